package emotiontransfer.study.run;

import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.data.WholeFile;
import emotiontransfer.numeric.Sha256;
import emotiontransfer.study.data.ClipSet;
import emotiontransfer.study.data.Features;
import emotiontransfer.study.plan.StudyRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weka.classifiers.Classifier;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.Instances;
import weka.core.Randomizable;
import weka.core.SerializationHelper;

/** The models of the source corpora: made once for each seed, kept as files, used in all folds. */
final class SourceModels {

  private static final Logger LOG = LoggerFactory.getLogger(SourceModels.class);

  private static final int HASH_DIGITS = 12;

  /** A checkpoint is as large as the grid; a source evolves within minutes. */
  private static final int GENERATIONS_AT_RISK = 50;

  private static final double NANOS = 1e9;

  private final StudyRequest request;
  private final Schemes schemes;
  private final Path folder;
  private final Modality modality;
  private final Map<String, Instances> bags = new HashMap<>();

  SourceModels(StudyRequest request, Schemes schemes, Modality modality) {
    this.request = request;
    this.schemes = schemes;
    this.folder = request.out().resolve("sources");
    this.modality = modality;
  }

  /** Returns the PathNet of a source that knows nothing of others, evolving it where absent. */
  Path pathNet(ClipSet clips, String sha256, int seed) throws Exception {
    return pathNet(clips, sha256, seed, Optional.empty());
  }

  /** Returns the last PathNet of a chain, each evolved with the one before it as its source. */
  Path chain(List<ClipSet> chain, List<String> sha256, int seed) throws Exception {
    Optional<Path> earlier = Optional.empty();
    for (int i = 0; i < chain.size(); i++) {
      earlier = Optional.of(pathNet(chain.get(i), sha256.get(i), seed, earlier));
    }
    return earlier.orElseThrow();
  }

  private Path pathNet(ClipSet clips, String sha256, int seed, Optional<Path> earlier)
      throws Exception {
    String before = earlier.map(SourceModels::seedless).orElse("");
    PathNetClassifier scheme = schemes.pathNet(List.of(), earlier);
    String options = request.pathNet() + " " + before;
    Path file = file("pathnet", clips.name(), options + sha256 + clips.emotions(), seed);
    Path checkpoint = file.resolveSibling(file.getFileName() + ".checkpoint");
    scheme.setCheckpoint(checkpoint.toFile());
    scheme.setCheckpointEvery(GENERATIONS_AT_RISK);
    return built(file, scheme, clips, seed);
  }

  /** Returns the AlexNet of a source, training it where absent. */
  Path alexNet(ClipSet clips, String sha256, int seed) throws Exception {
    String what = request.alexNet() + sha256 + clips.emotions();
    return built(file("alexnet", clips.name(), what, seed), schemes.sourceAlexNet(), clips, seed);
  }

  private Path file(String kind, String corpora, String what, int seed) {
    String name = WholeFile.plainName(corpora);
    return folder.resolve(
        "%s-%s-%s-seed%d.model".formatted(kind, name, hash(Versions.own() + what), seed));
  }

  /** Returns a model's name without its seed: all that tells it from other models but repeats. */
  static String seedless(Path model) {
    return model.getFileName().toString().replaceFirst("-seed\\d+\\.model$", ".model");
  }

  /** Returns the first digits of a text's SHA-256. */
  static String hash(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_DIGITS);
  }

  private Path built(Path file, Classifier scheme, ClipSet clips, int seed) throws Exception {
    if (Files.isRegularFile(file)) {
      return file;
    }
    Files.createDirectories(folder);
    if (scheme instanceof Randomizable randomizable) {
      randomizable.setSeed(seed);
    }
    Instances table = bags(clips);
    long start = System.nanoTime();
    scheme.buildClassifier(table);
    double seconds = (System.nanoTime() - start) / NANOS;
    if (scheme instanceof PathNetClassifier pathNet) {
      // How it was saved on the way is no part of what it is.
      pathNet.setCheckpoint(new java.io.File(""));
    }
    WholeFile.write(seconds(file), seconds + "\n");
    WholeFile.write(file, part -> SerializationHelper.write(part.toString(), scheme));
    LOG.info("Source {}, seed {}: {} s", clips.name(), seed, Math.round(seconds));
    return file;
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

  private synchronized Instances bags(ClipSet clips) throws Exception {
    Instances table = bags.get(clips.name());
    if (table == null) {
      table = Features.bags(clips.table(), modality);
      bags.put(clips.name(), table);
    }
    return table;
  }

  /** Forgets the sources' clips once their models are there. */
  synchronized void forgetBags() {
    bags.clear();
  }
}
