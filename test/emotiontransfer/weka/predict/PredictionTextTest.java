package emotiontransfer.weka.predict;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.Test;
import weka.core.json.JSONNode;

public class PredictionTextTest {

  private static final String ODD =
      "a\"b\\c/d\ne\tf\u0001g\u0007\b\f\u001b[1m\u2028\u00e4,=1\r.wav";

  private final PredictionText text =
      new PredictionText(
          List.of("ang\"er", "joy,\u0002"),
          List.of(
              new PredictionText.Clip(
                  ODD,
                  1,
                  new double[] {0.25, 0.75},
                  new PredictionText.Course(Optional.empty(), new double[][] {{0.25, 0.75}}),
                  1,
                  "?")));

  @Test
  public void jsonEscapesEveryControlCharacterOfANameAndALabel() throws Exception {
    String json = text.json(true);
    assertTrue(json, json.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\t' || c == '\r'));
    assertTrue(json, json.contains("f\\u0001g\\u0007\\b\\f\\u001b[1m\u2028"));
    assertTrue(json, json.contains("\"joy,\\u0002\" : 0.75"));
    // Weka's own reader knows no escape by number.
    String known = json.replaceAll("\\\\u00..", "");
    JSONNode clip =
        (JSONNode) JSONNode.read(new StringReader(known)).getChild("clips").getChildAt(0);
    assertEquals(ODD.replaceAll("[\u0001\u0007\u001b]", ""), clip.getChild("file").getValue());
  }

  @Test
  public void commasQuotesAndLineBreaksOfANameStayInItsCell() throws Exception {
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').build();
    List<CSVRecord> rows = format.parse(new StringReader(text.csv(false))).getRecords();
    assertEquals(2, rows.size());
    assertEquals(ODD, rows.get(1).get(0));
    assertEquals("prob_joy,\u0002", rows.get(0).get(4));
    assertEquals("0.750000", rows.get(1).get(4));
  }
}
