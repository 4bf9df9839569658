package weka.classifiers.functions;

import emotiontransfer.corpus.FolderWalk;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.corpus.scheme.Reject;
import emotiontransfer.weka.classify.ClipPrediction;
import emotiontransfer.weka.classify.PredictionModel;
import emotiontransfer.weka.classify.PredictionText;
import emotiontransfer.weka.command.AbstractCommand;
import emotiontransfer.weka.command.CommandLine;
import emotiontransfer.weka.progress.TaskProgress;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import weka.core.WekaException;

/**
 * Recognises emotions in one's own recordings with a saved model.
 *
 * <p>{@code weka.Run weka.classifiers.functions.PathNetPredict -model M FILE|DIR...} reads the
 * clips as the model's training clips were read and prints a decision for each. A clip that cannot
 * be read costs no other clip its result.
 */
public class PathNetPredict extends AbstractCommand {

  private static final String USAGE =
      """
      General options:

      -model <file>
      	A model that PathNetClassifier -d FILE or the Explorer saved (required).
      -filter-options <options>
      	Further options for the filter that makes the model's features, as one
      	word, such as "-fps 5" for videos.
      -segments
      	Also decide for each segment, with its start and end in seconds.
      -csv <file|stdout>
      	Write comma-separated values to this file, or to standard output;
      	with -segments a line for each segment.
      -json <file|stdout>
      	Write JSON to this file, or to standard output.
      -h
      	Print this.
      <file|folder> ...
      	Clips, or folders whose clips are taken, those in folders below too.
      """;

  /** Not a hyphen: weka.Run ends with an exception when it meets one alone. */
  private static final String STANDARD_OUTPUT = "stdout";

  private static final String MODEL = "-model";
  private static final String CSV = "-csv";
  private static final String JSON = "-json";
  private static final String FILTER_OPTIONS = "-filter-options";
  private static final List<String> VALUED = List.of(MODEL, FILTER_OPTIONS, CSV, JSON);

  /** What the options ask for. */
  private record Request(
      File model,
      String filterOptions,
      boolean segments,
      String csv,
      String json,
      List<Path> clips) {}

  /** A clip, or why there is none. */
  private record Candidate(Path file, String obstacle) {}

  @Override
  protected String usage() {
    return USAGE;
  }

  /**
   * Predicts as the options say; the table goes to standard output, what could not be read to
   * standard error.
   *
   * @param options see {@code -h}
   * @throws WekaException if an option or the model is refused, or, after all results were written,
   *     if some of the clips could not be read
   * @throws Exception if predicting fails
   */
  @Override
  protected void execute(CommandLine line) throws Exception {
    predict(parse(line.options()), System.out, System.err);
  }

  private static Request parse(String[] options) throws WekaException {
    Map<String, String> values = new HashMap<>();
    boolean segments = false;
    List<Path> clips = new ArrayList<>();
    for (Iterator<String> words = List.of(options).iterator(); words.hasNext(); ) {
      String word = words.next();
      if (VALUED.contains(word)) {
        values.put(word, words.hasNext() ? words.next() : "");
      } else if (word.equals("-segments")) {
        segments = true;
      } else if (word.startsWith("-")) {
        throw new WekaException("Unknown option '%s'.".formatted(word));
      } else if (!word.isEmpty()) {
        clips.add(path(word));
      }
    }
    String model = values.getOrDefault(MODEL, "");
    String csv = values.getOrDefault(CSV, "");
    String json = values.getOrDefault(JSON, "");
    if (model.isEmpty()) {
      throw new WekaException("A model must be given with the option -model.");
    }
    if (clips.isEmpty()) {
      throw new WekaException("No clip is given; name files or folders behind the options.");
    }
    if (csv.equals(STANDARD_OUTPUT) && json.equals(STANDARD_OUTPUT)) {
      throw new WekaException("Only one of -csv and -json can go to standard output.");
    }
    requireFolder(csv);
    requireFolder(json);
    String filterOptions = values.getOrDefault(FILTER_OPTIONS, "");
    return new Request(new File(model), filterOptions, segments, csv, json, clips);
  }

  /** A long task must not fail at its very end. */
  private static void requireFolder(String file) throws WekaException {
    if (!file.isEmpty() && !file.equals(STANDARD_OUTPUT)) {
      Path folder = path(file).toAbsolutePath().getParent();
      if (folder == null || !Files.isDirectory(folder)) {
        throw new WekaException(
            "'%s' cannot be written, because folder '%s' is not there.".formatted(file, folder));
      }
    }
  }

  private static Path path(String word) throws WekaException {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new WekaException("This system has no path '%s'.".formatted(word), e);
    }
  }

  private static void predict(Request request, PrintStream out, PrintStream err) throws Exception {
    PredictionModel model = PredictionModel.read(request.model(), request.filterOptions());
    List<Candidate> candidates = candidates(request.clips(), model.modalities());
    List<ClipPrediction> predictions = new ArrayList<>();
    int failures = 0;
    try (TaskProgress progress = TaskProgress.start("Predicting", candidates.size(), null)) {
      for (Candidate candidate : candidates) {
        String obstacle = candidate.obstacle();
        if (obstacle == null) {
          try {
            predictions.add(model.predict(candidate.file()));
          } catch (IOException unreadable) {
            obstacle = unreadable.getMessage();
          }
        }
        if (obstacle != null) {
          err.println(obstacle);
          failures++;
        }
        progress.step();
      }
    }
    write(new PredictionText(model.labels(), model.segmentTimes(), predictions), request, out);
    if (failures > 0) {
      throw new WekaException(
          "%d of %d clips could not be read; the reasons stand above."
              .formatted(failures, candidates.size()));
    }
  }

  private static List<Candidate> candidates(List<Path> paths, Set<Modality> wanted)
      throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.isDirectory(path)) {
        candidates.add(new Candidate(path, null));
        continue;
      }
      FolderWalk folder = FolderWalk.of(path);
      List<Path> files = folder.media(wanted);
      files.forEach(file -> candidates.add(new Candidate(file, null)));
      for (Reject reject : folder.rejects()) {
        candidates.add(
            new Candidate(path, "%s: %s.".formatted(path.resolve(reject.path()), reject.detail())));
      }
      if (files.isEmpty()) {
        candidates.add(new Candidate(path, "Folder '%s' has no clip.".formatted(path)));
      }
    }
    return candidates;
  }

  private static void write(PredictionText text, Request request, PrintStream out)
      throws IOException {
    boolean aloud = false;
    if (!request.csv().isEmpty()) {
      aloud |= write(text.csv(request.segments()), request.csv(), out);
    }
    if (!request.json().isEmpty()) {
      aloud |= write(text.json(request.segments()), request.json(), out);
    }
    if (!aloud) {
      out.print(text.table(request.segments()));
    }
  }

  /** Returns whether the text went to standard output. */
  private static boolean write(String text, String file, PrintStream out) throws IOException {
    if (file.equals(STANDARD_OUTPUT)) {
      out.print(text);
      return true;
    }
    try {
      Files.writeString(Path.of(file), text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IOException("'%s' cannot be written: %s".formatted(file, e), e);
    }
    return false;
  }

  /**
   * Runs the command.
   *
   * @param args see {@code -h}
   * @throws Exception if an option is refused or a clip could not be read
   */
  public static void main(String[] args) throws Exception {
    new PathNetPredict().run(null, args);
  }
}
