package emotiontransfer.pathnet.sequence;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.pathnet.kind.ModuleKinds;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.ModuleShares;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import org.junit.Test;

/** Outputs and derivatives of networks of sequences against the reference. */
public class SequenceNetworkTest {

  private static final int INPUTS = 5;

  /** Two channels of 4 x 8 pixels. */
  private static final int PIXELS = 64;

  private static final int CLASSES = 3;
  private static final Pathway PATHWAY =
      new Pathway(List.of(List.of(0, 2), List.of(1), List.of(0, 1, 3)));

  private static final ModuleShares ONES =
      ModuleShares.ones(new PathNetShape(INPUTS, 3, 4, 6, 3, CLASSES));

  private final Random random = new Random(5);
  private final int[] lengths = {7, 4, 12, 1};
  private final double[][][] sequences = new double[lengths.length][][];
  private int inputs;
  private final float[][] wanted = new float[lengths.length][CLASSES];

  public SequenceNetworkTest() {
    draw(INPUTS);
  }

  private void draw(int values) {
    inputs = values;
    for (int i = 0; i < lengths.length; i++) {
      sequences[i] = new double[lengths[i]][values];
      for (double[] frame : sequences[i]) {
        Arrays.setAll(frame, k -> (float) random.nextGaussian());
      }
      Arrays.fill(wanted[i], 0.1f / CLASSES);
      wanted[i][i % CLASSES] += 0.9f;
    }
  }

  private ModuleGrid grid(String kinds) {
    PathNetShape shape = new PathNetShape(inputs, 3, 4, 6, 3, CLASSES);
    ModuleGrid grid = ModuleGrid.random(shape, ModuleKinds.ofKeyword(kinds), random);
    for (int layer = 0; layer < 3; layer++) {
      for (int module = 0; module < 4; module++) {
        for (int h = 0; h < 6; h++) {
          grid.biases(layer, module)[h] = 0.3f * (float) random.nextGaussian();
        }
      }
    }
    return grid;
  }

  private void take(SequenceNetwork network) {
    network.take(
        lengths,
        i -> {
          float[] values = new float[lengths[i] * inputs];
          for (int j = 0; j < values.length; j++) {
            values[j] = (float) sequences[i][j / inputs][j % inputs];
          }
          return values;
        });
  }

  private void check(String kinds, Summary summary) {
    ModuleGrid grid = grid(kinds);
    Head head = Head.random(summary.size(6, inputs), CLASSES, random);
    SequenceReference reference = new SequenceReference(grid, head, PATHWAY, summary, ONES);
    try (ThreadPool pool = new ThreadPool(2);
        SequenceNetwork network = new SequenceNetwork(grid, head, summary, pool)) {
      network.load(grid, PATHWAY, Pathway.empty(3), ONES);
      take(network);
      double[][] probabilities = network.train(0, new long[lengths.length]);
      double[][] expected = reference.probabilities(sequences);
      for (int i = 0; i < expected.length; i++) {
        assertArrayEquals(expected[i], probabilities[i], 1e-4);
      }
      double[] weights = {1, 1, 1, 1};
      ClipHead.Gradient gradient = network.backward(wanted, weights);
      DoubleSupplier loss = () -> reference.loss(sequences, wanted);
      assertDerivatives("head", head.weights(), gradient.weights(), loss);
      assertDerivatives("head", head.biases(), gradient.biases(), loss);
      for (int layer = 0; layer < 3; layer++) {
        checkLayer(network, grid, layer, loss);
      }
    }
  }

  private void checkLayer(
      SequenceNetwork network, ModuleGrid grid, int layer, DoubleSupplier loss) {
    record Found(int module, float[] weights, float[] scale, float[] shift) {}
    List<Found> found = new ArrayList<>();
    network
        .modules(layer)
        .update(
            (module, weights, scale, shift) -> {
              synchronized (found) {
                found.add(new Found(module.module(), weights, scale, shift));
              }
            });
    assertEquals(PATHWAY.modules(layer).size(), found.size());
    for (Found module : found) {
      String name = "layer " + layer + " module " + module.module;
      float[] stored = grid.weights(layer, module.module);
      int rows = module.weights.length / 6;
      float[] ordered = new float[stored.length];
      for (int i = 0; i < module.weights.length; i++) {
        ordered[grid.kind().index(grid.place(layer), i % rows, i / rows)] = module.weights[i];
      }
      System.arraycopy(module.scale, 0, ordered, module.weights.length, module.scale.length);
      assertDerivatives(name, stored, ordered, loss);
      assertDerivatives(name, grid.biases(layer, module.module), module.shift, loss);
    }
  }

