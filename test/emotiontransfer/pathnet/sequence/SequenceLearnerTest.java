package emotiontransfer.pathnet.sequence;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.data.FrameLayout;
import emotiontransfer.data.SegmentRows;
import emotiontransfer.data.Standardization;
import emotiontransfer.data.TrainingSet;
import emotiontransfer.frames.Augmentation;
import emotiontransfer.frames.Extent;
import emotiontransfer.frames.FrameSequences;
import emotiontransfer.layers.Optimizer;
import emotiontransfer.layers.Schedule;
import emotiontransfer.layers.Softmax;
import emotiontransfer.pathnet.Blobs;
import emotiontransfer.pathnet.LearnerData;
import emotiontransfer.pathnet.LearnerSettings;
import emotiontransfer.pathnet.PathNetLearner;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.evolution.Boundary;
import emotiontransfer.pathnet.evolution.EvolutionKind;
import emotiontransfer.pathnet.evolution.EvolutionSettings;
import emotiontransfer.pathnet.evolution.GenerationRecord;
import emotiontransfer.pathnet.evolution.Mutation;
import emotiontransfer.pathnet.kind.ModuleKinds;
import emotiontransfer.pathnet.model.ModelFormat;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.training.TrainerSettings;
import emotiontransfer.pathnet.transfer.SourceUse;
import emotiontransfer.pathnet.transfer.SourceWeight;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.Test;

/** Learning on the frames of whole clips: determinism, continuation, transfer, ensembles. */
public class SequenceLearnerTest {

  private static final int BANDS = 4;
  private static final int WIDTH = 6;
  private static final int STEP = 3;
  private static final int CLASSES = 3;
  private static final FrameLayout LAYOUT = new FrameLayout(3 * BANDS, WIDTH, STEP);

  private static final Summary WHOLE = new Summary(true, true, true, true);
  private static final Augmentation CHANGES = new Augmentation(5, 9, 1, 1, 1, 0.1, 0.1, false, 0);

  private static SequenceSettings sequences(FitnessMeasure fitness, int ensemble) {
    return new SequenceSettings(
        WHOLE,
        0.2,
        0.1,
        Optimizer.ADAMW,
        0.01,
        Schedule.COSINE,
        CHANGES,
        fitness,
        SourceWeight.LEARNED,
        ensemble);
  }

  private static LearnerSettings settings(
      SequenceSettings own, int generations, EvolutionKind kind, int threads) {
    return new LearnerSettings(
        ModuleKinds.ofKeyword("conv-3x1,conv-3x2"),
        new EvolutionSettings(4, generations, new Mutation(0.2, 2, Boundary.WRAP), kind, 1.1),
        new TrainerSettings(0.01, 8),
        Optional.of(own),
        Standardization.ATTRIBUTE,
        SourceUse.FROZEN,
        7,
        threads,
        true);
  }

  private static LearnerSettings settings(int ensemble, int generations, int threads) {
    SequenceSettings own = sequences(FitnessMeasure.TRAINING, ensemble);
    return settings(own, generations, EvolutionKind.TOURNAMENT, threads);
  }

  /** Clips whose class is the speed at which their bands rise and fall. */
  private static LearnerData clips(int count, long seed) {
    Random random = new Random(seed);
    int[] owners = IntStream.range(0, 4 * count).map(i -> i / 4).toArray();
    float[][] segments = new float[owners.length][3 * BANDS * WIDTH];
    int[] labels = new int[owners.length];
    for (int clip = 0; clip < count; clip++) {
      double phase = random.nextDouble() * 6;
      float[][] frames = new float[3 * STEP + WIDTH][3 * BANDS];
      for (int t = 0; t < frames.length; t++) {
        for (int row = 0; row < frames[t].length; row++) {
          double wave = Math.sin(phase + (0.4 + 0.8 * (clip % CLASSES)) * t + row);
          frames[t][row] = (float) (wave + 0.2 * random.nextGaussian());
        }
      }
      for (int s = 0; s < 4; s++) {
        labels[4 * clip + s] = clip % CLASSES;
        for (int i = 0; i < segments[0].length; i++) {
          segments[4 * clip + s][i] = frames[s * STEP + i % WIDTH][i / WIDTH];
        }
      }
    }
    return data(new SegmentRows.InArrays(segments), owners, labels, count);
  }

