package emotiontransfer.weka.command;

import emotiontransfer.file.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.lang3.StringUtils;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.evaluation.Evaluation;
import weka.core.SerializationHelper;
import weka.core.Utils;
import weka.core.WekaException;
import weka.core.converters.ConverterUtils.DataSource;

/**
 * The command line of a classifier: Weka's evaluation, around which the files are checked and the
 * model is written whole.
 *
 * <p>The model gets its name when the evaluation has ended, also where that fails behind the
 * training; until then it has another one.
 */
public final class ClassifierCommand extends AbstractCommand {

  private static final List<String> READ = List.of("t", "T", "l", "source", "weights");
  private static final List<String> WRITTEN =
      List.of("d", "threshold-file", "checkpoint", "export");

  private static final String BEFORE = "\nWeka exception: ";
  private static final String BEHIND = "\n\nGeneral options:";

  private final Classifier classifier;

  private ClassifierCommand(Classifier classifier) {
    this.classifier = classifier;
  }

  /** Runs a classifier with the options of Weka's evaluation and its own. */
  public static void run(Classifier classifier, String[] options) throws Exception {
    boolean help =
        Utils.getOptionPos('h', options) >= 0 || Utils.getOptionPos("help", options) >= 0;
    if (help) {
      AbstractClassifier.runClassifier(classifier, options);
    } else {
      new ClassifierCommand(classifier).run((Object) classifier, options);
    }
  }

  @Override
  protected void execute(CommandLine line) throws Exception {
    List<String> tables = new ArrayList<>(line.given("t"));
    tables.addAll(line.given("T"));
    checkFiles(line);
    for (String table : tables) {
      checkRows(table);
    }
    List<String> model = line.given("d");
    String[] options = line.options();
    try {
      System.out.println(
          model.isEmpty() ? evaluate(options) : evaluateAndSave(options, Path.of(model.get(0))));
    } catch (WekaException e) {
      if (e.getMessage().startsWith("Can't open file")) {
        // Weka gives no reason; opening the tables once more does.
        for (String table : tables) {
          TableReader.of(Optional.of(table), Optional.empty());
        }
      }
      throw e;
    }
  }

  private static void checkFiles(CommandLine line) throws IOException {
    CommandFiles files = new CommandFiles();
    for (String option : READ) {
      for (String name : line.given(option)) {
        if (!TableReader.isAddress(name)) {
          files.input(option, name);
        }
      }
    }
    for (String option : WRITTEN) {
      for (String name : line.given(option)) {
        files.output(option, name);
      }
    }
  }

  /** Weka's evaluation takes a row that cannot be read for the end of the table. */
  private static void checkRows(String table) throws Exception {
    if (DataSource.isArff(table)) {
      TableReader rows = TableReader.of(Optional.of(table), Optional.empty());
      while (rows.next().isPresent()) {}
    }
  }

  /** Evaluates, and keeps the model if all of it was written, even where the rest failed. */
  private String evaluateAndSave(String[] options, Path model) throws Exception {
    // By their endings Weka zips models, or saves the options alone.
    String ending = StringUtils.substringAfterLast(model.toString(), ".");
    boolean isPlain = !List.of("gz", "xml", "koml").contains(ending);
    try (WholeFile.Part part = WholeFile.begin(model)) {
      Path saved = isPlain ? part.path() : Path.of(part.path() + "." + ending);
      options[Utils.getOptionPos('d', options) + 1] = saved.toString();
      boolean whole = false;
      try {
        String report = evaluate(options);
        whole = Files.size(saved) > 0;
        return report;
      } catch (IOException e) {
        throw new IOException(
            "Model '%s' cannot be written: %s.".formatted(model, e.getMessage()), e);
      } catch (Exception e) {
        whole = isReadable(saved);
        throw e;
      } finally {
        if (whole && !isPlain) {
          Files.move(saved, part.path(), StandardCopyOption.REPLACE_EXISTING);
        }
        if (whole) {
          part.keep();
        }
        if (!isPlain) {
          Files.deleteIfExists(saved);
        }
      }
    }
  }

  private static boolean isReadable(Path model) {
    try (InputStream raw = Files.newInputStream(model);
        InputStream in = model.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return SerializationHelper.readAll(in).length > 0;
    } catch (Exception notWhole) {
      return false;
    }
  }

  /** Evaluates; the texts that Weka puts around the message of a rejection are left out. */
  private String evaluate(String[] options) throws Exception {
    try {
      return Evaluation.evaluateModel(classifier, options);
    } catch (Exception e) {
      String reason = StringUtils.substringBetween(e.getMessage(), BEFORE, BEHIND);
      if (reason == null) {
        throw e;
      }
      throw new WekaException(reason, e);
    }
  }
}
