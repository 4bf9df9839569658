package weka.classifiers.functions;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.file.Shown;
import emotiontransfer.file.WholeFile;
import emotiontransfer.weka.command.AbstractCommand;
import emotiontransfer.weka.command.CommandFiles;
import emotiontransfer.weka.command.CommandLine;
import emotiontransfer.weka.predict.PredictionModel;
import emotiontransfer.weka.predict.PredictionText;
import emotiontransfer.weka.predict.Recognition;
import emotiontransfer.weka.predict.Recordings;
import emotiontransfer.weka.progress.Task;
import emotiontransfer.weka.progress.TaskProgress;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.lang3.function.Failable;
import weka.core.WekaException;

/**
 * Recognises emotions in one's own recordings with a saved model, or with the package's own.
 *
 * <p>{@code weka.Run weka.classifiers.functions.PathNetPredict [-model M] FILE|DIR...} reads the
 * clips as the model's training clips were read and prints a decision for each. A clip that cannot
 * be read costs no other clip its result.
 */
public class PathNetPredict extends AbstractCommand {

  /** Not a hyphen: weka.Run ends with an exception when it meets one alone. */
  private static final String STANDARD_OUTPUT = "stdout";

  @Override
  protected void execute(CommandLine line) throws Exception {
    CommandFiles names = new CommandFiles();
    Optional<Path> model =
        line.option("model").map(Failable.asFunction(file -> names.input("model", file)));
    String filterOptions = line.option("filter-options").orElse("");
    filterOptions += line.flag("any-format") ? " -any-format" : "";
    Optional<String> speaker = line.option("speaker");
    boolean segments = line.flag("segments");
    Optional<String> csv = line.option("csv");
    Optional<String> json = line.option("json");
    List<Path> clips = new ArrayList<>();
    for (String word : line.options()) {
      isTrue(!word.startsWith("-"), "Unknown option '%s'.", word);
      if (!word.isEmpty()) {
        clips.add(path(word));
      }
    }
    isTrue(!clips.isEmpty(), "No clip is given; name files or folders behind the options.");
    boolean both = csv.equals(json) && csv.equals(Optional.of(STANDARD_OUTPUT));
    isTrue(!both, "Only one of -csv and -json can go to standard output.");
    Predicate<String> isFile = name -> !name.equals(STANDARD_OUTPUT);
    csv.filter(isFile).ifPresent(Failable.asConsumer(file -> names.output("csv", file)));
    json.filter(isFile).ifPresent(Failable.asConsumer(file -> names.output("json", file)));
    PredictionModel predictor = model(model, filterOptions);
    Recordings recordings = Recordings.find(clips, predictor.modalities());
    List<String> obstacles = new ArrayList<>(recordings.obstacles());
    int candidates = recordings.files().size() + obstacles.size();
    List<PredictionText.Clip> decided =
        predict(new Recognition(predictor, speaker, segments), recordings.files(), obstacles);
    obstacles.forEach(obstacle -> System.err.println(Shown.name(obstacle)));
    predictor.levelWarning(decided).ifPresent(System.err::println);
    predictor
        .remarks(recordings.files().size())
        .forEach(remark -> System.err.println("Warning: " + remark));
    PredictionText text = new PredictionText(predictor.labels(), decided);
    boolean printed = csv.isPresent() && write(text.csv(segments), csv.get());
    printed |= json.isPresent() && write(text.json(segments), json.get());
    if (!printed) {
      System.out.print(text.table(segments));
    }
    if (!obstacles.isEmpty()) {
      String sentence = "%s of %s clips could not be read; the reasons stand above.";
      throw new WekaException(sentence.formatted(obstacles.size(), candidates));
    }
  }

  private static Path path(String word) throws WekaException {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new WekaException("This system has no path '%s'.".formatted(word), e);
    }
  }

  private static PredictionModel model(Optional<Path> file, String filterOptions)
      throws WekaException {
    if (file.isPresent()) {
      return new PredictionModel(file.get().toFile(), filterOptions);
    }
    System.err.println(
        "No -model is given: the package's own decides, "
            + PredictionModel.OWN
            + "; PathNetModelCard prints what it is good for.");
    return PredictionModel.ofPackage(filterOptions);
  }

  private static List<PredictionText.Clip> predict(
      Recognition recognition, List<Path> files, List<String> obstacles) throws Exception {
    List<PredictionText.Clip> decided = new ArrayList<>();
    Task task = Task.of("Predicting", "prediction", "clip", files.size());
    try (TaskProgress progress = TaskProgress.start(task, null)) {
      recognition.run(
          files,
          new Recognition.Listener() {

            @Override
            public void decided(PredictionText.Clip clip) {
              decided.add(clip);
            }

            @Override
            public void unreadable(Path file, String reason) {
              obstacles.add(reason);
            }

            @Override
            public void step() {
              progress.step();
            }
          });
    }
    return decided;
  }

  /** Returns whether the text went to standard output. */
  private static boolean write(String text, String file) throws IOException {
    if (file.equals(STANDARD_OUTPUT)) {
      System.out.print(text);
      return true;
    }
    WholeFile.write(Path.of(file), text);
    return false;
  }

  /** Runs the command; see {@code -h}. */
  public static void main(String[] args) throws Exception {
    new PathNetPredict().run(null, args);
  }
}
