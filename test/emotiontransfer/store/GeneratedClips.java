package emotiontransfer.store;

import emotiontransfer.data.ByteSegments;
import emotiontransfer.data.FloatSegments;
import emotiontransfer.data.SegmentBlock;
import emotiontransfer.media.ClipReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes segments of what a file holds: overlapping floats, or crops where it begins with "c". */
final class GeneratedClips implements ClipReader {

  private static final int ROWS = 12;
  private static final int WIDTH = 16;
  private static final int STEP = 5;

  final AtomicInteger reads = new AtomicInteger();

  /** Writes a recording that was made long ago. */
  static Path write(Path file, String content) throws IOException {
    Files.writeString(file, content);
    return Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
  }

  @Override
  public SegmentBlock read(Path file) throws IOException {
    reads.incrementAndGet();
    String content = Files.readString(file);
    Random random = new Random(content.hashCode());
    return content.startsWith("c") ? crops(random) : frames(random);
  }

  private static ByteSegments crops(Random random) {
    byte[] first = new byte[3 * WIDTH * WIDTH];
    byte[] second = new byte[first.length];
    random.nextBytes(first);
    random.nextBytes(second);
    return new ByteSegments(List.of(first, second));
  }

  private static FloatSegments frames(Random random) {
    int segments = 1 + random.nextInt(5);
    int stride = WIDTH + (segments - 1) * STEP;
    float[] values = new float[ROWS * stride];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 17 == 0 ? Float.NaN : (float) random.nextGaussian();
    }
    return new FloatSegments(values, ROWS, WIDTH, stride, STEP, segments);
  }
}
