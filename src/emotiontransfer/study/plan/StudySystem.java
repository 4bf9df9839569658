package emotiontransfer.study.plan;

import emotiontransfer.data.Keyword;
import java.util.List;

/** The systems that a study compares, in the order of its tables. */
public enum StudySystem implements Keyword {
  /** PathNet that learns on the destination alone. */
  SCRATCH("PathNet from scratch", Kind.PATHNET, 0),
  /** The paper's system. */
  TRANSFER("PathNet, transfer (source pathway frozen)", Kind.PATHNET, 1),
  /** The same network, but the source's weights are trained on. */
  FINE_TUNE("PathNet, fine-tuned (source weights trainable)", Kind.PATHNET, 1),
  /** The control without evolution. */
  FIXED("PathNet, one fixed random pathway", Kind.PATHNET, 0),
  /** Sources one after the other instead of pooled. */
  CHAIN("PathNet, transfer along the chain of sources", Kind.PATHNET, 2),
  /** Weka's support vector machine. */
  SMO("Weka's SMO on functionals", Kind.BASELINE, 0),
  /** Weka's random forest. */
  FOREST("Weka's RandomForest on functionals", Kind.BASELINE, 0),
  /** The paper's baseline; without a file of weights it begins with an AlexNet of the source. */
  ALEXNET("Fine-tuned AlexNet", Kind.ALEXNET, 0),
  /** The same with discriminant temporal pyramid matching instead of averaging. */
  ALEXNET_DTPM("Fine-tuned AlexNet, temporal pyramid matching", Kind.ALEXNET, 0),
  /** The same without anything learned before. */
  ALEXNET_SCRATCH("AlexNet from scratch", Kind.ALEXNET, 0);

  /** Systems that run unless the user chooses; the AlexNets take hours. */
  public static final List<StudySystem> DEFAULT =
      List.of(SCRATCH, TRANSFER, FINE_TUNE, FIXED, CHAIN, SMO, FOREST);

  /** What learns. */
  public enum Kind {
    /** An evolution, from bags. */
    PATHNET,
    /** A convolutional network, from bags. */
    ALEXNET,
    /** One of Weka's own learners, from one row of functionals for each clip. */
    BASELINE
  }

  private final String title;
  private final Kind kind;
  private final int leastSources;

  StudySystem(String title, Kind kind, int leastSources) {
    this.title = title;
    this.kind = kind;
    this.leastSources = leastSources;
  }

  /** Returns the name for people: a phrase. */
  public String title() {
    return title;
  }

  public Kind kind() {
    return kind;
  }

  /** Returns the number of source corpora without which the system makes no sense: 0 to 2. */
  public int leastSources() {
    return leastSources;
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
