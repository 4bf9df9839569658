package emotiontransfer.study.result;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import emotiontransfer.evaluation.MeanStd;
import java.util.List;
import org.junit.Test;

public class ResultTableTest {

  @Test
  public void cellsHaveThreeDigitsAndADashForWhatIsNotThere() {
    assertEquals("0.333 ± 0.500", ResultTable.text(new MeanStd(1 / 3.0, 0.5)));
    assertEquals("1.000", ResultTable.text(MeanStd.of(List.of(1.0))));
    assertEquals("0.500", ResultTable.text(0.5));
    assertEquals("–", ResultTable.text(Double.NaN));
    assertEquals("–", ResultTable.text(MeanStd.NONE));
    assertEquals("7", ResultTable.text(7));
  }

  @Test
  public void rowOfAnotherLengthIsRejected() {
    IllegalArgumentException rejection =
        assertThrows(
            IllegalArgumentException.class,
            () -> new ResultTable("t", "T", List.of("a", "b"), List.of(List.of("only"))));
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
                List.of("a, b", new MeanStd(1 / 3.0, 0.5)),
                List.of("c", new MeanStd(0.25, Double.NaN))));
    assertEquals(
        "Method,WAR,WAR (std. dev.)\n\"a, b\",0.3333333333333333,0.5\nc,0.25,\n", table.csv());
  }
}
