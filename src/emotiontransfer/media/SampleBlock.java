package emotiontransfer.media;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;

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
   * @param planes one buffer per channel, or one with the channels interleaved
   * @param channels number of channels
   * @return number of samples in {@link #mono()}
   */
  int mix(Buffer[] planes, int channels) {
    boolean interleaved = planes.length == 1 && channels > 1;
    int length = planes[0].limit() / (interleaved ? channels : 1);
    if (mono.length < length) {
      mono = new float[length];
    }
    if (planes.length == 1 && !interleaved) {
      read(planes[0], mono, length);
    } else if (interleaved) {
      mixInterleaved(planes[0], channels, length);
    } else {
      mixPlanes(planes, length);
    }
    return length;
  }

  /** Returns the mixed samples; valid until the next block. */
  float[] mono() {
    return mono;
  }

  private void mixInterleaved(Buffer buffer, int channels, int length) {
    readPlane(buffer, length * channels);
    for (int i = 0; i < length; i++) {
      float sum = 0;
      for (int c = 0; c < channels; c++) {
        sum += plane[i * channels + c];
      }
      mono[i] = sum / channels;
    }
  }

  private void mixPlanes(Buffer[] planes, int length) {
    Arrays.fill(mono, 0, length, 0f);
    for (Buffer buffer : planes) {
      readPlane(buffer, length);
      for (int i = 0; i < length; i++) {
        mono[i] += plane[i];
      }
    }
    for (int i = 0; i < length; i++) {
      mono[i] /= planes.length;
    }
  }

  private void readPlane(Buffer buffer, int length) {
    if (plane.length < length) {
      plane = new float[length];
    }
    read(buffer, plane, length);
  }

  private static void read(Buffer buffer, float[] into, int length) {
    if (buffer instanceof ShortBuffer shorts) {
      for (int i = 0; i < length; i++) {
        into[i] = shorts.get(i) / 32768f;
      }
    } else if (buffer instanceof FloatBuffer floats) {
      floats.get(0, into, 0, length);
    } else if (buffer instanceof IntBuffer ints) {
      for (int i = 0; i < length; i++) {
        into[i] = (float) (ints.get(i) / 2147483648.0);
      }
    } else if (buffer instanceof DoubleBuffer doubles) {
      for (int i = 0; i < length; i++) {
        into[i] = (float) doubles.get(i);
      }
    } else if (buffer instanceof ByteBuffer bytes) {
      for (int i = 0; i < length; i++) {
        into[i] = ((bytes.get(i) & 0xFF) - 128) / 128f;
      }
    } else {
      throw new IllegalArgumentException("sample format is not supported: " + buffer);
    }
  }
}
