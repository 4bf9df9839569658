package emotiontransfer.evaluation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.study.result.Cell;
import emotiontransfer.study.result.ResultTable;
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
    assertEquals("1.000", Cell.of(MeanStd.of(List.of(1.0))).toString());
    assertEquals("–", Cell.of(Double.NaN).toString());
  }

  @Test
  public void csvHasAColumnForTheDeviationAndAllDigits() {
    ResultTable table =
        new ResultTable(
            "t",
            "T",
            List.of("Method", "WAR"),
            List.of(
                List.of(Cell.of("a, b"), Cell.of(new MeanStd(1 / 3.0, 0.5))),
                List.of(Cell.of("c"), Cell.of(new MeanStd(0.25, Double.NaN)))));
    assertEquals(
        "Method,WAR,WAR (std. dev.)\n\"a, b\",0.3333333333333333,0.5\nc,0.25,\n", table.csv());
  }
}
