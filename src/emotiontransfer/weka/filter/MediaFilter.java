package emotiontransfer.weka.filter;

import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.data.Keyword;
import emotiontransfer.data.SegmentBlock;
import emotiontransfer.media.ClipLimits;
import emotiontransfer.media.ClipReader;
import emotiontransfer.media.SegmentTimes;
import emotiontransfer.media.format.FormatChoice;
import emotiontransfer.weka.command.FilterCommand;
import emotiontransfer.weka.filter.BagTableFormat.Form;
import emotiontransfer.weka.filter.store.StoreChoice;
import emotiontransfer.weka.options.MetaTransferPaper;
import emotiontransfer.weka.options.SchemeOptions;
import emotiontransfer.weka.progress.Task;
import emotiontransfer.weka.table.FeatureSignature;
import emotiontransfer.weka.table.FiniteNumbers;
import emotiontransfer.weka.table.SignedFilter;
import java.io.File;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.swing.JFileChooser;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.LogHandler;
import weka.core.Option;
import weka.core.OptionMetadata;
import weka.core.TechnicalInformation;
import weka.core.TechnicalInformationHandler;
import weka.core.Utils;
import weka.filters.Filter;
import weka.gui.FilePropertyMetadata;
import weka.gui.Logger;

/**
 * A filter that turns the path of a clip into a bag of segments, one bag per clip.
 *
 * <p>Clips of the first batch are decoded in parallel when the batch ends; later clips at once.
 * Rows keep their order, and the numbers do not depend on the number of threads.
 */
