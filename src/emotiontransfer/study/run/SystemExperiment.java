package emotiontransfer.study.run;

import emotiontransfer.study.data.SettingCorpora;
import emotiontransfer.study.plan.Protocol;
import emotiontransfer.study.plan.StudySystem;
import emotiontransfer.study.run.SettingResult.SystemRun;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.DefaultListModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weka.classifiers.Classifier;
import weka.core.Instances;
import weka.core.Utils;
import weka.experiment.ClassifierSplitEvaluator;
import weka.experiment.Experiment;
import weka.experiment.LeaveOneSubjectOutResultProducer;
import weka.experiment.ResultListener;
import weka.experiment.ResultProducer;

/**
 * One system with one seed in a setting, as Weka's Experiment.
 *
 * @param source model file of the source; empty without
 * @param description of the scheme, for people
 * @param store of its folds
 */
record SystemExperiment(
    StudySystem system, int seed, Optional<Path> source, String description, FoldStore store) {

  private static final Logger LOG = LoggerFactory.getLogger(SystemExperiment.class);

  private static final double NANOS = 1e9;

  /**
   * Does the folds that are not done yet.
   *
   * @param scheme classifier, which is trained anew for each fold
   * @param table to be divided
   * @param keepsModel whether the first fold's model is wanted, if it is a PathNet's
   * @param done takes the name of each fold that was done
   * @return the names of all folds
   */
  Set<String> run(
      Classifier scheme,
      Instances table,
      SettingCorpora corpora,
      Protocol protocol,
      boolean keepsModel,
      Consumer<String> done)
      throws Exception {
    ClassifierSplitEvaluator evaluator = new ClassifierSplitEvaluator();
    evaluator.setClassifier(scheme);
    evaluator.setNoSizeDetermination(true);
    LeaveOneSubjectOutResultProducer producer = new LeaveOneSubjectOutResultProducer();
    producer.setSubject(protocol.unit());
    producer.setNumFolds(protocol.producerFolds());
    producer.setSplitEvaluator(evaluator);
    FoldListener listener =
        new FoldListener(store, corpora.destination().clips(), this::portable, keepsModel, done);
    producer.setResultListener(listener);
    long start = System.nanoTime();
    new TableExperiment(table, producer, listener, seed).run();
    double seconds = (System.nanoTime() - start) / NANOS;
    LOG.info("{}: {}, seed {}: {} s", corpora.setting().name(), system, seed, Math.round(seconds));
    return listener.planned();
  }

  /** The model's folder and seed would make each run another scheme for the Experimenter. */
  private String portable(String key) {
    if (source.isEmpty()) {
      return key;
    }
    String path = source.get().toString();
    String name = SourceModels.seedless(source.get());
    return key.replace(Utils.backQuoteChars(path), name).replace(path, name);
  }

  /** Reads what was done, of all folds of a plan. */
  SystemRun result(String setting, Set<String> planned) throws Exception {
    List<FoldRecord> folds;
    try {
      folds = store.read(planned);
    } catch (IOException e) {
      throw new IOException(
          "Setting %s, system %s, seed %d: %s".formatted(setting, system, seed, e.getMessage()), e);
    }
    double sourceSeconds = source.isPresent() ? SourceModels.secondsOf(source.get()) : Double.NaN;
    return new SystemRun(system, description, seed, source, sourceSeconds, folds, store.model());
  }

  /** Weka's Experiment on a table in memory, for one run. */
  private static final class TableExperiment extends Experiment {

    private static final long serialVersionUID = 4462093816659027115L;

    private final transient Instances table;

    TableExperiment(Instances table, ResultProducer producer, ResultListener listener, int run) {
      this.table = table;
      setResultProducer(producer);
      setResultListener(listener);
      setRunLower(run);
      setRunUpper(run);
      DefaultListModel<Object> names = new DefaultListModel<>();
      // Weka counts data sets by their files; this one is never opened.
      names.addElement(new File(table.relationName()));
      setDatasets(names);
    }

    /** Runs to the end; unlike Weka's own loop it stops at the first failure. */
    void run() throws Exception {
      initialize();
      // All systems of a study share one table of results, so that none may add its own columns.
      m_ResultProducer.setAdditionalMeasures(null);
      m_CurrentInstances = table;
      m_ResultProducer.setInstances(table);
      while (hasMoreIterations()) {
        nextIteration();
      }
      postProcess();
    }
  }
}
