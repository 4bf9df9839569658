package emotiontransfer.weka.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class CommandFilesTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final CommandFiles files = new CommandFiles();

  @Test
  public void twoOutputsAreTwoFilesWhateverTheyAreCalled() throws IOException {
    String csv = folder.getRoot() + "/out.csv";
    files.output("csv", csv);
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> files.output("json", folder.getRoot() + "/./" + "out.csv"))
            .getMessage();
    assertEquals(
        "Options -csv and -json name the same file '%s/./out.csv'; give each a file of its own."
            .formatted(folder.getRoot())
            .replace("/", File.separator),
        message);
    files.output("json", folder.getRoot() + "/out.json");
  }

  @Test
  public void nothingIsWrittenOverWhatIsRead() throws IOException {
    File table = folder.newFile("table.arff");
    Path link = folder.getRoot().toPath().resolve("link.arff");
    Files.createSymbolicLink(link, table.toPath());
    files.input("t", table.getPath());
    files.input("T", link.toString());
    assertThrows(
        IllegalArgumentException.class, () -> files.output("predictions", link.toString()));
  }

  @Test
  public void aFolderThatIsAbsentIsNamedBeforeTheWork() {
    File absent = new File(folder.getRoot(), "absent");
    assertEquals(
        "'%s' (option -d) cannot be written, because folder '%s' is not there."
            .formatted(new File(absent, "a.model"), absent),
        assertThrows(IOException.class, () -> files.output("d", absent + "/a.model")).getMessage());
    assertEquals(
        "'%s' (option -d) cannot be written, because it is a folder.".formatted(folder.getRoot()),
        assertThrows(IOException.class, () -> files.output("d", folder.getRoot().getPath()))
            .getMessage());
  }
}
