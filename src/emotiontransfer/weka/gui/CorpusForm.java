package emotiontransfer.weka.gui;

import emotiontransfer.corpus.CorpusSettings;
import emotiontransfer.corpus.WantedClips;
import emotiontransfer.corpus.scheme.Scheme;
import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.io.File;
import java.nio.file.Path;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.apache.commons.lang3.Validate;

/** The folder of a corpus and how to read it. */
final class CorpusForm extends JPanel {

  private static final long serialVersionUID = 1L;

  static final String NO_FOLDER = "Choose the folder of a corpus.";

  private final JTextField folder = new JTextField();
  private final JComboBox<Scheme> scheme = new JComboBox<>(Scheme.values());
  private final JComboBox<WantedClips> modality = new JComboBox<>(WantedClips.values());
  private final JTextField emotions = new JTextField(24);
  private final JPanel settings = new JPanel(new FlowLayout(FlowLayout.LEFT));

  CorpusForm(Runnable scan) {
    super(new BorderLayout(8, 4));
    setBorder(BorderFactory.createTitledBorder("Corpus"));
    folder.setName("folder");
    folder.setToolTipText("Folder of the recordings, or a CSV file that lists them");
    folder.addActionListener(enter -> scan.run());
    emotions.addActionListener(enter -> scan.run());
    addSetting("Scheme:", scheme, "How names are read; auto finds out by the names");
    addSetting("Modality:", modality, "What the recordings are wanted for");
    addSetting(
        "Emotions:",
        emotions,
        "Emotions to keep, with commas between, in the order of the classes; empty for all");
    settings.add(button("Scan", "Read the folder with these settings", scan));
    add(new JLabel("Folder:"), BorderLayout.WEST);
    add(folder, BorderLayout.CENTER);
    add(button("Choose folder...", null, () -> choose(scan)), BorderLayout.EAST);
    add(settings, BorderLayout.SOUTH);
  }

  private void addSetting(String label, JComponent field, String tip) {
    field.setToolTipText(tip);
    settings.add(new JLabel(label));
    settings.add(field);
  }

  static JButton button(String text, String tipOrNull, Runnable action) {
    JButton button = new JButton(text);
    button.setToolTipText(tipOrNull);
    button.addActionListener(click -> action.run());
    return button;
  }

  private void choose(Runnable scan) {
    String start = folder.getText().isBlank() ? System.getProperty("user.dir") : folder.getText();
    JFileChooser chooser = new JFileChooser(new File(start));
    chooser.setDialogTitle("Folder of the recordings");
    chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
    if (chooser.showOpenDialog(this) == JFileChooser.APPROVE_OPTION) {
      folder.setText(chooser.getSelectedFile().getPath());
      scan.run();
    }
  }

  /** Returns the folder or CSV file; rejects a blank. */
  Path source() {
    Validate.notBlank(folder.getText(), NO_FOLDER);
    return Path.of(folder.getText().strip()).toAbsolutePath().normalize();
  }

  /** Returns the settings; rejects a list of emotions with a word that means none. */
  CorpusSettings settings() {
    return new CorpusSettings(
        (Scheme) scheme.getSelectedItem(),
        (WantedClips) modality.getSelectedItem(),
        CorpusSettings.parseEmotions(emotions.getText()),
        "",
        false,
        false);
  }
}
