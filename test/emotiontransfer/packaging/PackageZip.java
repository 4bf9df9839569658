package emotiontransfer.packaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The contents of a package zip: the names of its files, and of the entries of the jars in it by
 * jar.
 */
record PackageZip(List<String> files, Map<String, List<String>> jars, Properties description) {

  static PackageZip read(Path path) throws IOException {
    List<String> files = new ArrayList<>();
    Map<String, List<String>> jars = new TreeMap<>();
    Properties description = new Properties();
    try (ZipFile zip = new ZipFile(path.toFile())) {
      for (ZipEntry entry : zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
        files.add(entry.getName());
        if (entry.getName().endsWith(".jar")) {
          jars.put(entry.getName(), entriesOf(zip, entry));
        }
      }
      byte[] text = zip.getInputStream(zip.getEntry("Description.props")).readAllBytes();
      description.load(new ByteArrayInputStream(text));
    }
    return new PackageZip(files, jars, description);
  }

  /** The text of a file in a zip. */
  static String text(Path path, String file) throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(file)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The times of the entries of a zip or jar, as they are stored. */
  static List<LocalDateTime> times(Path path) throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      return zip.stream().<LocalDateTime>map(ZipEntry::getTimeLocal).toList();
    }
  }

  /** The entries of a jar in a zip, from the jar's own table: natives take long to inflate. */
  private static List<String> entriesOf(ZipFile zip, ZipEntry jar) throws IOException {
    Path copy = Files.createTempFile("packed", ".jar");
    try (InputStream in = zip.getInputStream(jar)) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      try (ZipFile file = new ZipFile(copy.toFile())) {
        return file.stream()
            .filter(entry -> !entry.isDirectory())
            .<String>map(ZipEntry::getName)
            .toList();
      }
    } finally {
      Files.delete(copy);
    }
  }

  /** The natives in all jars: shared libraries, whatever a platform calls them. */
  List<String> natives() {
    return jars.values().stream()
        .flatMap(List::stream)
        .filter(name -> name.matches(".*\\.(so|dll|dylib|jnilib)(\\.[0-9.]+)?"))
        .toList();
  }

  /** The files at the zip's root. */
  List<String> root() {
    return files.stream().filter(name -> !name.contains("/")).toList();
  }

  /** The class files of a jar by name, descriptors of modules and packages left out. */
  static List<String> classesOf(List<String> entries) {
    return entries.stream()
        .filter(name -> name.endsWith(".class"))
        .filter(name -> !name.startsWith("META-INF/"))
        .filter(name -> !name.endsWith("module-info.class"))
        .filter(name -> !name.endsWith("package-info.class"))
        .toList();
  }
}
