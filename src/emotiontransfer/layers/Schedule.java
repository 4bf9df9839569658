package emotiontransfer.layers;

import emotiontransfer.data.Keyword;

/** How the learning rate changes in the course of a training. */
public enum Schedule implements Keyword {
  /** It stays. */
  CONSTANT,
  /** It rises over the first steps and falls to zero along a cosine until the last. */
  COSINE;

  /** The rise's share of all steps. */
  private static final double RISE = 0.15;

  /** Returns what the learning rate is multiplied by, at a position from 0 (begin) to 1 (end). */
  public double factor(double position) {
    if (this == CONSTANT) {
      return 1;
    }
    return position < RISE
        ? position / RISE
        : (1 + Math.cos(Math.PI * (position - RISE) / (1 - RISE))) / 2;
  }
}
