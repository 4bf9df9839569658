package weka.core.converters;

import emotiontransfer.corpus.CorpusFile;
import emotiontransfer.corpus.CorpusSettings;
import emotiontransfer.weka.corpus.AbstractCorpusLoader;
import emotiontransfer.weka.corpus.CorpusReading;
import emotiontransfer.weka.corpus.CorpusToArff;
import emotiontransfer.weka.progress.WindowLog;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import weka.core.CommandlineRunnable;
import weka.core.Environment;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.LogHandler;
import weka.core.Option;
import weka.core.RevisionUtils;
import weka.core.Utils;
import weka.gui.Logger;

/**
 * Reads a folder of emotional speech or face recordings as a clip table: one row per clip with
 * {@code file}, {@code subject} and the class {@code emotion}.
 *
 * <p>The source is a folder (option {@code -dir}, {@link #setDirectory(File)}) or a corpus file
 * ({@link CorpusFile}, {@link #setFile(File)}); of the two, what was set last is read. Options that
 * were changed from their default, {@code -dir} included, stand above a corpus file.
 *
 * <p>Each scan tells the scheme, the counts per subject and emotion, and every rejected file with
 * its reason: in the log given by {@link #setLog(Logger)}, otherwise on standard error, which
 * Weka's GUI shows in its own log.
 */
