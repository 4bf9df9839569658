package emotiontransfer.pathnet.transfer;

import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the active modules of source models into a new grid (paper, section 3.3.2).
 *
 * <p>A module keeps its place. Where two sources that know nothing of each other use the same
 * place, the later one's module moves to the first free place of its layer: a layer is a mean over
 * modules, so that places carry no meaning. Where the later source itself grew on the earlier one,
 * both have the same module there, and it is taken once.
 */
public final class SourceMerge {

  private SourceMerge() {}

  /**
   * Copies the modules.
   *
   * @param sources oldest first, each with the shape of the grid but for the classes
   * @param grid receives the modules
   * @return where they are now
   * @throws IllegalArgumentException if a layer has too few places, naming it
   */
  public static Pathway merge(List<Source> sources, ModuleGrid grid) {
    int layers = grid.shape().layers();
    List<List<Integer>> taken = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      taken.add(new ArrayList<>());
    }
    for (Source source : sources) {
      Pathway active = source.active();
      for (int layer = 0; layer < layers; layer++) {
        for (int module : active.modules(layer)) {
          place(source.grid(), layer, module, grid, taken.get(layer));
        }
      }
    }
    return new Pathway(taken);
  }

  private static void place(
      ModuleGrid source, int layer, int module, ModuleGrid grid, List<Integer> taken) {
    boolean there = taken.contains(module);
    if (there && grid.sameModule(source, layer, module)) {
      return;
    }
    int place = there ? firstFree(grid.shape(), layer, taken) : module;
    grid.copyModule(source, layer, module, place);
    taken.add(place);
  }

  private static int firstFree(PathNetShape shape, int layer, List<Integer> taken) {
    for (int place = 0; place < shape.modules(); place++) {
      if (!taken.contains(place)) {
        return place;
      }
    }
    throw new IllegalArgumentException(
        "The sources together need more than the "
            + shape.modules()
            + " modules of layer "
            + (layer + 1)
            + "; use fewer sources or a larger -M.");
  }
}
