package emotiontransfer.study.plan;

import emotiontransfer.data.Keyword;
import java.util.List;

/** The systems that a study compares, in the order of its tables. */
public enum StudySystem implements Keyword {
  SCRATCH("PathNet from scratch"),
  /** The paper's system. */
  TRANSFER("PathNet, transfer (source pathway frozen)"),
  FINE_TUNE("PathNet, fine-tuned (source weights trainable)"),
  /** The control without evolution. */
  FIXED("PathNet, one fixed random pathway"),
  /** Sources one after the other instead of pooled. */
  CHAIN("PathNet, transfer along the chain of sources"),
  SMO("Weka's SMO on functionals"),
  FOREST("Weka's RandomForest on functionals"),
  /** The paper's baseline; without a file of weights it begins with an AlexNet of the source. */
  ALEXNET("Fine-tuned AlexNet"),
  ALEXNET_DTPM("Fine-tuned AlexNet, temporal pyramid matching"),
  ALEXNET_SCRATCH("AlexNet from scratch");

  /** Systems that run unless the user chooses; the AlexNets take hours. */
  public static final List<StudySystem> DEFAULT =
      List.of(SCRATCH, TRANSFER, FINE_TUNE, FIXED, CHAIN, SMO, FOREST);

  /** Systems of the curve over few training subjects. */
  public static final List<StudySystem> FEW_SUBJECTS = List.of(SCRATCH, TRANSFER, SMO);

  private final String title;

  StudySystem(String title) {
    this.title = title;
  }

  /** Returns the name for people: a phrase. */
  public String title() {
    return title;
  }

  /** Returns whether it is one of Weka's own learners, which has a row of functionals a clip. */
  public boolean isBaseline() {
    return this == SMO || this == FOREST;
  }

  /** Returns the number of source corpora without which the system makes no sense. */
  public int leastSources() {
    return this == CHAIN ? 2 : this == TRANSFER || this == FINE_TUNE ? 1 : 0;
  }

  /** Returns whether the system begins with weights of an AlexNet that was trained before. */
  public boolean isFineTunedAlexNet() {
    return this == ALEXNET || this == ALEXNET_DTPM;
  }

  @Override
  public String toString() {
    return keyword();
  }
}
