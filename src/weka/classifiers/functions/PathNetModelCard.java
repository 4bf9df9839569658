package weka.classifiers.functions;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.evaluation.ConfusionMatrix;
import emotiontransfer.evaluation.Predictions;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.weka.classify.ModelFile;
import emotiontransfer.weka.classify.PathNetSegmentModel;
import emotiontransfer.weka.command.AbstractCommand;
import emotiontransfer.weka.command.CommandFiles;
import emotiontransfer.weka.command.CommandLine;
import emotiontransfer.weka.predict.ModelCard;
import emotiontransfer.weka.predict.PredictionModel;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import weka.core.WekaException;

/**
 * Prints what one should know of a model, or writes a model with its makers' words.
 *
 * <p>{@code weka.Run weka.classifiers.functions.PathNetModelCard FILE} prints data, subjects,
 * classes, features and the words; without FILE those of the package's own model. With {@code
 * -network} it prints grid, pathway and evolution instead.
 */
public class PathNetModelCard extends AbstractCommand {

  @Override
  protected void execute(CommandLine line) throws Exception {
    boolean network = line.flag("network");
    Optional<String> words = line.option("card");
    Optional<String> predictions = line.option("predictions");
    Optional<String> target = line.option("out");
    List<String> files = Stream.of(line.options()).filter(StringUtils::isNotEmpty).toList();
    isTrue(files.size() < 2, "Only one model can be described, but here are %s.", files);
    isTrue(words.isPresent() == target.isPresent(), "Options -card and -out belong together.");
    isTrue(words.isPresent() || predictions.isEmpty(), "Option -predictions needs -card and -out.");
    isTrue(words.isEmpty() || !files.isEmpty(), "Name the model that the card is for.");
    isTrue(!network || words.isEmpty(), "Options -network and -card exclude each other.");
    isTrue(!network || !files.isEmpty(), "Name the model whose network is wanted.");
    if (network) {
      PathNetModel model = ModelFile.pathNet(new File(files.get(0)));
      System.out.print(new PathNetSegmentModel(model).report());
      return;
    }
    if (words.isEmpty()) {
      System.out.print(files.isEmpty() ? PredictionModel.ofPackage("").card() : card(files.get(0)));
      return;
    }
    CommandFiles names = new CommandFiles();
    Path text = names.input("card", words.get());
    File out = names.output("out", target.get()).toFile();
    StringBuilder card = new StringBuilder(Files.readString(text).stripTrailing());
    if (predictions.isPresent()) {
      card.append("\n\n").append(figures(Predictions.read(new File(predictions.get()))));
    }
    PathNetModel model = ModelFile.pathNet(new File(files.get(0)));
    ModelFile.write(model.withCard(card.append('\n').toString()), out);
  }

  private static ModelCard card(String file) throws WekaException {
    return new ModelCard(new File(file).getName(), ModelFile.pathNet(new File(file)));
  }

  /** Returns how well classes are recognised, as lines. */
  private static String figures(Predictions predictions) {
    ConfusionMatrix all = predictions.confusion();
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "On %.0f clips of %s subjects, none of whom was in the training data then: %s.\n",
            all.total(),
            predictions.subjects().size(),
            all.figures()));
    for (int label = 0; label < all.classes(); label++) {
      String name = predictions.labels().get(label);
      String row = "  %-12s recall %.2f of %.0f clips";
      text.append('\n')
          .append(String.format(Locale.ROOT, row, name, all.recall(label), all.support(label)));
    }
    return text.toString();
  }

  /** Runs the command; see {@code -h}. */
  public static void main(String[] args) throws Exception {
    new PathNetModelCard().run(null, args);
  }
}
