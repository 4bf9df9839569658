package emotiontransfer.weka.gui.view;

import emotiontransfer.figure.ClipTrack;
import emotiontransfer.figure.Figure;
import emotiontransfer.figure.TrackDrawing;

/** A picture with an axis of time that is drawn in any size. */
public interface TimePicture {

  /** Returns how long the axis of time is. */
  double length();

  /** Returns the picture in points. */
  Figure figure(int width, int height);

  /** Returns where a time stands in a picture of that width, in points. */
  double x(double time, int width);

  /** Returns the upper and the lower end of a line through all that stands over time, in points. */
  int[] edges(int height);

  /** Returns the picture of a track alone, in seconds. */
  static TimePicture of(ClipTrack track, double seconds) {
    return new TimePicture() {

      @Override
      public double length() {
        return seconds;
      }

      @Override
      public Figure figure(int width, int height) {
        return TrackDrawing.of(track, seconds, HeardClip.SECONDS, width, height);
      }

      @Override
      public double x(double time, int width) {
        return TrackDrawing.x(time, seconds, width);
      }

      @Override
      public int[] edges(int height) {
        return TrackDrawing.edges(height);
      }
    };
  }
}
