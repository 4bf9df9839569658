package emotiontransfer.weka.command;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.file.InputFile;
import emotiontransfer.file.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The files that a command is given, checked before it begins its work: what is read is a file,
 * what is written can be, and nothing is written over what the same command reads or writes.
 *
 * <pre>{@code
 * CommandFiles files = new CommandFiles();
 * Path table = files.input("t", line.required("t"));
 * Optional<Path> csv = line.option("csv").map(Failable.asFunction(f -> files.output("csv", f)));
 * }</pre>
 */
public final class CommandFiles {

  private record Use(String option, boolean written) {}

  private final Map<Path, Use> uses = new HashMap<>();

  /** Returns a file to read; rejects a folder, a pipe and what is not there. */
  public Path input(String option, String file) throws IOException {
    Path path = InputFile.require(Path.of(file), "Option -" + option + ":");
    note(path, new Use(option, false));
    return path;
  }

  /** Returns a file to write, in a folder that is there. */
  public Path output(String option, String file) throws IOException {
    Path path = Path.of(file);
    Path folder = path.toAbsolutePath().getParent();
    boolean isFolder = Files.isDirectory(path);
    if (isFolder || folder == null || !Files.isDirectory(folder)) {
      String absent = "folder '" + Shown.name(folder) + "' is not there";
      throw new IOException(
          "'%s' (option -%s) cannot be written, because %s."
              .formatted(Shown.name(path), option, isFolder ? "it is a folder" : absent));
    }
    return made(option, file);
  }

  /** Returns a file to write, whose folder is made where absent. */
  public Path made(String option, String file) throws IOException {
    Path path = Path.of(file);
    note(path, new Use(option, true));
    return path;
  }

  private void note(Path path, Use use) throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      // Two outputs may go to one terminal or to nowhere.
      return;
    }
    Use other = uses.putIfAbsent(real(path), use);
    isTrue(
        other == null || !(other.written() || use.written()),
        "Options -%s and -%s name the same file '%s'; give each a file of its own.",
        other == null ? "" : other.option(),
        use.option(),
        Shown.name(path));
  }

  /** Returns one path for all names that a file has by links and dots. */
  private static Path real(Path path) throws IOException {
    if (Files.exists(path)) {
      return path.toRealPath();
    }
    Path absolute = path.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    return folder != null && Files.isDirectory(folder)
        ? folder.toRealPath().resolve(absolute.getFileName())
        : absolute;
  }
}
