package emotiontransfer.pathnet;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.data.SegmentRows;
import emotiontransfer.data.TrainingSet;
import emotiontransfer.pathnet.evolution.EvolutionKind;
import emotiontransfer.pathnet.evolution.GenerationRecord;
import emotiontransfer.pathnet.kind.ModuleKinds;
import emotiontransfer.pathnet.model.ModelFormat;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.ModuleKind;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.segment.PathwayNetwork;
import emotiontransfer.pathnet.training.TrainerSettings;
import emotiontransfer.pathnet.transfer.Source;
import emotiontransfer.pathnet.transfer.SourceMerge;
import emotiontransfer.pathnet.transfer.SourceUse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.Test;

/** Learning, determinism and transfer of the engine. */
public class PathNetLearnerTest {

  private static final ModuleKind LINEAR = ModuleKinds.ofKeyword("linear");

  private static float weight(ModuleGrid grid, int layer, int module, int input, int neuron) {
    return grid.weights(layer, module)[LINEAR.index(grid.place(layer), input, neuron)];
  }

  /** Enough inputs for three blocks, so that threads have something to share. */
  private static final int WIDE = 3 * 1536 + 100;

  private static double accuracy(PathNetModel model, int classes) {
    Random random = new Random(99);
    int correct = 0;
    int trials = 20 * classes;
    for (int i = 0; i < trials; i++) {
      float[] sample = Blobs.sample(i % classes, model.shape().inputs(), random);
      double[] posterior = Pooling.MEAN.pool(model.probabilities(new float[][] {sample}));
      int best = 0;
      for (int c = 1; c < classes; c++) {
        best = posterior[c] > posterior[best] ? c : best;
      }
      correct += best == i % classes ? 1 : 0;
    }
    return correct / (double) trials;
  }

  @Test
  public void sameSeedGivesTheSameBitsForAnyNumberOfThreads() throws Exception {
    String one = null;
    for (int threads : new int[] {1, 2, 3, 7}) {
      PathNetModel model =
          Blobs.learn(Blobs.settings(3, threads), Blobs.sorted(50, WIDE, 3, 1), 3, List.of());
      one = one == null ? ModelFormat.fingerprint(model) : one;
      assertEquals(threads + " threads", one, ModelFormat.fingerprint(model));
    }
  }

  @Test
  public void anotherSeedGivesAnotherModel() throws Exception {
    LearnerSettings settings = Blobs.settings(2, 1);
    LearnerSettings other =
        new LearnerSettings(
            settings.kind(),
            settings.evolution(),
            settings.trainer(),
            settings.standardization(),
            settings.sourceUse(),
            settings.seed() + 1,
            1,
            false);
    assertNotEquals(
        ModelFormat.fingerprint(Blobs.learn(settings, Blobs.sorted(30, 10, 2, 1), 2, List.of())),
        ModelFormat.fingerprint(Blobs.learn(other, Blobs.sorted(30, 10, 2, 1), 2, List.of())));
  }

  /** A PathNet that does not shuffle sees one class a mini-batch, and forgets the others. */
  @Test
  public void dataSortedByLabelAreShuffled() throws Exception {
    PathNetModel model =
        Blobs.learn(Blobs.settings(15, 2), Blobs.sorted(120, 12, 3, 1), 3, List.of());
    assertTrue("accuracy " + accuracy(model, 3), accuracy(model, 3) >= 0.9);
  }

  @Test
  public void frozenParametersStayBitIdenticalBiasesIncluded() throws Exception {
    PathNetModel source =
        Blobs.learn(Blobs.settings(6, 2), Blobs.sorted(60, 12, 3, 1), 3, List.of());
    PathNetModel transferred =
        Blobs.learn(Blobs.settings(6, 2), Blobs.sorted(40, 12, 2, 5), 2, List.of(source));
    assertEquals(source.activePathway(), transferred.frozenPathway());
    for (int layer = 0; layer < 3; layer++) {
      for (int module : source.activePathway().modules(layer)) {
        assertArrayEquals(
            source.grid().weights(layer, module), transferred.grid().weights(layer, module), 0f);
        assertArrayEquals(
            source.grid().biases(layer, module), transferred.grid().biases(layer, module), 0f);
        assertTrue(transferred.activePathway().contains(layer, module));
      }
    }
  }

