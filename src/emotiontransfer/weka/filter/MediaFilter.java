package emotiontransfer.weka.filter;

import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.data.SegmentBlock;
import emotiontransfer.data.SegmentTimes;
import emotiontransfer.media.ClipReader;
import emotiontransfer.weka.options.MetaTransferPaper;
import emotiontransfer.weka.options.SchemeOptions;
import emotiontransfer.weka.progress.TaskProgress;
import emotiontransfer.weka.progress.WindowLog;
import emotiontransfer.weka.table.FeatureSignature;
import java.io.File;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.LoggerFactory;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.LogHandler;
import weka.core.Option;
import weka.core.OptionMetadata;
import weka.core.SelectedTag;
import weka.core.Tag;
import weka.core.TechnicalInformation;
import weka.core.TechnicalInformationHandler;
import weka.core.Utils;
import weka.core.WeightedAttributesHandler;
import weka.core.WeightedInstancesHandler;
import weka.core.WekaException;
import weka.filters.Filter;
import weka.filters.UnsupervisedFilter;
import weka.gui.Logger;

/**
 * A filter that turns the path of a clip into a bag of segments, one bag per clip.
 *
 * <p>Clips of the first batch are decoded in parallel when the batch ends; later clips at once.
 * Rows keep their order, and the numbers do not depend on the number of threads.
 */
