package emotiontransfer.corpus;

import emotiontransfer.corpus.pattern.NamePattern;
import emotiontransfer.corpus.pattern.PatternException;
import emotiontransfer.corpus.scheme.ClipPath;
import emotiontransfer.corpus.scheme.EmotionLabels;
import emotiontransfer.corpus.scheme.Scheme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Feeds corpus files, tables of labels and folders of odd names to their readers: what comes back
 * must be a result or one sentence, in bounded time.
 */
public final class ParserTorture {

  private static final long MOST_SECONDS = 20;
  private static final int LONGEST_SENTENCE = 4000;

  /** Pieces that the readers give a meaning to; random bytes alone would rarely meet it. */
  private static final List<String> PIECES =
      List.of(
          "file",
          "subject",
          "emotion",
          "bag",
          "sep=",
          "sep=;",
          "Unnamed: 0",
          "index",
          ",",
          ";",
          "\t",
          "|",
          "\"",
          "\"\"",
          "\n",
          "\r\n",
          "\r",
          "\0",
          "\uFEFF",
          "\uD800",
          "a.wav",
          "b.png",
          "..",
          ".",
          "/",
          "\\",
          "\\u00",
          "\\u0000",
          "%d",
          "*",
          "fear",
          "01Neutral",
          "s1",
          "NaN",
          "=",
          ":",
          "#",
          "!",
          "dir=",
          "dir=.",
          "scheme=",
          "folders",
          "csv",
          "modality=",
          "audio",
          "emotions=",
          "fear,anger",
          "subject-prefix=",
          "relative-to=",
          "fail-on-rejects=",
          "subjects-from-folders=",
          "scheme=pattern",
          "pattern=",
          "labels=",
          "(?<emotion>",
          "(?<subject>.)",
          "(?<file>",
          "(?i)",
          "(?=",
          "[^/",
          "(.*.*.*.*.*)+",
          "((x+)*)*\\1",
          "{9}",
          "\\\\d",
          "\\Q",
          "(((((((((((((((((((((((((",
          "x=-",
          "AN=anger,",
          "true",
          "$",
          "{",
          "%s",
          "%n",
          "-1",
          "\u00e9",
          "e\u0301",
          "\u202e",
          " ",
          "x".repeat(300),
          "0".repeat(30));

  private static final List<String> TABLES =
      List.of(
          "file,subject,emotion\na.wav,s1,fear\nb.png,s2,anger\n",
          "sep=;\nindex;file;subject;emotion;age\n0;a.wav;s1;fear;3\n1;\"b.png\";s2;\"anger\";\n",
          ",file,subject,emotion,\n0,a.wav,s1,fear,\n");

  private static final List<String> CORPUS_FILES =
      List.of(
          "dir=.\nscheme=folders\nmodality=any\nemotions=fear,anger\nsubject-prefix=x\n",
          "dir=.\nscheme=pattern\npattern=(?<emotion>[a-z]+)(?<take>\\\\d).*\nlabels=a=fear,b=-\n",
          "# a corpus\ndir = labels.csv\nscheme=csv\nrelative-to=.\nfail-on-rejects=false\n");

  private static final List<String> PATTERNS =
      List.of(
          "(?<subject>[A-Z]{2})\\.(?<emotion>[a-z]+)(?<take>\\d).*",
          "^(?:(?<subject>[^/]+)/)?(?<emotion>.*)$", "(?<emotion>(x|xx)+)_(?<n>0+)*");

  /** Paths that patterns meet; long repetitions are where they backtrack. */
  private static final List<String> PATHS =
      List.of("KA.fear1.39.tiff", "s1/fear/a.wav", "x".repeat(200) + "_000000000000.png", "a");

