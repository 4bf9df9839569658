package emotiontransfer.pathnet;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.Test;

/** The dual form of the first layer against the weights themselves. */
public class DualFirstLayerTest {

  /** Over several tiles and blocks of segments, and over two blocks of inputs. */
  private static final int SEGMENTS = 805;

  private static final int INPUTS = 2 * 1536 + 7;
  private static final PathNetShape SHAPE = new PathNetShape(INPUTS, 3, 8, 6, 3, 3);
  private static final ModuleKind KIND = ModuleKind.named("linear");
  private static final Pathway FIRST = new Pathway(List.of(List.of(0, 3), List.of(1), List.of(2)));
  private static final Pathway SECOND =
      new Pathway(List.of(List.of(3, 5, 7), List.of(0, 1), List.of(2, 4)));

  private static final Pathway FROZEN = new Pathway(List.of(List.of(5), List.of(), List.of()));

  private final TrainingSet data = Blobs.sorted(SEGMENTS, INPUTS, 3, 1);

  private static ScaledRows scaled(TrainingSet data, WorkerTeam team) {
    int[] channels = new int[INPUTS];
    Scaling.Fit fit = Scaling.fit(data.features(), null, Standardization.ATTRIBUTE, channels, team);
    return new ScaledRows(data.features(), fit.scaling(), true);
  }

  /** Trains two pathways in turn, and returns the grid with the first layer's live weights. */
  private ModuleGrid trained(Coefficients coefficients, int threads) throws Exception {
    Random random = new Random(3);
    ModuleGrid grid = ModuleGrid.random(SHAPE, KIND, random);
    Arrays.fill(grid.biases(0, 3), 0.25f);
    Head head = Head.random(SHAPE, random);
    int[] order = new Random(5).ints(0, SEGMENTS).distinct().limit(SEGMENTS).toArray();
    try (WorkerTeam team = new WorkerTeam(threads);
        PathwayTrainer trainer =
            new PathwayTrainer(
                data,
                scaled(data, team),
                grid,
                head,
                KIND,
                SourceModules.of(FROZEN, SourceUse.FROZEN),
                new TrainerSettings(0.05, 64),
                coefficients,
                team)) {
      for (int pass = 0; pass < 3; pass++) {
        trainer.train(FIRST, order);
        trainer.train(SECOND, order);
      }
      trainer.firstLayer().keep(List.of(3), ModuleGrid.zeros(SHAPE));
      trainer.train(SECOND, order);
      List<Integer> trainable = Pathway.all(SHAPE).minus(FROZEN).modules(0);
      trainer.firstLayer().writeLive(trainable, grid);
    }
    return grid;
  }

  @Test
  public void descendsAsTheWeightsThemselvesDo() throws Exception {
    ModuleGrid dual = trained(Coefficients.none(SHAPE.modules()), 2);
    ModuleGrid primal = trained(null, 2);
    ModuleGrid initial = ModuleGrid.random(SHAPE, KIND, new Random(3));
    double moved = 0;
    for (int layer = 0; layer < SHAPE.layers(); layer++) {
      for (int module = 0; module < SHAPE.modules(); module++) {
        float[] expected = primal.weights(layer, module);
        for (int i = 0; i < expected.length; i++) {
          assertEquals(expected[i], dual.weights(layer, module)[i], 2e-5);
          moved = Math.max(moved, Math.abs(expected[i] - initial.weights(layer, module)[i]));
        }
      }
    }
    assertTrue("training moved weights by at most " + moved, moved > 1e-3);
  }

  @Test
  public void threadsChangeNoBit() throws Exception {
    Pathway all = Pathway.all(SHAPE);
    int alone = trained(Coefficients.none(SHAPE.modules()), 1).bitHash(all);
    for (int threads : new int[] {2, 3, 7}) {
      assertEquals(alone, trained(Coefficients.none(SHAPE.modules()), threads).bitHash(all));
    }
  }

  @Test
  public void gramMatrixHoldsTheProductsOfScaledSegments() {
    try (WorkerTeam team = new WorkerTeam(2)) {
      ScaledRows rows = scaled(data, team);
      GramMatrix gram = GramMatrix.of(rows, team);
      float[] values = new float[gram.blocks().length(1)];
      for (int row : new int[] {0, 127, 128, 300, SEGMENTS - 1}) {
        gram.read(row, 1, values);
        for (int column = 0; column < SEGMENTS; column++) {
          assertEquals(product(rows, row, column), gram.value(row, column), 2e-2);
        }
        assertEquals(gram.value(row, gram.blocks().start(1)), values[0], 0);
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
  public void paysWhereSegmentsAreFewBesideInputs() {
    assertTrue(DualFirstLayer.pays(4096, 12_288));
    assertFalse(DualFirstLayer.pays(4097, 12_288));
    assertFalse(DualFirstLayer.pays(4097, 1_000_000));
  }
}
