package emotiontransfer.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;

/**
 * A clip whose frames lie in files of their own: all images of a folder, or those whose names match
 * a pattern such as {@code f%04d.png} or {@code f*.png}. Numbers in names order them ({@code f2}
 * before {@code f10}).
 */
public final class FrameFiles {

  private static final Set<String> IMAGES =
      Set.of("png", "bmp", "tif", "tiff", "pgm", "ppm", "jpg", "jpeg", "webp");

  private static final Pattern PRINTF = Pattern.compile("%(0?)([0-9]*)d");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private FrameFiles() {}

  /**
   * Returns the files that a clip's frames lie in: a video or image itself, or the images of a
   * folder or of a path whose last name is a pattern, in the order of their numbers.
   *
   * @throws MediaException if there is no image, or the folder cannot be read
   */
  public static List<Path> of(Path clip) throws MediaException {
    boolean folder = Files.isDirectory(clip);
    if (!folder && (Files.exists(clip) || !isPattern(clip))) {
      return List.of(clip);
    }
    Path parent = folder ? clip : clip.toAbsolutePath().getParent();
    Predicate<Path> wanted = folder ? FrameFiles::isImage : matcher(clip);
    List<Path> found = List.of();
    if (Files.isDirectory(parent)) {
      try (Stream<Path> entries = Files.list(parent)) {
        found =
            entries
                .filter(entry -> !entry.getFileName().toString().startsWith("."))
                .filter(entry -> wanted.test(entry) && Files.isRegularFile(entry))
                .sorted(Comparator.comparing(FrameFiles::sortKey))
                .toList();
      } catch (IOException | UncheckedIOException e) {
        throw new MediaException(
            clip, "is a folder that cannot be read; change its permissions", e);
      }
    }
    if (found.isEmpty()) {
      String none = "is a pattern that no file's name matches";
      throw new MediaException(clip, folder ? "is a folder without an image in it" : none);
    }
    return found;
  }

  private static boolean isPattern(Path path) {
    String name = String.valueOf(path.getFileName());
    return PRINTF.matcher(name).find() || name.matches(".*[*?].*");
  }

  private static boolean isImage(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return IMAGES.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static Predicate<Path> matcher(Path clip) throws MediaException {
    String name = clip.getFileName().toString();
    Matcher printf = PRINTF.matcher(name);
    if (printf.find()) {
      String digits = printf.group(2).isEmpty() ? "1" : printf.group(2);
      String before = Pattern.quote(name.substring(0, printf.start()));
      String after = Pattern.quote(name.substring(printf.end()));
      Pattern pattern = Pattern.compile(before + "[0-9]{" + digits + ",}" + after);
      return file -> pattern.matcher(file.getFileName().toString()).matches();
    }
    try {
      PathMatcher glob = clip.getFileSystem().getPathMatcher("glob:" + name);
      return file -> glob.matches(file.getFileName());
    } catch (IllegalArgumentException e) {
      throw new MediaException(clip, "is no valid pattern of file names", e);
    }
  }

  private static String sortKey(Path file) {
    return NUMBER
        .matcher(file.getFileName().toString())
        .replaceAll(number -> StringUtils.leftPad(number.group(), 30, '0'));
  }
}
