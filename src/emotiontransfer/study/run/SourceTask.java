package emotiontransfer.study.run;

import emotiontransfer.file.WholeFile;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weka.classifiers.RandomizableClassifier;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.Instances;
import weka.core.SerializationHelper;

/**
 * The training of a source's model, which all folds use.
 *
 * @param file of the model
 * @param input model with which it begins, the one before it in a chain
 * @param scheme gives the classifier, which begins with the input
 * @param table gives the source's bags
 */
record SourceTask(Path file, Optional<Path> input, int seed, Maker scheme, Table table)
    implements StudyTask {

  private static final Logger LOG = LoggerFactory.getLogger(SourceTask.class);

  /** A checkpoint is as large as the grid; a source evolves within minutes. */
  private static final int GENERATIONS_AT_RISK = 50;

  /** Makes a new classifier. */
  interface Maker {
    RandomizableClassifier make() throws Exception;
  }

  /** Reads a table. */
  interface Table {
    Instances read() throws Exception;
  }

  @Override
  public List<Path> files() {
    return List.of(seconds(file), file);
  }

  @Override
  public boolean isSingleThreaded() {
    return false;
  }

  @Override
  public void run() throws Exception {
    Files.createDirectories(file.getParent());
    RandomizableClassifier classifier = scheme.make();
    classifier.setSeed(seed);
    if (classifier instanceof PathNetClassifier pathNet) {
      pathNet.setCheckpoint(file.resolveSibling(file.getFileName() + ".checkpoint").toFile());
      pathNet.setCheckpointEvery(GENERATIONS_AT_RISK);
    }
    Instances bags = table.read();
    long start = System.nanoTime();
    classifier.buildClassifier(bags);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (classifier instanceof PathNetClassifier pathNet) {
      // How it was saved on the way is no part of what it is.
      pathNet.setCheckpoint(new File(""));
    }
    WholeFile.write(seconds(file), seconds + "\n");
    WholeFile.write(file, part -> SerializationHelper.write(part.toString(), classifier));
    LOG.info("{}: {} s", this, Math.round(seconds));
  }

  private static Path seconds(Path model) {
    return model.resolveSibling(model.getFileName() + ".seconds");
  }

  /** Returns how long a model took to make; NaN where nobody noted it. */
  static double secondsOf(Path model) throws Exception {
    Path file = seconds(model);
    return Files.isRegularFile(file)
        ? Double.parseDouble(Files.readString(file).strip())
        : Double.NaN;
  }

  @Override
  public String toString() {
    return "Source " + file.getFileName();
  }
}