  /**
   * Settings whose learning rate is zero in single precision: the model keeps its first weights.
   */
  private static LearnerSettings untrained(SourceUse use) {
    LearnerSettings settings = Blobs.settings(1, 1, EvolutionKind.TOURNAMENT, use);
    return new LearnerSettings(
        settings.kind(),
        settings.evolution(),
        new TrainerSettings(Double.MIN_VALUE, 8),
        settings.standardization(),
        use,
        settings.seed(),
        1,
        false);
  }

  private static PathNetModel begin(SourceUse use, PathNetModel... sources) throws Exception {
    return Blobs.learn(untrained(use), Blobs.sorted(60, 12, 3, 1), 3, List.of(sources));
  }

  /** Asserts that no weight outside some modules is the same in two grids. */
  private static void assertOtherDraws(PathNetModel one, PathNetModel two, Pathway without) {
    for (int layer = 0; layer < 3; layer++) {
      for (int module = 0; module < 8; module++) {
        float[] first = one.grid().weights(layer, module);
        float[] second = two.grid().weights(layer, module);
        for (int i = 0; i < first.length && !without.contains(layer, module); i++) {
          assertNotEquals("layer " + layer + ", module " + module, first[i], second[i], 0);
        }
      }
    }
    assertNotEquals(one.trace().initialPopulation(), two.trace().initialPopulation());
  }

  /** Uses that draw what does not come from the source. */
  private static final Set<SourceUse> DRAWN =
      EnumSet.complementOf(EnumSet.of(SourceUse.INITIALIZE));

  @Test
  public void initializeTakesTheWholeGridAndTheBestPathway() throws Exception {
    PathNetModel source = Blobs.learn(6, 60, 3, 1);
    PathNetModel destination = begin(SourceUse.INITIALIZE, source);
    assertSameModules(Pathway.all(source.shape()), destination, source);
    assertEquals(Pathway.empty(3), destination.frozenPathway());
    List<Pathway> population = destination.trace().initialPopulation();
    assertEquals(source.activePathway(), population.get(0));
    assertNotEquals(source.trace().initialPopulation(), population);
  }

  /** With one seed for both, since users give none or the same one. */
  @Test
  public void theDestinationNeverRepeatsTheDrawsOfItsSource() throws Exception {
    PathNetModel source = Blobs.learn(6, 60, 3, 1);
    for (SourceUse use : DRAWN) {
      PathNetModel scratch = begin(use);
      assertEquals(
          "both begin as the source did",
          source.trace().initialPopulation(),
          scratch.trace().initialPopulation());
      PathNetModel destination = begin(use, source);
      assertOtherDraws(scratch, destination, source.activePathway());
      assertSameModules(source.activePathway(), destination, source);
    }
  }

  @Test
  public void anotherLineageGivesOtherDraws() throws Exception {
    PathNetModel first = Blobs.learn(3, 60, 3, 1);
    PathNetModel second = Blobs.learn(3, 40, 2, 5, first);
    Pathway kept = first.activePathway().union(second.activePathway());
    for (SourceUse use : DRAWN) {
      PathNetModel one = begin(use, second);
      PathNetModel two = begin(use, first, second);
      assertOtherDraws(one, two, kept);
      assertOtherDraws(begin(use, first), two, kept);
      assertOtherDraws(begin(use, first), one, kept);
      assertOtherDraws(second, one, kept);
    }
  }

