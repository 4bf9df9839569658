package emotiontransfer.pathnet.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.data.Scaling;
import emotiontransfer.data.Standardization;
import emotiontransfer.data.TrainingSet;
import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.pathnet.Blobs;
import emotiontransfer.pathnet.kind.LinearModule;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.segment.TrainingPlan;
import emotiontransfer.pathnet.transfer.SourceModules;
import emotiontransfer.pathnet.transfer.SourceUse;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.Test;

/** The dual form of the first layer against the weights themselves. */
public class DualFirstLayerTest {

  /** Over several tiles and blocks of segments, and over two blocks of inputs. */
  private static final int SEGMENTS = 805;

  private static final int INPUTS = 2 * 1536 + 7;
  private static final PathNetShape SHAPE = new PathNetShape(INPUTS, 3, 8, 6, 3, 3);
  private static final LinearModule KIND = new LinearModule();
  private static final Pathway FIRST = new Pathway(List.of(List.of(0, 3), List.of(1), List.of(2)));
  private static final Pathway SECOND =
      new Pathway(List.of(List.of(3, 5, 7), List.of(0, 1), List.of(2, 4)));

  private static final Pathway FROZEN = new Pathway(List.of(List.of(5), List.of(), List.of()));

  private static final float TOLERANCE = 2e-5f;

  private final TrainingSet data = Blobs.sorted(SEGMENTS, INPUTS, 3, 1);

  private static ScaledRows scaled(TrainingSet data, ThreadPool pool) {
    int[] channels = new int[INPUTS];
    Scaling.Fit fit = Scaling.fit(data, Standardization.ATTRIBUTE, channels, 1, pool);
    return new ScaledRows(data.features(), fit.scaling(), true);
  }

  /** The first layer after three passes of both pathways, and after one more of the second. */
  private record Trained(ModuleGrid kept, ModuleGrid live) {}

  private Trained trained(TrainingPlan plan, int threads) throws Exception {
    Random random = new Random(3);
    ModuleGrid grid = ModuleGrid.random(SHAPE, KIND, random);
    Arrays.fill(grid.biases(0, 3), 0.25f);
    Head head = Head.random(SHAPE.neurons(), SHAPE.classes(), random);
    int[] order = new Random(5).ints(0, SEGMENTS).distinct().limit(SEGMENTS).toArray();
    try (ThreadPool pool = new ThreadPool(threads);
        PathwayTrainer trainer =
            new PathwayTrainer(
                data,
                scaled(data, pool),
                new PathwayTrainer.Network(
                    grid,
                    head,
                    SourceModules.of(FROZEN, SourceUse.FROZEN),
                    plan,
                    Coefficients.begin(plan, SEGMENTS, SHAPE)),
                new TrainerSettings(0.05, 64),
                pool)) {
      for (int pass = 0; pass < 3; pass++) {
        trainer.train(FIRST, order);
        trainer.train(SECOND, order);
      }
      Pathway trainable = Pathway.all(SHAPE).minus(FROZEN);
      ModuleGrid best = ModuleGrid.zeros(SHAPE, KIND);
      trainer.keep(trainable, best);
      trainer.train(SECOND, order);
      ModuleGrid kept = ModuleGrid.zeros(SHAPE, KIND);
      trainer.writeKept(trainable, best, kept);
      trainer.writeLive(trainable, grid);
      return new Trained(kept, grid);
    }
  }

  @Test
  public void descendsAsTheWeightsThemselvesDo() throws Exception {
    Trained dual = trained(TrainingPlan.DUAL, 2);
    Trained primal = trained(TrainingPlan.PRIMAL, 2);
    assertAlike(primal.live(), dual.live());
    assertAlike(primal.kept(), dual.kept());
    ModuleGrid initial = ModuleGrid.random(SHAPE, KIND, new Random(3));
    assertTrue(largestDifference(initial, dual.kept(), 7) > 1e-3);
    assertTrue(largestDifference(dual.kept(), dual.live(), 7) > 1e-4);
    assertEquals("never trained", 0, largestDifference(initial, dual.live(), 6), 0);
  }

  private static void assertAlike(ModuleGrid expected, ModuleGrid actual) {
    for (int layer = 0; layer < SHAPE.layers(); layer++) {
      for (int module = 0; module < SHAPE.modules(); module++) {
        assertArrayEquals(
            expected.weights(layer, module), actual.weights(layer, module), TOLERANCE);
        assertArrayEquals(expected.biases(layer, module), actual.biases(layer, module), TOLERANCE);
      }
    }
  }

  private static double largestDifference(ModuleGrid first, ModuleGrid second, int module) {
    float[] a = first.weights(0, module);
    float[] b = second.weights(0, module);
    return IntStream.range(0, a.length).mapToDouble(i -> Math.abs(a[i] - b[i])).max().orElseThrow();
  }

  @Test
  public void threadsChangeNoBit() throws Exception {
    Pathway all = Pathway.all(SHAPE);
    int alone = trained(TrainingPlan.DUAL, 1).live().bitHash(all);
    for (int threads : new int[] {2, 3, 7}) {
      assertEquals(alone, trained(TrainingPlan.DUAL, threads).live().bitHash(all));
    }
  }

  @Test
  public void gramMatrixHoldsTheProductsOfScaledSegments() {
    try (ThreadPool pool = new ThreadPool(2)) {
      ScaledRows rows = scaled(data, pool);
      GramMatrix gram = GramMatrix.of(rows, pool);
      assertEquals(2, gram.blocks().count());
      for (int row : new int[] {0, 127, 128, 300, SEGMENTS - 1}) {
        for (int block = 0; block < 2; block++) {
          float[] values = new float[gram.blocks().length(block)];
          gram.read(row, block, values);
          for (int i = 0; i < values.length; i++) {
            double expected = product(rows, row, gram.blocks().start(block) + i);
            assertEquals(expected, values[i], 2e-2);
          }
        }
      }
    }
  }

  private static double product(ScaledRows rows, int first, int second) {
    double sum = 0;
    for (int block = 0; block < rows.blocks().count(); block++) {
      float[] a = new float[rows.blocks().length(block)];
      float[] b = new float[a.length];
      rows.read(first, block, a);
      rows.read(second, block, b);
      for (int i = 0; i < a.length; i++) {
        sum += (double) a[i] * b[i];
      }
    }
    return sum;
  }

  @Test
  public void isPlannedWhereSegmentsAreFewBesideInputs() {
    assertEquals(TrainingPlan.DUAL, TrainingPlan.choose(KIND, 4096, 12_288));
    assertEquals(TrainingPlan.PRIMAL, TrainingPlan.choose(KIND, 4097, 12_288));
    assertEquals(TrainingPlan.PRIMAL, TrainingPlan.choose(KIND, 4097, 1_000_000));
  }

  @Test
  public void modulesOneByOneDescendAsTheMatrixDoes() throws Exception {
    Trained modules = trained(TrainingPlan.MODULES, 1);
    Trained primal = trained(TrainingPlan.PRIMAL, 1);
    assertAlike(primal.live(), modules.live());
    assertAlike(primal.kept(), modules.kept());
  }
}
