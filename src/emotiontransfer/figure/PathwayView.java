package emotiontransfer.figure;

import emotiontransfer.data.Keyword;
import emotiontransfer.data.Provenance;
import emotiontransfer.data.SourceInfo;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.evolution.EvolutionTrace;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.transfer.SourceUse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a picture of a model's pathways shows.
 *
 * @param pathways one, or a population
 * @param curve whether the fitness of all generations stands below
 * @param marked generation that the curve points out, if any
 */
public record PathwayView(
    PathNetModel model, String title, List<Pathway> pathways, boolean curve, OptionalInt marked) {

  /** What is shown: best pathway, population before or after the evolution (Figures 19 to 23). */
  public enum Moment implements Keyword {
    BEST("Best pathway of %2$s generations", trace -> List.of(trace.best())),
    INITIAL("Initial population of %1$s pathways", EvolutionTrace::initialPopulation),
    FINAL("Population of %1$s pathways after %2$s generations", EvolutionTrace::finalPopulation);

    private final String title;
    private final Function<EvolutionTrace, List<Pathway>> pathways;

    Moment(String title, Function<EvolutionTrace, List<Pathway>> pathways) {
      this.title = title;
      this.pathways = pathways;
    }
  }

  /** Returns the view of a model; an empty title stands for one that names what is shown. */
  public static PathwayView of(
      PathNetModel model, Moment moment, Optional<String> title, boolean curve) {
    EvolutionTrace trace = model.trace();
    List<Pathway> pathways = moment.pathways.apply(trace);
    String named = moment.title.formatted(pathways.size(), trace.history().size()) + corpora(model);
    boolean withCurve = moment == Moment.BEST && curve;
    return new PathwayView(model, title.orElse(named), pathways, withCurve, OptionalInt.empty());
  }

  /** Returns the words for the corpora of a model, with a blank before; empty where unknown. */
  static String corpora(PathNetModel model) {
    Provenance provenance = model.provenance();
    String sources =
        provenance.sources().stream()
            .map(SourceInfo::corpus)
            .distinct()
            .collect(Collectors.joining(", "));
    String from = sources.isEmpty() ? "" : ", after " + sources;
    return provenance.corpus().isEmpty() ? "" : " on " + provenance.corpus() + from;
  }

  boolean isPopulation() {
    return pathways.size() > 1;
  }

  boolean hasSource() {
    return model.sourcePathway().size() > 0;
  }

  /** Returns the source's modules that take part in a picture of one pathway. */
  Pathway activeSource() {
    Pathway source = model.sourcePathway();
    return model.sourceUse() == SourceUse.REUSABLE && !isPopulation()
        ? source.intersection(pathways.get(0))
        : source;
  }

  int uses(int layer, int module) {
    return (int) pathways.stream().filter(p -> p.contains(layer, module)).count();
  }

  /** Returns how many of the pathways go through both of two modules of neighbouring layers. */
  int uses(int layer, int module, int nextModule) {
    return (int)
        pathways.stream()
            .filter(p -> p.contains(layer, module) && p.contains(layer + 1, nextModule))
            .count();
  }
}