  private static LearnerData data(SegmentRows rows, int[] owners, int[] labels, int count) {
    int[] clipLabels = IntStream.range(0, count).map(clip -> clip % CLASSES).toArray();
    TrainingClips clips =
        new TrainingClips(
            FrameSequences.joined(rows, owners, LAYOUT),
            new Extent(3, BANDS, 1),
            clipLabels,
            IntStream.range(0, count).mapToDouble(clip -> 1).toArray(),
            IntStream.range(0, count).map(clip -> clip / CLASSES % 5).toArray());
    return new LearnerData(
        new TrainingSet(rows, labels), new int[3 * BANDS * WIDTH], Optional.of(clips));
  }

  private static PathNetShape shape() {
    return new PathNetShape(3 * BANDS, 2, 5, 6, 3, CLASSES);
  }

  private static PathNetLearner learner(
      LearnerSettings settings, LearnerData data, PathNetModel... sources) {
    return new PathNetLearner(
        settings, shape(), data, List.of(sources), Blobs.provenance(3 * BANDS * WIDTH, CLASSES));
  }

  private static PathNetModel learn(
      LearnerSettings settings, LearnerData data, PathNetModel... sources) throws Exception {
    try (PathNetLearner learner = learner(settings, data, sources)) {
      while (!learner.isDone()) {
        learner.next();
      }
      return learner.model();
    }
  }

  private static float[][] clip(LearnerData data, int clip) {
    return IntStream.range(4 * clip, 4 * clip + 4)
        .mapToObj(data.segments().features()::row)
        .toArray(float[][]::new);
  }

  private static double accuracy(PathNetModel model, LearnerData data, int count) {
    try (PathNetModel.Predictor predictor = model.predictor()) {
      return IntStream.range(0, count)
          .mapToDouble(
              i -> {
                double[] p = predictor.probabilities(clip(data, i))[0];
                return Softmax.largest(p) == i % CLASSES ? 1 : 0;
              })
          .average()
          .orElseThrow();
    }
  }

  @Test
  public void decidesAboutNewClips() throws Exception {
    PathNetModel model = learn(settings(1, 20, 2), clips(60, 1));
    assertTrue(model.decidesWhole());
    double accuracy = accuracy(model, clips(30, 9), 30);
    assertTrue("accuracy " + accuracy, accuracy > 0.9);
  }

  /** The fitness of noisy passes is highest before the learning rate has fallen. */
  @Test
  public void aLearningRateThatFallsToZeroDecidesAsTheLastGenerationMadeIt() throws Exception {
    SequenceSettings own = sequences(FitnessMeasure.TRAINING, 1);
    Random random = new Random(1);
    float[][] noise = new float[4 * 24][3 * BANDS * WIDTH];
    for (float[] segment : noise) {
      for (int i = 0; i < segment.length; i++) {
        segment[i] = (float) random.nextGaussian();
      }
    }
    int[] owners = IntStream.range(0, noise.length).map(i -> i / 4).toArray();
    int[] labels = IntStream.of(owners).map(clip -> clip % CLASSES).toArray();
    LearnerData data = data(new SegmentRows.InArrays(noise), owners, labels, 24);
    try (PathNetLearner learner = learner(settings(own, 12, EvolutionKind.FIXED, 1), data)) {
      double best = 0;
      int fittest = 0;
      while (!learner.isDone()) {
        GenerationRecord record = learner.next();
        if (record.winnerFitness() >= best) {
          best = record.winnerFitness();
          fittest = record.generation();
        }
      }
      assertTrue("the fittest generation was " + fittest, fittest < 12);
      float[] live = learner.resumableModel().resumeState().head().weights();
      assertArrayEquals(live, learner.model().head().weights(), 0f);
    }
  }

