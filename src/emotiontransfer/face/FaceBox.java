package emotiontransfer.face;

/**
 * Where a face is in a frame, in pixels.
 *
 * @param x left edge
 * @param y upper edge
 * @param width width
 * @param height height
 */
public record FaceBox(int x, int y, int width, int height) {

  /** Returns the area of the intersection with another box over that of their union, 0 to 1. */
  public double overlap(FaceBox other) {
    long wide = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
    long high = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
    if (wide <= 0 || high <= 0) {
      return 0;
    }
    double both = (double) wide * high;
    return both / ((double) width * height + (double) other.width * other.height - both);
  }

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

  /** Returns the box with a share of its sides added on each side, cut at the frame's edges. */
  FaceBox around(double share, int frameWidth, int frameHeight) {
    int dx = (int) Math.round(share * width);
    int dy = (int) Math.round(share * height);
    int left = Math.max(0, x - dx);
    int top = Math.max(0, y - dy);
    int right = Math.min(frameWidth, x + width + dx);
    int bottom = Math.min(frameHeight, y + height + dy);
    return new FaceBox(left, top, right - left, bottom - top);
  }
}
