package emotiontransfer.pathnet.training;

import emotiontransfer.data.InputBlocks;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.segment.TrainingPlan;
import java.util.Arrays;
import java.util.List;

/**
 * The first layer of an evolution in its dual form: how much of each training segment the training
 * has added to each neuron's initial weights.
 *
 * @param length segments times neurons of a module
 * @param live for each module as {@link InputBlocks#place} puts them, or null for one that is never
 *     trained
 * @param kept the same of the best pathway's modules when it earned its fitness, null for others
 */
public record Coefficients(int length, float[][] live, float[][] kept) {

  /** Those of an evolution that does not train its dual form. */
  public static final Coefficients NONE = new Coefficients(0, new float[0][], new float[0][]);

  /** Returns where an evolution begins. */
  public static Coefficients begin(TrainingPlan plan, int segments, PathNetShape shape) {
    return plan == TrainingPlan.DUAL ? zeros(shape.modules(), segments * shape.neurons()) : NONE;
  }

  /** Returns a place for those of some modules, none trained yet. */
  public static Coefficients zeros(int modules, int length) {
    return new Coefficients(length, new float[modules][], new float[modules][]);
  }

  /** Makes zeros for modules that will be trained, where there are none yet. */
  void begin(List<Integer> modules) {
    for (int module : modules) {
      if (live[module] == null) {
        live[module] = new float[length];
      }
    }
  }

  /** Copies modules aside, in the place of what was kept before. */
  void keep(List<Integer> modules) {
    Arrays.fill(kept, null);
    for (int module : modules) {
      kept[module] = live[module].clone();
    }
  }

  /** Returns whether these can continue an evolution. */
  public boolean fit(int expectedLength, List<Integer> best) {
    return length == expectedLength
        && best.stream().allMatch(module -> live[module] != null && kept[module] != null);
  }

  public Coefficients copy() {
    return new Coefficients(length, copy(live), copy(kept));
  }

  private static float[][] copy(float[][] modules) {
    return Arrays.stream(modules)
        .map(module -> module == null ? null : module.clone())
        .toArray(float[][]::new);
  }
}