  @Test
  public void aPathwayForEachClassLearnsButNotInAnEnsemble() throws Exception {
    PathNetModel model = learn(Blobs.perClass(settings(1, 12, 1)), clips(60, 1));
    assertEquals(CLASSES, model.classPathways().size());
    double accuracy = accuracy(model, clips(30, 9), 30);
    assertTrue("accuracy " + accuracy, accuracy > 0.9);
    for (int threads : new int[] {2, 7}) {
      LearnerSettings other = Blobs.perClass(settings(1, 12, threads));
      assertEquals(
          ModelFormat.fingerprint(model), ModelFormat.fingerprint(learn(other, clips(60, 1))));
    }
    String rejection =
        assertThrows(IllegalArgumentException.class, () -> Blobs.perClass(settings(3, 6, 1)))
            .getMessage();
    assertEquals(
        "Option -ensemble 3 needs one population, but -pathways per-class has several; give"
            + " -ensemble 1.",
        rejection);
  }

  @Test
  public void threadsChangeNoBit() throws Exception {
    String one = ModelFormat.fingerprint(learn(settings(2, 4, 1), clips(40, 1)));
    assertEquals(one, ModelFormat.fingerprint(learn(settings(2, 4, 2), clips(40, 1))));
    assertEquals(one, ModelFormat.fingerprint(learn(settings(2, 4, 7), clips(40, 1))));
  }

  @Test
  public void aSavedModelPredictsTheSame() throws Exception {
    LearnerData data = clips(40, 1);
    PathNetModel model = learn(settings(3, 4, 2), data);
    PathNetModel read = ModelFormat.fromBytes(ModelFormat.toBytes(model));
    assertEquals(ModelFormat.fingerprint(model), ModelFormat.fingerprint(read));
    for (int i = 0; i < 5; i++) {
      assertArrayEquals(
          model.probabilities(clip(data, i))[0], read.probabilities(clip(data, i))[0], 0);
    }
  }

  /** Frames of 12 values as images of three channels with 2 x 2 pixels. */
  @Test
  public void imagesLearnAndAreSaved() throws Exception {
    LearnerSettings conv = settings(1, 4, 2);
    Augmentation changes = new Augmentation(3, 6, 0, 0, 0, 0, 0.1, true, 1);
    SequenceSettings own =
        new SequenceSettings(
            new Summary(true, true, false, true),
            0.2,
            0,
            Optimizer.ADAMW,
            0,
            Schedule.CONSTANT,
            changes,
            FitnessMeasure.TRAINING,
            SourceWeight.MEAN,
            2);
    LearnerSettings images =
        new LearnerSettings(
            ModuleKinds.ofKeyword("conv2d-3x2x2,linear"),
            conv.evolution(),
            conv.trainer(),
            Optional.of(own),
            Standardization.CHANNEL,
            SourceUse.FROZEN,
            3,
            2,
            true);
    LearnerData data = clips(40, 1);
    PathNetModel model = learn(images, data);
    PathNetModel read = ModelFormat.fromBytes(ModelFormat.toBytes(model));
    assertEquals("conv2d-3x2x2,linear", read.kind().keyword());
    assertArrayEquals(
        model.probabilities(clip(data, 1))[0], read.probabilities(clip(data, 1))[0], 0);
  }

