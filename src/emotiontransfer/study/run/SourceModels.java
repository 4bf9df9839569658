package emotiontransfer.study.run;

import emotiontransfer.file.WholeFile;
import emotiontransfer.numeric.Sha256;
import emotiontransfer.study.data.ClipSet;
import emotiontransfer.study.data.SettingCorpora;
import emotiontransfer.study.plan.Schemes;
import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.study.plan.StudySystem;
import emotiontransfer.weka.filter.SubjectStandardizer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weka.classifiers.RandomizableClassifier;

/**
 * Plans the models of the source corpora: made once for each seed, kept as files, used in all
 * folds.
 */
record SourceModels(StudyRequest request, SettingCorpora corpora, SettingBags bags) {

  /**
   * Returns the tasks that make the model with which a system begins, each but the first beginning
   * with the one before it; none for a system without a source.
   */
  List<SourceTask> of(StudySystem system, int seed) throws Exception {
    List<SourceTask> chain = new ArrayList<>();
    Optional<Path> earlier = Optional.empty();
    for (ClipSet clips : sets(system)) {
      SourceTask task = task(request.schemes().sourceSystem(system), clips, earlier, seed);
      chain.add(task);
      earlier = Optional.of(task.file());
    }
    return chain;
  }

  /** Returns the clips of each model that comes before a system; none without a source. */
  List<ClipSet> sets(StudySystem system) {
    if (!system.takesSource() && !request.schemes().needsAlexNet(system)) {
      return List.of();
    }
    return system == StudySystem.CHAIN
        ? corpora.sources()
        : corpora.pooledSource().stream().toList();
  }

  /**
   * Returns the training of a model.
   *
   * @param system of which the model is, as if the source were its destination
   */
  private SourceTask task(StudySystem system, ClipSet clips, Optional<Path> earlier, int seed)
      throws Exception {
    boolean standardized = isStandardized(system);
    String what =
        Schemes.description(scheme(system, Optional.empty()))
            + (standardized ? SubjectStandardizer.SIGNATURE : "")
            + earlier.map(SourceModels::seedless).orElse("");
    String hash = hash(StudyFolder.version() + what + clips.sha256() + clips.emotions());
    String kind = system == StudySystem.SCRATCH ? "pathnet" : system.keyword();
    String name = WholeFile.plainName(clips.name());
    Path file =
        StudyFolder.sources(request.out())
            .resolve("%s-%s-%s-seed%s.model".formatted(kind, name, hash, seed));
    return new SourceTask(
        file, earlier, seed, () -> scheme(system, earlier), () -> bags.source(clips, standardized));
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
}
