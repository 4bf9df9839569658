package emotiontransfer.weka.gui.recognise;

import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.weka.gui.Background;
import emotiontransfer.weka.predict.PredictionModel;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.FlowLayout;
import java.awt.Font;
import java.io.File;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.filechooser.FileNameExtensionFilter;
import weka.core.WekaException;

/** The model that decides: the package's own or one of a file, and whether it fits. */
final class ModelChooser extends JPanel {

  private static final long serialVersionUID = 1L;

  private static final FileNameExtensionFilter KINDS =
      new FileNameExtensionFilter("Models of PathNetClassifier", "pathnet", "model");

  private static final Color PROBLEM = new Color(0xB00020);

  /** A model that can be chosen; the package's own has no file. */
  private record Choice(Optional<File> file) {

    @Override
    public String toString() {
      return file.map(File::getName).orElse(PredictionModel.OWN + " (comes with the package)");
    }

    PredictionModel read() throws WekaException {
      return file.isPresent() ? new PredictionModel(file.get(), "") : PredictionModel.ofPackage("");
    }
  }

  private final DefaultComboBoxModel<Choice> choices = new DefaultComboBoxModel<>();
  private final JComboBox<Choice> box = new JComboBox<>(choices);
  private final JLabel fit = new JLabel(" ");
  private final JTextArea card = new JTextArea();
  private final transient Consumer<Optional<PredictionModel>> take;
  private transient Background<PredictionModel> reading;

  /** Takes who is to be given each model that is read, and empty while there is none. */
  ModelChooser(Consumer<Optional<PredictionModel>> take) {
    super(new BorderLayout());
    this.take = take;
    setBorder(BorderFactory.createTitledBorder("Model"));
    box.setName("model");
    box.addActionListener(choice -> read((Choice) box.getSelectedItem()));
    fit.setName("fit");
    card.setName("card");
    card.setEditable(false);
    card.setFont(new Font(Font.MONOSPACED, Font.PLAIN, card.getFont().getSize()));
    JButton open = new JButton("Open model...");
    open.setToolTipText("A .pathnet or .model file of PathNetClassifier");
    open.addActionListener(click -> open());
    JPanel row = new JPanel(new FlowLayout(FlowLayout.LEFT));
    row.add(box);
    row.add(open);
    row.add(fit);
    add(row, BorderLayout.CENTER);
  }

  /** Returns the text that describes the model, to be shown anywhere. */
  JTextArea card() {
    return card;
  }

  /** Offers the package's own model and reads it, unless a model was chosen before. */
  void start() {
    if (choices.getSize() == 0) {
      choices.addElement(new Choice(Optional.empty()));
    }
  }

  static boolean isModel(File file) {
    return !file.isDirectory() && KINDS.accept(file);
  }

  /** Chooses the model in a file. */
  void choose(File file) {
    Choice choice = new Choice(Optional.of(file));
    if (choices.getIndexOf(choice) < 0) {
      choices.addElement(choice);
    }
    box.setSelectedItem(choice);
  }

  private void open() {
    JFileChooser chooser = new JFileChooser(new File(System.getProperty("user.dir")));
    chooser.setDialogTitle("Open model");
    chooser.setFileFilter(KINDS);
    if (chooser.showOpenDialog(this) == JFileChooser.APPROVE_OPTION) {
      choose(chooser.getSelectedFile());
    }
  }

  private void read(Choice choice) {
    if (reading != null) {
      reading.cancel(true);
    }
    take.accept(Optional.empty());
    say("Reading...", getForeground());
    card.setText("");
    reading = new Background<>(choice::read, this::show, this::reject);
    reading.execute();
  }

  private void show(PredictionModel model) {
    String takes =
        model.modalities().contains(Modality.AUDIO)
            ? "hears sound and the sound of videos"
            : "sees faces in videos and pictures";
    say(model.labels().size() + " emotions; " + takes, getForeground());
    fit.setToolTipText(String.join(", ", model.labels()));
    card.setText(model.card().toString());
    card.setCaretPosition(0);
    take.accept(Optional.of(model));
  }

  private void reject(String sentence) {
    say("This model cannot be used", PROBLEM);
    card.setText(sentence);
  }

  private void say(String sentence, Color colour) {
    fit.setForeground(colour);
    fit.setText(sentence);
  }
}
