package emotiontransfer.weka.classify;

import emotiontransfer.data.FeatureInfo;
import emotiontransfer.weka.options.SchemeOptions;
import emotiontransfer.weka.table.SegmentReader;
import java.io.InvalidObjectException;
import java.util.Enumeration;
import java.util.Set;
import weka.classifiers.RandomizableClassifier;
import weka.classifiers.rules.ZeroR;
import weka.core.AdditionalMeasureProducer;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.LogHandler;
import weka.core.MultiInstanceCapabilitiesHandler;
import weka.core.Option;
import weka.core.OptionMetadata;
import weka.core.TechnicalInformationHandler;
import weka.core.Utils;
import weka.core.WeightedInstancesHandler;
import weka.core.WekaException;
import weka.gui.Logger;

/**
 * What the classifiers of bags of segments have in common: the tables that they take, the way to an
 * instance's segments, and Weka's log.
 */
public abstract class AbstractSegmentClassifier extends RandomizableClassifier
    implements SegmentClassifier,
        SubjectAwareClassifier,
        MultiInstanceCapabilitiesHandler,
        WeightedInstancesHandler,
        TechnicalInformationHandler,
        AdditionalMeasureProducer,
        LogHandler {

  private static final long serialVersionUID = 1L;

  private int numSlots = 0;
  private boolean allowSubjectOverlap;

  /** False in what an earlier version has saved, whose options stood in other classes. */
  private boolean optionsSaved = true;

  private transient Logger log;
  private transient SegmentReader reader;
  private transient Instances readerHeader;

  @Override
  public Enumeration<Option> listOptions() {
    return options().list(super.listOptions());
  }

  @Override
  public String[] getOptions() {
    return options().get(super.getOptions());
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    options().set(options, super::setOptions);
  }

  private SchemeOptions options() {
    return SchemeOptions.of(this, RandomizableClassifier.class, firstOptions());
  }

  /** Returns the names of the options that tell one scheme of this class from another. */
  protected String[] firstOptions() {
    return new String[0];
  }

  @OptionMetadata(
      displayName = "numSlots",
      description = "Number of threads; 0 for all cores. It never changes a result.",
      commandLineParamName = "num-slots",
      displayOrder = 6)
  public int getNumSlots() {
    return numSlots;
  }

  public void setNumSlots(int value) {
    numSlots = value;
  }

  @OptionMetadata(
      displayName = "allowSubjectOverlap",
      description =
          "Allows predictions for a subject that a source was trained on; they are not"
              + " subject-independent then.",
      commandLineParamName = "allow-subject-overlap",
      commandLineParamIsFlag = true,
      displayOrder = 4)
  public boolean getAllowSubjectOverlap() {
    return allowSubjectOverlap;
  }

  public void setAllowSubjectOverlap(boolean value) {
    allowSubjectOverlap = value;
  }

  @Override
  public Capabilities getCapabilities() {
    Capabilities result = super.getCapabilities();
    result.disableAll();
    result.enable(Capability.RELATIONAL_ATTRIBUTES);
    result.enable(Capability.NUMERIC_ATTRIBUTES);
    result.enable(Capability.NOMINAL_ATTRIBUTES);
    result.enable(Capability.STRING_ATTRIBUTES);
    result.enable(Capability.MISSING_VALUES);
    result.enable(Capability.NOMINAL_CLASS);
    result.enable(Capability.MISSING_CLASS_VALUES);
    return result;
  }

  @Override
  public Capabilities getMultiInstanceCapabilities() {
    Capabilities result = new Capabilities(this);
    result.enable(Capability.NUMERIC_ATTRIBUTES);
    result.enable(Capability.MISSING_VALUES);
    result.enable(Capability.NO_CLASS);
    return result;
  }

  /**
   * Returns what decides where a table has no attribute but the class, or null for other tables.
   */
  protected static ZeroR majorityOf(Instances data) throws Exception {
    if (data.numAttributes() != 1) {
      return null;
    }
    ZeroR majority = new ZeroR();
    majority.buildClassifier(data);
    return majority;
  }

  /** Returns the number of threads that {@code -num-slots} asks for. */
  protected final int threads() {
    if (numSlots < 0) {
      throw new IllegalArgumentException("-num-slots must not be negative, but is " + numSlots);
    }
    return numSlots == 0 ? Runtime.getRuntime().availableProcessors() : numSlots;
  }

  /** Makes the next instance be checked against the features of a new model. */
  protected final void forgetReader() {
    reader = null;
  }

  /**
   * Reads the segments of an instance that is to be classified.
   *
   * @param instance of a table
   * @param learnt features that the model was trained on
   * @param forbidden subjects on which a prediction would tell nothing
   * @return {@code [segment][value]}
   * @throws WekaException if the instance has other features or is of such a subject
   */
  protected final float[][] segments(Instance instance, FeatureInfo learnt, Set<String> forbidden)
      throws WekaException {
    float[][] segments = readerFor(instance.dataset(), learnt).segments(instance);
    PathNetInputs.checkSubject(instance, forbidden);
    return segments;
  }

  private synchronized SegmentReader readerFor(Instances header, FeatureInfo learnt)
      throws WekaException {
    if (header == null) {
      throw new WekaException("An instance without a data set cannot be classified.");
    }
    if (reader == null || readerHeader != header) {
      SegmentReader found = new SegmentReader(header);
      PathNetInputs.checkFeatures(learnt, PathNetInputs.features(header, found));
      reader = found;
      readerHeader = header;
    }
    return reader;
  }

  /** Returns the model, which must have been built. */
  protected final <T> T built(T model) {
    if (model == null) {
      throw new IllegalStateException(withoutModel(null));
    }
    return model;
  }

  /** Describes the scheme where it has no model of its own. */
  protected final String withoutModel(ZeroR majority) {
    return getClass().getSimpleName()
        + (majority == null
            ? ": no model has been built yet."
            : ": the table has only its class, so the majority decides.\n\n" + majority);
  }

  /** Returns the exception that ends the reading of a saved classifier. */
  protected final InvalidObjectException invalid(String why, Exception cause) {
    InvalidObjectException invalid =
        new InvalidObjectException("This " + getClass().getSimpleName() + " " + why + ".");
    invalid.initCause(cause);
    return invalid;
  }

  /**
   * Sets the options of a classifier that was saved by a build that kept them elsewhere, so that
   * they are not among what was read.
   *
   * @param recorded options in its model; empty if it was saved without one
   * @throws InvalidObjectException if there is none
   */
  protected final void restoreOptions(String recorded) throws InvalidObjectException {
    if (optionsSaved) {
      return;
    }
    optionsSaved = true;
    if (recorded.isEmpty()) {
      throw SchemeOptions.lost(this);
    }
    try {
      setOptions(Utils.splitOptions(recorded));
    } catch (Exception e) {
      throw invalid("has options that this version does not know: " + recorded, e);
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

  /**
   * Describes the property that Weka's user interfaces set themselves.
   *
   * @return its tool tip
   */
  public String logTipText() {
    return "Receives progress and messages; set by the Explorer.";
  }
}
