package emotiontransfer.evaluation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;

public class MeanStdTest {

  @Test
  public void deviationHasOneDegreeLess() {
    MeanStd spread = MeanStd.of(List.of(1.0, 2.0, Double.NaN, 6.0));
    assertEquals(3, spread.mean(), 0);
    assertEquals(Math.sqrt((4 + 1 + 9) / 2.0), spread.deviation(), 1e-12);
  }

  @Test
  public void oneValueHasNoDeviation() {
    assertTrue(Double.isNaN(MeanStd.of(List.of(1.0)).deviation()));
  }
}
