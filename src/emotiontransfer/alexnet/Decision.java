package emotiontransfer.alexnet;

import java.util.Locale;

/** How a clip is decided on. */
public enum Decision {
  /** The mean of its segments' class probabilities. */
  AVERAGE,
  /** Discriminant temporal pyramid matching and a linear support vector machine. */
  DTPM;

  /** Returns the word that options use. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
