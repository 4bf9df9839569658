package emotiontransfer.figure;

import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.evolution.GenerationRecord;
import emotiontransfer.pathnet.network.Pathway;
import java.util.ArrayList;
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
    POPULATION("whole population");

    private final String words;

    Show(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** Returns the number of generations, at least 1. */
  public int generations() {
    return model.trace().history().size();
  }

  /** Returns the picture of a generation from 0, with the fitness of all generations below. */
  public Figure at(int generation, Show show) {
    List<Pathway> pathways =
        show == Show.POPULATION ? population(generation) : List.of(bestUntil(generation));
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
      return String.format(
          Locale.ROOT, "The one pathway was trained; fitness %.3f.", record.winnerFitness());
    }
    return String.format(
        Locale.ROOT,
        "Pathway %s (fitness %.3f) beat pathway %s (%.3f) and left it a mutated copy.",
        record.firstWon() ? record.slotA() : record.slotB(),
        record.winnerFitness(),
        record.firstWon() ? record.slotB() : record.slotA(),
        Math.min(record.fitnessA(), record.fitnessB()));
  }

  /** Returns the winner with the highest fitness so far, of equals the latest. */
  Pathway bestUntil(int generation) {
    return model.trace().history().subList(0, generation).stream()
        .reduce((best, next) -> next.winnerFitness() >= best.winnerFitness() ? next : best)
        .map(GenerationRecord::winner)
        .orElse(Pathway.empty(model.shape().layers()));
  }

  /** Returns the population after a generation. */
  List<Pathway> population(int generation) {
    List<Pathway> population = new ArrayList<>(model.trace().finalPopulation());
    for (int i = model.trace().history().size() - 1; i >= generation; i--) {
      GenerationRecord record = model.trace().history().get(i);
      population.set(record.slotA(), record.firstWon() ? record.winner() : record.loser());
      population.set(record.slotB(), record.firstWon() ? record.loser() : record.winner());
    }
    return population;
  }
}
