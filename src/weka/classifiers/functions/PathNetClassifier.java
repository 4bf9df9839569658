package weka.classifiers.functions;

import emotiontransfer.data.Provenance;
import emotiontransfer.pathnet.LearnerSettings;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.evolution.EvolutionSettings;
import emotiontransfer.pathnet.evolution.Mutation;
import emotiontransfer.pathnet.model.ModelFormat;
import emotiontransfer.pathnet.network.ModuleKind;
import emotiontransfer.pathnet.training.TrainerSettings;
import emotiontransfer.weka.classify.PathNetOptions;
import emotiontransfer.weka.classify.PathNetReport;
import emotiontransfer.weka.classify.PathNetRequest;
import emotiontransfer.weka.classify.PathNetScheme;
import emotiontransfer.weka.classify.PathNetTraining;
import emotiontransfer.weka.options.MetaTransferPaper;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import weka.classifiers.IterativeClassifier;
import weka.classifiers.rules.ZeroR;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.TechnicalInformation;
import weka.core.TechnicalInformation.Field;
import weka.core.TechnicalInformation.Type;

/**
 * Emotion recognition with PathNet transfer learning (Nguyen et al., "Meta Transfer Learning for
 * Emotion Recognition").
 *
 * <p>Learns from the one relational attribute of a bag table, or, where there is none, from the
 * numeric attributes of any table; attributes named {@code file} and {@code subject} never reach
 * the learner. The work is done by {@link emotiontransfer.pathnet.PathNetLearner}.
 */
public class PathNetClassifier extends PathNetOptions
    implements IterativeClassifier, PathNetScheme {

  private static final long serialVersionUID = 1L;

  /** Stands in, as in Weka's own schemes, where a table has no attribute but the class. */
  private ZeroR majority;

  private transient PathNetModel model;
  private transient PathNetTraining training;

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
    TechnicalInformation paper = MetaTransferPaper.reference();
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
  public void buildClassifier(Instances data) throws Exception {
    model = null;
    initializeClassifier(data);
    while (next()) {
      // The generation is the work.
    }
    done();
  }

  /**
   * Prepares an evolution: that of the model, if it was built with {@code -resume} and the option
   * is still set, or else that in the checkpoint, or else a new one.
   *
   * @param data training table
   * @throws Exception if the data, options or sources do not fit
   */
  @Override
  public void initializeClassifier(Instances data) throws Exception {
    getCapabilities().testWithFail(data);
    endTraining();
    PathNetModel begun = getResume() && model != null && model.isResumable() ? model : null;
    forgetReader();
    majority = majorityOf(data);
    if (majority == null) {
      training = new PathNetTraining(request(), data, begun, getLog());
    }
  }

  private PathNetRequest request() {
    double mutation =
        getMutation() == 0 ? Mutation.paperProbability(getMaxActive(), getLayers()) : getMutation();
    LearnerSettings learner =
        new LearnerSettings(
            ModuleKind.ofKeyword(getModule()),
            new EvolutionSettings(
                getPopulation(),
                getGenerations(),
                new Mutation(mutation, getShift(), getBoundary()),
                getEvolution(),
                getStopFitness()),
            new TrainerSettings(getLearningRate(), getMiniBatch()),
            getStandardize(),
            getSourceUse(),
            getSeed(),
            threads(),
            getResume() || !getCheckpoint().getPath().isEmpty());
    return new PathNetRequest(
        new PathNetRequest.Grid(getLayers(), getModules(), getNeurons(), getMaxActive()),
        learner,
        List.of(getSources()),
        getResume(),
        getCheckpoint(),
        getCheckpointEvery(),
        getOptions(),
        this::holding);
  }

  /**
   * Runs one generation.
   *
   * @return false if there was none left to run
   * @throws InterruptedException if the thread was interrupted
   */
  @Override
  public boolean next() throws Exception {
    if (training == null) {
      return false;
    }
    boolean ended = true;
    try {
      boolean ran = training.next();
      ended = false;
      return ran;
    } finally {
      if (ended) {
        endTraining();
      }
    }
  }

  @Override
  public void done() throws Exception {
    if (training != null) {
      try {
        model = training.finish();
      } finally {
        endTraining();
      }
    } else if (model != null && !getResume()) {
      model = model.finished();
    }
  }

  /**
   * Returns a classifier that predicts as an evolution in progress would if it stopped now. The
   * evolution goes on untouched.
   *
   * @return a copy with the best pathway so far; modules outside it are zero
   * @throws Exception if no evolution is in progress or none of its generations has run
   */
  public PathNetClassifier snapshot() throws Exception {
    if (training == null) {
      throw new IllegalStateException("PathNetClassifier: no evolution is in progress.");
    }
    return holding(training.soFar());
  }

  private void endTraining() {
    if (training != null) {
      training.close();
      training = null;
    }
  }

  /** Returns a classifier with the same options that holds another model. */
  public PathNetClassifier holding(PathNetModel other) throws Exception {
    PathNetClassifier copy = new PathNetClassifier();
    copy.setOptions(getOptions());
    copy.model = other;
    return copy;
  }

  /**
   * Returns the evolved model.
   *
   * @throws IllegalStateException if none was built yet
   */
  public PathNetModel model() {
    return built(model);
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
    PathNetModel built = model();
    Provenance provenance = built.provenance();
    Set<String> forbidden = getAllowSubjectOverlap() ? Set.of() : provenance.sourceSubjects();
    double[][] segments = built.probabilities(segments(instance, provenance.features(), forbidden));
    return new BagDecision(
        segments.length > 0
            ? getPool().pool(segments)
            : provenance.classPriors().stream().mapToDouble(Double::doubleValue).toArray(),
        segments);
  }

  @Override
  public Set<String> sourceSubjects() throws Exception {
    Set<String> subjects = new LinkedHashSet<>();
    for (PathNetModel source : PathNetTraining.sources(List.of(getSources()))) {
      subjects.addAll(source.provenance().subjects());
      subjects.addAll(source.provenance().sourceSubjects());
    }
    return subjects;
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
    return majority != null || model == null
        ? withoutModel(majority)
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
      throw invalid(e.getMessage(), e);
    }
    restoreOptions(model == null ? "" : model.provenance().options());
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