  private static void assertDerivatives(
      String name, float[] parameters, float[] gradient, DoubleSupplier loss) {
    assertEquals(name, parameters.length, gradient.length);
    // Some of many: each takes two passes of the reference.
    int stride = 1 + parameters.length / 12;
    for (int i = 0; i < parameters.length; i += stride) {
      float kept = parameters[i];
      float step = 1.0f / 65536;
      parameters[i] = kept + step;
      double up = loss.getAsDouble();
      double width = parameters[i];
      parameters[i] = kept - step;
      width -= parameters[i];
      double derivative = (up - loss.getAsDouble()) / width;
      parameters[i] = kept;
      assertEquals(name + " parameter " + i, derivative, gradient[i], 2e-3);
    }
  }

  @Test
  public void convolutionsWithStatisticsHaveTheDerivativesOfTheReference() {
    check("conv-5x1,conv-3x2,conv-3x3", new Summary(true, true, true, true));
  }

  @Test
  public void convolutionsWithMeansHaveTheDerivativesOfTheReference() {
    check("conv-3x1,conv-1x1,conv-3x1", new Summary(false, false, false, true));
  }

  @Test
  public void linearAndConvolutionMix() {
    check("conv-3x1,linear,linear", new Summary(true, true, false, true));
    check("linear,linear,conv-3x2", new Summary(true, true, true, false));
  }

  @Test
  public void linearModulesAloneAreThePapersNetwork() {
    check("linear", new Summary(false, false, false, false));
  }

  @Test
  public void imagesHaveTheDerivativesOfTheReference() {
    draw(PIXELS);
    check("conv2d-2x4x8,conv2d,conv-1x1", new Summary(true, true, false, true));
    check("conv2d-2x4x8,linear,linear", new Summary(true, true, false, false));
    check("conv2d-2x4x8,conv2d,linear", new Summary(false, false, false, true));
  }

  @Test
  public void pointsOfImagesAreSummarisedByChannel() {
    draw(4 * PIXELS);
    check("conv2d-4x8x8", new Summary(true, true, false, true));
  }

  /** Lines that are computed in several pieces. */
  @Test
  public void longSequencesHaveTheDerivativesOfTheReference() {
    lengths[1] = 4100;
    draw(INPUTS);
    check("conv-3x1,linear,conv-1x1", new Summary(true, true, false, true));
    lengths[1] = 70;
    draw(PIXELS);
    check("conv2d-2x4x8,conv2d,conv-3x1", new Summary(true, true, false, true));
  }

  @Test
  public void sharesOfFrozenModulesHaveTheDerivativesOfTheReference() {
    Summary summary = new Summary(true, true, true, true);
    ModuleGrid grid = grid("conv-5x1,conv-3x2,linear");
    Head head = Head.random(summary.size(6, inputs), CLASSES, random);
    ModuleShares shares = ModuleShares.ones(grid.shape());
    Pathway frozen = new Pathway(List.of(List.of(2), List.of(1), List.of(0, 3)));
    for (int layer = 0; layer < 3; layer++) {
      for (int module : frozen.modules(layer)) {
        shares.values()[layer][module] = 0.4f + 0.3f * layer + 0.1f * module;
      }
    }
    SequenceReference reference = new SequenceReference(grid, head, PATHWAY, summary, shares);
    try (ThreadPool pool = new ThreadPool(2);
        SequenceNetwork network = new SequenceNetwork(grid, head, summary, pool)) {
      network.load(grid, PATHWAY.minus(frozen), frozen.intersection(PATHWAY), shares);
      take(network);
      network.train(0, new long[lengths.length]);
      network.backward(wanted, new double[] {1, 1, 1, 1});
      for (int layer = 0; layer < 3; layer++) {
        float[] values = shares.values()[layer];
        List<Integer> asked = new ArrayList<>();
        network
            .modules(layer)
            .updateShares(
                (module, gradient) -> {
                  asked.add(module);
                  float kept = values[module];
                  values[module] = kept + 1e-4f;
                  double up = reference.loss(sequences, wanted);
                  double width = values[module];
                  values[module] = kept - 1e-4f;
                  width -= values[module];
                  double slope = (up - reference.loss(sequences, wanted)) / width;
                  values[module] = kept;
                  assertEquals("module " + module, slope, gradient, 1e-3);
                });
        assertEquals(frozen.intersection(PATHWAY).modules(layer), asked);
      }
    }
  }