public class EmotionCorpusLoader extends AbstractCorpusLoader
    implements BatchConverter, LogHandler, CommandlineRunnable {

  private static final long serialVersionUID = 5120958623174806331L;

  private static final AtomicReference<String> LAST_PRINTED = new AtomicReference<>();

  private static final String USER_DIRECTORY = System.getProperty("user.dir");

  /** The directory that was set as an option, which stands above a corpus file. */
  private File directoryOption;

  private transient Logger log;
  private transient CorpusFile fromStream;
  private transient CorpusReading reading;
  private transient String told;

  /** Returns a description for the GUI and the command line. */
  public String globalInfo() {
    return "Reads a folder of emotional recordings, or a corpus file (*.corpus) that names one, as"
        + " a table of clips: the path of the file, the subject and, as class, the emotion."
        + " The subject and the emotion come from the names of the files and folders"
        + " (EMO-DB, SAVEE, eNTERFACE'05, RAVDESS, CREMA-D, TESS, or folders"
        + " SUBJECT/EMOTION) or from a CSV file. Counts per subject and emotion and every"
        + " rejected file with its reason go to the log. The filters MelDeltaSpectrogram and"
        + " FaceCrop turn the paths into features.";
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    super.setOptions(options);
    directoryOption = getDirectory();
  }

  @Override
  public Enumeration<Option> listOptions() {
    return Option.listOptionsForClassHierarchy(
            EmotionCorpusLoader.class, AbstractCorpusLoader.class)
        .elements();
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

  /**
   * Sets what is read next.
   *
   * @param file a corpus file, or the folder of a corpus. May have environment variables
   * @throws IOException if it is null
   */
  @Override
  public void setSource(File file) throws IOException {
    if (file == null) {
      throw new IOException("No corpus was given; give a folder or a corpus file.");
    }
    boolean placeholder = file.getPath().isEmpty() || file.getAbsolutePath().equals(USER_DIRECTORY);
    boolean isFolder = new File(substitute(file.getPath())).isDirectory();
    boolean hasDirectory = !getDirectory().getPath().isEmpty();
    boolean byOption = getDirectory().equals(directoryOption);
    if (hasDirectory && (placeholder || byOption && !isFolder)) {
      // The KnowledgeFlow's editor sets its unused file field after the directory, and the
      // Explorer's file dialog sets its file again after the user has set the directory option.
      return;
    }
    reset();
    fromStream = null;
    File source = relativeIfWanted(file);
    setDirectory(isFolder ? source : new File(""));
    m_sourceFile = isFolder ? null : source;
    m_File = isFolder ? USER_DIRECTORY : source.getPath();
  }

  private File relativeIfWanted(File file) throws IOException {
    try {
      return getUseRelativePath() ? Utils.convertToRelativePath(file) : file;
    } catch (Exception e) {
      throw new IOException(
          "There is no relative path to '" + file + "'; switch off useRelativePath.", e);
    }
  }

  /**
   * Reads a corpus file out of a stream; its paths must be absolute.
   *
   * @param input the corpus file in UTF-8; is closed
   * @throws IOException if it is none
   */
  @Override
  public void setSource(InputStream input) throws IOException {
    reset();
    try (InputStreamReader reader = new InputStreamReader(input, StandardCharsets.UTF_8)) {
      fromStream = CorpusFile.read(reader);
    }
    setDirectory(new File(""));
    m_sourceFile = null;
    m_File = USER_DIRECTORY;
  }

  @Override
  public void reset() throws IOException {
    changed();
    setRetrieval(NONE);
  }

  @Override
  public void changed() {
    reading = null;
    m_structure = null;
  }

  @Override
  public Instances getStructure() throws IOException {
    if (m_structure == null) {
      m_structure = reading().header();
    }
    return new Instances(m_structure, 0);
  }

  @Override
  public Instances getDataSet() throws IOException {
    if (getRetrieval() == INCREMENTAL) {
      throw new IOException("Cannot mix getting instances in both incremental and batch modes");
    }
    setRetrieval(BATCH);
    return reading().rows();
  }

  /**
   * Is not supported: the class list is known only when the whole corpus is read.
   *
   * @throws IOException always
   */
  @Override
  public Instance getNextInstance(Instances structure) throws IOException {
    throw new IOException("EmotionCorpusLoader reads a corpus as a whole, not clip by clip.");
  }

  private CorpusReading reading() throws IOException {
    if (reading == null) {
      reading = read();
    }
    return reading;
  }

  private CorpusReading read() throws IOException {
    CorpusSettings settings = settings();
    Optional<Path> start =
        getRelativeTo().getPath().isEmpty()
            ? Optional.empty()
            : Optional.of(Path.of(substitute(getRelativeTo().getPath())));
    if (!getDirectory().getPath().isEmpty()) {
      Path folder = Path.of(substitute(getDirectory().getPath()));
      return CorpusReading.ofFolder(folder, settings, start, this::tell);
    }
    if (fromStream != null) {
      return CorpusReading.ofContent(fromStream, Optional.empty(), settings, start, this::tell);
    }
    if (m_sourceFile == null) {
      throw new IOException(
          "No corpus was given; set the directory (-dir FOLDER) or load a corpus file.");
    }
    File file = new File(substitute(m_sourceFile.getPath()));
    return CorpusReading.ofCorpusFile(file, settings, start, this::tell);
  }

  private String substitute(String path) {
    Environment environment = m_env == null ? Environment.getSystemWide() : m_env;
    try {
      return environment.substitute(path);
    } catch (Exception e) {
      // A variable without value: the path stays as it is, and the scan says that it is not there.
      return path;
    }
  }

  /** Weka reads a source several times, also with a loader each; the same report is told once. */
  private void tell(String report) {
    if (report.equals(told)) {
      return;
    }
    told = report;
    Optional<Logger> taker = WindowLog.or(log);
    if (taker.isPresent()) {
      taker.get().logMessage(report);
    } else if (report.equals(LAST_PRINTED.getAndSet(report))) {
      System.err.println("Corpus read again; it is as told above.");
    } else {
      System.err.println(report);
    }
  }

  @Override
  public void setLog(Logger log) {
    this.log = log;
  }

  @Override
  public Logger getLog() {
    return log;
  }

  /** Returns the tip of the property that no user sets. */
  public String logTipText() {
    return "Log that is told the counts and the rejected files; set by programs.";
  }

  @Override
  public String useRelativePathTipText() {
    return "Keep the path of the corpus itself relative to the working directory; for the paths in"
        + " the table see relativeTo.";
  }

  @Override
  public void preExecution() {}

  /**
   * Writes a corpus as ARFF to standard output; counts and rejects go to standard error.
   *
   * @param toRun the loader
   * @param options as {@link #listOptions()}; a corpus file or folder may stand first
   * @throws Exception if the corpus cannot be read; the message is for the user
   */
  @Override
  public void run(Object toRun, String[] options) throws Exception {
    new CorpusToArff((EmotionCorpusLoader) toRun).run(options);
  }

  @Override
  public void postExecution() {}

  @Override
  public String getRevision() {
    return RevisionUtils.extract("$Revision: 1 $");
  }

  /**
   * Writes a corpus as ARFF to standard output; ends with status 1 where it cannot be read.
   *
   * @param args as {@link #run(Object, String[])}
   */
  public static void main(String[] args) {
    EmotionCorpusLoader loader = new EmotionCorpusLoader();
    try {
      loader.run(loader, args);
    } catch (Exception e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
