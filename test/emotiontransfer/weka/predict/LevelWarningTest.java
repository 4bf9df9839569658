package emotiontransfer.weka.predict;

import static org.junit.Assert.assertEquals;

import emotiontransfer.data.Provenance.LevelRange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class LevelWarningTest {

  private static final LevelRange TRAINED = new LevelRange(-20.7, -4);

  private static String warning(Double... clips) {
    return LevelWarning.of(TRAINED, Arrays.asList(clips)).orElse("");
  }

  @Test
  public void quieterClipsAreCountedWithTheirMeanLevel() {
    assertEquals(
        "Warning: 2 of 4 clips lie outside of the levels that the model was trained on: their mean"
            + " log energy is -44.0 dB, 23.3 dB below the training range of -20.7 to -4.0 dB, so"
            + " that loudness alone may decide; train on features built with -level clip, or"
            + " normalise the files' level.",
        warning(-50.0, -10.0, -38.0, Double.NaN));
  }

  @Test
  public void louderClipsAreAboveTheRange() {
    String warning = warning(12.5);
    assertEquals(warning, true, warning.startsWith("Warning: 1 of 1 clips "));
    assertEquals(warning, true, warning.contains("is 12.5 dB, 16.5 dB above the training range"));
  }

  @Test
  public void louderAndQuieterClipsTogetherMayHaveAMeanInside() {
    String warning = warning(10.0, -30.0);
    assertEquals(warning, true, warning.contains("is -10.0 dB, on both sides of the training"));
  }

  @Test
  public void sixDecibelsBeyondTheRangeAreNotFarOutside() {
    assertEquals("", warning(-26.7, -20.0, 2.0));
    assertEquals("", warning());
    assertEquals(true, warning(-26.8).contains("1 of 1 clips"));
  }

  @Test
  public void aModelThatKnowsNoLevelsDoesNotWarn() {
    assertEquals(Optional.empty(), LevelWarning.of(LevelRange.UNKNOWN, List.of(-200.0, 50.0)));
  }
}
