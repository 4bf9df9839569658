package weka.experiment;

import java.beans.IntrospectionException;
import java.beans.PropertyDescriptor;
import java.io.File;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.swing.DefaultListModel;
import weka.classifiers.evaluation.AbstractEvaluationMetric;
import weka.classifiers.evaluation.UnweightedAveragePrecision;
import weka.classifiers.evaluation.UnweightedAverageRecall;
import weka.classifiers.evaluation.WeightedAverageRecall;
import weka.classifiers.functions.PathNetClassifier;
import weka.classifiers.functions.SMO;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.rules.ZeroR;
import weka.core.PluginManager;
import weka.core.Utils;
import weka.core.converters.EmotionCorpusLoader;
import weka.core.json.JSONNode;
import weka.filters.Filter;
import weka.filters.MultiFilter;
import weka.filters.unsupervised.attribute.BagFunctionals;
import weka.filters.unsupervised.attribute.MelDeltaSpectrogram;
import weka.filters.unsupervised.attribute.RemoveByName;
import weka.knowledgeflow.Flow;
import weka.knowledgeflow.StepManager;
import weka.knowledgeflow.StepManagerImpl;
import weka.knowledgeflow.steps.ClassAssigner;
import weka.knowledgeflow.steps.Classifier;
import weka.knowledgeflow.steps.ClassifierPerformanceEvaluator;
import weka.knowledgeflow.steps.Loader;
import weka.knowledgeflow.steps.Step;
import weka.knowledgeflow.steps.SubjectFoldMaker;
import weka.knowledgeflow.steps.TextSaver;

/**
 * Makes the experiments in {@code doc/experiments}: {@code ./antw experiments} writes them anew.
 *
 * <p>They are binary files, because Weka cannot read the list of schemes for a result producer of
 * an installed package out of an XML file: it looks for the class among its own.
 *
 * <p>Their paths are those of the files that {@code ./antw demo} leaves in {@code build/demo},
 * relative to that folder.
 */
final class ExampleExperiments {

  /** Folder of the files. */
  static final Path FOLDER = Path.of("doc/experiments");

  /** The corpus file of the destination. */
  static final String CORPUS = "velua.corpus";

  /** Options that leave the number of generations to the demonstration's default. */
  private static final String PATHNET = "-G 80 -num-slots 1";

  private static final int LEFT = 100;
  private static final int TOP = 150;
  private static final int APART = 150;

  private ExampleExperiments() {}

  /** Writes the files into {@link #FOLDER}. */
  public static void main(String[] arguments) throws Exception {
    for (Map.Entry<String, Experiment> example : all().entrySet()) {
      Experiment.write(FOLDER.resolve(example.getKey()).toString(), example.getValue());
    }
    Files.writeString(FOLDER.resolve("subject-folds.kf"), flow());
  }

  /** A flow: corpus file, class, folds of subjects, PathNet, evaluation, text. */
  static String flow() throws Exception {
    EmotionCorpusLoader loader = new EmotionCorpusLoader();
    loader.setFile(new File(CORPUS));
    Loader load = new Loader();
    load.setLoader(loader);
    Classifier learn = new Classifier();
    learn.setClassifier(behind(reader(), pathNet("")));
    TextSaver save = new TextSaver();
    save.setFile(new File("subject-folds.txt"));
    save.setAppend(false);
    StepManagerImpl[] steps = {
      step(load), step(new ClassAssigner()), step(new SubjectFoldMaker()),
      step(learn), step(new ClassifierPerformanceEvaluator()), step(save)
    };
    Flow flow = new Flow();
    flow.setFlowName("subject-folds");
    for (StepManagerImpl step : steps) {
      flow.addStep(step);
    }
    flow.connectSteps(steps[0], steps[1], StepManager.CON_DATASET);
    flow.connectSteps(steps[1], steps[2], StepManager.CON_DATASET);
    flow.connectSteps(steps[2], steps[3], StepManager.CON_TRAININGSET);
    flow.connectSteps(steps[2], steps[3], StepManager.CON_TESTSET);
    flow.connectSteps(steps[3], steps[4], StepManager.CON_BATCH_CLASSIFIER);
    flow.connectSteps(steps[4], steps[5], StepManager.CON_TEXT);
    return placed(flow.toJSON());
  }

  /** Puts the steps side by side; a flow without a window has no places for them. */
  private static String placed(String json) throws Exception {
    JSONNode flow = JSONNode.read(new StringReader(json));
    JSONNode steps = flow.getChild("steps");
    for (int i = 0; i < steps.getChildCount(); i++) {
      ((JSONNode) steps.getChildAt(i)).addPrimitive("coordinates", (LEFT + i * APART) + "," + TOP);
    }
    StringBuffer text = new StringBuffer();
    flow.toString(text);
    return text.toString();
  }

  private static StepManagerImpl step(Step step) {
    step.setName(step.getClass().getSimpleName());
    return new StepManagerImpl(step);
  }

  /** Registers the metrics as the installed package does; a binary file holds their names. */
  static void registerMetrics() {
    for (Class<?> metric :
        List.of(
            WeightedAverageRecall.class,
            UnweightedAverageRecall.class,
            UnweightedAveragePrecision.class)) {
      PluginManager.addPlugin(
          AbstractEvaluationMetric.class.getName(), metric.getName(), metric.getName());
    }
  }

  /** Returns the experiments by their files' names. */
  static Map<String, Experiment> all() throws Exception {
    registerMetrics();
    Map<String, Experiment> all = new LinkedHashMap<>();
    all.put("scratch-transfer-baselines.exp", scratchTransferBaselines());
    all.put("subject-per-run.exp", subjectPerRun());
    all.put("speaker-dependent.exp", speakerDependent());
    return all;
  }

