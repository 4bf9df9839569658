package emotiontransfer.study.fold;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.file.WholeFile;
import emotiontransfer.study.fold.FoldRecord.ClipResult;
import emotiontransfer.study.fold.FoldRecord.CurvePoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
          List.of("emodb-08", "a, b"),
          List.of(new CurvePoint(1, List.of(0, 1)), new CurvePoint(200, List.of(1, 0))),
          List.of("data", "1", "emodb-03", "line one\nline two"),
          List.of("0.5", "", "NaN"),
          12.25);

  @Test
  public void foldsComeBackAsTheyWereWritten() throws Exception {
    FoldStore store = new FoldStore(temporary.getRoot().toPath().resolve("seed1"));
    assertFalse(store.has("emodb-03"));
    store.write(RECORD);
    assertTrue(store.has("emodb-03"));
    assertEquals(List.of(RECORD), store.read(Set.of("emodb-03")));
  }

  private static FoldRecord fold(String name) {
    return new FoldRecord(name, List.of(), List.of(), List.of(), List.of("k"), List.of("r"), 1);
  }

  @Test
  public void subjectsWhoseNamesLookAlikeHaveFilesOfTheirOwn() throws Exception {
    List<String> names = List.of("müller", "möller", "王芳", "李娜", "Anna", "anna");
    FoldStore store = new FoldStore(temporary.getRoot().toPath());
    for (String name : names) {
      assertFalse(name, store.has(name));
      store.write(fold(name));
    }
    List<String> read = store.read(Set.copyOf(names)).stream().map(FoldRecord::fold).toList();
    assertEquals(names.stream().sorted().toList(), read);
    long files =
        names.stream()
            .map(name -> WholeFile.name(name).toLowerCase(Locale.ROOT))
            .distinct()
            .count();
    assertEquals(names.size(), files);
  }

  @Test
  public void missingFoldsAreNamed() throws Exception {
    FoldStore store = new FoldStore(temporary.getRoot().toPath());
    store.write(fold("a"));
    String message =
        assertThrows(IOException.class, () -> store.read(Set.of("a", "b", "c"))).getMessage();
    assertTrue(message, message.startsWith("2 of 3 planned folds are missing"));
    assertTrue(message, message.contains(": b, c;"));
  }

  @Test
  public void aFileOfAnotherFoldIsNotRead() throws Exception {
    Path folder = temporary.getRoot().toPath();
    FoldStore store = new FoldStore(folder);
    store.write(fold("b"));
    Files.move(store.file("b"), store.file("a"));
    String message = assertThrows(IOException.class, () -> store.read(Set.of("a"))).getMessage();
    assertTrue(message, message.contains("holds the fold 'b' instead of 'a'"));
  }

  @Test
  public void unfinishedFileIsNoFold() throws Exception {
    Path folder = temporary.getRoot().toPath();
    Files.writeString(folder.resolve("emodb-03.csv12345.part"), "fold,emodb-03,1\n");
    assertFalse(new FoldStore(folder).has("emodb-03"));
  }

  @Test
  public void cutFileIsRejectedByName() throws Exception {
    Path folder = temporary.getRoot().toPath();
    FoldStore store = new FoldStore(folder);
    store.write(RECORD);
    Path file = store.file("emodb-03");
    String whole = Files.readString(file);
    Files.writeString(file, whole.substring(0, whole.length() - 6));
    IOException rejection = assertThrows(IOException.class, () -> store.read(Set.of("emodb-03")));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains(file.toString()));
  }
}
