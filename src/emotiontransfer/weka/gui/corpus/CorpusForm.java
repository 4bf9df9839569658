package emotiontransfer.weka.gui.corpus;

import emotiontransfer.corpus.CorpusFile;
import emotiontransfer.corpus.CorpusSettings;
import emotiontransfer.corpus.WantedClips;
import emotiontransfer.corpus.pattern.NamePattern;
import emotiontransfer.corpus.pattern.PatternException;
import emotiontransfer.corpus.scheme.Scheme;
import emotiontransfer.weka.gui.view.ActionButton;
import emotiontransfer.weka.gui.view.FileDrop;
import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.Validate;

/** The folder of a corpus and how to read it. */
final class CorpusForm extends JPanel {

  private static final long serialVersionUID = 1L;

  static final String NO_FOLDER = "Choose the folder of a corpus, or drop it here.";

  private static final String NO_PATTERN = "Write a pattern of the names, or press Propose.";

  private final JTextField folder = new JTextField();
  private final JComboBox<Scheme> scheme = new JComboBox<>(Scheme.values());
  private final JComboBox<WantedClips> modality = new JComboBox<>(WantedClips.values());
  private final JTextField emotions = new JTextField(24);
  private final JCheckBox subjectsFromFolders = new JCheckBox("Folders are subjects");
  private final JTextField prefix = new JTextField(10);
  private final PatternFields patternFields;
  private final transient Runnable scan;
  private transient Optional<Path> corpusFile = Optional.empty();
  private transient Optional<CorpusFile> opened = Optional.empty();

  /**
   * Makes the form.
   *
   * @param scan is called where the user wants the folder to be read
   * @param actions what the fields of a pattern ask for
   */
  CorpusForm(Runnable scan, PatternFields.Actions actions) {
    super(new BorderLayout(8, 4));
    this.scan = scan;
    this.patternFields = new PatternFields(scan, actions);
    scheme.setName("scheme");
    scheme.addActionListener(choice -> showFields());
    setBorder(BorderFactory.createTitledBorder("Corpus"));
    folder.setName("folder");
    folder.setToolTipText("Folder of the recordings, a CSV file that lists them, or a corpus file");
    emotions.setName("emotions");
    folder.addActionListener(enter -> scan.run());
    emotions.addActionListener(enter -> scan.run());
    prefix.addActionListener(enter -> scan.run());
    FileDrop.install(files -> choose(files.get(0)), folder, this);
    add(new JLabel("Folder:"), BorderLayout.WEST);
    add(folder, BorderLayout.CENTER);
    add(new ActionButton("Choose folder...", null, this::choose), BorderLayout.EAST);
    add(settingRows(), BorderLayout.SOUTH);
  }

  private Box settingRows() {
    JPanel first = row();
    addSetting(first, "Scheme:", scheme, "How names are read; auto finds out by the names");
    addSetting(first, "Modality:", modality, "What the recordings are wanted for");
    addSetting(
        first,
        "Emotions:",
        emotions,
        "Emotions to keep, with commas between, in the order of the classes; empty for all");
    JPanel second = row();
    subjectsFromFolders.setToolTipText(
        "Take each folder above an emotion's for a subject, whatever its name, such as train");
    second.add(subjectsFromFolders);
    addSetting(
        second,
        "Subject prefix:",
        prefix,
        "Stands before each subject, so that those of two corpora never share a name; empty for"
            + " the scheme");
    second.add(new ActionButton("Scan", "Read the folder with these settings", scan));
    Box rows = Box.createVerticalBox();
    rows.add(first);
    rows.add(second);
    rows.add(patternFields);
    showFields();
    return rows;
  }

  private void showFields() {
    patternFields.setPatternVisible(scheme.getSelectedItem() == Scheme.PATTERN);
    revalidate();
  }

  /** Chooses a scheme, as the user does. */
  void choose(Scheme chosen) {
    scheme.setSelectedItem(chosen);
  }

  /** Returns the fields that describe names. */
  PatternFields patternFields() {
    return patternFields;
  }

  /** Returns what the clips are wanted for. */
  WantedClips wanted() {
    return (WantedClips) modality.getSelectedItem();
  }

  private static JPanel row() {
    return new JPanel(new FlowLayout(FlowLayout.LEFT, 5, 2));
  }

  private static void addSetting(JPanel row, String label, JComponent field, String tip) {
    field.setToolTipText(tip);
    row.add(new JLabel(label));
    row.add(field);
  }

  private void choose() {
    String start = folder.getText().isBlank() ? System.getProperty("user.dir") : folder.getText();
    JFileChooser chooser = new JFileChooser(new File(start));
    chooser.setDialogTitle("Folder of the recordings, or a corpus file");
    chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
    if (chooser.showOpenDialog(this) == JFileChooser.APPROVE_OPTION) {
      choose(chooser.getSelectedFile());
    }
  }

  /** Reads a folder, a CSV file or a corpus file. */
  void choose(File chosen) {
    folder.setText(chosen.getPath());
    scan.run();
  }

  /**
   * Returns what the form says, after it was filled where its folder is a corpus file.
   *
   * @throws IOException if that corpus file cannot be read
   * @throws IllegalArgumentException if there is no folder, or a word means no emotion, or the
   *     labels have another form
   */
  CorpusFile corpus() throws IOException {
    Validate.notBlank(folder.getText(), NO_FOLDER);
    Path source = source();
    if (source.toString().endsWith(CorpusFile.EXTENSION) && !source.toFile().isDirectory()) {
      fill(CorpusFile.read(source));
      corpusFile = Optional.of(source);
      return opened.get();
    }
    Optional<CorpusFile> kept = opened.filter(file -> file.directory().equals(source));
    corpusFile = corpusFile.filter(file -> kept.isPresent());
    checkPattern();
    CorpusSettings settings =
        new CorpusSettings(
            (Scheme) scheme.getSelectedItem(),
            (WantedClips) modality.getSelectedItem(),
            CorpusSettings.parseEmotions(emotions.getText()),
            prefix.getText().strip(),
            subjectsFromFolders.isSelected(),
            kept.filter(file -> file.settings().failOnRejects()).isPresent(),
            patternFields.pattern(),
            patternFields.labels());
    return new CorpusFile(source, settings, kept.flatMap(CorpusFile::relativeTo));
  }

  private void checkPattern() {
    if (scheme.getSelectedItem() == Scheme.PATTERN) {
      Validate.notBlank(patternFields.pattern(), NO_PATTERN);
      try {
        NamePattern.of(patternFields.pattern());
      } catch (PatternException mistake) {
        patternFields.mark(mistake);
        throw mistake;
      }
    }
  }

  /** Returns the path in the field for the folder, which is not blank. */
  Path source() {
    return Path.of(folder.getText().strip()).toAbsolutePath().normalize();
  }

  /** Returns the corpus file that the settings come from, unless another folder was chosen. */
  Optional<Path> corpusFile() {
    return corpusFile;
  }

  private void fill(CorpusFile file) {
    CorpusSettings settings = file.settings();
    opened = Optional.of(file);
    folder.setText(file.directory().toString());
    scheme.setSelectedItem(settings.scheme());
    modality.setSelectedItem(settings.modality());
    emotions.setText(StringUtils.join(settings.emotions(), ','));
    prefix.setText(settings.subjectPrefix());
    subjectsFromFolders.setSelected(settings.subjectsFromFolders());
    patternFields.fill(settings.pattern(), settings.labels());
  }
}
