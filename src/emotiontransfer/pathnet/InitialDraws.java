package emotiontransfer.pathnet;

import emotiontransfer.numeric.SeededRandom;
import emotiontransfer.pathnet.evolution.Evolution;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.transfer.LineageSeed;
import emotiontransfer.pathnet.transfer.Source;
import emotiontransfer.pathnet.transfer.SourceMerge;
import java.util.List;

/**
 * What an evolution draws before its population: weights of the grid, then the head; the modules of
 * the sources stand in the grid.
 *
 * @param random the generator after these draws
 * @param grid with the source modules in their places
 * @param sourcePathway where the source modules are
 */
record InitialDraws(SeededRandom random, ModuleGrid grid, Head head, Pathway sourcePathway) {

  /** Draws by the seed and the lineage, the same again for the same sources. */
  static InitialDraws of(LearnerSettings settings, PathNetShape shape, List<PathNetModel> models) {
    List<Source> sources = models.stream().map(PathNetModel::asSource).toList();
    SeededRandom random = new SeededRandom(LineageSeed.mix(settings.seed(), sources));
    ModuleGrid grid = ModuleGrid.random(shape, settings.kind(), random);
    Head head = Head.random(grid.outputs(), shape.classes(), random);
    return new InitialDraws(random, grid, head, SourceMerge.merge(sources, grid));
  }

  /**
   * Draws again what an evolution began with, which the dual form needs to be continued.
   *
   * @throws IllegalArgumentException if the model began with other draws
   */
  static InitialDraws again(
      LearnerSettings settings, List<PathNetModel> sources, PathNetModel model) {
    InitialDraws draws = of(settings, model.shape(), sources);
    Evolution first = new Evolution(settings.evolution(), model.shape(), draws.random, null);
    if (!first.initialPopulation().equals(model.trace().initialPopulation())) {
      throw new IllegalArgumentException(
          "it was begun with another seed or other sources, or by a version that drew other"
              + " random numbers");
    }
    return draws;
  }
}
