package emotiontransfer.pathnet;

import emotiontransfer.data.FeatureInfo;
import emotiontransfer.data.Provenance;
import emotiontransfer.data.Provenance.LevelRange;
import emotiontransfer.data.SegmentRows;
import emotiontransfer.data.Standardization;
import emotiontransfer.data.TrainingSet;
import emotiontransfer.pathnet.evolution.Boundary;
import emotiontransfer.pathnet.evolution.EvolutionKind;
import emotiontransfer.pathnet.evolution.EvolutionSettings;
import emotiontransfer.pathnet.evolution.Mutation;
import emotiontransfer.pathnet.evolution.Pathways;
import emotiontransfer.pathnet.kind.ModuleKinds;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.training.TrainerSettings;
import emotiontransfer.pathnet.transfer.SourceUse;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Small training sets of Gaussian clouds, and settings to learn them with. */
public final class Blobs {

  private Blobs() {}

  /** Returns rows sorted by class; each class has its own centre, the same for equal inputs. */
  public static TrainingSet sorted(int rows, int inputs, int classes, long seed) {
    Random random = new Random(seed);
    float[][] segments = new float[rows][];
    int[] labels = new int[rows];
    for (int row = 0; row < rows; row++) {
      labels[row] = row * classes / rows;
      segments[row] = sample(labels[row], inputs, random);
    }
    return new TrainingSet(new SegmentRows.InArrays(segments), labels);
  }

  public static float[] sample(int label, int inputs, Random random) {
    Random centre = new Random(1000 + label);
    float[] values = new float[inputs];
    for (int i = 0; i < inputs; i++) {
      values[i] = (float) (5 + centre.nextGaussian() + 0.5 * random.nextGaussian());
    }
    return values;
  }

  public static LearnerSettings settings(int generations, int threads) {
    return settings(generations, threads, EvolutionKind.TOURNAMENT, SourceUse.FROZEN);
  }

  public static LearnerSettings settings(
      int generations, int threads, EvolutionKind kind, SourceUse use) {
    return new LearnerSettings(
        ModuleKinds.ofKeyword("linear"),
        new EvolutionSettings(6, generations, new Mutation(0.2, 2, Boundary.WRAP), kind, 1.1),
        new TrainerSettings(0.1, 8),
        Standardization.ATTRIBUTE,
        use,
        7,
        threads,
        true);
  }

  /** Returns settings that differ in having a pathway for each class. */
  public static LearnerSettings perClass(LearnerSettings one) {
    return new LearnerSettings(
        one.kind(),
        one.evolution(),
        Pathways.PER_CLASS,
        one.trainer(),
        one.sequences(),
        one.standardization(),
        one.sourceUse(),
        one.seed(),
        one.threads(),
        one.resumable());
  }

  public static PathNetShape shape(int inputs, int classes) {
    return new PathNetShape(inputs, 3, 8, 6, 3, classes);
  }

  public static PathNetLearner learner(
      LearnerSettings settings, TrainingSet data, int classes, List<PathNetModel> sources) {
    int inputs = data.features().inputs();
    return new PathNetLearner(
        settings,
        shape(inputs, classes),
        new LearnerData(data, new int[inputs]),
        sources,
        provenance(inputs, classes));
  }

  public static PathNetModel learn(
      LearnerSettings settings, TrainingSet data, int classes, List<PathNetModel> sources)
      throws InterruptedException {
    try (PathNetLearner learner = learner(settings, data, classes, sources)) {
      while (!learner.isDone()) {
        learner.next();
      }
      return learner.model();
    }
  }

  /** Learns some generations on rows of 12 inputs, on one thread. */
  public static PathNetModel learn(
      int generations, int rows, int classes, long seed, PathNetModel... sources)
      throws InterruptedException {
    TrainingSet data = sorted(rows, 12, classes, seed);
    return learn(settings(generations, 1), data, classes, List.of(sources));
  }

  public static Provenance provenance(int inputs, int classes) {
    List<String> labels = IntStream.range(0, classes).mapToObj(i -> "class" + i).toList();
    return new Provenance(
        "test",
        "-S 7",
        "blobs",
        List.of("a", "b"),
        labels,
        Collections.nCopies(classes, 1.0 / classes),
        new FeatureInfo("", "0123456789abcdef", inputs),
        List.of(),
        LevelRange.UNKNOWN,
        "");
  }
}
