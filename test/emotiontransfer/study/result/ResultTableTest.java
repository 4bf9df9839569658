package emotiontransfer.study.result;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import emotiontransfer.evaluation.MeanStd;
import java.util.List;
import org.junit.Test;

public class ResultTableTest {

  @Test
  public void cellsHaveThreeDigitsAndADashForWhatIsNotThere() {
    assertEquals("0.333 ± 0.500", Cell.of(new MeanStd(1 / 3.0, 0.5)).toString());
    assertEquals("1.000", Cell.of(MeanStd.of(List.of(1.0))).toString());
    assertEquals("–", Cell.of(Double.NaN).toString());
    assertEquals("–", Cell.of(MeanStd.NONE).toString());
  }

  @Test
  public void rowOfAnotherLengthIsRejected() {
    IllegalArgumentException rejection =
        assertThrows(
            IllegalArgumentException.class,
            () -> new ResultTable("t", "T", List.of("a", "b"), List.of(List.of(Cell.of("only")))));
    assertEquals("a row of table t has 1 cells for 2 columns", rejection.getMessage());
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
