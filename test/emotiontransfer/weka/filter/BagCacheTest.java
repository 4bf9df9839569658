package emotiontransfer.weka.filter;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.data.FloatSegments;
import emotiontransfer.data.SegmentBlock;
import emotiontransfer.media.ClipReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class BagCacheTest {

  private static final long MEGABYTE = 1 << 20;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final BagCache cache = new BagCache(MEGABYTE);
  private final AtomicInteger reads = new AtomicInteger();
  private final ClipReader reader =
      file -> {
        reads.incrementAndGet();
        return new FloatSegments(new float[1 << 16], 1, 1 << 16, 1 << 16, 0, 1);
      };

  private Path clip(String name) throws IOException {
    return Files.writeString(folder.getRoot().toPath().resolve(name), "x");
  }

  @Test
  public void clipIsReadOnceForTheSameSettings() throws IOException {
    Path clip = clip("a.wav");
    SegmentBlock first = cache.get(clip, "-bands 64", reader);
    assertSame(first, cache.get(clip, "-bands 64", reader));
    assertTrue(cache.contains(clip, "-bands 64", reader));
    assertNotSame(first, cache.get(clip, "-bands 40", reader));
    assertEquals(2, reads.get());
    assertEquals(2, cache.decodedClips());
  }

  @Test
  public void changedClipIsReadAgain() throws IOException {
    Path clip = clip("a.wav");
    cache.get(clip, "s", reader);
    Files.setLastModifiedTime(clip, FileTime.fromMillis(1_000_000));
    cache.get(clip, "s", reader);
    Files.writeString(clip, "longer");
    Files.setLastModifiedTime(clip, FileTime.fromMillis(1_000_000));
    cache.get(clip, "s", reader);
    assertEquals(3, reads.get());
  }

  @Test
  public void samePathWrittenDifferentlyIsTheSameClip() throws IOException {
    Path clip = clip("a.wav");
    cache.get(clip, "s", reader);
    cache.get(clip.getParent().resolve(".").resolve("a.wav"), "s", reader);
    assertEquals(1, reads.get());
  }

  @Test
  public void boundHoldsAndCanBeChanged() throws IOException {
    for (int i = 0; i < 10; i++) {
      cache.get(clip(i + ".wav"), "s", reader);
    }
    assertTrue("four blocks of 256 KB and 64 bytes do not fit", kept() <= 3);
    cache.bound(8);
    for (int i = 0; i < 10; i++) {
      cache.get(clip(i + ".wav"), "s", reader);
    }
    assertEquals(10, kept());
    cache.bound(0);
    assertEquals(0, kept());
  }

  private int kept() throws IOException {
    int kept = 0;
    for (int i = 0; i < 10; i++) {
      kept += cache.contains(folder.getRoot().toPath().resolve(i + ".wav"), "s", reader) ? 1 : 0;
    }
    return kept;
  }

  private String failure(Path clip) {
    ClipReader failing =
        file -> {
          throw new IOException("cannot read " + file.getFileName());
        };
    return assertThrows(IOException.class, () -> cache.get(clip, "s", failing)).getMessage();
  }

  @Test
  public void failureIsHandedOnAndNotKept() throws IOException {
    Path clip = clip("a.wav");
    assertEquals("cannot read a.wav", failure(clip));
    assertFalse(cache.contains(clip, "s", reader));
    cache.get(clip, "s", reader);
    assertEquals(1, reads.get());
  }

  @Test
  public void absentClipIsLeftToTheReader() {
    Path absent = folder.getRoot().toPath().resolve("absent.wav");
    assertEquals("cannot read absent.wav", failure(absent));
    assertFalse(cache.contains(absent, "s", reader));
  }

  @Test
  public void clipThatTwoThreadsAskForIsReadOnce() throws Exception {
    Path clip = clip("a.wav");
    CountDownLatch bothAsked = new CountDownLatch(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      ClipReader slow =
          file -> {
            reads.incrementAndGet();
            await(bothAsked);
            return new FloatSegments(new float[1], 1, 1, 1, 0, 1);
          };
      Future<SegmentBlock> one = threads.submit(() -> ask(clip, slow, bothAsked));
      Future<SegmentBlock> two = threads.submit(() -> ask(clip, slow, bothAsked));
      assertSame(one.get(), two.get());
      assertEquals(1, reads.get());
    } finally {
      threads.shutdownNow();
    }
  }

  private SegmentBlock ask(Path clip, ClipReader reader, CountDownLatch asked) throws IOException {
    asked.countDown();
    return cache.get(clip, "s", reader);
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
