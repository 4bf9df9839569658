package emotiontransfer.study.plan;

import emotiontransfer.data.Keyword;
import emotiontransfer.weka.evaluation.SubjectFolds;
import emotiontransfer.weka.table.ClipTable;
import weka.classifiers.Classifier;
import weka.experiment.ClassifierSplitEvaluator;
import weka.experiment.LeaveOneSubjectOutResultProducer;

/**
 * How the destination's clips are divided into training and test.
 *
 * @param kind what is kept apart
 * @param folds number of folds; of no meaning where one subject is left out
 * @param trainingSubjects number in each fold, or {@link #ALL}
 */
public record Protocol(Kind kind, int folds, int trainingSubjects) {

  /** Stands for all subjects that are not tested. */
  public static final int ALL = 0;

  public Protocol(Kind kind, int folds) {
    this(kind, folds, ALL);
  }

  /** Returns this protocol with few training subjects. */
  Protocol few(int number) {
    return new Protocol(kind, folds, number);
  }

  public enum Kind implements Keyword {
    /** Each subject is a fold. */
    LOSO,
    /** Whole subjects are assigned to folds. */
    SUBJECTS,
    /** Clips are assigned to folds; every subject is on both sides. */
    CLIPS
  }

  /** Returns Weka's way through the folds of a classifier. */
  public LeaveOneSubjectOutResultProducer producer(Classifier scheme) {
    ClassifierSplitEvaluator evaluator = new ClassifierSplitEvaluator();
    evaluator.setClassifier(scheme);
    evaluator.setNoSizeDetermination(true);
    LeaveOneSubjectOutResultProducer producer = new LeaveOneSubjectOutResultProducer();
    producer.setSplitEvaluator(evaluator);
    producer.setSubject(kind == Kind.CLIPS ? ClipTable.FILE : ClipTable.SUBJECT);
    producer.setNumFolds(kind == Kind.LOSO ? SubjectFolds.LEAVE_ONE_OUT : folds);
    producer.setTrainingSubjects(trainingSubjects);
    return producer;
  }

  /** Returns whether test subjects are unknown to the classifier. */
  public boolean isSubjectIndependent() {
    return kind != Kind.CLIPS;
  }

  @Override
  public String toString() {
    return isFew() ? name() + ", " + training() : name();
  }

  /** Returns whether only some of the subjects train that are not tested. */
  public boolean isFew() {
    return trainingSubjects != ALL;
  }

  /** Returns the number of training subjects in words. */
  public String training() {
    return SubjectFolds.trainingSubjects(trainingSubjects);
  }

  private String name() {
    return switch (kind) {
      case LOSO -> "leave-one-subject-out cross-validation";
      case SUBJECTS -> "subject-wise " + folds + "-fold cross-validation";
      case CLIPS ->
          ("clip-wise %s-fold cross-validation (speaker-dependent: every speaker is on both sides"
                  + " of each split)")
              .formatted(folds);
    };
  }
}
