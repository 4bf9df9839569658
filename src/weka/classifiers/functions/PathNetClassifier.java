package weka.classifiers.functions;

import emotiontransfer.pathnet.EvolutionSettings;
import emotiontransfer.pathnet.FeatureInfo;
import emotiontransfer.pathnet.GenerationRecord;
import emotiontransfer.pathnet.LearnerSettings;
import emotiontransfer.pathnet.ModelFormat;
import emotiontransfer.pathnet.ModuleKind;
import emotiontransfer.pathnet.Mutation;
import emotiontransfer.pathnet.PathNetLearner;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.PathNetShape;
import emotiontransfer.pathnet.Provenance;
import emotiontransfer.pathnet.TrainerSettings;
import emotiontransfer.pathnet.TrainingSet;
import java.io.File;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import weka.classifiers.SegmentClassifier;
import weka.classifiers.SubjectAwareClassifier;
import weka.classifiers.rules.ZeroR;
import weka.core.AdditionalMeasureProducer;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.LogHandler;
import weka.core.MultiInstanceCapabilitiesHandler;
import weka.core.SegmentReader;
import weka.core.TaskProgress;
import weka.core.TechnicalInformation;
import weka.core.TechnicalInformation.Field;
import weka.core.TechnicalInformation.Type;
import weka.core.TechnicalInformationHandler;
import weka.core.Utils;
import weka.core.WeightedInstancesHandler;
import weka.core.WekaException;
import weka.gui.Logger;

/**
 * Emotion recognition with PathNet transfer learning (Nguyen et al., "Meta Transfer Learning for
 * Emotion Recognition").
 *
 * <p>Learns from the one relational attribute of a bag table, or, where there is none, from the
 * numeric attributes of any table; attributes named {@code file} and {@code subject} never reach
 * the learner. The work is done by {@link PathNetLearner}.
 */
