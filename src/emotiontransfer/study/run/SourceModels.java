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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weka.classifiers.RandomizableClassifier;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.Instances;
import weka.core.SerializationHelper;

/**
 * The models of the source corpora: made once for each seed, kept as files, used in all folds.
 *
 * @param bags of each source, once they are read
 */
record SourceModels(StudyRequest request, SettingCorpora corpora, Map<String, Instances> bags) {

  private static final Logger LOG = LoggerFactory.getLogger(SourceModels.class);

  /** A checkpoint is as large as the grid; a source evolves within minutes. */
  private static final int GENERATIONS_AT_RISK = 50;

  /** Returns the models with which systems begin; those that are absent are made. */
  Map<StudySystem, Optional<Path>> of(List<StudySystem> systems, int seed) throws Exception {
    Map<StudySystem, Optional<Path>> models = new EnumMap<>(StudySystem.class);
    for (StudySystem system : systems) {
      models.put(system, of(system, seed));
    }
    return models;
  }

  private Optional<Path> of(StudySystem system, int seed) throws Exception {
    boolean alexNet = request.schemes().needsAlexNet(system);
    Optional<Path> model = Optional.empty();
    if (alexNet || system.leastSources() > 0) {
      List<ClipSet> pooled = List.of(corpora.pooledSource().orElseThrow());
      // Each model of a chain evolves with the one before as its source.
      for (ClipSet clips : system == StudySystem.CHAIN ? corpora.sources() : pooled) {
        model = Optional.of(model(alexNet, clips, model, seed));
      }
    }
    return model;
  }

  private Path model(boolean alexNet, ClipSet clips, Optional<Path> earlier, int seed)
      throws Exception {
    StudySystem system = alexNet ? StudySystem.ALEXNET : StudySystem.SCRATCH;
    String what =
        request.schemes().description(system) + earlier.map(SourceModels::seedless).orElse("");
    String hash = hash(StudyFolder.version() + what + clips.sha256() + clips.emotions());
    String kind = alexNet ? "alexnet" : "pathnet";
    String name = WholeFile.plainName(clips.name());
    Path file =
        StudyFolder.sources(request.out())
            .resolve("%s-%s-%s-seed%s.model".formatted(kind, name, hash, seed));
    if (!Files.isRegularFile(file)) {
      build(file, (RandomizableClassifier) request.schemes().of(system, earlier), clips, seed);
    }
    return file;
  }

  /** Returns a model's name without its seed, which repeats have in common. */
  static String seedless(Path model) {
    return model.getFileName().toString().replaceFirst("-seed\\d+\\.model$", ".model");
  }

  static String hash(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
  }

  private void build(Path file, RandomizableClassifier scheme, ClipSet clips, int seed)
      throws Exception {
    Files.createDirectories(file.getParent());
    scheme.setSeed(seed);
    if (scheme instanceof PathNetClassifier pathNet) {
      pathNet.setCheckpoint(file.resolveSibling(file.getFileName() + ".checkpoint").toFile());
      pathNet.setCheckpointEvery(GENERATIONS_AT_RISK);
    }
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
