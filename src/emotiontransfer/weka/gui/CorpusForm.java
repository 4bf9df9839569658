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
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** The folder of a corpus and how to read it. */
final class CorpusForm extends JPanel {

  private static final long serialVersionUID = 1L;

  private final JTextField folder = new JTextField();
  private final JComboBox<Scheme> scheme = new JComboBox<>(Scheme.values());
  private final JComboBox<WantedClips> modality = new JComboBox<>(WantedClips.values());
  private final JTextField emotions = new JTextField(24);
  private final transient Runnable scan;

  /** Makes an empty form. */
  CorpusForm(Runnable scan) {
    super(new BorderLayout(8, 4));
    this.scan = scan;
    setBorder(BorderFactory.createTitledBorder("Corpus"));
    folder.setName("folder");
    folder.setToolTipText("Folder of the recordings, or a CSV file that lists them");
    folder.addActionListener(enter -> scan.run());
    scheme.setToolTipText("How names are read; auto finds out by the names");
    modality.setToolTipText("What the recordings are wanted for");
    emotions.setToolTipText(
        "Emotions to keep, with commas between, in the order of the classes; empty for all");
    emotions.addActionListener(enter -> scan.run());
    JButton browse = new JButton("Choose folder...");
    browse.addActionListener(click -> choose());
    JButton again = new JButton("Scan");
    again.setToolTipText("Read the folder with these settings");
    again.addActionListener(click -> scan.run());
    JPanel settings = new JPanel(new FlowLayout(FlowLayout.LEFT));
    settings.add(new JLabel("Scheme:"));
    settings.add(scheme);
    settings.add(new JLabel("Modality:"));
    settings.add(modality);
    settings.add(new JLabel("Emotions:"));
    settings.add(emotions);
    settings.add(again);
    add(new JLabel("Folder:"), BorderLayout.WEST);
    add(folder, BorderLayout.CENTER);
    add(browse, BorderLayout.EAST);
    add(settings, BorderLayout.SOUTH);
  }

  private void choose() {
    String start = isEmpty() ? System.getProperty("user.dir") : folder.getText();
    JFileChooser chooser = new JFileChooser(new File(start));
    chooser.setDialogTitle("Folder of the recordings");
    chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
    if (chooser.showOpenDialog(this) == JFileChooser.APPROVE_OPTION) {
      folder.setText(chooser.getSelectedFile().getPath());
      scan.run();
    }
  }

  boolean isEmpty() {
    return folder.getText().isBlank();
  }

  Path source() {
    return Path.of(folder.getText().strip()).toAbsolutePath().normalize();
  }

  /**
   * Returns the settings.
   *
   * @throws IllegalArgumentException if a word in the list of emotions means none
   */
  CorpusSettings settings() {
    return new CorpusSettings(
        (Scheme) scheme.getSelectedItem(),
        (WantedClips) modality.getSelectedItem(),
        CorpusSettings.parseEmotions(emotions.getText()),
        "",
        false);
  }

  /** Returns the settings as options of {@link weka.core.converters.EmotionCorpusLoader}. */
  String[] options() {
    return new String[] {
      "-dir", source().toString(),
      "-scheme", scheme.getSelectedItem().toString(),
      "-modality", modality.getSelectedItem().toString(),
      "-emotions", emotions.getText()
    };
  }
}