public class PathNetClassifier extends PathNetOptions
    implements SegmentClassifier,
        SubjectAwareClassifier,
        MultiInstanceCapabilitiesHandler,
        WeightedInstancesHandler,
        TechnicalInformationHandler,
        AdditionalMeasureProducer,
        LogHandler {

  private static final long serialVersionUID = 1L;

  /** Stands in, as in Weka's own schemes, where a table has no attribute but the class. */
  private ZeroR majority;

  private transient PathNetModel model;
  private transient Logger log;
  private transient SegmentReader reader;
  private transient Instances readerHeader;

  /**
   * Describes the scheme.
   *
   * @return text for Weka's user interfaces
   */
  public String globalInfo() {
    return "Emotion recognition with PathNet transfer learning: a population of pathways through a"
        + " grid of small neural modules competes on the training data, two by two, while the"
        + " modules learn by gradient descent. The best pathway of a model that was evolved on a"
        + " source corpus can be frozen (option source) and takes part in the evolution on a new,"
        + " small corpus. Learns from bags of segments (one relational attribute, as made by"
        + " MelDeltaSpectrogram) with one decision per bag, or from the numeric attributes of an"
        + " ordinary table; nominal and string attributes are ignored.\n\n"
        + "For more information see:\n\n"
        + getTechnicalInformation();
  }

  @Override
  public TechnicalInformation getTechnicalInformation() {
    TechnicalInformation paper = new TechnicalInformation(Type.ARTICLE);
    paper.setValue(
        Field.AUTHOR,
        "Dung Nguyen and Sridha Sridharan and Duc Thanh Nguyen and Simon Denman and David Dean and"
            + " Clinton Fookes");
    paper.setValue(Field.TITLE, "Meta Transfer Learning for Emotion Recognition");
    paper.setValue(Field.JOURNAL, "arXiv preprint");
    paper.setValue(Field.YEAR, "2020");
    TechnicalInformation pathNet = paper.add(Type.ARTICLE);
    pathNet.setValue(
        Field.AUTHOR,
        "Chrisantha Fernando and Dylan Banarse and Charles Blundell and Yori Zwols and David Ha and"
            + " Andrei A. Rusu and Alexander Pritzel and Daan Wierstra");
    pathNet.setValue(
        Field.TITLE, "PathNet: Evolution Channels Gradient Descent in Super Neural Networks");
    pathNet.setValue(Field.JOURNAL, "CoRR");
    pathNet.setValue(Field.VOLUME, "abs/1701.08734");
    pathNet.setValue(Field.YEAR, "2017");
    return paper;
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

  @Override
  public void buildClassifier(Instances data) throws Exception {
    getCapabilities().testWithFail(data);
    model = null;
    reader = null;
    majority = null;
    if (data.numAttributes() == 1) {
      majority = new ZeroR();
      majority.buildClassifier(data);
      return;
    }
    Instances labelled = new Instances(data);
    labelled.deleteWithMissingClass();
    SegmentReader inputs = new SegmentReader(labelled);
    FeatureInfo features = PathNetInputs.features(labelled, inputs);
    List<PathNetModel> sourceModels = readSources();
    PathNetShape shape = shape(inputs.inputs(), labelled.numClasses());
    PathNetInputs.checkSources(getSources(), sourceModels, shape, features);
    try (TrainingSet set = PathNetInputs.trainingSet(labelled, inputs);
        PathNetLearner learner =
            new PathNetLearner(
                settings(shape),
                shape,
                set,
                inputs.channels(),
                sourceModels,
                provenance(labelled, features, sourceModels))) {
      evolve(learner);
      model = learner.model();
    }
  }

  private void evolve(PathNetLearner learner) throws InterruptedException {
    try (TaskProgress progress = TaskProgress.start("PathNet evolution", getGenerations(), log)) {
      while (!learner.isDone()) {
        GenerationRecord record = learner.next();
        progress.step(String.format("fitness %.3f / %.3f", record.fitnessA(), record.fitnessB()));
      }
    }
  }

  private LearnerSettings settings(PathNetShape shape) {
    Mutation paper = Mutation.of(shape);
    double probability = getMutation() == 0 ? paper.probability() : getMutation();
    return new LearnerSettings(
        ModuleKind.named(getModule()),
        new EvolutionSettings(
            getPopulation(),
            getGenerations(),
            new Mutation(probability, getShift(), getBoundary()),
            getEvolution(),
            getStopFitness()),
        new TrainerSettings(getLearningRate(), getMiniBatch()),
        getStandardize(),
        getSourceUse(),
        getSeed(),
        threads());
  }

  private int threads() {
    if (getNumSlots() < 0) {
      throw new IllegalArgumentException(
          "-num-slots must not be negative, but is " + getNumSlots());
    }
    return getNumSlots() == 0 ? Runtime.getRuntime().availableProcessors() : getNumSlots();
  }

  private PathNetShape shape(int inputs, int classes) {
    return new PathNetShape(
        inputs, getLayers(), getModules(), getNeurons(), getMaxActive(), classes);
  }

  private List<PathNetModel> readSources() throws WekaException {
    List<PathNetModel> models = new ArrayList<>();
    for (File file : getSources()) {
      models.add(PathNetModelFile.read(file));
    }
    return models;
  }

  private Provenance provenance(
      Instances data, FeatureInfo features, List<PathNetModel> sourceModels) throws Exception {
    PathNetClassifier recorded = new PathNetClassifier();
    recorded.setOptions(getOptions());
    // Neither changes what a model is: threads change nothing, sources are known by their hashes.
    recorded.setNumSlots(0);
    recorded.setSources(new File[0]);
    return PathNetInputs.provenance(
        data, features, Utils.joinOptions(recorded.getOptions()), getSources(), sourceModels);
  }

  /**
   * Returns the evolved model.
   *
   * @return the model
   * @throws IllegalStateException if none was built yet
   */
  public PathNetModel model() {
    if (model == null) {
      throw new IllegalStateException("PathNetClassifier: no model has been built yet.");
    }
    return model;
  }

  @Override
  public double[] distributionForInstance(Instance instance) throws Exception {
    if (majority != null) {
      return majority.distributionForInstance(instance);
    }
    double[][] posteriors = distributionsForSegments(instance);
    if (posteriors.length > 0) {
      return getPool().pool(posteriors);
    }
    return model().provenance().classPriors().stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Override
  public double[][] distributionsForSegments(Instance instance) throws Exception {
    PathNetModel built = model();
    float[][] segments = readerFor(instance.dataset()).segments(instance);
    if (!getAllowSubjectOverlap()) {
      PathNetInputs.checkSubject(instance, built.provenance().sourceSubjects());
    }
    return built.probabilities(segments);
  }

  private synchronized SegmentReader readerFor(Instances header) throws WekaException {
    if (header == null) {
      throw new WekaException("An instance without a data set cannot be classified.");
    }
    if (reader == null || readerHeader != header) {
      SegmentReader found = new SegmentReader(header);
      PathNetInputs.checkFeatures(
          model().provenance().features(), PathNetInputs.features(header, found));
      reader = found;
      readerHeader = header;
    }
    return reader;
  }

  @Override
  public Set<String> sourceSubjects() throws Exception {
    Set<String> subjects = new LinkedHashSet<>();
    for (PathNetModel source : readSources()) {
      subjects.addAll(source.provenance().subjects());
      subjects.addAll(source.provenance().sourceSubjects());
    }
    return subjects;
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

  @Override
  public Enumeration<String> enumerateMeasures() {
    return Collections.enumeration(PathNetReport.MEASURES.keySet());
  }

  @Override
  public double getMeasure(String name) {
    return PathNetReport.measure(model(), name);
  }

  /**
   * Describes the built model: settings, lineage, best pathway, fitness, size and time.
   *
   * @return several lines of text
   */
  @Override
  public String toString() {
    if (majority != null) {
      return "PathNetClassifier: the table has only its class, so the majority decides.\n\n"
          + majority;
    }
    return model == null
        ? "PathNetClassifier: no model has been built yet."
        : PathNetReport.describe(model);
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    out.defaultWriteObject();
    out.writeObject(model == null ? null : ModelFormat.toBytes(model));
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    byte[] bytes = (byte[]) in.readObject();
    try {
      model = bytes == null ? null : ModelFormat.fromBytes(bytes);
    } catch (IOException e) {
      InvalidObjectException invalid =
          new InvalidObjectException("This PathNetClassifier " + e.getMessage() + ".");
      invalid.initCause(e);
      throw invalid;
    }
  }

  /**
   * Runs the scheme from the command line.
   *
   * @param arguments Weka's evaluation options and the scheme's own
   */
  public static void main(String[] arguments) {
    runClassifier(new PathNetClassifier(), arguments);
  }
}
