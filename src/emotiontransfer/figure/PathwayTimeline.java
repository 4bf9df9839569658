package emotiontransfer.figure;

import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.evolution.GenerationRecord;
import emotiontransfer.pathnet.network.Pathway;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * The pathways of a model generation by generation, as pictures (paper, Figures 19 to 23).
 *
 * <p>Generation 0 is the state before the evolution. Populations in between are not kept in a
 * model: they are found by taking back the tournaments one by one from the last population.
 */
public record PathwayTimeline(PathNetModel model) {

  /** What a picture shows. */
  public enum Show {
    BEST("best pathway so far"),
    POPULATION("whole population"),
    CLASSES("best pathway of each class");

    private final String words;

    Show(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** Returns what there is to show: classes where they have pathways of their own. */
  public List<Show> choices() {
    boolean classes = !model.trace().classes().isEmpty();
    return classes ? List.of(Show.values()) : List.of(Show.BEST, Show.POPULATION);
  }

  /** Returns the number of generations, at least 1. */
  public int generations() {
    return model.trace().history().size();
  }

  /** Returns the picture of a generation from 0, with the fitness of all generations below. */
  public Figure at(int generation, Show show) {
    List<Pathway> pathways =
        switch (show) {
          case BEST -> List.of(model.trace().bestUntil(generation));
          case POPULATION -> model.trace().population(generation);
          case CLASSES -> List.copyOf(model.classPathways(generation).values());
        };
    String title =
        "Generation %s of %s: %s%s"
            .formatted(generation, generations(), show, PathwayView.corpora(model));
    return PathwayDrawing.of(
        new PathwayView(model, title, pathways, true, OptionalInt.of(generation)));
  }

  /** Returns a sentence on a generation, 0 to {@link #generations()}. */
  public String event(int generation) {
    if (generation == 0) {
      return "Before the evolution: every pathway is random.";
    }
    GenerationRecord record = model.trace().history().get(generation - 1);
    if (record.slotA() == record.slotB()) {
      int classes = model.trace().classes().size();
      String trained =
          classes == 0
              ? "The one pathway was"
              : "The best pathways of " + classes + " classes were";
      return String.format(
          Locale.ROOT, "%s trained; fitness %.3f.", trained, record.winnerFitness());
    }
    return String.format(
        Locale.ROOT,
        "Pathway %s (fitness %.3f) beat pathway %s (%.3f) and left it a mutated copy.",
        record.firstWon() ? record.slotA() : record.slotB(),
        record.winnerFitness(),
        record.firstWon() ? record.slotB() : record.slotA(),
        Math.min(record.fitnessA(), record.fitnessB()));
  }
}
