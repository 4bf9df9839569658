package emotiontransfer.alexnet;

import emotiontransfer.data.Keyword;

/** How a clip is decided on. */
public enum Decision implements Keyword {
  /** The mean of its segments' class probabilities. */
  AVERAGE,
  /** Discriminant temporal pyramid matching and a linear support vector machine. */
  DTPM;
}
