package weka.filters.unsupervised.attribute;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.SharedData;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.core.BagCache;
import weka.core.Instance;
import weka.core.Instances;
import weka.filters.Filter;

/** Live heap of bag tables, cache included, measured after garbage collections. */
public class BagMemoryTest {

  private static final double MOST_BYTES_PER_VALUE = 4.6;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static long liveHeap() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return least;
  }

  private static Instances bags(Instances clips) throws Exception {
    MelDeltaSpectrogram filter = new MelDeltaSpectrogram();
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
    bags(new Instances(clips, 0, 2));
    BagCache.shared().clear();
    long before = liveHeap();
    Instances bags = bags(clips);
    long bytes = liveHeap() - before;
    assertEquals(segments * 12288L, values(bags));
    double perValue = (double) bytes / values(bags);
    assertTrue("the table is there: " + perValue, perValue > 1);
    assertTrue(perValue + " bytes a value", perValue <= MOST_BYTES_PER_VALUE);
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
