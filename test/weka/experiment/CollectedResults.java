package weka.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import weka.classifiers.Classifier;
import weka.core.Instances;

/** A listener that keeps what a result producer sends, and may reject some folds. */
public final class CollectedResults implements ResultListener {

  private static final long serialVersionUID = 1L;

  final List<List<Object>> keys = new ArrayList<>();
  final transient List<Object[]> results = new ArrayList<>();
  final Set<String> unwantedFolds = new HashSet<>();
  private transient ResultProducer producer;

  @Override
  public void preProcess(ResultProducer rp) {
    producer = rp;
  }

  @Override
  public void postProcess(ResultProducer rp) {}

  @Override
  public void acceptResult(ResultProducer rp, Object[] key, Object[] result) {
    keys.add(Arrays.asList(key));
    results.add(result);
  }

  @Override
  public boolean isResultRequired(ResultProducer rp, Object[] key) {
    return !unwantedFolds.contains(key[2]);
  }

  @Override
  public String[] determineColumnConstraints(ResultProducer rp) {
    return null;
  }

  /** The value of a result field in each row. */
  public List<Object> column(String name) throws Exception {
    int index = Arrays.asList(producer.getResultNames()).indexOf(name);
    return results.stream().map(row -> row[index]).toList();
  }

  List<Object> folds() {
    return keys.stream().map(key -> key.get(2)).toList();
  }

  /** Returns a producer for a classifier on a table, whose results come here. */
  LeaveOneSubjectOutResultProducer producer(Instances table, Classifier classifier) {
    ClassifierSplitEvaluator evaluator = new ClassifierSplitEvaluator();
    evaluator.setNoSizeDetermination(true);
    evaluator.setClassifier(classifier);
    LeaveOneSubjectOutResultProducer made = new LeaveOneSubjectOutResultProducer();
    made.setSplitEvaluator(evaluator);
    made.setInstances(table);
    made.setResultListener(this);
    preProcess(made);
    return made;
  }
}
