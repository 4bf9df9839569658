package emotiontransfer.file;

import emotiontransfer.numeric.Sha256;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.commons.lang3.StringUtils;

/**
 * Writes files that exist whole or not at all, whenever the process is killed: under another name
 * that ends in {@code .part}, forced to the disk, and renamed.
 *
 * <p>The other name holds the machine and the process that writes. What processes of this machine
 * that are gone have left of a file is deleted when the file is written again; what others have
 * left, of which nothing is known here, when it is a day old. A pipe or a device, which nobody
 * takes for a whole file, is written to as it is.
 */
public final class WholeFile {

  private WholeFile() {}

  private static final int HASH_DIGITS = 8;
  private static final int STEM = 40;
  private static final String SPECIAL = "[^A-Za-z0-9_+.-]";
  private static final String PART = ".part";
  private static final Duration LONGEST_WRITING = Duration.ofDays(1);
  private static final String MACHINE = hash(Machine.id());

  /** Fills an unfinished file, which exists and is empty. */
  public interface Content<E extends Exception> {
    void write(Path part) throws E;
  }

  public static void write(Path file, String text) throws IOException {
    write(file, part -> Files.writeString(part, text));
  }

  /** Writes what a file has and a text behind it. */
  public static void append(Path file, String text) throws IOException {
    write(
        file,
        part -> {
          Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
          Files.writeString(part, text, StandardOpenOption.APPEND);
        });
  }

  /**
   * Writes a file.
   *
   * @throws IOException if the file cannot be written; what stood there before is left as it was
   * @throws E as the content does
   */
  public static <E extends Exception> void write(Path file, Content<E> content)
      throws IOException, E {
    try (Part part = begin(file)) {
      content.write(part.path());
      part.keep();
    } catch (IOException e) {
      throw new IOException("'" + file + "' cannot be written: " + reason(e) + ".", e);
    }
  }

  /**
   * Begins a file: makes its folder where absent and its unfinished form, which is empty. Through a
   * symbolic link its target is written.
   */
  public static Part begin(Path file) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      return new Part(target, target);
    }
    if (Files.isDirectory(target.getParent())) {
      clear(target.getParent(), stem(target.getFileName().toString()));
    }
    return beginUnique(target);
  }

  /**
   * Begins a file whose unfinished forms somebody else deletes, so that its folder, which may hold
   * many files, need not be listed.
   */
  public static Part beginUnique(Path file) throws IOException {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    String stem = stem(target.getFileName().toString());
    String random = Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), 36);
    String name = stem + owner(ProcessHandle.current()) + "." + random + PART;
    return new Part(Files.createFile(folder.resolve(name)), target);
  }

  /**
   * An unfinished file, which is deleted when it is closed unless it was kept.
   *
   * @param path where to write
   * @param target what the file is called when it is kept
   */
  public record Part(Path path, Path target) implements AutoCloseable {

    /** Forces the file to the disk and gives it its name. */
    public void keep() throws IOException {
      if (!path.equals(target)) {
        try (FileChannel out = FileChannel.open(path, StandardOpenOption.WRITE)) {
          out.force(true);
        }
      }
      keepUnforced();
    }

    /** Gives the file its name; a crash of the system, not of the process, may leave it damaged. */
    public void keepUnforced() throws IOException {
      if (!path.equals(target)) {
        Files.move(
            path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    }

    @Override
    public void close() throws IOException {
      if (!path.equals(target)) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "there is no permission to";
    }
    String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return reason == null ? e.toString() : reason;
  }

  /** Returns what the unfinished forms of a file begin with, whatever its name holds. */
  private static String stem(String name) {
    return StringUtils.left(name.replaceAll(SPECIAL, "_"), STEM) + "-" + hash(name) + ".";
  }

  /** Returns what no other process has: numbers of processes come again. */
  private static String owner(ProcessHandle process) {
    long start = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    return "%s-%s-%s"
        .formatted(MACHINE, Long.toString(process.pid(), 36), Long.toString(start, 36));
  }

  private static void clear(Path folder, String stem) throws IOException {
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, stem + "*" + PART + "*")) {
      for (Path part : parts) {
        String rest = part.getFileName().toString().substring(stem.length());
        String owner = StringUtils.substringBefore(rest, ".");
        if (owner.startsWith(MACHINE + "-") ? !isAlive(owner) : isOld(part)) {
          Files.deleteIfExists(part);
        }
      }
    }
  }

  private static boolean isAlive(String owner) {
    String pid = StringUtils.substringBetween(owner, "-");
    Optional<ProcessHandle> process = Optional.empty();
    if (pid != null && pid.matches("[0-9a-z]{1,12}")) {
      process = ProcessHandle.of(Long.parseLong(pid, 36));
    }
    return process.filter(ProcessHandle::isAlive).map(WholeFile::owner).equals(Optional.of(owner));
  }

  private static boolean isOld(Path part) throws IOException {
    try {
      Instant latest = Files.getLastModifiedTime(part).toInstant();
      return latest.isBefore(Instant.now().minus(LONGEST_WRITING));
    } catch (NoSuchFileException e) {
      // It has got its name by now.
      return false;
    }
  }

  private static String hash(String name) {
    return Sha256.hex(name.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_DIGITS);
  }

  /**
   * Returns a file name for a name from data, such as a subject: what a file system may reject
   * becomes {@code _}, and a short hash distinguishes names that then look alike or that differ in
   * case only; for example {@code emodb-03-0c3a1e57}.
   */
  public static String name(String name) {
    return name.replaceAll(SPECIAL, "_") + '-' + hash(name);
  }

  /** Returns the name itself where every file system accepts it, and otherwise {@link #name}. */
  public static String plainName(String name) {
    return name.matches(".*" + SPECIAL + ".*") ? name(name) : name;
  }
}
