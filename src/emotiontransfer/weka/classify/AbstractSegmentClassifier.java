package emotiontransfer.weka.classify;

import emotiontransfer.pathnet.Pooling;
import emotiontransfer.weka.options.SchemeOptions;
import emotiontransfer.weka.progress.WindowLog;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.function.ToDoubleFunction;
import org.apache.commons.lang3.Validate;
import weka.classifiers.Classifier;
import weka.classifiers.IterativeClassifier;
import weka.classifiers.RandomizableClassifier;
import weka.classifiers.rules.ZeroR;
import weka.core.AdditionalMeasureProducer;
import weka.core.Capabilities;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.LogHandler;
import weka.core.MultiInstanceCapabilitiesHandler;
import weka.core.Option;
import weka.core.OptionMetadata;
import weka.core.TechnicalInformation;
import weka.core.TechnicalInformationHandler;
import weka.core.WeightedInstancesHandler;
import weka.gui.Logger;

/**
 * A classifier of bags of segments by a network: takes tables, trains step by step, decides about
 * each segment and pools the decisions. A subclass has the options of its network and begins its
 * training. What is saved is a {@link SavedScheme}, never the fields.
 */
public abstract class AbstractSegmentClassifier<M extends SegmentModel>
    extends RandomizableClassifier
    implements SegmentClassifier,
        SubjectAwareClassifier,
        MultiInstanceCapabilitiesHandler,
        WeightedInstancesHandler,
        TechnicalInformationHandler,
        AdditionalMeasureProducer,
        LogHandler {

  private static final long serialVersionUID = 1L;

  private double learningRate;
  private int miniBatch;
  private Pooling pool = Pooling.MEAN;
  private int numSlots = 0;
  private boolean allowSubjectOverlap;

  private transient SegmentModel.Kind<M> kind;
  private ZeroR majority;
  private transient M model;
  private transient SegmentModel.Training<M> training;
  private transient BagDecider decider;
  private transient Logger log;

  protected AbstractSegmentClassifier(
      SegmentModel.Kind<M> kind, double learningRate, int miniBatch) {
    this.kind = kind;
    this.learningRate = learningRate;
    this.miniBatch = miniBatch;
  }

  /** Begins a training; {@code built} is the model so far, or null in buildClassifier. */
  protected abstract SegmentModel.Training<M> begin(SegmentTable table, M built) throws Exception;

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

  /** Returns the annotated options of this scheme. */
  protected SchemeOptions options() {
    return SchemeOptions.of(this, RandomizableClassifier.class, kind.firstOptions());
  }

  @OptionMetadata(
      displayName = "learningRate",
      description = "Learning rate of stochastic gradient descent.",
      category = "Training")
  public double getLearningRate() {
    return learningRate;
  }

  public void setLearningRate(double value) {
    learningRate = value;
  }

  @OptionMetadata(
      displayName = "miniBatch",
      description = "Number of segments in a mini-batch.",
      category = "Training")
  public int getMiniBatch() {
    return miniBatch;
  }

  public void setMiniBatch(int value) {
    miniBatch = value;
  }

  @OptionMetadata(
      displayName = "pool",
      description = "Decision for a bag from the posteriors of its segments.",
      displayOrder = 5)
  public Pooling getPool() {
    return pool;
  }

  public void setPool(Pooling value) {
    pool = value;
  }

  @OptionMetadata(
      displayName = "numSlots",
      description = "Number of threads; 0 for all cores. It never changes a result.",
      displayOrder = 6)
  public int getNumSlots() {
    return numSlots;
  }

  public void setNumSlots(int value) {
    numSlots = SchemeOptions.atLeast(0, value, "num-slots");
  }

  @OptionMetadata(
      displayName = "allowSubjectOverlap",
      description =
          "Allows training on, and predictions for, a subject of a source; no test of these is"
              + " subject-independent.",
      displayOrder = 4)
  @Override
  public boolean getAllowSubjectOverlap() {
    return allowSubjectOverlap;
  }

  public void setAllowSubjectOverlap(boolean value) {
    allowSubjectOverlap = value;
  }

  protected final int threads() {
    return numSlots == 0 ? Runtime.getRuntime().availableProcessors() : numSlots;
  }

  @Override
  public Capabilities getCapabilities() {
    return SegmentTable.capabilities(super.getCapabilities());
  }

  @Override
  public Capabilities getMultiInstanceCapabilities() {
    return SegmentTable.bagCapabilities(new Capabilities(this));
  }

  @Override
  public void buildClassifier(Instances data) throws Exception {
    setModel(null);
    initializeClassifier(data);
    while (next()) {}
    done();
  }

  public void initializeClassifier(Instances data) throws Exception {
    getCapabilities().testWithFail(data);
    endTraining();
    majority = null;
    if (data.numAttributes() == 1) {
      majority = new ZeroR();
      majority.buildClassifier(data);
    } else {
      SegmentTable table = new SegmentTable(data);
      table.leftOut().ifPresent(sentence -> WindowLog.warn(log, sentence));
      if (!allowSubjectOverlap) {
        table.checkNone(sourceSubjects());
      }
      training = begin(table, model);
    }
  }

  /** Runs one step of the training; returns false if none was left. */
  public boolean next() throws Exception {
    try {
      return training != null && training.next();
    } catch (Throwable e) {
      endTraining();
      throw e;
    }
  }

  /** Ends the training; a model that is not to be continued becomes smaller. */
  public void done() throws Exception {
    if (training != null) {
      try {
        setModel(training.finish());
      } finally {
        endTraining();
      }
    } else if (model != null && this instanceof IterativeClassifier self && !self.getResume()) {
      setModel(kind.type().cast(model.finished()));
    }
  }

  private void setModel(M trained) {
    model = trained;
    decider = trained == null ? null : new BagDecider(trained);
  }

  private void endTraining() {
    if (training != null) {
      training.close();
      training = null;
    }
  }

  /** Returns a copy that predicts as the training in progress would if it stopped now. */
  public Classifier snapshot() throws Exception {
    Validate.validState(training != null, "No training is in progress.");
    return saved().with(training.soFar()).copy();
  }

  /** Returns the trained network, or throws an IllegalStateException. */
  public final M trained() {
    if (model == null) {
      throw new IllegalStateException(notBuilt());
    }
    return model;
  }

  /** Returns whether a network of a kind was trained. */
  final boolean hasModel(Class<? extends SegmentModel> type) {
    return type.isInstance(model);
  }

  @Override
  public double[] distributionForInstance(Instance instance) throws Exception {
    return decide(instance).clip();
  }

  @Override
  public BagDecision decide(Instance instance) throws Exception {
    if (majority != null) {
      return new BagDecision(majority.distributionForInstance(instance), new double[0][]);
    }
    trained();
    return decider.decide(instance, pool, threads(), allowSubjectOverlap);
  }

  public String globalInfo() {
    return kind.about() + "\n\nFor more information see:\n\n" + getTechnicalInformation();
  }

  @Override
  public TechnicalInformation getTechnicalInformation() {
    return kind.papers().get();
  }

  @Override
  public Enumeration<String> enumerateMeasures() {
    return Collections.enumeration(kind.measures().get().keySet());
  }

  @Override
  public double getMeasure(String name) {
    ToDoubleFunction<M> measure = kind.measures().get().get(name);
    if (measure == null) {
      String all = String.join(", ", kind.measures().get().keySet());
      throw new IllegalArgumentException("There is no measure '%s', but %s.".formatted(name, all));
    }
    return measure.applyAsDouble(trained());
  }

  @Override
  public String toString() {
    if (majority != null) {
      return getClass().getSimpleName()
          + ": the table has only its class, so the majority decides.\n\n"
          + majority;
    }
    return model == null ? notBuilt() : model.report();
  }

  private String notBuilt() {
    return getClass().getSimpleName() + ": no model has been built yet.";
  }

  /** Returns what of this scheme is saved, without a model. */
  protected final SavedScheme saved() {
    return SavedScheme.of(this, majority);
  }

  protected Object writeReplace() {
    return saved().with(model);
  }

  final SegmentModel.Kind<M> kind() {
    return kind;
  }

  final void restore(ZeroR savedMajority, SegmentModel savedModel) {
    majority = savedMajority;
    setModel(kind.type().cast(savedModel));
  }

  /** Reads a scheme of version 0.1.0, which saved its fields. */
  protected final void readFormer(ObjectInputStream in, SegmentModel.Kind<M> kindOfModel)
      throws InvalidObjectException {
    kind = kindOfModel;
    setModel(SavedScheme.readFormer(in, this));
  }

  @Override
  public void setLog(Logger log) {
    this.log = log;
  }

  @Override
  public Logger getLog() {
    return log;
  }

  public String logTipText() {
    return "Receives progress and messages; set by the Explorer.";
  }
}
