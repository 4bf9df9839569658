package emotiontransfer.study;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.core.WekaException;

public class RecallTableTest {

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private String write(String name, String... rows) throws IOException {
    File file = temporary.newFile(name);
    String header = "file,subject,fold,actual,predicted,prob_anger,prob_fear\n";
    Files.writeString(file.toPath(), header + String.join("\n", rows) + "\n");
    return file.getPath();
  }

  /**
   * By hand: s-01 has recalls 2/3 and 1/1, s-02 has 1/2 for anger only; pooled 3/5 and 1/1; the
   * standard deviation of 0.75 and 0.5 is 0.1768.
   */
  @Test
  public void figuresStandBySubjectAsMeanWithDeviationAndPooled() throws Exception {
    String scratch =
        write(
            "scratch.csv",
            "a,s-01,s-01,anger,anger,1,0",
            "b,s-01,s-01,anger,anger,1,0",
            "c,s-01,s-01,anger,fear,0,1",
            "d,s-01,s-01,fear,fear,0,1",
            "e,s-02,s-02,anger,anger,1,0",
            "f,s-02,s-02,anger,fear,0,1");
    String transfer =
        write(
            "transfer.csv",
            "a,s-01,s-01,anger,anger,1,0",
            "b,s-01,s-01,anger,anger,1,0",
            "c,s-01,s-01,anger,anger,1,0",
            "d,s-01,s-01,fear,fear,0,1",
            "e,s-02,s-02,anger,anger,1,0",
            "f,s-02,s-02,anger,anger,1,0");
    String expected =
        """
                         scratch               transfer
        subject          clips    WAR    UAR   clips    WAR    UAR
        s-01                 4 0.7500 0.8333       4 1.0000 1.0000
        s-02                 2 0.5000 0.5000       2 1.0000 1.0000
        mean                   0.6250 0.6667         1.0000 1.0000
        std. deviation         0.1768 0.2357         0.0000 0.0000
        pooled               6 0.6667 0.8000       6 1.0000 1.0000
        """;
    String table = RecallTable.table(List.of(scratch, transfer));
    assertEquals(expected, table.replaceAll(" +\n", "\n"));
  }

  /** By hand: one of two clips of anger undecided, the clip of fear right. */
  @Test
  public void aClipWithoutDecisionCountsAsWrongAndHasALine() throws Exception {
    String unsure =
        write(
            "unsure.csv",
            "a,s-01,s-01,anger,anger,1,0",
            "b,s-01,s-01,anger,?,0,0",
            "c,s-02,s-02,fear,fear,0,1");
    String table = RecallTable.table(List.of(unsure));
    assertTrue(table, table.contains("s-01                 2 0.5000 0.5000"));
    assertTrue(table, table.contains("pooled               3 0.6667 0.7500"));
    assertTrue(table, table.contains("1 of 3 clips was left undecided; it counts as wrong."));
  }

  @Test
  public void oneSubjectHasNoDeviation() throws Exception {
    String one = write("one.csv", "a,s-01,s-01,anger,anger,1,0");
    String table = RecallTable.table(List.of(one));
    assertTrue(table, table.matches("(?s).*std. deviation +- +- *\n.*"));
  }

  @Test
  public void noFileIsRejected() {
    WekaException error =
        assertThrows(WekaException.class, () -> new RecallTable().run(null, new String[0]));
    assertTrue(error.getMessage().startsWith("Option -predictions is missing."));
  }
}
