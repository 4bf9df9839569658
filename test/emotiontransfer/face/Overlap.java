package emotiontransfer.face;

final class Overlap {

  private Overlap() {}

  /** Returns the area of the intersection of two boxes over that of their union, 0 to 1. */
  static double of(FaceBox one, FaceBox other) {
    long wide =
        Math.min(one.x() + one.width(), other.x() + other.width()) - Math.max(one.x(), other.x());
    long high =
        Math.min(one.y() + one.height(), other.y() + other.height()) - Math.max(one.y(), other.y());
    if (wide <= 0 || high <= 0) {
      return 0;
    }
    double both = (double) wide * high;
    return both
        / ((double) one.width() * one.height() + (double) other.width() * other.height() - both);
  }
}