  /** The lineage is what the sources learnt, not how their files are named or when they ran. */
  @Test
  public void equalSourcesGiveTheSameBits() throws Exception {
    List<String> fingerprints = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      PathNetModel source = Blobs.learn(3, 60, 3, 1);
      PathNetModel read = ModelFormat.fromBytes(ModelFormat.toBytes(source));
      for (PathNetModel same : List.of(source, read)) {
        PathNetModel transferred = Blobs.learn(3, 40, 2, 5, same);
        fingerprints.add(ModelFormat.fingerprint(transferred));
      }
    }
    assertEquals(1, fingerprints.stream().distinct().count());
  }

  @Test
  public void fineTuningStartsFromTheSourceAndMovesIt() throws Exception {
    PathNetModel source = Blobs.learn(6, 60, 3, 1);
    LearnerSettings settings = Blobs.settings(4, 1, EvolutionKind.TOURNAMENT, SourceUse.FINE_TUNE);
    PathNetModel tuned = Blobs.learn(settings, Blobs.sorted(40, 12, 2, 5), 2, List.of(source));
    assertEquals(0, tuned.frozenPathway().size());
    assertEquals(source.activePathway(), tuned.sourcePathway());
    int module = source.activePathway().modules(0).get(0);
    float[] before = source.grid().weights(0, module);
    float[] after = tuned.grid().weights(0, module);
    double moved = 0;
    double size = 0;
    for (int i = 0; i < before.length; i++) {
      moved += Math.pow(after[i] - before[i], 2);
      size += Math.pow(before[i], 2);
    }
    assertTrue("it learnt", moved > 0);
    assertTrue("from the source's weights", moved < size);
  }

  @Test
  public void reusableModulesAreActiveOnlyWhereTheGenotypePicksThem() throws Exception {
    PathNetModel source = Blobs.learn(6, 60, 3, 1);
    LearnerSettings settings = Blobs.settings(6, 1, EvolutionKind.TOURNAMENT, SourceUse.REUSABLE);
    PathNetModel reusing = Blobs.learn(settings, Blobs.sorted(40, 12, 2, 5), 2, List.of(source));
    assertEquals(reusing.trace().best(), reusing.activePathway());
    assertEquals(source.activePathway(), reusing.frozenPathway());
    int module = source.activePathway().modules(1).get(0);
    assertArrayEquals(source.grid().weights(1, module), reusing.grid().weights(1, module), 0f);
  }

  @Test
  public void aChainOfTwoSourcesFreezesBoth() throws Exception {
    PathNetModel first = Blobs.learn(4, 60, 3, 1);
    PathNetModel second = Blobs.learn(4, 40, 2, 5, first);
    PathNetModel chained = Blobs.learn(4, 40, 4, 9, first, second);
    assertEquals(second.activePathway(), chained.frozenPathway());
    assertSameModules(second.activePathway(), chained, second);
  }

  @Test
  public void twoIndependentSourcesAreMergedWithoutLosingAModule() throws Exception {
    PathNetModel first = Blobs.learn(4, 60, 3, 1);
    PathNetModel second =
        Blobs.learn(
            Blobs.settings(4, 1, EvolutionKind.FIXED, SourceUse.FROZEN),
            Blobs.sorted(40, 12, 2, 5),
            2,
            List.of());
    ModuleGrid grid = ModuleGrid.zeros(Blobs.shape(12, 4), LINEAR);
    Pathway merged = SourceMerge.merge(List.of(first.asSource(), second.asSource()), grid);
    for (int layer = 0; layer < 3; layer++) {
      int expected =
          first.activePathway().modules(layer).size()
              + second.activePathway().modules(layer).size();
      assertEquals(expected, merged.modules(layer).size());
      List<Float> weights = new ArrayList<>();
      for (int module : merged.modules(layer)) {
        weights.add(weight(grid, layer, module, 0, 0));
      }
      for (PathNetModel source : List.of(first, second)) {
        for (int module : source.activePathway().modules(layer)) {
          assertTrue(weights.contains(weight(source.grid(), layer, module, 0, 0)));
        }
      }
    }
  }

  @Test
  public void sourcesThatNeedMoreModulesThanALayerHasAreRejected() throws Exception {
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      sources.add(
          Blobs.learn(Blobs.settings(1, 1), Blobs.sorted(20 + i, 12, 2, i), 2, List.of())
              .asSource());
    }
    IllegalArgumentException rejection =
        assertThrows(
            IllegalArgumentException.class,
            () -> SourceMerge.merge(sources, ModuleGrid.zeros(Blobs.shape(12, 2), LINEAR)));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains("8 modules of layer"));
  }

  /** Public PathNets sum the first two modules of a layer only. */
  @Test
  public void everyActiveModuleTakesPartInTheMean() throws Exception {
    PathNetShape shape = new PathNetShape(2, 1, 6, 1, 4, 2);
    ModuleGrid grid = ModuleGrid.zeros(shape, LINEAR);
    Head head = grid.head();
    head.weights()[0] = 1f;
    for (int module = 0; module < 6; module++) {
      grid.weights(0, module)[0] = module + 1;
    }
    Pathway active = new Pathway(List.of(List.of(0, 2, 3, 5)));
    try (PathwayNetwork network = new PathwayNetwork(grid, head, active)) {
      double[] p = network.probabilities(new float[][] {{1f, 0f}})[0];
      double mean = (1 + 3 + 4 + 6) / 4.0;
      assertEquals(mean, Math.log(p[0] / p[1]), 1e-6);
    }
  }

  /** Weights move on after the best generation; the model must not. */
  @Test
  public void theModelKeepsTheParametersThatEarnedItsFitness() throws Exception {
    float[] sample = Blobs.sample(1, 12, new Random(4));
    boolean movedOn = false;
    TrainingSet data = Blobs.sorted(90, 12, 3, 1);
    try (PathNetLearner learner = Blobs.learner(Blobs.settings(40, 1), data, 3, List.of())) {
      learner.next();
      PathNetModel before = learner.model();
      while (!learner.isDone()) {
        GenerationRecord record = learner.next();
        PathNetModel now = learner.model();
        if (record.winnerFitness() < before.trace().bestFitness()) {
          movedOn = true;
          assertEquals(before.trace().best(), now.trace().best());
          assertArrayEquals(
              before.probabilities(new float[][] {sample.clone()})[0],
              now.probabilities(new float[][] {sample.clone()})[0],
              0);
        }
        before = now;
      }
    }
    assertTrue("some generation was worse than the best before it", movedOn);
  }

  private static LearnerSettings wild(int generations, double learningRate) {
    LearnerSettings settings = Blobs.settings(generations, 2);
    return new LearnerSettings(
        settings.kind(),
        settings.evolution(),
        new TrainerSettings(learningRate, 8),
        settings.standardization(),
        settings.sourceUse(),
        settings.seed(),
        settings.threads(),
        false);
  }

  /** With few inputs in the primal form of the first layer, with many in the dual form. */
  @Test
  public void divergenceEndsTheEvolutionAndIsReported() {
    for (int inputs : new int[] {12, WIDE}) {
      IllegalStateException diverged =
          assertThrows(
              IllegalStateException.class,
              () -> Blobs.learn(wild(200, 1e10), Blobs.sorted(50, inputs, 3, 1), 3, List.of()));
      assertTrue(
          diverged.getMessage(),
          diverged
              .getMessage()
              .matches(
                  "The training diverged in generation 1, mini-batch [2-7]: the class scores are no"
                      + " longer finite numbers; lower -learning-rate, which is 1\\.0E10, or"
                      + " standardize the inputs \\(-standardize\\)\\."));
    }
  }

  /** One mini-batch a pass: no other one follows the update that spoils the weights. */
  @Test
  public void noModelIsMadeOfWeightsThatTheLastUpdateSpoilt() {
    for (int inputs : new int[] {12, WIDE}) {
      IllegalStateException diverged =
          assertThrows(
              IllegalStateException.class,
              () -> Blobs.learn(wild(1, 1e38), Blobs.sorted(8, inputs, 2, 1), 2, List.of()));
      assertTrue(
          diverged.getMessage(),
          diverged.getMessage().contains("diverged in generation 1, mini-batch 1:"));
    }
  }

  @Test
  public void anInterruptEndsTheGeneration() throws Exception {
    TrainingSet data = Blobs.sorted(60, 12, 3, 1);
    try (PathNetLearner learner = Blobs.learner(Blobs.settings(5, 2), data, 3, List.of())) {
      learner.next();
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, learner::next);
    }
  }

  @Test
  public void weightsOfSegmentsCountInFitnessAndTraining() throws Exception {
    TrainingSet plain = Blobs.sorted(40, 6, 2, 1);
    double[] weights = new double[40];
    for (int i = 0; i < 40; i++) {
      weights[i] = i < 20 ? 1.9f : 0.1f;
    }
    PathNetModel weighted =
        Blobs.learn(
            Blobs.settings(1, 1),
            new TrainingSet(plain.features(), plain.labels(), weights),
            2,
            List.of());
    float[] between = new float[6];
    for (int i = 0; i < 6; i++) {
      between[i] = 5f;
    }
    PathNetModel even = Blobs.learn(Blobs.settings(1, 1), Blobs.sorted(40, 6, 2, 1), 2, List.of());
    double heavy = weighted.probabilities(new float[][] {between.clone()})[0][0];
    double light = even.probabilities(new float[][] {between.clone()})[0][0];
    assertTrue(heavy + " > " + light, heavy > light);
  }

  /** Folds share the segments, so that none may change them. */
  @Test
  public void trainingLeavesTheSegmentsAsTheyAre() throws Exception {
    TrainingSet data = Blobs.sorted(40, 12, 2, 1);
    String before = data.hash();
    Blobs.learn(Blobs.settings(3, 2), data, 2, List.of());
    assertEquals(before, data.hash());
  }

  /** With attribute-wise scaling a missing value is its input's mean, which scales to zero. */
  @Test
  public void aMissingValueTrainsAsTheMeanOfItsInput() throws Exception {
    float[][] missing = rows(40, Float.NaN);
    float mean = 0;
    for (int row = 1; row < 40; row++) {
      mean += missing[row][3] / 39;
    }
    float[][] filled = rows(40, mean);
    PathNetModel one = learn(missing);
    PathNetModel two = learn(filled);
    float[] sample = Blobs.sample(1, 12, new Random(4));
    double[] expected = one.probabilities(new float[][] {sample.clone()})[0];
    double[] actual = two.probabilities(new float[][] {sample.clone()})[0];
    // The spread of the input differs by the one value at the mean.
    assertArrayEquals(expected, actual, 0.02);
    assertTrue(Double.isFinite(expected[0]));
  }

  private static float[][] rows(int count, float firstRowsFourth) {
    float[][] rows = new float[count][];
    Random random = new Random(11);
    for (int row = 0; row < count; row++) {
      rows[row] = Blobs.sample(row % 2, 12, random);
    }
    rows[0][3] = firstRowsFourth;
    return rows;
  }

  private static PathNetModel learn(float[][] rows) throws InterruptedException {
    int[] labels = new int[rows.length];
    for (int row = 0; row < labels.length; row++) {
      labels[row] = row % 2;
    }
    TrainingSet data = new TrainingSet(new SegmentRows.InArrays(rows), labels);
    return Blobs.learn(Blobs.settings(3, 2), data, 2, List.of());
  }

  @Test
  public void segmentsOfDifferentLengthsAreRejected() {
    IllegalArgumentException rejection =
        assertThrows(
            IllegalArgumentException.class,
            () -> new SegmentRows.InArrays(new float[][] {{1}, {1, 2}}));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains("1 and 2 values"));
  }

  private static void assertSameModules(Pathway modules, PathNetModel a, PathNetModel b) {
    for (int layer = 0; layer < 3; layer++) {
      for (int module : modules.modules(layer)) {
        assertTrue(a.grid().sameModule(b.grid(), layer, module));
      }
    }
  }
}
