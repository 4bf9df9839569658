package emotiontransfer.packaging;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The Java installations of this machine, found where systems put them. */
final class InstalledJdks {

  private record Jdk(Path home, int feature) {}

  private InstalledJdks() {}

  /** The {@code java} command of the JVM that runs the tests. */
  static Path thisJava() {
    return javaOf(Path.of(System.getProperty("java.home")));
  }

  /** The {@code java} command of the newest installed JDK; this JVM's where none is newer. */
  static Path newestJava() throws IOException {
    List<Jdk> found = new ArrayList<>();
    List<Path> folders =
        List.of(
            Path.of(System.getProperty("java.home")).getParent(),
            Path.of("/usr/lib/jvm"),
            Path.of("/Library/Java/JavaVirtualMachines"));
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> homes = Files.list(folder)) {
          for (Path home : homes.toList()) {
            jdk(home).ifPresent(found::add);
            jdk(home.resolve("Contents/Home")).ifPresent(found::add);
          }
        }
      }
    }
    return found.stream()
        .max(Comparator.comparingInt(Jdk::feature))
        .filter(jdk -> jdk.feature() > Runtime.version().feature())
        .map(jdk -> javaOf(jdk.home()))
        .orElse(thisJava());
  }

  private static Optional<Jdk> jdk(Path home) throws IOException {
    Path release = home.resolve("release");
    if (!Files.isReadable(release) || !Files.isExecutable(javaOf(home))) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(release)) {
      properties.load(reader);
    }
    String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
    return version.isEmpty()
        ? Optional.empty()
        : Optional.of(new Jdk(home, Runtime.Version.parse(version).feature()));
  }

  private static Path javaOf(Path home) {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    return home.resolve(windows ? "bin/java.exe" : "bin/java");
  }
}
