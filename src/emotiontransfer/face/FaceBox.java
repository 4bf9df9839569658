package emotiontransfer.face;

/** Where a face is in a frame, in pixels; x and y are its left and its upper edge. */
public record FaceBox(int x, int y, int width, int height) {

  /** Returns the distance between the centres of two boxes, in pixels. */
  double distance(FaceBox other) {
    return Math.hypot(
        x + width / 2.0 - other.x - other.width / 2.0,
        y + height / 2.0 - other.y - other.height / 2.0);
  }

  /** Returns whether another box lies in this one; they may share edges. */
  boolean contains(FaceBox other) {
    return other.x >= x
        && other.y >= y
        && other.x + other.width <= x + width
        && other.y + other.height <= y + height;
  }

  /** Returns the box with a fraction of its sides added on each side, cut at the frame's edges. */
  FaceBox around(double fraction, int frameWidth, int frameHeight) {
    int dx = (int) Math.round(fraction * width);
    int dy = (int) Math.round(fraction * height);
    int left = Math.max(0, x - dx);
    int top = Math.max(0, y - dy);
    int right = Math.min(frameWidth, x + width + dx);
    int bottom = Math.min(frameHeight, y + height + dy);
    return new FaceBox(left, top, right - left, bottom - top);
  }
}
