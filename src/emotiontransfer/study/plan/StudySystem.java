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
  /** What recognises best, on the destination alone. */
  PRESET("PathNet with preset, from scratch"),
  PRESET_TRANSFER("PathNet with preset, transfer (grid initialised from the source)"),
  /** With transfer, where there is a source. */
  PRESET_VOTE("Vote of PathNet with preset and SMO on functionals"),
  SMO("Weka's SMO on functionals"),
  SMO_SUBJECT("Weka's SMO on functionals, standardised by subject"),
  FOREST("Weka's RandomForest on functionals"),
  /** The paper's baseline; without a file of weights it begins with an AlexNet of the source. */
  ALEXNET("Fine-tuned AlexNet"),
  ALEXNET_DTPM("Fine-tuned AlexNet, temporal pyramid matching"),
  ALEXNET_SCRATCH("AlexNet from scratch");

  /** Systems that run unless the user chooses: the paper's; the AlexNets take hours. */
  public static final List<StudySystem> DEFAULT =
      List.of(SCRATCH, TRANSFER, FINE_TUNE, FIXED, CHAIN, SMO, FOREST);

  /** Systems with a preset for speech or faces. */
  public static final List<StudySystem> PRESETS = List.of(PRESET, PRESET_TRANSFER, PRESET_VOTE);

  /** Systems of the curve over few training subjects. */
  public static final List<StudySystem> FEW_SUBJECTS =
      List.of(SCRATCH, TRANSFER, PRESET, PRESET_TRANSFER, SMO, SMO_SUBJECT);

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
    return this == SMO || this == SMO_SUBJECT || this == FOREST;
  }

  /** Returns whether it is one of those with a preset. */
  public boolean isPreset() {
    return PRESETS.contains(this);
  }

  /** Returns the number of source corpora without which the system makes no sense. */
  public int leastSources() {
    return switch (this) {
      case CHAIN -> 2;
      case TRANSFER, FINE_TUNE, PRESET_TRANSFER -> 1;
      default -> 0;
    };
  }

  /** Returns whether the system begins with a PathNet of the source, where there is one. */
  public boolean takesSource() {
    return leastSources() > 0 || this == PRESET_VOTE;
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
