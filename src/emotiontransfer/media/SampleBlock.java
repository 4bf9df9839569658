package emotiontransfer.media;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Mixes decoded blocks of any sample format to one channel, reusing its memory.
 *
 * <p>Integers are divided by half their range (16 bits: by 32768; unsigned 8 bits: less 128, by
 * 128), so that full scale is [-1, 1). The mix is the mean of the channels.
 */
final class SampleBlock {

  private float[] mono = new float[0];
  private float[] plane = new float[0];

  /**
   * Mixes a block.
   *
   * @return number of samples in {@link #mono()}, or -1 where their format is not supported
   */
  int mix(AVFrame frame, int channels) {
    int length = frame.nb_samples();
    if (mono.length < length) {
      mono = new float[length];
    }
    if (channels == 1) {
      return read(frame, 0, mono, length) ? length : -1;
    }
    Arrays.fill(mono, 0, length, 0f);
    boolean planar = avutil.av_sample_fmt_is_planar(frame.format()) != 0;
    int planes = planar ? channels : 1;
    int inPlane = channels / planes;
    if (plane.length < length * inPlane) {
      plane = new float[length * inPlane];
    }
    for (int p = 0; p < planes; p++) {
      if (!read(frame, p, plane, length * inPlane)) {
        return -1;
      }
      for (int i = 0; i < length; i++) {
        for (int c = 0; c < inPlane; c++) {
          mono[i] += plane[i * inPlane + c];
        }
      }
    }
    for (int i = 0; i < length; i++) {
      mono[i] /= channels;
    }
    return length;
  }

  /** Returns the mixed samples; valid until the next block. */
  float[] mono() {
    return mono;
  }

  private static boolean read(AVFrame frame, int plane, float[] into, int length) {
    int format = frame.format();
    ByteBuffer bytes =
        frame
            .data(plane)
            .capacity((long) length * avutil.av_get_bytes_per_sample(format))
            .asByteBuffer();
    switch (format) {
      case avutil.AV_SAMPLE_FMT_S16, avutil.AV_SAMPLE_FMT_S16P -> {
        ShortBuffer shorts = bytes.asShortBuffer();
        for (int i = 0; i < length; i++) {
          into[i] = shorts.get(i) / 32768f;
        }
      }
      case avutil.AV_SAMPLE_FMT_FLT, avutil.AV_SAMPLE_FMT_FLTP ->
          bytes.asFloatBuffer().get(0, into, 0, length);
      case avutil.AV_SAMPLE_FMT_S32, avutil.AV_SAMPLE_FMT_S32P -> {
        IntBuffer ints = bytes.asIntBuffer();
        for (int i = 0; i < length; i++) {
          into[i] = (float) (ints.get(i) / 2147483648.0);
        }
      }
      case avutil.AV_SAMPLE_FMT_DBL, avutil.AV_SAMPLE_FMT_DBLP -> {
        DoubleBuffer doubles = bytes.asDoubleBuffer();
        for (int i = 0; i < length; i++) {
          into[i] = (float) doubles.get(i);
        }
      }
      case avutil.AV_SAMPLE_FMT_U8, avutil.AV_SAMPLE_FMT_U8P -> {
        for (int i = 0; i < length; i++) {
          into[i] = ((bytes.get(i) & 0xFF) - 128) / 128f;
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }
}