  @Test
  public void aContinuedEvolutionIsTheUninterruptedOneBitForBit() throws Exception {
    for (LearnerSettings settings :
        List.of(settings(1, 6, 2), settings(3, 6, 2), Blobs.perClass(settings(1, 6, 2)))) {
      LearnerData data = clips(40, 1);
      byte[] begun;
      try (PathNetLearner learner = learner(settings, data)) {
        learner.next();
        learner.next();
        begun = ModelFormat.toBytes(learner.resumableModel());
      }
      PathNetModel model = ModelFormat.fromBytes(begun);
      try (PathNetLearner learner =
          new PathNetLearner(settings, data, List.of(), model, model.provenance())) {
        while (!learner.isDone()) {
          learner.next();
        }
        assertEquals(
            ModelFormat.fingerprint(learn(settings, data)),
            ModelFormat.fingerprint(learner.model()));
      }
    }
  }

  @Test
  public void frozenModulesNeverChangeAndAllTakePartInInitialize() throws Exception {
    PathNetModel source = learn(settings(1, 3, 2), clips(40, 1));
    LearnerSettings frozen = settings(1, 3, 2);
    PathNetModel model = learn(frozen, clips(40, 5), source);
    assertEquals(source.activePathway(), model.frozenPathway());
    assertEquals(
        source.grid().bitHash(source.activePathway()), model.grid().bitHash(model.frozenPathway()));
    LearnerSettings initialize =
        new LearnerSettings(
            frozen.kind(),
            frozen.evolution(),
            frozen.trainer(),
            frozen.sequences(),
            frozen.standardization(),
            SourceUse.INITIALIZE,
            frozen.seed(),
            2,
            false);
    PathNetModel begun = learn(initialize, clips(40, 5), source);
    assertEquals(Pathway.empty(2), begun.frozenPathway());
    assertNotEquals(
        source.grid().bitHash(begun.activePathway()), begun.grid().bitHash(begun.activePathway()));
  }

  @Test
  public void anEnsembleAveragesItsPathways() throws Exception {
    LearnerData data = clips(40, 1);
    PathNetModel model = learn(settings(3, 6, 2), data);
    SequenceModel all = model.sequences().orElseThrow();
    assertTrue(all.members().size() > 1);
    assertEquals(all.members().get(0).pathway(), model.activePathway());
    double[] sum = new double[CLASSES];
    for (SequenceModel.Member member : all.members()) {
      SequenceModel alone =
          new SequenceModel(all.layout(), all.summary(), all.shares(), List.of(member));
      try (SequencePredictor predictor =
          new SequencePredictor(model.grid(), model.head(), alone, model.scaling())) {
        double[] p = predictor.probabilities(clip(data, 2))[0];
        for (int c = 0; c < CLASSES; c++) {
          sum[c] += p[c] / all.members().size();
        }
      }
    }
    assertArrayEquals(sum, model.probabilities(clip(data, 2))[0], 1e-12);
  }

  /** What the held-out subjects say changes the fitness, but no weight. */
  @Test
  public void heldOutSubjectsDoNotTrain() throws Exception {
    SequenceSettings own = sequences(FitnessMeasure.HOLDOUT, 1);
    LearnerSettings settings = settings(own, 3, EvolutionKind.FIXED, 2);
    LearnerData data = clips(45, 1);
    TrainingClips clips = data.clips().orElseThrow();
    int[] labels = clips.labels().clone();
    for (int i = 0; i < labels.length; i++) {
      labels[i] = clips.subjects()[i] == 0 ? (labels[i] + 1) % CLASSES : labels[i];
    }
    TrainingClips mislabelled =
        new TrainingClips(
            clips.sequences(), clips.shape(), labels, clips.weights(), clips.subjects());
    PathNetModel right = learn(settings, data);
    PathNetModel wrong =
        learn(
            settings, new LearnerData(data.segments(), data.channels(), Optional.of(mislabelled)));
    Pathway all = Pathway.all(right.shape());
    assertNotEquals(right.trace().bestFitness(), wrong.trace().bestFitness(), 1e-9);
    assertFalse(right.trace().bestFitness() > 1);
    // The pathway that is kept last is that of the last generation in neither: compare the others.
    assertEquals(
        right.grid().bitHash(all.minus(right.activePathway())),
        wrong.grid().bitHash(all.minus(right.activePathway())));
  }
}
