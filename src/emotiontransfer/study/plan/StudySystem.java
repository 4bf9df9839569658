package emotiontransfer.study.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The systems that a study compares, in the order of its tables. */
public enum StudySystem {
  /** PathNet that learns on the destination alone. */
  SCRATCH("scratch", "PathNet from scratch", Needs.NOTHING),
  /** The paper's system. */
  TRANSFER("transfer", "PathNet, transfer (source pathway frozen)", Needs.SOURCE),
  /** The same network, but the source's weights go on learning. */
  FINE_TUNE("fine-tune", "PathNet, fine-tuned (source weights trainable)", Needs.SOURCE),
  /** The control without evolution. */
  FIXED("fixed", "PathNet, one fixed random pathway", Needs.NOTHING),
  /** Sources one after the other instead of pooled. */
  CHAIN("chain", "PathNet, transfer along the chain of sources", Needs.SOURCES),
  /** Weka's support vector machine. */
  SMO("smo", "Weka's SMO on functionals", Needs.NOTHING),
  /** Weka's random forest. */
  FOREST("forest", "Weka's RandomForest on functionals", Needs.NOTHING),
  /** The paper's rival. */
  ALEXNET("alexnet", "Fine-tuned AlexNet", Needs.NOTHING),
  /** The rival with discriminant temporal pyramid matching instead of averaging. */
  ALEXNET_DTPM("alexnet-dtpm", "Fine-tuned AlexNet, temporal pyramid matching", Needs.NOTHING),
  /** The rival without anything learned before. */
  ALEXNET_SCRATCH("alexnet-scratch", "AlexNet from scratch", Needs.NOTHING);

  /** Systems that run unless the user chooses; the AlexNets take hours. */
  public static final List<StudySystem> DEFAULT =
      List.of(SCRATCH, TRANSFER, FINE_TUNE, FIXED, CHAIN, SMO, FOREST);

  private enum Needs {
    NOTHING,
    SOURCE,
    SOURCES
  }

  private final String word;
  private final String title;
  private final Needs needs;

  StudySystem(String word, String title, Needs needs) {
    this.word = word;
    this.title = title;
    this.needs = needs;
  }

  /** Returns the name in options, files and tables. */
  public String word() {
    return word;
  }

  /** Returns the name for people: a phrase. */
  public String title() {
    return title;
  }

  /**
   * Tells whether the system is a PathNet.
   *
   * @return true if it evolves
   */
  public boolean isPathNet() {
    return ordinal() <= CHAIN.ordinal();
  }

  /**
   * Tells whether the system is an AlexNet.
   *
   * @return true for all of them
   */
  public boolean isAlexNet() {
    return ordinal() >= ALEXNET.ordinal();
  }

  /**
   * Tells whether the system learns from one row of functionals per clip instead of its bag.
   *
   * @return true for Weka's own learners
   */
  public boolean usesFunctionals() {
    return this == SMO || this == FOREST;
  }

  /**
   * Tells whether the system uses a PathNet that was evolved on the sources.
   *
   * @return true for the transfers
   */
  public boolean usesSource() {
    return needs != Needs.NOTHING;
  }

  /**
   * Tells whether the system makes sense in a setting.
   *
   * @param sources number of source corpora
   * @return false where it lacks sources
   */
  public boolean fits(int sources) {
    return switch (needs) {
      case NOTHING -> true;
      case SOURCE -> sources >= 1;
      case SOURCES -> sources >= 2;
    };
  }

  /**
   * Reads a list of systems.
   *
   * @param words with commas between
   * @return in the order of the tables
   * @throws IllegalArgumentException if a word names none
   */
  public static List<StudySystem> parse(String words) {
    List<StudySystem> systems = new ArrayList<>();
    for (String word : words.split(",", -1)) {
      systems.add(named(word.strip()));
    }
    return Arrays.stream(values()).filter(systems::contains).toList();
  }

  /**
   * Returns a system.
   *
   * @param word its name
   * @throws IllegalArgumentException if there is none of that name
   */
  public static StudySystem named(String word) {
    return Arrays.stream(values())
        .filter(system -> system.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no system '"
                        + word
                        + "'; the systems are "
                        + Arrays.stream(values())
                            .map(StudySystem::word)
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
