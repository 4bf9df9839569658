package emotiontransfer.demo.face.actor;

import java.util.Random;

/**
 * How strongly each action unit is innervated, 0 (relaxed) to 1 (as strong as it gets); immutable.
 */
public final class FacialActions {

  /** The relaxed face. */
  public static final FacialActions NONE =
      new FacialActions(new double[ActionUnit.values().length]);

  private final double[] intensities;

  private FacialActions(double[] intensities) {
    this.intensities = intensities;
  }

  /**
   * Reads the notation of the coding system.
   *
   * @param notation numbers of units with intensities A (a trace) to E (maximum), for example
   *     {@code "4D 5C 24E"}
   * @return the actions
   */
  public static FacialActions parse(String notation) {
    double[] intensities = new double[ActionUnit.values().length];
    for (String word : notation.split(" ")) {
      int last = word.length() - 1;
      ActionUnit unit = ActionUnit.numbered(Integer.parseInt(word.substring(0, last)));
      int letter = "ABCDE".indexOf(word.charAt(last));
      if (letter < 0) {
        throw new IllegalArgumentException("'" + word + "' has no intensity A to E");
      }
      intensities[unit.ordinal()] = (letter + 1) / 5.0;
    }
    return new FacialActions(intensities);
  }

  /** Returns the intensity of a unit, 0 to 1. */
  public double of(ActionUnit unit) {
    return intensities[unit.ordinal()];
  }

  /** Returns these actions, all as many times as strong; none gets stronger than 1. */
  public FacialActions times(double factor) {
    double[] result = intensities.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] = limited(result[i] * factor);
    }
    return new FacialActions(result);
  }

  /** Returns both together; no unit gets stronger than 1. */
  public FacialActions plus(FacialActions other) {
    double[] result = intensities.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] = limited(result[i] + other.intensities[i]);
    }
    return new FacialActions(result);
  }

  /** Returns these actions with one unit changed by an amount. */
  public FacialActions plus(ActionUnit unit, double amount) {
    double[] result = intensities.clone();
    result[unit.ordinal()] = limited(result[unit.ordinal()] + amount);
    return new FacialActions(result);
  }

  /**
   * Returns one rendering of these actions: no two takes innervate a muscle alike.
   *
   * @param deviation standard deviation added to every unit
   * @param random the clip's generator
   */
  public FacialActions varied(double deviation, Random random) {
    double[] result = intensities.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] = limited(result[i] + deviation * random.nextGaussian());
    }
    return new FacialActions(result);
  }

  private static double limited(double intensity) {
    return StrictMath.max(0, StrictMath.min(1, intensity));
  }
}
