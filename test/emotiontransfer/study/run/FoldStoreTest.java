package emotiontransfer.study.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FoldStoreTest {

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private static final FoldRecord RECORD =
      new FoldRecord(
          "emodb-03",
          List.of(
              new ClipResult("a, \"b\".wav", "emodb-03", 1, -1, 4, 2, List.of(1 / 3.0, 2 / 3.0)),
              new ClipResult("ü.wav", "emodb-03", 0, 1, 0, 0, List.of(0.1, 0.9))),
          List.of(new CurvePoint(1, List.of(0, 1)), new CurvePoint(200, List.of(1, 0))),
          List.of("data", "1", "emodb-03", "line one\nline two"),
          List.of("0.5", "", "NaN"),
          12.25);

  @Test
  public void foldsComeBackAsTheyWereWritten() throws Exception {
    FoldStore store = new FoldStore(temporary.getRoot().toPath().resolve("seed1"));
    assertFalse(store.has("emodb-03"));
    assertEquals(List.of(), store.read());
    store.write(RECORD);
    assertTrue(store.has("emodb-03"));
    assertEquals(List.of(RECORD), store.read());
  }

  @Test
  public void unfinishedFileIsNoFold() throws Exception {
    Path folder = temporary.getRoot().toPath();
    Files.writeString(folder.resolve("emodb-03.csv12345.part"), "fold,emodb-03,1\n");
    assertFalse(new FoldStore(folder).has("emodb-03"));
    assertEquals(List.of(), new FoldStore(folder).read());
  }

  @Test
  public void cutFileIsRefusedByName() throws Exception {
    Path folder = temporary.getRoot().toPath();
    String whole = FoldFile.text(RECORD);
    Files.writeString(folder.resolve("emodb-03.csv"), whole.substring(0, whole.length() - 6));
    IOException refusal = assertThrows(IOException.class, () -> new FoldStore(folder).read());
    assertTrue(refusal.getMessage(), refusal.getMessage().contains("emodb-03.csv"));
  }

  @Test
  public void secondStudyIsKeptOutOfTheFolder() throws Exception {
    Path folder = temporary.getRoot().toPath();
    try (StudyLock lock = StudyLock.of(folder)) {
      assertEquals(folder, lock.folder());
      IOException refusal = assertThrows(IOException.class, () -> StudyLock.of(folder));
      assertTrue(refusal.getMessage().startsWith("Another study is writing to"));
    }
    StudyLock.of(folder).close();
  }
}
