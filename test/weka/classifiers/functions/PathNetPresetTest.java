package weka.classifiers.functions;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import emotiontransfer.layers.Optimizer;
import emotiontransfer.pathnet.Pooling;
import emotiontransfer.weka.preset.NetworkOptions.YesNo;
import emotiontransfer.weka.preset.Preset;
import org.junit.Test;
import weka.core.Utils;

/** Presets and the options given beside them. */
public class PathNetPresetTest {

  private static PathNetClassifier scheme(String options) throws Exception {
    PathNetClassifier scheme = new PathNetClassifier();
    scheme.setOptions(Utils.splitOptions(options));
    return scheme;
  }

  @Test
  public void aPresetSetsItsOptions() throws Exception {
    PathNetClassifier scheme = scheme("-preset speech");
    assertEquals("conv", scheme.getModule());
    assertEquals(Pooling.STATISTICS, scheme.getPool());
    assertEquals(Optimizer.ADAMW, scheme.getOptimizer());
    assertEquals(YesNo.YES, scheme.getSkipStatistics());
    assertEquals(0.4, scheme.getDropout(), 0);
    assertEquals("what it does not name keeps its default", 2, scheme.getShift());
  }

  /** Also where the value is the default without a preset. */
  @Test
  public void anOptionGivenBesideItCounts() throws Exception {
    PathNetClassifier scheme = scheme("-ensemble 1 -dropout 0 -preset speech -pool mean");
    assertEquals(1, scheme.getEnsemble());
    assertEquals(0, scheme.getDropout(), 0);
    assertEquals(Pooling.MEAN, scheme.getPool());
    assertEquals("conv", scheme.getModule());
  }

  @Test
  public void optionsReadBackAsTheyWereSet() throws Exception {
    for (String options : new String[] {"", "-preset speech", "-preset faces -ensemble 1 -M 20"}) {
      PathNetClassifier scheme = scheme(options);
      PathNetClassifier again = scheme(Utils.joinOptions(scheme.getOptions()));
      assertArrayEquals(scheme.getOptions(), again.getOptions());
      again.setOptions(Utils.splitOptions(options));
      assertArrayEquals(scheme.getOptions(), again.getOptions());
    }
  }

  @Test
  public void theDialogsChoiceSetsTheOtherFields() throws Exception {
    PathNetClassifier scheme = new PathNetClassifier();
    scheme.setPreset(Preset.SPEECH);
    assertArrayEquals(scheme("-preset speech").getOptions(), scheme.getOptions());
    scheme.setPreset(Preset.PAPER);
    assertArrayEquals(new PathNetClassifier().getOptions(), scheme.getOptions());
  }

  @Test
  public void thePapersPresetHasTheDefaults() throws Exception {
    assertArrayEquals(new PathNetClassifier().getOptions(), scheme("-preset paper").getOptions());
  }

  @Test
  public void wrongWordsAreRejectedWithTheOptionsName() {
    for (String[] wrong :
        new String[][] {
          {
            "-preset best",
            "Option -preset must be one of paper, speech, faces, but was given 'best'."
          },
          {
            "-augmentation speed=2",
            "Option -augmentation takes some of [band-mask, band-shift, crop, gain, mirror, noise,"
                + " pixel-shift, time-mask], each with =number (crop=least-most), but was given"
                + " 'speed=2'."
          },
          {"-ensemble 0", "Option -ensemble must be at least 1, but is 0."}
        }) {
      String message =
          assertThrows(wrong[0], IllegalArgumentException.class, () -> scheme(wrong[0]))
              .getMessage();
      assertEquals(wrong[1], message);
    }
  }
}
