package emotiontransfer.numeric;

import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.TestInstances;
import weka.core.Utils;
import weka.filters.unsupervised.attribute.MelDeltaSpectrogram;

/** Options whose sizes no heap of today holds are rejected before anything is reserved. */
public class HeapCheckTest {

  private static void assertRejected(String options, String... expected) throws Exception {
    PathNetClassifier scheme = new PathNetClassifier();
    scheme.setOptions(Utils.splitOptions("-G 1 " + options));
    TestInstances table = new TestInstances();
    table.setNumNominal(0);
    table.setNumNumeric(3);
    assertSentence(() -> scheme.buildClassifier(table.generate()), expected);
  }

  private static void assertSentence(org.junit.function.ThrowingRunnable what, String... expected) {
    String message = assertThrows(IllegalArgumentException.class, what).getMessage();
    for (String words : expected) {
      assertTrue(message, message.contains(words));
    }
    assertTrue(message, message.contains("GB, but the heap has"));
  }

  @Test(timeout = 60_000)
  public void gridsAndPopulationsAreCounted() throws Exception {
    assertRejected("-M 2000000000", "-L 3 x -M 2000000000 modules need at least 720.0 GB");
    assertRejected("-L 1000000000", "-L 1000000000 layers need at least 200.0 GB");
    assertRejected("-H 2000000000", "x -H 2000000000 neurons on 3 inputs", "1,440.0 GB");
    assertRejected("-M 500000 -H 3000", "-M 500000 x -H 3000 neurons on 3 inputs (3 grids");
    assertRejected("-P 2000000000", "-P 2000000000 genotypes of -L 3 x -N 4 genes", "672.0 GB");
  }

  @Test(timeout = 60_000)
  public void theFrontEndIsCounted() throws Exception {
    MelDeltaSpectrogram filter = new MelDeltaSpectrogram();
    filter.setFftSize(1 << 30);
    assertSentence(filter::createReader, "-fft 1073741824 need at least 17.2 GB");
  }

  @Test
  public void aRegressionIsNoWiderThanTheLongestClip() {
    MelDeltaSpectrogram filter = new MelDeltaSpectrogram();
    filter.setDeltaWidth(1_000_000_000);
    String message =
        assertThrows(IllegalArgumentException.class, filter::createReader).getMessage();
    assertTrue(message, message.startsWith("delta-width must be at most 360000"));
  }
}
