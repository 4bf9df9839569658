package emotiontransfer.figure;

import java.awt.geom.Rectangle2D;

/** Draws what is heard or seen of a clip over an axis of time, without a title. */
public final class TrackDrawing {

  private static final int LEFT = 58;
  private static final int RIGHT = 14;
  private static final int TOP = 8;
  private static final int BOTTOM = 34;

  private TrackDrawing() {}

  /**
   * Returns the picture of a track.
   *
   * @param length of the axis of time, in its unit
   * @param unit name of the axis of time
   * @param width at least 120 points
   * @param height at least 80 points
   */
  public static Figure of(ClipTrack track, double length, String unit, int width, int height) {
    int[] edges = edges(height);
    Rectangle2D area =
        new Rectangle2D.Double(LEFT, edges[0], width - LEFT - RIGHT, edges[1] - edges[0]);
    return new Figure(
        width,
        height,
        g -> {
          TrackAxes.track(g, track, area);
          TrackAxes.times(g, length, unit, area);
        });
  }

  /** Returns where a time stands in a picture of that width, in points. */
  public static double x(double time, double length, int width) {
    return LEFT + time / length * (width - LEFT - RIGHT);
  }

  /** Returns the ordinates of the upper and the lower edge of what stands over time. */
  public static int[] edges(int height) {
    return new int[] {TOP, height - BOTTOM};
  }
}
