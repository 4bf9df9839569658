package emotiontransfer.media;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.IntPointer;

/**
 * How a stored picture becomes the one to be shown, by the display matrix that FFmpeg makes of a
 * video's rotation and of a photograph's EXIF orientation. Angles are taken to the nearest quarter.
 *
 * @param transposed whether rows become columns first
 * @param mirroredX whether left and right change places then
 * @param mirroredY whether top and bottom change places then
 */
record Orientation(boolean transposed, boolean mirroredX, boolean mirroredY) {

  private static final Orientation UPRIGHT = new Orientation(false, false, false);

  /** Reads the orientation of a frame. */
  static Orientation of(AVFrame frame) {
    AVFrameSideData data = avutil.av_frame_get_side_data(frame, avutil.AV_FRAME_DATA_DISPLAYMATRIX);
    return data == null ? UPRIGHT : of(new IntPointer(data.data()));
  }

  /**
   * Reads a display matrix: a stored point (x, y) is shown at (a x + c y, b x + d y), y pointing
   * down; a, b, c and d are its elements 0, 1, 3 and 4.
   */
  private static Orientation of(IntPointer matrix) {
    int a = matrix.get(0);
    int b = matrix.get(1);
    int c = matrix.get(3);
    int d = matrix.get(4);
    if (Math.abs((long) a) >= Math.abs((long) b)) {
      return new Orientation(false, a < 0, d < 0);
    }
    return new Orientation(true, c < 0, b < 0);
  }

  /** Returns whether the stored picture is the one to be shown. */
  boolean isUpright() {
    return equals(UPRIGHT);
  }
}
