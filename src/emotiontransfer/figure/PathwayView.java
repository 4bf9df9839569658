package emotiontransfer.figure;

import emotiontransfer.pathnet.evolution.GenerationRecord;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.transfer.SourceUse;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a picture of pathways shows.
 *
 * @param title first line
 * @param shape of the grid
 * @param pathways one, or a population
 * @param source modules that came from source models; empty layers where there is no source
 * @param sourceUse what became of them
 * @param classLabels labels of the head, in order
 * @param history the evolution, for the curve below; empty for a picture without
 * @param marked generation that the curve points out, if any
 */
public record PathwayView(
    String title,
    PathNetShape shape,
    List<Pathway> pathways,
    Pathway source,
    SourceUse sourceUse,
    List<String> classLabels,
    List<GenerationRecord> history,
    OptionalInt marked) {

  public PathwayView {
    pathways = List.copyOf(pathways);
    classLabels = List.copyOf(classLabels);
    history = List.copyOf(history);
    if (pathways.isEmpty()) {
      throw new IllegalArgumentException("pathways must not be empty");
    }
    for (Pathway pathway : pathways) {
      check(shape, pathway);
    }
    check(shape, source);
  }

  /** Makes a view whose curve points out no generation. */
  public PathwayView(
      String title,
      PathNetShape shape,
      List<Pathway> pathways,
      Pathway source,
      SourceUse sourceUse,
      List<String> classLabels,
      List<GenerationRecord> history) {
    this(title, shape, pathways, source, sourceUse, classLabels, history, OptionalInt.empty());
  }

  private static void check(PathNetShape shape, Pathway pathway) {
    boolean fits =
        pathway.layers().size() == shape.layers()
            && pathway.layers().stream()
                .flatMap(List::stream)
                .allMatch(module -> module >= 0 && module < shape.modules());
    if (!fits) {
      throw new IllegalArgumentException(
          "pathway "
              + pathway
              + " does not fit a grid of "
              + shape.layers()
              + " layers x "
              + shape.modules()
              + " modules");
    }
  }

  /** Returns whether several pathways are shown. */
  boolean isPopulation() {
    return pathways.size() > 1;
  }

  /** Returns whether there are modules of a source. */
  boolean hasSource() {
    return source.size() > 0;
  }

  /** Returns the source's modules that take part in a picture of one pathway. */
  Pathway activeSource() {
    return sourceUse == SourceUse.REUSABLE && !isPopulation()
        ? source.intersection(pathways.get(0))
        : source;
  }

  /** Returns how many of the pathways go through a module. */
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
