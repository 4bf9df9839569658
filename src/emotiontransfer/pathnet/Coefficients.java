package emotiontransfer.pathnet;

import java.util.List;

/**
 * The first layer of an evolution in its dual form: how much of each training segment the training
 * has added to each neuron's initial weights.
 *
 * @param live for each module {@code [segments * neurons]} as {@link InputBlocks#place} puts them,
 *     or null for one that is never trained
 * @param kept the same of the best pathway's modules when it earned its fitness, null for others
 */
record Coefficients(float[][] live, float[][] kept) {

  /** Returns a place for those of some modules, none trained yet. */
  static Coefficients none(int modules) {
    return new Coefficients(new float[modules][], new float[modules][]);
  }

  /** Refuses coefficients that are not as many as a module of the evolution has. */
  void require(int length) {
    for (float[][] modules : List.of(live, kept)) {
      for (float[] module : modules) {
        if (module != null && module.length != length) {
          throw new IllegalArgumentException(
              "it has " + module.length + " coefficients of a module instead of " + length);
        }
      }
    }
  }

  Coefficients copy() {
    return new Coefficients(copy(live), copy(kept));
  }

  private static float[][] copy(float[][] modules) {
    float[][] copies = new float[modules.length][];
    for (int i = 0; i < modules.length; i++) {
      copies[i] = modules[i] == null ? null : modules[i].clone();
    }
    return copies;
  }
}
