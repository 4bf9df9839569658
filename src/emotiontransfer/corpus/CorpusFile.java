package emotiontransfer.corpus;

import static org.apache.commons.lang3.StringUtils.abbreviate;
import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.corpus.scheme.EmotionLabels;
import emotiontransfer.corpus.scheme.Scheme;
import emotiontransfer.data.Keyword;
import emotiontransfer.file.InputFile;
import emotiontransfer.file.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.function.FailableSupplier;

/**
 * A corpus file ({@code NAME.corpus}): where a corpus is and how to read it.
 *
 * <p>It is a properties file in UTF-8 with the keys {@code dir}, {@code scheme}, {@code modality},
 * {@code emotions}, {@code subject-prefix}, {@code subjects-from-folders}, {@code relative-to},
 * {@code fail-on-rejects}, {@code pattern} and {@code labels}; all but {@code dir} may be absent.
 * Relative paths in it start from its own folder, so that a corpus and its file can move together.
 *
 * @param directory absolute path of the corpus folder or of its CSV file
 * @param relativeTo absolute path of the folder from which the clips' paths are to start; empty for
 *     absolute paths
 */
public record CorpusFile(Path directory, CorpusSettings settings, Optional<Path> relativeTo) {

  /** What the name of a corpus file ends with. */
  public static final String EXTENSION = ".corpus";

  private static final int LONGEST = 100;
  private static final int MOST_BYTES = 1 << 16;

  private static final String KEYS =
      "dir, scheme, modality, emotions, subject-prefix, subjects-from-folders, relative-to,"
          + " fail-on-rejects, pattern, labels";

  /** A backslash before a character for which the format has no use, and drops it. */
  private static final Pattern LONE_BACKSLASH =
      Pattern.compile(
          "(?m)^\\s*pattern\\s*[=: ](?:[^\\\\\\n]|\\\\[\\\\:=#! u])*\\\\[^\\\\:=#! u\\r\\n]");

  public CorpusFile {
    directory = directory.toAbsolutePath().normalize();
    relativeTo = relativeTo.map(path -> path.toAbsolutePath().normalize());
  }

  /**
   * Reads a corpus file.
   *
   * @throws IOException if it cannot be read, or says something that has no meaning; the message
   *     names file and key
   */
  public static CorpusFile read(Path file) throws IOException {
    InputFile.require(file, "Corpus file");
    String what = "Corpus file '" + file + "'";
    Optional<Path> folder = Optional.of(file.toAbsolutePath().getParent());
    return parse(text(() -> TextFile.read(file, MOST_BYTES), what), folder, what);
  }

  /** As {@link #read(Path)} where no folder is known, so that all paths must be absolute. */
  public static CorpusFile read(InputStream input) throws IOException {
    String what = "The corpus file";
    return parse(text(() -> TextFile.read(input, MOST_BYTES), what), Optional.empty(), what);
  }

  private static String text(FailableSupplier<String, IOException> reader, String what)
      throws IOException {
    try {
      return reader.get();
    } catch (IOException e) {
      throw new IOException("%s %s.".formatted(what, e.getMessage()), e);
    }
  }

  /** Returns the corpus with settings that stand above those of the file. */
  public CorpusFile under(CorpusSettings above, Optional<Path> aboveRelativeTo) {
    return new CorpusFile(directory, above.or(settings), aboveRelativeTo.or(() -> relativeTo));
  }

