package emotiontransfer.study.run;

import emotiontransfer.data.WholeFile;
import emotiontransfer.numeric.Sha256;
import emotiontransfer.study.data.ClipSet;
import emotiontransfer.study.data.SettingCorpora;
import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.study.plan.StudySystem;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weka.classifiers.Classifier;
import weka.classifiers.RandomizableClassifier;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.Instances;
import weka.core.SerializationHelper;

/**
 * The models of the source corpora: made once for each seed, kept as files, used in all folds.
 *
 * @param sha256 of the clips of a source
 * @param bags of each source, once they are read
 */
record SourceModels(
    StudyRequest request,
    SettingCorpora corpora,
    Function<ClipSet, String> sha256,
    Map<String, Instances> bags) {

  private static final Logger LOG = LoggerFactory.getLogger(SourceModels.class);

  /** A checkpoint is as large as the grid; a source evolves within minutes. */
  private static final int GENERATIONS_AT_RISK = 50;

  /** Returns the last PathNet of a chain, each evolved with the one before as its source. */
  Path pathNet(List<ClipSet> chain, int seed) throws Exception {
    Optional<Path> earlier = Optional.empty();
    for (ClipSet clips : chain) {
      String what = request.schemes().description(StudySystem.SCRATCH);
      Path file =
          file("pathnet", clips, what + earlier.map(SourceModels::seedless).orElse(""), seed);
      if (!Files.isRegularFile(file)) {
        PathNetClassifier scheme = request.schemes().ofSource(earlier);
        scheme.setCheckpoint(file.resolveSibling(file.getFileName() + ".checkpoint").toFile());
        scheme.setCheckpointEvery(GENERATIONS_AT_RISK);
        build(file, scheme, clips, seed);
      }
      earlier = Optional.of(file);
    }
    return earlier.orElseThrow();
  }

  Path alexNet(ClipSet clips, int seed) throws Exception {
    Path file = file("alexnet", clips, request.schemes().description(StudySystem.ALEXNET), seed);
    if (!Files.isRegularFile(file)) {
      Classifier scheme = request.schemes().of(StudySystem.ALEXNET, Optional.empty());
      build(file, (RandomizableClassifier) scheme, clips, seed);
    }
    return file;
  }

  private Path file(String kind, ClipSet clips, String what, int seed) {
    String hash = hash(StudyFolder.version() + what + sha256.apply(clips) + clips.emotions());
    String name = WholeFile.plainName(clips.name());
    return StudyFolder.sources(request.out())
        .resolve("%s-%s-%s-seed%s.model".formatted(kind, name, hash, seed));
  }

  /** Returns a model's name without its seed, which repeats have in common. */
  static String seedless(Path model) {
    return model.getFileName().toString().replaceFirst("-seed\\d+\\.model$", ".model");
  }

  /** Returns the first digits of a text's SHA-256. */
  static String hash(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
  }

  private void build(Path file, RandomizableClassifier scheme, ClipSet clips, int seed)
      throws Exception {
    Files.createDirectories(file.getParent());
    scheme.setSeed(seed);
    Instances table = bags(clips);
    long start = System.nanoTime();
    scheme.buildClassifier(table);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (scheme instanceof PathNetClassifier pathNet) {
      // How it was saved on the way is no part of what it is.
      pathNet.setCheckpoint(new File(""));
    }
    WholeFile.write(seconds(file), seconds + "\n");
    WholeFile.write(file, part -> SerializationHelper.write(part.toString(), scheme));
    LOG.info("Source {}, seed {}: {} s", clips.name(), seed, Math.round(seconds));
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
    if (!bags.containsKey(clips.name())) {
      bags.put(clips.name(), clips.bags(corpora.setting().modality(), true));
    }
    return bags.get(clips.name());
  }
}
