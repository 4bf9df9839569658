package emotiontransfer.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntToDoubleFunction;

/** Writes small WAV files for tests. */
public final class TestClips {

  private static final int PCM = 1;
  private static final int FLOAT = 3;
  private static final int HEADER = 44;

  private TestClips() {}

  /** Writes 16-bit samples of a signal in [-1, 1), the same on all channels. */
  public static Path pcm16(
      Path file, int rate, int channels, int frames, IntToDoubleFunction signal)
      throws IOException {
    ByteBuffer data = buffer(frames * channels * 2);
    for (int i = 0; i < frames; i++) {
      short sample = (short) Math.round(signal.applyAsDouble(i) * 32767);
      for (int c = 0; c < channels; c++) {
        data.putShort(sample);
      }
    }
    return write(file, PCM, rate, channels, 16, data);
  }

  /** Writes 16-bit samples as they are, channels interleaved. */
  public static Path pcm16(Path file, int rate, int channels, short... samples) throws IOException {
    ByteBuffer data = buffer(samples.length * 2);
    for (short sample : samples) {
      data.putShort(sample);
    }
    return write(file, PCM, rate, channels, 16, data);
  }

  /** Writes unsigned 8-bit samples of one channel. */
  public static Path pcm8(Path file, int rate, int... samples) throws IOException {
    ByteBuffer data = buffer(samples.length);
    for (int sample : samples) {
      data.put((byte) sample);
    }
    return write(file, PCM, rate, 1, 8, data);
  }

  /** Writes 32-bit integers of one channel. */
  public static Path pcm32(Path file, int rate, int... samples) throws IOException {
    ByteBuffer data = buffer(samples.length * 4);
    for (int sample : samples) {
      data.putInt(sample);
    }
    return write(file, PCM, rate, 1, 32, data);
  }

  /** Writes floats of one channel. */
  public static Path floats(Path file, int rate, float... samples) throws IOException {
    ByteBuffer data = buffer(samples.length * 4);
    for (float sample : samples) {
      data.putFloat(sample);
    }
    return write(file, FLOAT, rate, 1, 32, data);
  }

  /** Writes a sine of amplitude 0.5. */
  public static Path tone(Path file, int rate, int channels, double seconds, double hertz)
      throws IOException {
    return pcm16(
        file,
        rate,
        channels,
        (int) Math.round(seconds * rate),
        i -> 0.5 * Math.sin(2 * Math.PI * hertz * i / rate));
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static Path write(
      Path file, int format, int rate, int channels, int bits, ByteBuffer data) throws IOException {
    int frame = channels * bits / 8;
    ByteBuffer wav = buffer(HEADER + data.capacity());
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER - 8 + data.capacity());
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) format).putShort((short) channels).putInt(rate).putInt(rate * frame);
    wav.putShort((short) frame).putShort((short) bits);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(data.capacity()).put(data.array());
    return Files.write(file, wav.array());
  }
}