public abstract class MediaFilter extends Filter
    implements KeepsClipColumns, SignedFilter, LogHandler, TechnicalInformationHandler {

  private static final long serialVersionUID = 1L;

  /** What an unreadable clip leads to. */
  public enum OnError implements Keyword {
    ERROR,
    SKIP;
  }

  private static final File NO_STORE = new File("");
  private static final File EMPTY_FIELD = new File(".");

  private File relativeTo = new File("");
  private OnError onError = OnError.ERROR;
  private int numSlots;
  private int cacheMegabytes = -1;
  private double maxSeconds = ClipLimits.DEFAULT.seconds();
  private long maxPixels = ClipLimits.DEFAULT.pixels();
  private long maxBytes = ClipLimits.DEFAULT.bytes();
  private double maxTime = ClipLimits.DEFAULT.time();
  private boolean multiInstance;
  private boolean anyFormat;
  private File store = NO_STORE;
  private int storeGigabytes = StoreChoice.USUAL_GIGABYTES;
  private BagTableFormat format;

  /** Whether the format depends on the clips of the first batch. */
  private boolean provisional;

  private boolean headerTaken;
  private transient Logger log;
  private transient RemarkTaker remarks;

  /** Returns a reader, or throws an IllegalArgumentException where an option is out of range. */
  public abstract ClipReader createReader();

  /**
   * Returns what a clip may be and take, or throws an IllegalArgumentException as does the reader.
   */
  protected ClipLimits limits() {
    FormatChoice formats = anyFormat ? FormatChoice.ANY : FormatChoice.USUAL;
    return new ClipLimits(maxSeconds, maxPixels, maxBytes, maxTime, formats);
  }

  /** Returns the filter's name and the options that say what a value means, in a fixed order. */
  public abstract String signature();

  /** Returns all options that change a decoded clip, also those that choose its frames. */
  protected String cacheKey() {
    return signature();
  }

  /** Returns whether reading a clip does nothing but give its segments. */
  protected boolean isStorable() {
    return true;
  }

  protected abstract List<String> valueNames();

  /** Returns whether a clip becomes one segment, whose values stand in the row without a bag. */
  protected boolean makesVectors() {
    return false;
  }

  /**
   * Decides by clips, not by their labels, what the options leave to them; called with those of the
   * first batch before any is read for it.
   *
   * @return whether nothing is left to decide
   */
  protected boolean decide(List<Path> clips) {
    return true;
  }

  /** Returns the options that a signature stands for that an earlier version may have made. */
  public String optionsOf(String signature) {
    return signature;
  }

  public Set<Modality> modalities() {
    return EnumSet.allOf(Modality.class);
  }

  /** Returns where segments stand in their clip, empty where the settings do not say. */
  public Optional<SegmentTimes> segmentTimes() {
    return Optional.empty();
  }

  @Override
  public TechnicalInformation getTechnicalInformation() {
    return MetaTransferPaper.reference();
  }

  @Override
  public Capabilities getCapabilities() {
    Capabilities result = super.getCapabilities();
    result.disableAllAttributeDependencies();
    result.disableAllClassDependencies();
    result.disable(Capability.RELATIONAL_ATTRIBUTES);
    result.disable(Capability.RELATIONAL_CLASS);
    result.disable(Capability.STRING_CLASS);
    result.enable(Capability.NO_CLASS);
    return result;
  }

  @Override
  public boolean setInputFormat(Instances instanceInfo) throws Exception {
    super.setInputFormat(instanceInfo);
    createReader();
    BagTableFormat.fileColumn(instanceInfo);
    format = null;
    provisional = true;
    if (!multiInstance) {
      // Most callers give all rows; a MultiFilter does, and asks for the format before it filters.
      provisional = !decide(paths(instanceInfo));
      define(instanceInfo);
    }
    return !provisional;
  }

  private List<Path> paths(Instances clips) {
    int file = BagTableFormat.fileColumn(clips);
    List<Path> paths = new ArrayList<>();
    for (Instance clip : clips) {
      try {
        String path = clip.isMissing(file) ? "" : clip.stringValue(file);
        paths.add(relativeTo.toPath().resolve(path).toAbsolutePath().normalize());
      } catch (InvalidPathException e) {
        // Reading the clip will report that.
        continue;
      }
    }
    return paths;
  }

  private void define(Instances clips) {
    String relation = FeatureSignature.tag(clips.relationName(), signature());
    Form form = multiInstance ? Form.STRICT_BAG : makesVectors() ? Form.VECTOR : Form.BAG;
    format = new BagTableFormat(clips, valueNames(), relation, form);
    startTable();
  }

  /** Weka appends class and options to the relation name; here the signature has them already. */
  private void startTable() {
    Instances empty = format.emptyTable();
    setOutputFormat(empty);
    outputFormatPeek().setRelationName(empty.relationName());
    format.prepare(outputFormatPeek());
  }

  @Override
  public Instances getOutputFormat() {
    headerTaken = true;
    return super.getOutputFormat();
  }

  @Override
  public boolean input(Instance instance) throws Exception {
    FiniteNumbers.check(instance);
    if (isNewBatch()) {
      // Weka keeps the bags of earlier batches in the header of the output. They are dropped unless
      // the caller has taken the header since the last batch: its rows may still be on their way.
      if (isFirstBatchDone() && !headerTaken && format != null) {
        startTable();
      }
      headerTaken = false;
    }
    super.input(instance);
    if (isFirstBatchDone()) {
      try {
        convertBuffered();
      } finally {
        // A clip that cannot be read is no obstacle to the next one.
        flushInput();
      }
    }
    return isFirstBatchDone();
  }

  @Override
  public boolean batchFinished() throws Exception {
    if (!isFirstBatchDone() && getInputFormat() != null) {
      if (provisional) {
        decide(paths(getInputFormat()));
        define(getInputFormat());
      }
      convertBuffered();
    }
    return super.batchFinished();
  }

  private void convertBuffered() throws Exception {
    Instances clips = getInputFormat();
    boolean skip = onError == OnError.SKIP;
    boolean first = !isFirstBatchDone();
    ClipReader reader = createReader();
    String key = cacheKey();
    if (isStorable()) {
      StoreChoice choice = new StoreChoice(store, storeGigabytes);
      reader = choice.reader(reader, key, limits(), first, log);
      key += choice;
    }
    Task task =
        Task.of("Reading clips", "step", "reading clip", clips.numInstances())
            .by(getClass(), Utils.joinOptions(getOptions()));
    List<Optional<SegmentBlock>> blocks =
        new ClipDecoder(relativeTo, skip, first, numSlots, cacheMegabytes, key)
            .decode(clips.stream().map(format::path).toList(), reader, task, log);
    reader.finish();
    for (int i = 0; i < clips.numInstances(); i++) {
      push(format.row(clips.instance(i), blocks.get(i), outputFormatPeek()), false);
    }
    remarks = Objects.requireNonNullElseGet(remarks, RemarkTaker::logging);
    remarks.accept(reader.remarks(), clips.numInstances(), log);
  }

  /** Hands remarks on clips to another taker than the log. */
  public void reportTo(RemarkTaker taker) {
    remarks = taker;
  }

  /** Leaves out the bags of the last batch: a saved classifier holds no training data. */
  protected Object writeReplace() {
    if (format != null && isOutputFormatDefined() && numPendingOutput() == 0) {
      startTable();
    }
    return this;
  }

  /** Filters of models that were saved before there were limits or a store have the defaults. */
  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    if (store == null) {
      store = NO_STORE;
      storeGigabytes = StoreChoice.USUAL_GIGABYTES;
    }
    if (maxTime == 0) {
      maxSeconds = ClipLimits.DEFAULT.seconds();
      maxPixels = ClipLimits.DEFAULT.pixels();
      maxBytes = ClipLimits.DEFAULT.bytes();
      maxTime = ClipLimits.DEFAULT.time();
    }
  }

  /** Is called for filters of releases in which this class had another name. */
  private void readObjectNoData() throws InvalidObjectException {
    throw new InvalidObjectException(
        "This %s was saved by an earlier release of emotionTransfer; build the model again."
            .formatted(getClass().getSimpleName()));
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

  @OptionMetadata(
      displayName = "relativeTo",
      description = "Folder that relative paths start from; none: the working folder.",
      displayOrder = 50)
  public File getRelativeTo() {
    return relativeTo;
  }

  public void setRelativeTo(File value) {
    relativeTo = value;
  }

  @OptionMetadata(
      displayName = "onError",
      description =
          "What an unreadable clip leads to: error (stop and name it) or skip (leave its bag"
              + " missing and count it; all clips is an error).",
      displayOrder = 51)
  public OnError getOnError() {
    return onError;
  }

  public void setOnError(OnError value) {
    onError = value;
  }

  @OptionMetadata(
      displayName = "numSlots",
      description = "How many clips are decoded at once; 0 takes all cores. Never changes a value.",
      displayOrder = 52)
  public int getNumSlots() {
    return numSlots;
  }

  public void setNumSlots(int value) {
    numSlots = SchemeOptions.atLeast(0, value, "num-slots");
  }

  @OptionMetadata(
      displayName = "cacheMegabytes",
      description = "Memory that decoded clips may keep, in MB; 0: none, -1: a third of the heap.",
      commandLineParamName = "cache-mb",
      displayOrder = 53)
  public int getCacheMegabytes() {
    return cacheMegabytes;
  }

  public void setCacheMegabytes(int value) {
    cacheMegabytes = SchemeOptions.atLeast(-1, value, "cache-mb");
  }

  @OptionMetadata(
      displayName = "multiInstance",
      description = "Make Weka's strict multi-instance form: nominal bag id, bag, class.",
      displayOrder = 54)
  public boolean getMultiInstance() {
    return multiInstance;
  }

  public void setMultiInstance(boolean value) {
    multiInstance = value;
  }

  @OptionMetadata(
      displayName = "anyFormat",
      description = "Open clips of all of FFmpeg's formats and codecs, also of unusual ones.",
      category = "Limits",
      displayOrder = 55)
  public boolean getAnyFormat() {
    return anyFormat;
  }

  public void setAnyFormat(boolean value) {
    anyFormat = value;
  }

  @OptionMetadata(
      displayName = "store",
      description =
          "Folder that keeps decoded clips for all processes: a folder, default (one below"
              + " WEKA_HOME) or none. Never changes a value.",
      displayOrder = 53)
  @FilePropertyMetadata(fileChooserDialogType = JFileChooser.OPEN_DIALOG, directoriesOnly = true)
  public File getStore() {
    return store;
  }

  /** Takes "." as no store: that is what Weka's dialog makes of a field that is empty. */
  public void setStore(File value) {
    store = EMPTY_FIELD.equals(value) ? NO_STORE : value;
  }

  @OptionMetadata(
      displayName = "storeGigabytes",
      description =
          "Most GB of the store; what was not used for the longest time goes first. 0: any.",
      commandLineParamName = "store-gb",
      displayOrder = 53)
  public int getStoreGigabytes() {
    return storeGigabytes;
  }

  public void setStoreGigabytes(int value) {
    storeGigabytes = SchemeOptions.atLeast(0, value, "store-gb");
  }

  @Override
  public void run(Object toRun, String[] options) throws Exception {
    FilterCommand.run(this, options);
  }

  @OptionMetadata(
      displayName = "maxSeconds",
      description = "Longest clip that is read, in s; a longer one is an error.",
      category = "Limits",
      displayOrder = 55)
  public double getMaxSeconds() {
    return maxSeconds;
  }

  public void setMaxSeconds(double value) {
    maxSeconds = value;
  }

  @OptionMetadata(
      displayName = "maxPixels",
      description = "Largest picture that is read, in pixels; a larger one is an error.",
      category = "Limits",
      displayOrder = 56)
  public long getMaxPixels() {
    return maxPixels;
  }

  public void setMaxPixels(long value) {
    maxPixels = value;
  }

  @OptionMetadata(
      displayName = "maxBytes",
      description =
          "Memory that the segments of a clip may take; more is an error. 0: a sixteenth of the"
              + " heap, at most 256 MB.",
      category = "Limits",
      displayOrder = 57)
  public long getMaxBytes() {
    return maxBytes;
  }

  public void setMaxBytes(long value) {
    maxBytes = value;
  }

  @OptionMetadata(
      displayName = "maxTime",
      description = "Longest reading of a clip, in s; more is an error.",
      category = "Limits",
      displayOrder = 58)
  public double getMaxTime() {
    return maxTime;
  }

  public void setMaxTime(double value) {
    maxTime = value;
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
    return "Takes messages and progress; set by Weka's windows.";
  }

  @Override
  public Enumeration<Option> listOptions() {
    return options().list(super.listOptions());
  }
}
