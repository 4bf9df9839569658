package emotiontransfer.demo.speech;

/**
 * A digital resonator or its inverse, an anti-resonator (Klatt 1980, equations 1-4).
 *
 * <p>The gain at 0 Hz is 1 for every setting, so that a cascade keeps its level while it is tuned.
 */
final class Resonator {

  private final double sampleRate;
  private final boolean inverse;
  private double a = 1;
  private double b;
  private double c;
  private double first;
  private double second;

  private Resonator(double sampleRate, boolean inverse) {
    this.sampleRate = sampleRate;
    this.inverse = inverse;
  }

  static Resonator pole(double sampleRate) {
    return new Resonator(sampleRate, false);
  }

  static Resonator zero(double sampleRate) {
    return new Resonator(sampleRate, true);
  }

  /**
   * Tunes the resonator; what it holds stays, so that tuning while it sounds makes no click.
   *
   * @param frequency Hz, below half the sample rate
   * @param bandwidth Hz
   */
  void tune(double frequency, double bandwidth) {
    double radius = StrictMath.exp(-StrictMath.PI * bandwidth / sampleRate);
    c = -radius * radius;
    b = 2 * radius * StrictMath.cos(2 * StrictMath.PI * frequency / sampleRate);
    a = 1 - b - c;
  }

  /**
   * Filters one sample.
   *
   * @param x the input
   * @return the output
   */
  double next(double x) {
    if (inverse) {
      double y = (x - b * first - c * second) / a;
      second = first;
      first = x;
      return y;
    }
    double y = a * x + b * first + c * second;
    second = first;
    first = y;
    return y;
  }
}
