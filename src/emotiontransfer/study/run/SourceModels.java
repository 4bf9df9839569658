package emotiontransfer.study.run;

import emotiontransfer.file.WholeFile;
import emotiontransfer.numeric.Sha256;
import emotiontransfer.study.data.ClipSet;
import emotiontransfer.study.data.SettingCorpora;
import emotiontransfer.study.plan.Schemes;
import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.study.plan.StudySystem;
import emotiontransfer.weka.filter.SubjectStandardizer;
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
 * @param bags of each source, as they are read and standardised, once they are needed
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
    Optional<Path> model = Optional.empty();
    if (system.takesSource() || request.schemes().needsAlexNet(system)) {
      List<ClipSet> pooled = corpora.pooledSource().stream().toList();
      // Each model of a chain evolves with the one before as its source.
      for (ClipSet clips : system == StudySystem.CHAIN ? corpora.sources() : pooled) {
        model = Optional.of(model(request.schemes().sourceSystem(system), clips, model, seed));
      }
    }
    return model;
  }

  /**
   * Returns the model of a source.
   *
   * @param system of which the model is, as if the source were its destination
   */
  private Path model(StudySystem system, ClipSet clips, Optional<Path> earlier, int seed)
      throws Exception {
    String what =
        Schemes.description(scheme(system, Optional.empty()))
            + (isStandardized(system) ? SubjectStandardizer.SIGNATURE : "")
            + earlier.map(SourceModels::seedless).orElse("");
    String hash = hash(StudyFolder.version() + what + clips.sha256() + clips.emotions());
    String kind = system == StudySystem.SCRATCH ? "pathnet" : system.keyword();
    String name = WholeFile.plainName(clips.name());
    Path file =
        StudyFolder.sources(request.out())
            .resolve("%s-%s-%s-seed%s.model".formatted(kind, name, hash, seed));
    if (!Files.isRegularFile(file)) {
      build(file, scheme(system, earlier), table(clips, isStandardized(system)), seed);
    }
    return file;
  }

  private RandomizableClassifier scheme(StudySystem system, Optional<Path> earlier)
      throws Exception {
    return request.schemes().source(system, corpora.setting().modality(), earlier);
  }

  /** Returns whether the clips of a source are treated as those of the destination are. */
  private boolean isStandardized(StudySystem system) {
    return request.schemes().isTransductive(system);
  }

  /** Returns a model's name without its seed, which repeats have in common. */
  static String seedless(Path model) {
    return model.getFileName().toString().replaceFirst("-seed\\d+\\.model$", ".model");
  }

  static String hash(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
  }

  private void build(Path file, RandomizableClassifier scheme, Instances table, int seed)
      throws Exception {
    Files.createDirectories(file.getParent());
    scheme.setSeed(seed);
    if (scheme instanceof PathNetClassifier pathNet) {
      pathNet.setCheckpoint(file.resolveSibling(file.getFileName() + ".checkpoint").toFile());
      pathNet.setCheckpointEvery(GENERATIONS_AT_RISK);
    }
    long start = System.nanoTime();
    scheme.buildClassifier(table);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (scheme instanceof PathNetClassifier pathNet) {
      // How it was saved on the way is no part of what it is.
      pathNet.setCheckpoint(new File(""));
    }
    WholeFile.write(seconds(file), seconds + "\n");
    WholeFile.write(file, part -> SerializationHelper.write(part.toString(), scheme));
    LOG.info("Source {}: {} s", file.getFileName(), Math.round(seconds));
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

  private synchronized Instances table(ClipSet clips, boolean standardized) throws Exception {
    String key = clips.name() + (standardized ? SubjectStandardizer.SIGNATURE : "");
    if (!bags.containsKey(key)) {
      bags.put(
          key,
          standardized
              ? ClipSet.subjectStandardized(table(clips, false))
              : clips.bags(corpora.setting().modality(), true));
    }
    return bags.get(key);
  }
}
