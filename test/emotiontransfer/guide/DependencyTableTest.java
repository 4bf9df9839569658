package emotiontransfer.guide;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.packaging.BuiltFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Test;

/** Whether SECURITY.md lists what is packaged; a part of {@code ./antw check}, before any zip. */
public class DependencyTableTest {

  @Test
  public void securityListsEveryLibraryThatIsPackaged() throws IOException {
    String host = System.getProperty("emotiontransfer.host");
    Set<String> packaged = new TreeSet<>();
    for (String folder : List.of("", "natives/" + host)) {
      try (DirectoryStream<Path> jars = Files.newDirectoryStream(BuiltFiles.lib(folder), "*.jar")) {
        jars.forEach(jar -> packaged.add(jar.getFileName().toString()));
      }
    }
    assertTrue(packaged.contains("nd4j-native-1.0.0-M2.1-" + host + ".jar"));
    DependencyTable table = new DependencyTable(Files.readString(Path.of("SECURITY.md")));
    assertEquals(packaged, table.jars(host));
  }

  @Test
  public void nativesStandForASecondJar() {
    DependencyTable table =
        new DependencyTable("| library | version | natives |\n| a.b | 1-2 | yes |\n| c | 3 | |\n");
    assertEquals(
        Set.of("a.b-1-2.jar", "a.b-1-2-linux-arm64.jar", "c-3.jar"), table.jars("linux-arm64"));
  }
}
