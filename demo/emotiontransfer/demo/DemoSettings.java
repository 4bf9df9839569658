package emotiontransfer.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What the demonstration was asked to do.
 *
 * @param zip the package
 * @param wekaLib folder with Weka and what it needs
 * @param out folder for all that the demonstration makes
 * @param sourceCorpus folder or {@code .corpus} file of real clips; empty for the synthetic ones
 * @param corpus the destination, likewise
 * @param modality of the clips, as the loader's {@code -modality}; empty for audio from folders and
 *     for what corpus files say. {@code video} and {@code image} are for faces, all else is for
 *     speech
 * @param generations of every evolution
 * @param seed of everything
 */
record DemoSettings(
    Path zip,
    Path wekaLib,
    Path out,
    Optional<Path> sourceCorpus,
    Optional<Path> corpus,
    Optional<String> modality,
    int generations,
    long seed) {

  /** Generations on real corpora: the paper's. */
  static final int GENERATIONS = 200;

  /** Generations on the synthetic corpora: enough for them, and done within minutes. */
  static final int SYNTHETIC_GENERATIONS = 80;

  private static final String VIDEO = "video";
  private static final String IMAGE = "image";

  /**
   * Reads the settings.
   *
   * @param properties {@code demo.zip}, {@code demo.weka.lib}, {@code demo.out} and optionally
   *     {@code source.corpus}, {@code corpus}, {@code modality}, {@code generations}, {@code seed}
   * @return the settings
   * @throws IllegalArgumentException in one sentence, if one is wrong
   */
  static DemoSettings of(Properties properties) {
    Optional<Path> source = corpus(properties, "source.corpus");
    Optional<Path> destination = corpus(properties, "corpus");
    if (source.isPresent() != destination.isPresent()) {
      throw new IllegalArgumentException(
          "Real corpora come in twos: give both -Dsource.corpus=DIR (to learn from) and"
              + " -Dcorpus=DIR (to transfer to), or neither.");
    }
    Optional<String> modality =
        Optional.of(properties.getProperty("modality", "")).filter(word -> !word.isEmpty());
    if (source.isEmpty() && modality.filter(IMAGE::equals).isPresent()) {
      throw new IllegalArgumentException(
          "No synthetic corpus has still pictures: say -Dmodality=video, or give corpora of your"
              + " own by -Dsource.corpus=DIR and -Dcorpus=DIR.");
    }
    int standard = source.isPresent() ? GENERATIONS : SYNTHETIC_GENERATIONS;
    long generations = number(properties, "generations", standard);
    if (generations < 1 || generations > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "-Dgenerations must be at least 1, but is " + generations + ".");
    }
    return new DemoSettings(
        existing(properties, "demo.zip"),
        existing(properties, "demo.weka.lib"),
        Path.of(required(properties, "demo.out")).toAbsolutePath().normalize(),
        source,
        destination,
        modality,
        (int) generations,
        number(properties, "seed", 1));
  }

  /** Returns whether faces are recognised instead of speech. */
  boolean faces() {
    return modality.filter(word -> word.equals(VIDEO) || word.equals(IMAGE)).isPresent();
  }

  private static String required(Properties properties, String name) {
    String value = properties.getProperty(name, "");
    if (value.isEmpty()) {
      throw new IllegalArgumentException(
          "The property " + name + " is missing; ./antw demo sets it.");
    }
    return value;
  }

  private static Path existing(Properties properties, String name) {
    Path path = Path.of(required(properties, name)).toAbsolutePath().normalize();
    if (!Files.exists(path)) {
      throw new IllegalArgumentException("There is no '" + path + "' (property " + name + ").");
    }
    return path;
  }

  private static Optional<Path> corpus(Properties properties, String name) {
    String value = properties.getProperty(name, "");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Path path = Path.of(value).toAbsolutePath().normalize();
    if (!Files.exists(path)) {
      throw new IllegalArgumentException("There is no corpus '" + path + "' (-D" + name + ").");
    }
    return Optional.of(path);
  }

  private static long number(Properties properties, String name, long standard) {
    String value = properties.getProperty(name, "");
    if (value.isEmpty()) {
      return standard;
    }
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "-D" + name + " must be a whole number, but is '" + value + "'.", e);
    }
  }
}
