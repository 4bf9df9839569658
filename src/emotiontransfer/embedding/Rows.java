package emotiontransfer.embedding;

import java.util.List;

/**
 * Rows of numbers, one behind the other: a vector is one row, a sequence has one for each frame.
 *
 * @param sequence whether there may be several
 */
record Rows(int width, float[] values, boolean sequence) {

  int count() {
    return values.length / width;
  }

  /** Puts rows of one width below each other. */
  static Rows below(List<Rows> parts) {
    int length = parts.stream().mapToInt(part -> part.values.length).sum();
    float[] all = new float[length];
    int to = 0;
    for (Rows part : parts) {
      System.arraycopy(part.values, 0, all, to, part.values.length);
      to += part.values.length;
    }
    Rows first = parts.get(0);
    return new Rows(first.width, all, first.sequence || parts.size() > 1);
  }

  /** Puts rows of one count beside each other. */
  static Rows beside(List<Rows> parts) {
    int width = parts.stream().mapToInt(Rows::width).sum();
    Rows first = parts.get(0);
    float[] all = new float[width * first.count()];
    int from = 0;
    for (Rows part : parts) {
      for (int row = 0; row < first.count(); row++) {
        System.arraycopy(part.values, row * part.width, all, row * width + from, part.width);
      }
      from += part.width;
    }
    return new Rows(width, all, first.sequence);
  }

  /** Returns the mean of all rows as a vector. */
  Rows mean() {
    float[] mean = new float[width];
    for (int i = 0; i < width; i++) {
      double sum = 0;
      for (int row = 0; row < count(); row++) {
        sum += values[row * width + i];
      }
      mean[i] = (float) (sum / count());
    }
    return new Rows(width, mean, false);
  }
}
