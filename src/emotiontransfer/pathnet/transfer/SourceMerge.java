package emotiontransfer.pathnet.transfer;

import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.Pathway;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.Validate;

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
   * Copies all modules of the sources' grids, those of the last one above all.
   *
   * @return where the active modules of the last one are now
   */
  public static Pathway initialize(List<Source> sources, ModuleGrid grid) {
    Pathway active = Pathway.empty(grid.shape().layers());
    for (Source source : sources) {
      grid.copy(source.grid(), Pathway.all(grid.shape()));
      active = source.active();
    }
    return active;
  }

  /**
   * Copies the modules.
   *
   * @param sources oldest first, each with the shape of the grid but for the classes
   * @return where they are now
   * @throws IllegalArgumentException if a layer has too few places, naming it
   */
  public static Pathway merge(List<Source> sources, ModuleGrid grid) {
    List<List<Integer>> taken = new ArrayList<>();
    for (int layer = 0; layer < grid.shape().layers(); layer++) {
      List<Integer> here = new ArrayList<>();
      for (Source source : sources) {
        for (int module : source.active().modules(layer)) {
          place(source.grid(), layer, module, grid, here);
        }
      }
      taken.add(here);
    }
    return new Pathway(taken);
  }

  private static void place(
      ModuleGrid source, int layer, int module, ModuleGrid grid, List<Integer> taken) {
    int place = module;
    if (taken.contains(module)) {
      if (grid.sameModule(source, layer, module)) {
        return;
      }
      // The first place that is free.
      place = 0;
      while (taken.contains(place)) {
        place++;
      }
    }
    int modules = grid.shape().modules();
    Validate.isTrue(
        place < modules,
        "The sources together need more than the %s modules of layer %s; use fewer sources or a"
            + " larger -M.",
        modules,
        layer + 1);
    grid.copyModule(source, layer, module, place);
    taken.add(place);
  }
}
