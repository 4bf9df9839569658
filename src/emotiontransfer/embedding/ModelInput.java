package emotiontransfer.embedding;

/**
 * An input of a model that takes numbers.
 *
 * @param shape number of values in each direction, below 0 where it is left open
 */
record ModelInput(String name, long[] shape) {

  /**
   * Returns whether it is {@code [samples]}, {@code [batch, samples]} or {@code [batch, 1,
   * samples]}.
   */
  boolean takesSound() {
    return shape.length == 1 || shape.length == 2 || shape.length == 3 && shape[1] == 1;
  }

  /** Returns whether it is {@code [batch, 3, height, width]}, or with one plane of grey. */
  boolean takesPictures() {
    return shape.length == 4 && (shape[1] == 3 || shape[1] == 1);
  }

  /** Returns the number of samples at a time, 0 where a clip may have any. */
  int samples() {
    return (int) Math.max(0, shape[shape.length - 1]);
  }

  int planes() {
    return (int) shape[1];
  }

  /** Returns the height (2) or width (3) of pictures, or what is given where it is left open. */
  int side(int direction, int given) {
    return shape[direction] > 0 ? (int) shape[direction] : given;
  }

  /** Returns whether frames stand in the second direction, before their values, or in the third. */
  private int frameDirection() {
    return shape.length == 4 && shape[3] != 1 ? 2 : 1;
  }

  /**
   * Returns whether it is {@code [batch, frames, values]}, {@code [batch, frames, values, 1]} or
   * {@code [batch, 1, frames, values]} with frames of this width.
   */
  boolean takesFrames(int width) {
    boolean plain = shape.length == 3;
    boolean image = shape.length == 4 && (shape[3] == 1 || shape[1] == 1);
    if (!plain && !image) {
      return false;
    }
    long values = shape[frameDirection() + 1];
    return values < 0 || values == width;
  }

  /** Returns the number of frames at a time, 0 where there may be any. */
  int frames() {
    return (int) Math.max(0, shape[frameDirection()]);
  }

  /** Returns the shape of so many frames. */
  long[] ofFrames(int count, int width) {
    long[] own = shape.clone();
    own[0] = 1;
    own[frameDirection()] = count;
    own[frameDirection() + 1] = width;
    return own;
  }

  /** Returns the shape of so many samples. */
  long[] ofSamples(int count) {
    long[] own = shape.clone();
    own[0] = 1;
    own[own.length - 1] = count;
    return own;
  }

  long[] ofPicture(int height, int width) {
    return new long[] {1, planes(), height, width};
  }

  /** Returns the shape for messages: {@code [?, 80, 32]}. */
  static String text(long[] shape) {
    return java.util.Arrays.toString(shape).replaceAll("-\\d+", "?");
  }
}