  private final SplittableRandom random;
  private final Path folder;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "torture");
            thread.setDaemon(true);
            return thread;
          });
  private final List<String> failures = new ArrayList<>();

  private ParserTorture(long seed, Path folder) {
    this.random = new SplittableRandom(seed);
    this.folder = folder;
  }

  /** What is done with an input. */
  private interface Reader {
    void read() throws Exception;
  }

  /**
   * Runs a number of tries of each kind.
   *
   * @param folder an empty folder for the inputs
   * @return a line for each input that gave something else than a result or a sentence
   */
  public static List<String> run(long seed, int tries, Path folder) throws Exception {
    ParserTorture torture = new ParserTorture(seed, folder);
    try {
      torture.run(tries);
    } finally {
      torture.worker.shutdownNow();
    }
    return torture.failures;
  }

  private void run(int tries) throws Exception {
    Files.createFile(folder.resolve("a.wav"));
    Files.createFile(folder.resolve("b.png"));
    for (int i = 0; i < tries; i++) {
      byte[] table = mutated(TABLES);
      byte[] corpusFile = mutated(CORPUS_FILES);
      attempt("table, try " + i, table, () -> table(table, folder));
      attempt("corpus file, try " + i, corpusFile, () -> corpusFile(corpusFile, folder));
      byte[] pattern = mutated(PATTERNS);
      attempt("pattern, try " + i, pattern, () -> pattern(pattern));
    }
    for (int i = 0; i < tries / 20; i++) {
      List<String> made = folders(Files.createDirectory(folder.resolve("tree")));
      byte[] names = String.join("\n", made).getBytes(StandardCharsets.UTF_8);
      attempt("folders, try " + i, names, () -> scan(folder.resolve("tree")));
      delete(folder.resolve("tree"));
    }
  }

  /** Reads bytes as a table of labels in a folder; throws only what must not happen. */
  public static void table(byte[] bytes, Path folder) throws Exception {
    Path file = Files.write(folder.resolve("labels.csv"), bytes);
    sentence(() -> CorpusScan.scan(file, new CorpusSettings(Scheme.CSV, WantedClips.ANY)));
    sentence(() -> CorpusScan.scan(folder, new CorpusSettings(Scheme.AUTO, WantedClips.ANY)));
  }

  /** Reads bytes as a corpus file of a folder, and the corpus that it names if it is inside. */
  public static void corpusFile(byte[] bytes, Path folder) throws Exception {
    Path file = Files.write(folder.resolve("x.corpus"), bytes);
    sentence(() -> CorpusFile.read(new ByteArrayInputStream(bytes)));
    sentence(
        () -> {
          CorpusFile read = CorpusFile.read(file);
          read.write(folder.resolve("written.corpus"));
          if (read.directory().startsWith(folder)) {
            new CorpusReport(CorpusScan.scan(read.directory(), read.settings())).toString();
          }
        });
  }

  /** Compiles bytes as a pattern and matches paths with it. */
  private static void pattern(byte[] bytes) throws Exception {
    String text = new String(bytes, StandardCharsets.UTF_8);
    sentence(
        () -> {
          try {
            NamePattern pattern = NamePattern.of(text);
            for (String path : PATHS) {
              pattern.parse(ClipPath.of(Path.of(path)));
              pattern.parts(ClipPath.of(Path.of(path)), EmotionLabels.NONE);
            }
          } catch (PatternException e) {
            throw new IOException(e.getMessage(), e);
          }
        });
  }

  private static void scan(Path tree) throws Exception {
    sentence(
        () -> {
          CorpusSettings settings = new CorpusSettings(Scheme.AUTO, WantedClips.ANY);
          new CorpusReport(CorpusScan.scan(tree, settings)).toString();
        });
  }

  private static void sentence(Reader reader) throws Exception {
    try {
      reader.read();
    } catch (IOException rejection) {
      String text = rejection.getMessage();
      if (text == null || text.length() > LONGEST_SENTENCE || !text.endsWith(".")) {
        throw new AssertionError("no sentence: " + text, rejection);
      }
    }
  }

  private void attempt(String what, byte[] input, Reader reader) {
    try {
      worker
          .submit(
              () -> {
                reader.read();
                return null;
              })
          .get(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | InterruptedException e) {
      Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
      String start = new String(input, 0, Math.min(200, input.length), StandardCharsets.ISO_8859_1);
      failures.add("%s: %s for %s".formatted(what, cause, start));
    }
  }

  /** Returns a text with some pieces put in, taken out or doubled, and now and then a wild byte. */
  private byte[] mutated(List<String> texts) {
    StringBuilder text = new StringBuilder(pick(texts));
    for (int change = random.nextInt(3); change >= 0; change--) {
      // Mostly towards the end: what is wrong in front hides what follows.
      int at = Math.max(random.nextInt(text.length() + 1), random.nextInt(text.length() + 1));
      int end = Math.min(text.length(), at + random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(at, text.substring(at, end).repeat(1 + random.nextInt(50)));
        default -> text.insert(at, pick(PIECES));
      }
    }
    byte[] bytes =
        text.toString()
            .getBytes(random.nextInt(8) == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
    for (int wild = random.nextInt(12) - 10; wild >= 0 && bytes.length > 0; wild--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(20) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
  }

  private String pick(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  /** Makes nested folders, files and links with names out of pieces; returns their paths. */
  private List<String> folders(Path tree) throws IOException {
    List<Path> made = new ArrayList<>(List.of(tree));
    for (int i = random.nextInt(40); i >= 0; i--) {
      Path parent = made.get(random.nextInt(made.size()));
      try {
        Path path = parent.resolve((pick(PIECES) + pick(PIECES)).replace('/', '_'));
        if (Files.exists(path) || !path.startsWith(tree) || path.equals(tree)) {
          continue;
        }
        switch (random.nextInt(5)) {
          case 0 -> Files.createFile(path.resolveSibling(path.getFileName() + ".wav"));
          case 1 ->
              Files.writeString(path.resolveSibling(path.getFileName() + ".csv"), pick(TABLES));
          case 2 -> Files.createSymbolicLink(path, made.get(random.nextInt(made.size())));
          default -> made.add(Files.createDirectory(path));
        }
      } catch (IOException | InvalidPathException unsupported) {
        // This system has no such name.
        continue;
      }
    }
    return made.stream().map(Path::toString).toList();
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Runs {@code SEED TRIES}; ends with exit code 1 where something failed. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("parsers");
    List<String> failures;
    try {
      failures = run(Long.parseLong(args[0]), Integer.parseInt(args[1]), folder);
    } finally {
      delete(folder);
    }
    failures.forEach(System.out::println);
    System.out.printf("%s tries of each kind, %s failures%n", args[1], failures.size());
    System.exit(failures.isEmpty() ? 0 : 1);
  }
}