  @Test
  public void threadsChangeNoBit() {
    lengths[1] = 5000;
    draw(INPUTS);
    checkThreads("conv-5x1,conv-3x2,conv-3x3", new Summary(true, true, true, true));
    lengths[1] = 120;
    draw(PIXELS);
    checkThreads("conv2d-2x4x8,conv2d,linear", new Summary(true, true, false, true));
  }

  private void checkThreads(String kinds, Summary summary) {
    ModuleGrid grid = grid(kinds);
    Head head = Head.random(summary.size(6, inputs), CLASSES, random);
    Pathway frozen = new Pathway(List.of(List.of(2), List.of(), List.of(0)));
    Set<List<Integer>> hashes = new HashSet<>();
    for (int threads : new int[] {1, 2, 7}) {
      try (ThreadPool pool = new ThreadPool(threads);
          SequenceNetwork network = new SequenceNetwork(grid, head, summary, pool)) {
        network.load(grid, PATHWAY.minus(frozen), frozen, ONES);
        take(network);
        double[][] probabilities = network.train(0.5, new long[] {1, 2, 3, 4});
        ClipHead.Gradient gradient = network.backward(wanted, new double[] {1, 2, 0.5, 1});
        hashes.add(hashes(network, probabilities, gradient));
      }
    }
    assertEquals(1, hashes.size());
  }

  private static List<Integer> hashes(
      SequenceNetwork network, double[][] probabilities, ClipHead.Gradient gradient) {
    List<Integer> hashes = new ArrayList<>();
    hashes.add(Arrays.deepHashCode(probabilities));
    hashes.add(Arrays.hashCode(gradient.weights()));
    hashes.add(Arrays.hashCode(gradient.biases()));
    for (int layer = 0; layer < network.layers(); layer++) {
      AtomicInteger sum = new AtomicInteger();
      network
          .modules(layer)
          .update(
              (module, weights, scale, shift) -> {
                float[][] all = {weights, scale, shift};
                sum.addAndGet((module.module() + 1) * Arrays.deepHashCode(all));
              });
      hashes.add(sum.get());
      network.modules(layer).updateShares((module, share) -> hashes.add(Float.hashCode(share)));
    }
    return hashes;
  }

  /** A window never reaches into a neighbouring sequence. */
  @Test
  public void aSequencesProbabilitiesDoNotDependOnTheOthers() {
    Summary summary = new Summary(true, true, true, false);
    ModuleGrid grid = grid("linear,linear,linear");
    Head head = Head.random(summary.size(6, INPUTS), CLASSES, random);
    try (ThreadPool pool = new ThreadPool(1);
        SequenceNetwork network = new SequenceNetwork(grid, head, summary, pool)) {
      network.load(grid, Pathway.empty(3), PATHWAY, ONES);
      take(network);
      double[] first = network.train(0, new long[lengths.length])[2].clone();
      network.take(
          new int[] {lengths[2]},
          i -> {
            float[] values = new float[lengths[2] * INPUTS];
            for (int j = 0; j < values.length; j++) {
              values[j] = (float) sequences[2][j / INPUTS][j % INPUTS];
            }
            return values;
          });
      assertArrayEquals(first, network.train(0, new long[1])[0], 1e-6);
    }
  }
}
