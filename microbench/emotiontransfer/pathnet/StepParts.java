package emotiontransfer.pathnet;

import emotiontransfer.data.InputBlocks;
import emotiontransfer.data.Scaling;
import emotiontransfer.data.SegmentRows;
import emotiontransfer.data.TrainingSet;
import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.pathnet.kind.ModuleKinds;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.segment.InputLayer;
import emotiontransfer.pathnet.segment.TrainingPlan;
import emotiontransfer.pathnet.segment.UpperNetwork;
import emotiontransfer.pathnet.training.Coefficients;
import emotiontransfer.pathnet.training.PathwayTrainer;
import emotiontransfer.pathnet.training.ScaledRows;
import emotiontransfer.pathnet.training.TrainerSettings;
import emotiontransfer.pathnet.transfer.SourceModules;
import emotiontransfer.pathnet.transfer.SourceUse;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The parts of a training step, each alone, at the paper's size: 12,288 inputs, 4 active modules of
 * 20 neurons in each of 3 layers, 7 classes, mini-batches of 64 out of 8,000 segments.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx4g"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class StepParts {

  private static final int SEGMENTS = 8000;
  private static final int INPUTS = 12_288;
  private static final int BATCH = 64;
  private static final int PASS = 64;
  private static final float RATE = 1e-6f;
  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final PathNetShape SHAPE = new PathNetShape(INPUTS, 3, 20, 20, 4, 7);
  private static final Pathway FULL = new Pathway(Collections.nCopies(3, List.of(1, 6, 11, 16)));

  private final int blocks = InputBlocks.of(INPUTS).count();
  private final float[][] sums = new float[80][BATCH];
  private final int[] labels = new int[BATCH];
  private ThreadPool pool;
  private ThreadPool alone;
  private PathwayTrainer trainer;
  private int[] pass;
  private InputLayer layer;
  private UpperNetwork upper;
  private ScaledRows rows;
  private int[] order;
  private int next;
  private INDArray left;
  private INDArray right;
  private INDArray product;

  /** Draws data and weights. */
  @Setup
  public void draw() {
    Random random = new Random(1);
    float[][] segments = new float[SEGMENTS][INPUTS];
    for (float[] segment : segments) {
      for (int i = 0; i < INPUTS; i++) {
        segment[i] = random.nextFloat() - 0.5f;
      }
    }
    float[] ones = new float[INPUTS];
    Arrays.fill(ones, 1f);
    Scaling scaling = new Scaling(new float[INPUTS], ones, new float[INPUTS]);
    TrainingSet data = new TrainingSet(new SegmentRows.InArrays(segments), new int[SEGMENTS]);
    rows = new ScaledRows(data.features(), scaling, true);
    order = IntStream.range(0, SEGMENTS).map(i -> (int) (i * 4999L % SEGMENTS)).toArray();
    ModuleGrid grid = ModuleGrid.random(SHAPE, ModuleKinds.ALL.get(0), random);
    layer = new InputLayer(InputBlocks.of(INPUTS), SHAPE.neurons(), BATCH, 4);
    layer.load(grid, FULL.modules(0));
    upper = new UpperNetwork(grid, Head.random(SHAPE.neurons(), 7, random), BATCH);
    upper.load(grid, FULL, Pathway.empty(3));
    for (float[] neuron : upper.input()) {
      for (int i = 0; i < BATCH; i++) {
        neuron[i] = random.nextFloat();
      }
    }
    Arrays.setAll(labels, i -> i % 7);
    pool = new ThreadPool(Math.min(CORES, blocks));
    alone = new ThreadPool(1);
    pass = Arrays.copyOf(order, PASS * BATCH);
    trainer =
        new PathwayTrainer(
            data,
            rows,
            new PathwayTrainer.Network(
                grid,
                Head.random(SHAPE.neurons(), 7, random),
                SourceModules.of(Pathway.empty(3), SourceUse.FROZEN),
                TrainingPlan.PRIMAL,
                Coefficients.NONE),
            new TrainerSettings(RATE, BATCH),
            pool);
    int side = 2048;
    left = Nd4j.rand(DataType.FLOAT, side, side);
    right = Nd4j.rand(DataType.FLOAT, side, side);
    product = Nd4j.create(DataType.FLOAT, new long[] {side, side}, 'f');
    gather(alone);
  }

  /** Ends the threads. */
  @TearDown
  public void end() {
    trainer.close();
    pool.close();
    layer.close();
  }

  private void gather(ThreadPool threads) {
    int from = next;
    next = (next + BATCH) % SEGMENTS;
    threads.run(blocks, block -> layer.gather(block, rows, order, from, BATCH));
  }

  /** Fetches and scales a mini-batch on all cores. */
  @Benchmark
  public void gather() {
    gather(pool);
  }

  /** Fetches and scales a mini-batch on one core. */
  @Benchmark
  public void gatherOnOneCore() {
    gather(alone);
  }

  /** The first layer's product forward, in blocks on all cores. */
  @Benchmark
  public void forward() {
    pool.run(blocks, block -> layer.forward(block, BATCH));
  }

  /** The product of the gradient, written into the weights, in blocks on all cores. */
  @Benchmark
  public void update() {
    pool.run(blocks, block -> layer.update(block, BATCH, RATE));
  }

  /** Both products of the first layer on one core. */
  @Benchmark
  public void productsOnOneCore() {
    alone.run(
        blocks,
        block -> {
          layer.update(block, BATCH, RATE);
          layer.forward(block, BATCH);
        });
  }

  /** Sums of the blocks' products. */
  @Benchmark
  public float[][] weightedSums() {
    layer.weightedSums(sums, BATCH);
    return sums;
  }

  /** The layers above the first and the head, forward and backward. */
  @Benchmark
  public float[][] upperLayers() {
    upper.forward(BATCH);
    return upper.backward(labels, null, BATCH, RATE, true);
  }

  /** A whole mini-batch, of a pass over 64 of them. */
  @Benchmark
  @OperationsPerInvocation(PASS)
  public double step() throws InterruptedException {
    return trainer.train(FULL, pass);
  }

  /** Handing work to the threads and waiting for them. */
  @Benchmark
  public void handOver() {
    pool.run(blocks, block -> {});
  }

  /** The ceiling: a product of square matrices, 2 x 2048^3 operations, on all cores. */
  @Benchmark
  public void squareProduct() {
    openblas_nolapack.blas_set_num_threads(CORES);
    try {
      Nd4j.gemm(left, right, product, false, false, 1, 0);
    } finally {
      openblas_nolapack.blas_set_num_threads(1);
    }
  }
}
