package emotiontransfer.packaging;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import emotiontransfer.guide.DependencyTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.BeforeClass;
import org.junit.Test;

/** What the zip of the machine that runs the tests holds, and what it does not. */
public class PackageZipTest {

  /** The dependency in the first column of a table's row. */
  private static final Pattern FIRST_COLUMN =
      Pattern.compile("^\\| ([\\w.-]+) \\|", Pattern.MULTILINE);

  private static Path path;
  private static PackageZip zip;

  @BeforeClass
  public static void readZip() throws IOException {
    path = BuiltFiles.hostZip();
    zip = PackageZip.read(path);
  }

  @Test
  public void weighsAtMost205Megabytes() throws IOException {
    BuiltFiles.require(
        "the bound is for linux-x86_64", path.getFileName().toString().contains("linux-x86_64"));
    assertTrue(path + " has " + Files.size(path) + " bytes", Files.size(path) <= 205_000_000L);
  }

  @Test
  public void hasItsOwnFilesAtTheRoot() {
    assertTrue(
        zip.root().toString(),
        zip.root()
            .containsAll(
                List.of(
                    "Description.props",
                    "PluginManager.props",
                    "emotionTransfer.jar",
                    "README.md",
                    "CHANGELOG.md",
                    "SECURITY.md",
                    "LICENSE")));
    assertTrue(zip.files().contains("src/emotiontransfer/numeric/NativeBackend.java"));
    assertTrue(zip.files().contains("doc/licenses/README.md"));
  }

  @Test
  public void namesPackageVersionAndWeka() {
    assertEquals("emotionTransfer", zip.description().getProperty("PackageName"));
    assertEquals(
        System.getProperty("emotiontransfer.version"), zip.description().getProperty("Version"));
    assertEquals("weka (>=3.8.7)", zip.description().getProperty("Depends"));
  }

  @Test
  public void libraryFolderIsFlat() {
    List<String> nested =
        zip.files().stream().filter(name -> name.matches("lib/.*/.*|(?!lib/).*\\.jar")).toList();
    assertEquals(List.of("emotionTransfer.jar"), nested);
  }

  @Test
  public void holdsNoClassThatWekaHas() throws IOException {
    Set<String> ofWeka = new HashSet<>();
    try (Stream<Path> jars = Files.list(BuiltFiles.lib("weka"))) {
      for (Path jar : jars.toList()) {
        try (JarFile file = new JarFile(jar.toFile())) {
          ofWeka.addAll(PackageZip.classesOf(file.stream().map(ZipEntry::getName).toList()));
        }
      }
    }
    assertTrue(ofWeka.contains("weka/core/Instances.class"));
    Set<String> both = new TreeSet<>();
    zip.jars().values().forEach(entries -> both.addAll(PackageZip.classesOf(entries)));
    both.retainAll(ofWeka);
    assertEquals(Set.of(), both);
  }

  @Test
  public void holdsEveryClassOnce() {
    Map<String, String> jarOf = new HashMap<>();
    List<String> twice = new ArrayList<>();
    zip.jars()
        .forEach(
            (jar, entries) -> {
              for (String name : PackageZip.classesOf(entries)) {
                String other = jarOf.put(name, jar);
                if (other != null) {
                  twice.add(name + " is in " + other + " and " + jar);
                }
              }
            });
    assertEquals(List.of(), twice);
  }

  @Test
  public void everyLibraryHasItsReasonAndItsLicence() throws IOException {
    Set<String> libraries = new TreeSet<>();
    for (String jar : zip.jars().keySet()) {
      if (jar.startsWith("lib/")) {
        libraries.add(jar.replaceFirst("lib/", "").replaceFirst("-[0-9].*", ""));
      }
    }
    assertTrue(libraries.contains("nd4j-native"));
    assertEquals(libraries, firstColumn("doc/licenses/README.md", libraries));
    assertEquals(libraries, firstColumn("lib/README.md", libraries));
  }

  @Test
  public void securityListsEveryLibrary() throws IOException {
    Set<String> jars = new TreeSet<>();
    for (String jar : zip.jars().keySet()) {
      if (jar.startsWith("lib/")) {
        jars.add(jar.replaceFirst("lib/", ""));
      }
    }
    DependencyTable table = new DependencyTable(PackageZip.text(path, "SECURITY.md"));
    assertEquals(jars, table.jars(System.getProperty("emotiontransfer.host")));
  }

  @Test
  public void everythingHasTheTimeOfTheCommit() throws IOException {
    Set<LocalDateTime> times = new HashSet<>(PackageZip.times(path));
    assertEquals(times.toString(), 1, times.size());
    assertEquals(times, new HashSet<>(PackageZip.times(BuiltFiles.jar())));
  }

  @Test
  public void orderIsThatOfNames() throws IOException {
    List<String> sources =
        zip.files().stream().filter(name -> name.matches("(doc|src)/.*")).toList();
    assertEquals(sources.stream().map(Path::of).sorted().map(Path::toString).toList(), sources);
  }

  /** The names in the tables of a document that are libraries, or that look like one. */
  private static Set<String> firstColumn(String document, Set<String> libraries)
      throws IOException {
    String text = PackageZip.text(path, document).split("\n## (Beside|Libraries inside)")[0];
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    Matcher row = FIRST_COLUMN.matcher(text);
    while (row.find()) {
      names.add(row.group(1));
    }
    names.remove("library");
    Set<String> sorted = new TreeSet<>(names);
    assertFalse(document + " has no table", sorted.isEmpty());
    return sorted;
  }

  @Test
  public void licenceIndexGivesTheVersionsPacked() throws IOException {
    String index = PackageZip.text(path, "doc/licenses/README.md");
    Matcher row =
        Pattern.compile("^\\| ([\\w.-]+) \\| (\\S+) \\|", Pattern.MULTILINE).matcher(index);
    int rows = 0;
    while (row.find()) {
      if (!row.group(1).equals("library") && Character.isDigit(row.group(2).charAt(0))) {
        String jar = "lib/" + row.group(1) + "-" + row.group(2) + ".jar";
        assertTrue(jar + " is not in the zip", zip.files().contains(jar));
        rows++;
      }
    }
    assertTrue(rows > 20);
  }

  @Test
  public void everyLicenceThatTheIndexNamesIsThere() throws IOException {
    String index = PackageZip.text(path, "doc/licenses/README.md");
    Matcher link = Pattern.compile("\\]\\(((?!https:|[.]{2})[^)]+)\\)").matcher(index);
    int links = 0;
    while (link.find()) {
      String target = "doc/licenses/" + link.group(1);
      assertTrue(
          target + " is not in the zip",
          zip.files().stream()
              .anyMatch(name -> name.equals(target) || name.startsWith(target + "/")));
      links++;
    }
    assertTrue(links > 40);
  }
}
