package weka.core.converters;

import emotiontransfer.corpus.CorpusFile;
import emotiontransfer.corpus.CorpusSettings;
import emotiontransfer.corpus.WantedClips;
import emotiontransfer.corpus.pattern.NamePattern;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.EmotionLabels;
import emotiontransfer.corpus.scheme.Scheme;
import emotiontransfer.weka.corpus.CorpusCommand;
import emotiontransfer.weka.corpus.CorpusTable;
import emotiontransfer.weka.options.SchemeOptions;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import weka.core.CommandlineRunnable;
import weka.core.Environment;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.LogHandler;
import weka.core.Option;
import weka.core.OptionHandler;
import weka.core.OptionMetadata;
import weka.core.RevisionUtils;
import weka.gui.Logger;

/**
 * Reads a folder of emotional speech or face recordings as a clip table: one row per clip with
 * {@code file}, {@code subject} and the class {@code emotion}.
 *
 * <p>The source is a folder (option {@code -dir}, {@link #setDirectory(File)}) or a corpus file
 * ({@link CorpusFile}, {@link #setFile(File)}); of the two, what was set last is read. Options that
 * were changed from their default, {@code -dir} included, stand above a corpus file.
 */
public class EmotionCorpusLoader extends AbstractFileLoader
    implements BatchConverter, OptionHandler, LogHandler, CommandlineRunnable {

  private static final long serialVersionUID = 5120958623174806332L;
  private static final String USER_DIRECTORY = System.getProperty("user.dir");

  private File directory = new File("");
  private Scheme scheme = Scheme.AUTO;
  private String pattern = "";
  private String labels = "";
  private WantedClips modality = WantedClips.ANY;
  private String emotions = "";
  private String subjectPrefix = "";
  private File relativeTo = new File("");
  private boolean subjectsFromFolders;
  private boolean failOnRejects;

  /** The directory that was set as an option, which stands above a corpus file. */
  private File directoryOption;

  private final CorpusTable table = new CorpusTable();
  private transient Logger log;
  private transient CorpusFile fromStream;

  public String globalInfo() {
    return "Reads a folder of emotional recordings, or a corpus file that names one. The table of"
        + " clips has the path of the file, the subject and, as class, the emotion. The"
        + " subject and the emotion come from the names of the files and folders (EMO-DB,"
        + " SAVEE, eNTERFACE'05, RAVDESS, CREMA-D, TESS, URDU, ASED, TurEV-DB, EMOVO,"
        + " AESDD, CaFE, MESD, ShEMO, SUBESCO, JAFFE, CK+48, Yale, or folders SUBJECT/EMOTION),"
        + " from the label files of IEMOCAP, MELD and CK+, from a"
        + " CSV file, or by a pattern of your own. Counts per subject and emotion and every"
        + " rejected file with its reason go to the log. The filters MelDeltaSpectrogram and"
        + " FaceCrop turn the paths into features.";
  }

  private SchemeOptions options() {
    return SchemeOptions.of(
        this, AbstractFileLoader.class, "dir", "scheme", "pattern", "labels", "modality");
  }

  @Override
  public Enumeration<Option> listOptions() {
    return options().list(Collections.emptyEnumeration());
  }

  @Override
  public String[] getOptions() {
    return options().get();
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    options().set(options, rest -> {});
    directoryOption = directory;
  }

  @OptionMetadata(
      displayName = "directory",
      description =
          "Folder of the corpus, or a CSV file with the columns file, subject and emotion.\n"
              + "Not needed where a corpus file is given as the file name.",
      commandLineParamName = "dir",
      displayOrder = 1)
  public File getDirectory() {
    return directory;
  }

  public void setDirectory(File value) {
    directory = value;
  }

  @OptionMetadata(
      displayName = "scheme",
      description =
          "How the names give subject and emotion: as in a published corpus, by folders\n"
              + "(SUBJECT/EMOTION or EMOTION), by a CSV file, by a pattern of your own (option\n"
              + "pattern); auto finds the scheme by the names, but never takes pattern.",
      displayOrder = 2)
  public Scheme getScheme() {
    return scheme;
  }

  public void setScheme(Scheme value) {
    scheme = value;
  }

  @OptionMetadata(
      displayName = "pattern",
      description =
          "Regular expression of the names, for the scheme pattern, such as\n"
              + "(?<subject>[A-Z]{2})\\.(?<emotion>[A-Z]{2})\\d.*; the group emotion must be"
              + " there,\n"
              + "groups beside emotion and subject become attributes; / stands between folders.",
      displayOrder = 3)
  public String getPattern() {
    return pattern;
  }

  public void setPattern(String value) {
    pattern = value.isBlank() ? "" : NamePattern.of(value).toString();
  }

  @OptionMetadata(
      displayName = "labels",
      description =
          "What codes mean, with commas between, as in AN=anger,DI=disgust,sleepy=-; - leaves\n"
              + "their clips out. Codes that are not listed mean what they mean in the scheme.",
      displayOrder = 4)
  public String getLabels() {
    return labels;
  }

  public void setLabels(String value) {
    labels = EmotionLabels.parse(value).toString();
  }

  @OptionMetadata(
      displayName = "modality",
      description =
          "What the clips are wanted for, by their extensions: audio (sound files; videos for\n"
              + "their sound where there is no sound file), video, image, or any (each recording\n"
              + "once, sound files first).",
      displayOrder = 5)
  public WantedClips getModality() {
    return modality;
  }

  public void setModality(WantedClips value) {
    modality = value;
  }

  @OptionMetadata(
      displayName = "emotions",
      description =
          "Emotions to keep, with commas between; the class list has them in this order, also\n"
              + "those that no clip shows. (default: those present, in the order anger, boredom,\n"
              + "calm, disgust, fear, happiness, neutral, sadness, surprise, contempt)",
      displayOrder = 6)
  public String getEmotions() {
    return emotions;
  }

  public void setEmotions(String value) {
    emotions = StringUtils.join(CorpusSettings.parseEmotions(value), ',');
  }

  @OptionMetadata(
      displayName = "subjectPrefix",
      description =
          "Word before each subject, so that the speakers of two corpora never share a name.\n"
              + "(default: the scheme, as in emodb-03)",
      displayOrder = 7)
  public String getSubjectPrefix() {
    return subjectPrefix;
  }

  public void setSubjectPrefix(String value) {
    subjectPrefix = value.strip();
  }

  @OptionMetadata(
      displayName = "subjectsFromFolders",
      description = "Take folders of all names for subjects, such as train or audio.",
      displayOrder = 8)
  public boolean getSubjectsFromFolders() {
    return subjectsFromFolders;
  }

  public void setSubjectsFromFolders(boolean value) {
    subjectsFromFolders = value;
  }

  @OptionMetadata(
      displayName = "relativeTo",
      description =
          "Folder from which the paths in the table start, so that table and clips can move.\n"
              + "(default: absolute paths)",
      displayOrder = 9)
  public File getRelativeTo() {
    return relativeTo;
  }

  public void setRelativeTo(File value) {
    relativeTo = value;
  }

  @OptionMetadata(
      displayName = "failOnRejects",
      description = "Fail if any file is rejected, instead of reporting it.",
      displayOrder = 10)
  public boolean getFailOnRejects() {
    return failOnRejects;
  }

  public void setFailOnRejects(boolean value) {
    failOnRejects = value;
  }

  @Override
  public String getFileExtension() {
    return CorpusFile.EXTENSION;
  }

  @Override
  public String[] getFileExtensions() {
    return new String[] {getFileExtension()};
  }

  @Override
  public String getFileDescription() {
    return "Emotion corpora";
  }

  @Override
  public void setSource(File file) throws IOException {
    if (file == null) {
      throw new IOException("No corpus was given; give a folder or a corpus file.");
    }
    boolean placeholder = file.getPath().isEmpty() || file.getAbsolutePath().equals(USER_DIRECTORY);
    boolean isFolder = path(file).filter(Files::isDirectory).isPresent();
    boolean stands = placeholder || directory.equals(directoryOption) && !isFolder;
    if (!directory.getPath().isEmpty() && stands) {
      // The KnowledgeFlow's editor sets its unused file field after the directory, and the
      // Explorer's file dialog sets its file again after the user has set the directory option.
      return;
    }
    reset();
    File source = getUseRelativePath() ? CorpusTable.relative(file) : file;
    readNext(isFolder ? source : new File(""), isFolder ? null : source, null);
  }

  /** Reads a corpus file in UTF-8 out of a stream and closes it; its paths must be absolute. */
  @Override
  public void setSource(InputStream input) throws IOException {
    reset();
    try (input) {
      readNext(new File(""), null, CorpusFile.read(input));
    }
  }

  private void readNext(File folder, File file, CorpusFile content) {
    directory = folder;
    m_sourceFile = file;
    m_File = file == null ? USER_DIRECTORY : file.getPath();
    fromStream = content;
  }

  @Override
  public void reset() throws IOException {
    table.forget();
    setRetrieval(NONE);
  }

  @Override
  public Instances getStructure() throws IOException {
    return table().header();
  }

  @Override
  public Instances getDataSet() throws IOException {
    if (getRetrieval() == INCREMENTAL) {
      throw new IOException("Cannot mix getting instances in both incremental and batch modes");
    }
    setRetrieval(BATCH);
    return table().rows();
  }

  @Override
  public Instance getNextInstance(Instances structure) throws IOException {
    throw new IOException("EmotionCorpusLoader reads a corpus as a whole, not clip by clip.");
  }

  private CorpusTable table() throws IOException {
    List<Emotion> wanted = CorpusSettings.parseEmotions(emotions);
    CorpusSettings settings =
        new CorpusSettings(
            scheme,
            modality,
            wanted,
            subjectPrefix,
            subjectsFromFolders,
            failOnRejects,
            pattern,
            EmotionLabels.parse(labels));
    Optional<Path> folder = path(directory);
    Optional<Path> file = path(Objects.requireNonNullElse(m_sourceFile, new File("")));
    if (folder.isPresent()) {
      CorpusFile source = new CorpusFile(folder.get(), settings, path(relativeTo));
      return table.scan(source, Optional.empty(), log);
    }
    CorpusFile source = fromStream != null ? fromStream : CorpusTable.read(file);
    return table.scan(source.under(settings, path(relativeTo)), file, log);
  }

  private Optional<Path> path(File file) {
    return CorpusTable.path(file, Objects.requireNonNullElseGet(m_env, Environment::getSystemWide));
  }

  /** Loaders that were saved before these options came have none. */
  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    pattern = Objects.requireNonNullElse(pattern, "");
    labels = Objects.requireNonNullElse(labels, "");
  }

  @Override
  public void setLog(Logger logger) {
    log = logger;
  }

  @Override
  public Logger getLog() {
    return log;
  }

  public String logTipText() {
    return "Log that takes the counts and the rejected files; set by programs.";
  }

  @Override
  public String useRelativePathTipText() {
    return "Keep the corpus's own path relative to the working directory; see also relativeTo.";
  }

  @Override
  public void preExecution() {}

  @Override
  public void run(Object toRun, String[] options) throws Exception {
    new CorpusCommand<>(this, globalInfo(), () -> table().source()).run(toRun, options);
  }

  @Override
  public void postExecution() {}

  @Override
  public String getRevision() {
    return RevisionUtils.extract("$Revision: 1 $");
  }
}
