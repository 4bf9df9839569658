package emotiontransfer.media.picture;

import org.apache.commons.lang3.Validate;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.IntPointer;

/**
 * How a stored picture becomes an upright one: rows and columns change places, then it is flipped.
 */
record Orientation(boolean transposed, boolean mirroredX, boolean mirroredY) {

  /** Returns that of EXIF, 1 to 8. */
  static Orientation ofExif(int number) {
    Validate.inclusiveBetween(1, 8, number);
    boolean transposed = number >= 5;
    boolean mirroredX = number == 2 || number == 3 || number == 6 || number == 7;
    boolean mirroredY = number == 3 || number == 4 || number == 7 || number == 8;
    return new Orientation(transposed, mirroredX, mirroredY);
  }

  /**
   * Returns that of the display matrix that FFmpeg makes of a video's rotation and mirroring and of
   * the EXIF orientation of JPEG: a stored point (x, y) is shown at (a x + c y, b x + d y), y
   * pointing down; a, b, c and d are its elements 0, 1, 3 and 4. Angles are taken to the nearest
   * quarter. A frame without one has that of its file.
   */
  static Orientation of(AVFrame frame, Orientation file) {
    AVFrameSideData data = avutil.av_frame_get_side_data(frame, avutil.AV_FRAME_DATA_DISPLAYMATRIX);
    if (data == null) {
      return file;
    }
    IntPointer matrix = new IntPointer(data.data());
    boolean straight = Math.abs((long) matrix.get(0)) >= Math.abs((long) matrix.get(1));
    return new Orientation(
        !straight, matrix.get(straight ? 0 : 3) < 0, matrix.get(straight ? 4 : 1) < 0);
  }
}
