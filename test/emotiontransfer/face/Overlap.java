package emotiontransfer.face;

import java.awt.Rectangle;

final class Overlap {

  private Overlap() {}

  /** Returns the area of the intersection of two boxes over that of their union, 0 to 1. */
  static double of(Rectangle one, Rectangle other) {
    Rectangle both = one.intersection(other);
    double shared = both.isEmpty() ? 0 : area(both);
    return shared / (area(one) + area(other) - shared);
  }

  private static double area(Rectangle box) {
    return (double) box.width * box.height;
  }
}