  /** From scratch, transfer, the control without evolution, SMO, and guessing; three seeds. */
  private static Experiment scratchTransferBaselines() throws Exception {
    return experiment(
        leaveOneSubjectOut(),
        file("scratch-transfer-baselines.arff"),
        3,
        "Leave one subject out, three seeds. Start Weka in build/demo, where ./antw demo leaves the"
            + " files that are named here.",
        behind(reader(), pathNet("")),
        behind(reader(), pathNet("-source source.model")),
        behind(reader(), pathNet("-evolution fixed")),
        smo(),
        new ZeroR());
  }

  /** The same for several hosts: a run is a subject, and the results go to a database. */
  private static Experiment subjectPerRun() throws Exception {
    LeaveOneSubjectOutResultProducer producer = leaveOneSubjectOut();
    producer.setSubjectPerRun(true);
    DatabaseResultListener listener = new DatabaseResultListener();
    Properties settings = new Properties();
    try (Reader in = Files.newBufferedReader(FOLDER.resolve("postgresql.props"))) {
      settings.load(in);
    }
    listener.initialize(settings);
    return experiment(
        producer,
        listener,
        6,
        "Run r is subject r of six, so that remote engines share the subjects. The results go"
            + " to PostgreSQL, with the settings in postgresql.props.",
        behind(reader(), pathNet("")),
        behind(reader(), pathNet("-source source.model")),
        smo());
  }

  /** Weka's own cross-validation, which the Experimenter's simple setup can show. */
  private static Experiment speakerDependent() throws Exception {
    CrossValidationResultProducer producer = new CrossValidationResultProducer();
    producer.setSplitEvaluator(evaluator());
    return experiment(
        producer,
        file("speaker-dependent.arff"),
        1,
        "Speaker-dependent: every speaker is in the training data of every fold. Figures on unseen"
            + " speakers are those of scratch-transfer-baselines.exp.",
        behind(reader(), pathNet("")),
        smoWithoutNames());
  }

  private static LeaveOneSubjectOutResultProducer leaveOneSubjectOut() throws Exception {
    LeaveOneSubjectOutResultProducer producer = new LeaveOneSubjectOutResultProducer();
    producer.setSplitEvaluator(evaluator());
    return producer;
  }

  private static ClassifierSplitEvaluator evaluator() throws Exception {
    ClassifierSplitEvaluator evaluator = new ClassifierSplitEvaluator();
    evaluator.setNoSizeDetermination(true);
    evaluator.setClassifier(behind(reader(), pathNet("")));
    return evaluator;
  }

  private static PathNetClassifier pathNet(String options) throws Exception {
    PathNetClassifier classifier = new PathNetClassifier();
    classifier.setOptions(Utils.splitOptions(PATHNET + " " + options));
    return classifier;
  }

  /** Clips are decoded once, by the first scheme that reads them. */
  private static MelDeltaSpectrogram reader() {
    MelDeltaSpectrogram reader = new MelDeltaSpectrogram();
    reader.setStore(new File("default"));
    return reader;
  }

  private static FilteredClassifier behind(Filter filter, weka.classifiers.Classifier scheme) {
    FilteredClassifier classifier = new FilteredClassifier();
    classifier.setFilter(filter);
    classifier.setClassifier(scheme);
    return classifier;
  }

  private static MultiFilter chain(Filter... filters) {
    MultiFilter chain = new MultiFilter();
    chain.setFilters(filters);
    return chain;
  }

  private static FilteredClassifier smo() {
    return behind(chain(reader(), new BagFunctionals()), new SMO());
  }

  /**
   * Outside the subject-wise result producer nobody hides file and subject from the learner, and a
   * MultiFilter cannot make a bag of a single test clip: Weka copies its strings and relations by
   * the format of the first filter.
   */
  private static FilteredClassifier smoWithoutNames() {
    RemoveByName names = new RemoveByName();
    names.setExpression("file|subject");
    return behind(reader(), behind(chain(new BagFunctionals(), names), new SMO()));
  }

  private static InstancesResultListener file(String name) {
    InstancesResultListener listener = new InstancesResultListener();
    listener.setOutputFile(new File(name));
    return listener;
  }

  private static Experiment experiment(
      ResultProducer producer,
      ResultListener listener,
      int runs,
      String notes,
      weka.classifiers.Classifier... schemes)
      throws IntrospectionException {
    Experiment experiment = new Experiment();
    experiment.setResultListener(listener);
    experiment.setRunUpper(runs);
    experiment.setNotes(notes);
    DefaultListModel<File> tables = new DefaultListModel<>();
    tables.addElement(new File(CORPUS));
    experiment.setDatasets(tables);
    iterate(experiment, producer, schemes);
    return experiment;
  }

  /** Lets an experiment try several schemes, as the Experimenter's window does. */
  static void iterate(
      Experiment experiment, ResultProducer producer, weka.classifiers.Classifier... schemes)
      throws IntrospectionException {
    Class<?> kind = producer.getClass();
    experiment.setResultProducer(producer);
    experiment.setUsePropertyIterator(true);
    experiment.setPropertyArray(schemes);
    experiment.setPropertyPath(
        new PropertyNode[] {
          new PropertyNode(
              new ClassifierSplitEvaluator(), new PropertyDescriptor("splitEvaluator", kind), kind),
          new PropertyNode(
              schemes[0],
              new PropertyDescriptor("classifier", ClassifierSplitEvaluator.class),
              ClassifierSplitEvaluator.class)
        });
  }
}