  private static CorpusFile parse(String text, Optional<Path> folder, String what)
      throws IOException {
    Values values = new Values();
    try {
      values.load(new StringReader(text));
      for (String key : values.stringPropertyNames()) {
        boolean known = List.of(KEYS.split(", ")).contains(key);
        isTrue(known, "unknown key '%s'; the keys are %s", abbreviate(key, LONGEST), KEYS);
      }
      boolean doubled = !LONE_BACKSLASH.matcher(text).find();
      isTrue(
          doubled, "pattern must have each \\ twice, as in \\\\d, as one has another meaning here");
      CorpusSettings settings =
          new CorpusSettings(
              Keyword.ofKeyword(Scheme.class, values.get("scheme", "auto")),
              Keyword.ofKeyword(WantedClips.class, values.get("modality", "any")),
              CorpusSettings.parseEmotions(values.get("emotions", "")),
              values.get("subject-prefix", ""),
              values.flag("subjects-from-folders"),
              values.flag("fail-on-rejects"),
              values.get("pattern", ""),
              EmotionLabels.parse(values.get("labels", "")));
      settings.requirePattern();
      Optional<Path> directory = values.path("dir", folder);
      isTrue(directory.isPresent(), "key 'dir' is missing; it must name the folder of the clips");
      String fix = "; write / or \\\\ between folders, as a single \\ has another meaning here";
      boolean exists = Files.exists(directory.get());
      isTrue(exists, "dir '%s' does not exist%s", directory.get(), text.contains("\\") ? fix : "");
      return new CorpusFile(directory.get(), settings, values.path("relative-to", folder));
    } catch (IllegalArgumentException e) {
      throw new IOException(what + ": " + StringUtils.appendIfMissing(e.getMessage(), "."), e);
    }
  }

  /** The values of a corpus file, which does not let a second value overwrite the first. */
  private static final class Values extends Properties {

    private static final long serialVersionUID = 7403220142210391877L;

    @Override
    public synchronized Object put(Object key, Object value) {
      isTrue(!containsKey(key), "key '%s' comes twice", key);
      return super.put(key, value);
    }

    /** Returns a value without the blanks around it; the default also where it is blank. */
    String get(String key, String byDefault) {
      String value = getProperty(key, byDefault).strip();
      return value.isEmpty() ? byDefault : value;
    }

    boolean flag(String key) {
      String text = get(key, "false");
      isTrue(
          text.equals("true") || text.equals("false"),
          "%s must be true or false, but is '%s'",
          key,
          text);
      return text.equals("true");
    }

    Optional<Path> path(String key, Optional<Path> folder) {
      String text = get(key, "");
      if (text.isEmpty()) {
        return Optional.empty();
      }
      try {
        Path path = Path.of(text);
        String rule = "%s '%s' must be absolute where the file is read from a stream";
        isTrue(folder.isPresent() || path.isAbsolute(), rule, key, text);
        return Optional.of(folder.orElse(path).resolve(path).normalize());
      } catch (InvalidPathException e) {
        throw new IllegalArgumentException(key + " '" + text + "' is no path on this system", e);
      }
    }
  }

  /** Writes a corpus file; paths inside the file's own folder become relative. */
  public void write(Path file) throws IOException {
    Path folder = file.toAbsolutePath().normalize().getParent();
    String text =
        line("dir", portable(directory, folder))
            + line("scheme", settings.scheme().keyword())
            + line("modality", settings.modality().keyword())
            + line("emotions", StringUtils.join(settings.emotions(), ','))
            + line("subject-prefix", settings.subjectPrefix())
            + line("subjects-from-folders", settings.subjectsFromFolders() ? "true" : "")
            + line("relative-to", relativeTo.map(path -> portable(path, folder)).orElse(""))
            + line("fail-on-rejects", Boolean.toString(settings.failOnRejects()))
            + line("pattern", settings.pattern())
            + line("labels", settings.labels().toString());
    WholeFile.write(file, text);
  }

  private static String portable(Path path, Path folder) {
    Path written = path.startsWith(folder) ? folder.relativize(path) : path;
    String text = written.toString().replace(path.getFileSystem().getSeparator(), "/");
    return text.isEmpty() ? "." : text;
  }

  /** Returns one line with the escapes of the format, without the date that Java writes before. */
  private static String line(String key, String value) throws IOException {
    if (value.isEmpty()) {
      return "";
    }
    Properties single = new Properties();
    single.setProperty(key, value);
    StringWriter text = new StringWriter();
    single.store(text, null);
    return text.toString().replaceFirst("(?s)^#.*?\\R", "").replaceAll("\\R", "\n");
  }
}
