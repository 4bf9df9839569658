package emotiontransfer.study.result;

import emotiontransfer.study.plan.Protocol;
import emotiontransfer.study.plan.Setting;
import emotiontransfer.study.run.FoldRecord;
import java.util.List;
import weka.classifiers.rules.ZeroR;
import weka.core.Utils;
import weka.experiment.ClassifierSplitEvaluator;
import weka.experiment.LeaveOneSubjectOutResultProducer;

/** Gives Weka's listeners results that were written before. */
final class ReplayedResults extends LeaveOneSubjectOutResultProducer {

  private static final long serialVersionUID = 5501827364192837465L;

  ReplayedResults(Protocol protocol) {
    ClassifierSplitEvaluator evaluator = new ClassifierSplitEvaluator();
    evaluator.setClassifier(new ZeroR());
    evaluator.setNoSizeDetermination(true);
    setSplitEvaluator(evaluator);
    setSubject(protocol.unit());
    setNumFolds(protocol.producerFolds());
  }

  /** Returns Weka's key with the setting as data set: systems have tables of their own features. */
  Object[] key(Setting setting, FoldRecord fold) {
    return values(fold.key(), getKeyTypes(), Utils.backQuoteChars(setting.name()));
  }

  Object[] result(FoldRecord fold) {
    return values(fold.result(), getResultTypes(), fold.result().get(0));
  }

  private static Object[] values(List<String> texts, Object[] types, String first) {
    if (texts.size() != types.length) {
      throw new IllegalStateException(
          "A fold has "
              + texts.size()
              + " values where this Weka has "
              + types.length
              + "; was it made by another version?");
    }
    Object[] values = new Object[texts.size()];
    for (int i = 0; i < values.length; i++) {
      String text = i == 0 ? first : texts.get(i);
      values[i] =
          text.isEmpty() ? null : types[i] instanceof Double ? (Object) Double.valueOf(text) : text;
    }
    return values;
  }
}
