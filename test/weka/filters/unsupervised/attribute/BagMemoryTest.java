package weka.filters.unsupervised.attribute;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.SharedData;
import emotiontransfer.weka.filter.BagCache;
import emotiontransfer.weka.filter.MediaFilter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.ref.Reference;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.core.Instance;
import weka.core.Instances;
import weka.filters.Filter;

/** Heap that bag tables and the cache free when they are dropped. */
public class BagMemoryTest {

  private static final double MOST_BYTES_PER_VALUE = 4.6;
  private static final double MOST_BYTES_PER_PIXEL = 1.3;
  private static final long SAME_BYTES = 4096;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  /** Collects garbage until two readings agree: that of earlier tests may take several rounds. */
  private static long liveHeap() throws InterruptedException {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    long before = 0;
    long now = 0;
    for (int i = 0; i < 30 && (i < 4 || Math.abs(now - before) > SAME_BYTES); i++) {
      memory.gc();
      Thread.sleep(20);
      before = now;
      now = memory.getHeapMemoryUsage().getUsed();
    }
    return now;
  }

  private static Instances bags(MediaFilter filter, Instances clips) throws Exception {
    filter.setInputFormat(clips);
    return Filter.useFilter(clips, filter);
  }

  private static long values(Instances bags) {
    long values = 0;
    for (Instance row : bags) {
      values += (long) ClipTables.bag(row).numInstances() * ClipTables.bag(row).numAttributes();
    }
    return values;
  }

  private static void assertSmall(Instances clips, int segments) throws Exception {
    double perValue = bytesPerValue(MelDeltaSpectrogram::new, clips, segments);
    assertTrue("the table is there: " + perValue, perValue > 1);
    assertTrue(perValue + " bytes a value", perValue <= MOST_BYTES_PER_VALUE);
  }

  private static double bytesPerValue(Supplier<MediaFilter> filter, Instances clips, int segments)
      throws Exception {
    BagCache.SHARED.clear();
    Instances bags = bags(filter.get(), clips);
    long values = values(bags);
    assertEquals(segments * 12288L, values);
    long withTable = liveHeap();
    Reference.reachabilityFence(bags);
    bags = null;
    BagCache.SHARED.clear();
    return (double) (withTable - liveHeap()) / values;
  }

  @Test
  public void cropsOfFacesTakeLittleMoreThanAByteAPixel() throws Exception {
    Instances clips = FaceClips.videos(folder.getRoot().toPath(), 10, 100);
    double perValue = bytesPerValue(FaceCrop::new, clips, 1000);
    assertTrue("the table is there: " + perValue, perValue >= 1);
    assertTrue(perValue + " bytes a pixel", perValue <= MOST_BYTES_PER_PIXEL);
  }

  @Test
  public void tableAndCacheOfSyntheticClipsTakeFewBytesAValue() throws Exception {
    assertSmall(ClipTables.tones(folder.getRoot().toPath(), 150, 2), 150 * 4);
  }

  @Test
  public void clipsOfOneSegmentTakeFewBytesAValueThoughNothingOverlaps() throws Exception {
    assertSmall(ClipTables.tones(folder.getRoot().toPath(), 500, 0.7), 500);
  }

  @Test
  public void tableAndCacheOfARealCorpusTakeFewBytesAValue() throws Exception {
    assertSmall(recordings(SharedData.require("data/emodb-2s")), 535 * 4);
  }

  private static Instances recordings(Path corpus) throws IOException {
    Instances clips = ClipTables.empty();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(corpus, "*.wav")) {
      files.forEach(file -> ClipTables.add(clips, file.toString(), clips.numInstances()));
    }
    return clips;
  }
}