public abstract class MediaFilter extends Filter
    implements UnsupervisedFilter,
        KeepsClipColumns,
        LogHandler,
        WeightedInstancesHandler,
        WeightedAttributesHandler,
        TechnicalInformationHandler {

  private static final long serialVersionUID = 1L;

  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(MediaFilter.class);

  private static final int ERROR = 0;
  private static final int SKIP = 1;

  /** What an unreadable clip leads to. */
  public static final Tag[] TAGS_ON_ERROR = {
    new Tag(ERROR, "error", "error", false), new Tag(SKIP, "skip", "skip", false)
  };

  private File relativeTo = new File("");
  private int onError = ERROR;
  private int numSlots;
  private int cacheMegabytes = -1;
  private boolean multiInstance;

  private BagTableFormat format;
  private String settings;
  private boolean headerTaken;
  private transient ClipReader reader;
  private transient Logger log;

  /** Returns a reader with the current options; called when a table is announced. */
  public abstract ClipReader createReader();

  /** Returns the filter's name and the options that say what a value means, in a fixed order. */
  public abstract String signature();

  /**
   * Returns all that makes a decoded clip another one: the signature, and options that leave the
   * meaning of a value alone, such as which frames are taken.
   */
  protected String cacheKey() {
    return signature();
  }

  /** Returns the names of the values of a segment, in their order. */
  protected abstract List<String> valueNames();

  @Override
  public TechnicalInformation getTechnicalInformation() {
    return MetaTransferPaper.reference();
  }

  /**
   * Returns what files this filter can make bags of: kinds of media, judged by a file's extension.
   */
  public Set<Modality> modalities() {
    return EnumSet.allOf(Modality.class);
  }

  /** Returns where segments stand in their clip, empty where the filter's settings do not tell. */
  public Optional<SegmentTimes> segmentTimes() {
    return Optional.empty();
  }

  @Override
  public Capabilities getCapabilities() {
    Capabilities result = super.getCapabilities();
    result.disableAll();
    result.enableAllAttributes();
    result.disable(Capability.RELATIONAL_ATTRIBUTES);
    result.enable(Capability.MISSING_VALUES);
    result.enableAllClasses();
    result.disable(Capability.RELATIONAL_CLASS);
    result.disable(Capability.STRING_CLASS);
    result.enable(Capability.MISSING_CLASS_VALUES);
    result.enable(Capability.NO_CLASS);
    result.setMinimumNumberInstances(0);
    return result;
  }

  @Override
  public boolean setInputFormat(Instances instanceInfo) throws Exception {
    super.setInputFormat(instanceInfo);
    reader = createReader();
    settings = signature();
    BagTableFormat.fileColumn(instanceInfo);
    if (multiInstance) {
      format = null;
      return false;
    }
    define(BagTableFormat.keepingColumns(instanceInfo, valueNames(), relation(instanceInfo)));
    return true;
  }

  /** Returns the names of values that stand in rows and columns, channel by channel. */
  protected static List<String> names(
      String[] channels, String row, int rows, String column, int columns) {
    String[] rowNumbers = numbers(rows);
    String[] columnNumbers = numbers(columns);
    List<String> names = new ArrayList<>(channels.length * rows * columns);
    for (String channel : channels) {
      for (String rowNumber : rowNumbers) {
        for (String columnNumber : columnNumbers) {
          names.add(channel + row + rowNumber + column + columnNumber);
        }
      }
    }
    return names;
  }

  /** Returns the numbers from 0 as texts of one length, at least two digits. */
  private static String[] numbers(int count) {
    int digits = Math.max(2, String.valueOf(count - 1).length());
    String[] texts = new String[count];
    for (int i = 0; i < count; i++) {
      String text = String.valueOf(i);
      texts[i] = "0".repeat(digits - text.length()) + text;
    }
    return texts;
  }

  private String relation(Instances clips) {
    return FeatureSignature.tag(clips.relationName(), settings);
  }

  /** Weka appends class and options to the relation name; here the signature has them already. */
  private void define(BagTableFormat newFormat) {
    format = newFormat;
    Instances empty = newFormat.emptyTable();
    setOutputFormat(empty);
    outputFormatPeek().setRelationName(empty.relationName());
  }

  @Override
  public Instances getOutputFormat() {
    headerTaken = true;
    return super.getOutputFormat();
  }

  @Override
  public boolean input(Instance instance) throws Exception {
    if (getInputFormat() == null) {
      throw new IllegalStateException("No input instance format defined");
    }
    if (isNewBatch()) {
      resetQueue();
      forgetBags();
      m_NewBatch = false;
    }
    bufferInput(instance);
    if (isFirstBatchDone()) {
      convertBuffered();
      flushInput();
      return true;
    }
    return false;
  }

  /**
   * Drops the bags of earlier batches, which Weka keeps in the header of the output; a model would
   * otherwise carry all clips that it has ever seen. Not where the caller has taken the header
   * since the last batch: its rows may still be on their way.
   */
  private void forgetBags() {
    if (isFirstBatchDone() && !headerTaken && format != null) {
      define(format);
    }
    headerTaken = false;
  }

  @Override
  public boolean batchFinished() throws Exception {
    if (getInputFormat() == null) {
      throw new IllegalStateException("No input instance format defined");
    }
    if (!isFirstBatchDone()) {
      if (multiInstance) {
        Instances clips = getInputFormat();
        define(BagTableFormat.multiInstance(clips, valueNames(), relation(clips)));
      }
      convertBuffered();
    }
    return super.batchFinished();
  }

  private void convertBuffered() throws WekaException, InterruptedException {
    Instances clips = getInputFormat();
    List<String> paths = new ArrayList<>(clips.numInstances());
    for (Instance clip : clips) {
      paths.add(format.path(clip));
    }
    List<ClipDecoding.Outcome> outcomes = decode(paths);
    report(paths, outcomes);
    if (outcomes.size() > 1) {
      WindowLog.or(log).ifPresent(window -> window.logMessage(summary(outcomes)));
    }
    for (int i = 0; i < clips.numInstances(); i++) {
      SegmentBlock block = outcomes.get(i).block();
      push(format.row(clips.instance(i), block, outputFormatPeek()), false);
    }
  }

  private List<ClipDecoding.Outcome> decode(List<String> paths) throws InterruptedException {
    if (reader == null) {
      reader = createReader();
    }
    CachedClips clips = new CachedClips(relativeTo, cacheMegabytes, cacheKey(), reader);
    ClipDecoding decoding = new ClipDecoding(threads(), onError == ERROR, clips::decode);
    String task = "Reading clips";
    // In all folds but the first, and for a single clip, there is nothing to wait for.
    boolean quick = paths.size() < 2 || clips.haveAll(paths);
    try (TaskProgress progress =
        quick
            ? TaskProgress.silent(task, paths.size())
            : TaskProgress.start(task, paths.size(), log)) {
      return decoding.decode(paths, progress);
    } finally {
      reader.release();
    }
  }

  private int threads() {
    return numSlots > 0 ? numSlots : Runtime.getRuntime().availableProcessors();
  }

  private void report(List<String> paths, List<ClipDecoding.Outcome> outcomes)
      throws WekaException {
    int unread = 0;
    int empty = 0;
    for (ClipDecoding.Outcome outcome : outcomes) {
      if (outcome.failure() != null) {
        if (onError == ERROR) {
          throw new WekaException(
              outcome.failure().getMessage()
                  + " Mend or remove it, or leave such bags missing (-on-error skip).",
              outcome.failure());
        }
        unread++;
        say(outcome.failure().getMessage());
      } else if (outcome.block() != null && outcome.block().segments() == 0) {
        empty++;
      }
    }
    if (unread > 0) {
      say(unread + " of " + paths.size() + " clips could not be read; their bags are missing.");
    }
    if (empty > 0) {
      say(empty + " of " + paths.size() + " clips have no segment; their bags are missing.");
    }
  }

  /** Tells the log what became of a clip; may be called by many threads. */
  protected void note(String message) {
    WindowLog.or(log)
        .ifPresentOrElse(window -> window.logMessage(message), () -> LOG.info(message));
  }

  /** Weka's windows show nothing of a relational attribute, or all of its numbers. */
  private static String summary(List<ClipDecoding.Outcome> outcomes) {
    IntSummaryStatistics segments =
        outcomes.stream()
            .filter(outcome -> outcome.block() != null)
            .mapToInt(outcome -> outcome.block().segments())
            .summaryStatistics();
    return segments.getCount() == 0
        ? "There is no bag."
        : "%d bags of %d to %d segments, %d segments in all."
            .formatted(
                segments.getCount(), segments.getMin(), segments.getMax(), segments.getSum());
  }

  private void say(String message) {
    WindowLog.or(log)
        .ifPresentOrElse(window -> window.logMessage(message), () -> LOG.warn(message));
  }

  /**
   * Leaves out the bags of the last batch when the filter is written: a saved {@code
   * FilteredClassifier} holds no training data.
   */
  protected Object writeReplace() {
    if (format != null && isOutputFormatDefined() && numPendingOutput() == 0) {
      define(format);
    }
    return this;
  }

  @Override
  public Enumeration<Option> listOptions() {
    return options().list(super.listOptions());
  }

  @Override
  public String[] getOptions() {
    return options().get(super.getOptions());
  }

  private SchemeOptions options() {
    return SchemeOptions.of(this, Filter.class);
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    options().set(options, super::setOptions);
    Utils.checkForRemainingOptions(options);
  }

  /** Returns the folder that relative paths start from. */
  @OptionMetadata(
      displayName = "relativeTo",
      description = "Folder that relative paths start from (default: the working folder).",
      commandLineParamName = "relative-to",
      commandLineParamSynopsis = "-relative-to <folder>",
      displayOrder = 50)
  public File getRelativeTo() {
    return relativeTo;
  }

  /** Sets the folder that relative paths start from. */
  public void setRelativeTo(File folder) {
    relativeTo = folder;
  }

  /** Returns what an unreadable clip leads to. */
  @OptionMetadata(
      displayName = "onError",
      description =
          "What an unreadable clip leads to: error (stop and name it) or skip (leave its bag"
              + " missing and count it; default: error).",
      commandLineParamName = "on-error",
      commandLineParamSynopsis = "-on-error <error|skip>",
      displayOrder = 51)
  public SelectedTag getOnError() {
    return new SelectedTag(onError, TAGS_ON_ERROR);
  }

  /** Sets what an unreadable clip leads to. */
  public void setOnError(SelectedTag choice) {
    if (choice.getTags() == TAGS_ON_ERROR) {
      onError = choice.getSelectedTag().getID();
    }
  }

  /** Returns how many clips are decoded at once. */
  @OptionMetadata(
      displayName = "numSlots",
      description =
          "How many clips are decoded at once; 0 takes all cores. Never changes a value (default:"
              + " 0).",
      commandLineParamName = "num-slots",
      commandLineParamSynopsis = "-num-slots <number>",
      displayOrder = 52)
  public int getNumSlots() {
    return numSlots;
  }

  /** Sets how many clips are decoded at once; 0 takes all cores. */
  public void setNumSlots(int slots) {
    if (slots < 0) {
      throw new IllegalArgumentException("slots must be at least 0, but are " + slots);
    }
    numSlots = slots;
  }

  /** Returns the bound of the cache in MB. */
  @OptionMetadata(
      displayName = "cacheMegabytes",
      description =
          "How much memory decoded clips may keep, in MB; 0 keeps none, -1 a third of the heap"
              + " (default: -1).",
      commandLineParamName = "cache-mb",
      commandLineParamSynopsis = "-cache-mb <MB>",
      displayOrder = 53)
  public int getCacheMegabytes() {
    return cacheMegabytes;
  }

  /** Sets the bound of the cache in MB; 0 for no cache, -1 for a third of the heap. */
  public void setCacheMegabytes(int megabytes) {
    if (megabytes < -1) {
      throw new IllegalArgumentException("MB must be at least -1, but are " + megabytes);
    }
    cacheMegabytes = megabytes;
  }

  /** Returns whether the table has Weka's strict multi-instance form. */
  @OptionMetadata(
      displayName = "multiInstance",
      description =
          "Make Weka's strict multi-instance table (nominal bag id, bag, class), for Weka's"
              + " multi-instance tools.",
      commandLineParamName = "multi-instance",
      commandLineParamSynopsis = "-multi-instance",
      commandLineParamIsFlag = true,
      displayOrder = 54)
  public boolean getMultiInstance() {
    return multiInstance;
  }

  /** Sets whether the table has Weka's strict multi-instance form. */
  public void setMultiInstance(boolean strict) {
    multiInstance = strict;
  }

  @Override
  public void setLog(Logger logger) {
    log = logger;
  }

  @Override
  public Logger getLog() {
    return log;
  }

  /** Returns what the log is; a program sets it, not the user. */
  public String logTipText() {
    return "Takes messages and progress; set by Weka's windows.";
  }
}
