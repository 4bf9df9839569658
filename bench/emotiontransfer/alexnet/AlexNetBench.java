package emotiontransfer.alexnet;

import emotiontransfer.data.SegmentRows;
import emotiontransfer.data.TrainingSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.zoo.model.AlexNet;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Prints what a training step of the full network costs, what a prediction costs, how much memory
 * the process took, and how a step of Deeplearning4j's own AlexNet compares: {@code ./antw bench
 * -Dbench.class=emotiontransfer.alexnet.AlexNetBench}, two minutes.
 */
public final class AlexNetBench {

  private static final int INPUT = 227;
  private static final int BATCH = 32;
  private static final int STEPS = 6;
  private static final int CLASSES = 6;
  private static final int CLIP = 5;
  private static final int INPUTS = 3 * 64 * 64;

  private AlexNetBench() {}

  /** Noise; the time of a step does not depend on the numbers. */
  private static float[][] noise(int size) {
    Random random = new Random(1);
    float[][] rows = new float[size][INPUTS];
    for (float[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) random.nextGaussian();
      }
    }
    return rows;
  }

  /** Measures and prints. */
  public static void main(String[] arguments) throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();
    AlexNetModel model = null;
    double step = 0;
    for (int threads = 1; threads <= cores; threads = Math.max(threads + 1, cores)) {
      TrainingSettings settings =
          new TrainingSettings(STEPS, 0.001, BATCH, 0.9, 5e-4, 0.5, 0, 1, 1, threads);
      AlexNetShape shape = new AlexNetShape(INPUT, 1, CLASSES);
      int[] labels = IntStream.range(0, BATCH).map(i -> i % CLASSES).toArray();
      TrainingSet segments = new TrainingSet(new SegmentRows.InArrays(noise(BATCH)), labels);
      try (AlexNetTrainer trainer =
          new AlexNetTrainer(settings, NetworkWeights.random(shape, 1), segments)) {
        double[] seconds = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
          long begun = System.nanoTime();
          trainer.step();
          seconds[i] = (System.nanoTime() - begun) / 1e9;
        }
        step = median(seconds);
        print("alexnet.step.seconds.threads" + threads, step);
        model = trainer.model();
      }
    }
    float[][] clip = noise(CLIP);
    model.answer(clip, cores);
    long begun = System.nanoTime();
    model.answer(clip, cores);
    print("alexnet.predict.seconds.per.segment", (System.nanoTime() - begun) / 1e9 / CLIP);
    printMemory();
    double theirs = zooStep(cores);
    print("alexnet.dl4j.step.seconds", theirs);
    print("alexnet.step.vs.dl4j", step / theirs);
  }

  private static double zooStep(int threads) {
    openblas_nolapack.blas_set_num_threads(threads);
    MultiLayerNetwork zoo =
        AlexNet.builder()
            .inputShape(new int[] {3, INPUT, INPUT})
            .numClasses(CLASSES)
            .seed(1)
            .build()
            .init();
    INDArray images = Nd4j.rand(BATCH, 3, INPUT, INPUT);
    INDArray labels = Nd4j.zeros(BATCH, CLASSES);
    for (int row = 0; row < BATCH; row++) {
      labels.putScalar(row, row % CLASSES, 1);
    }
    double[] seconds = new double[STEPS];
    for (int i = 0; i < STEPS; i++) {
      long begun = System.nanoTime();
      zoo.fit(images, labels);
      seconds[i] = (System.nanoTime() - begun) / 1e9;
    }
    return median(seconds);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void print(String name, double value) {
    System.out.println(name + String.format(Locale.ROOT, " %.3f", value));
  }

  /** Linux reports the largest resident size of a process. */
  private static void printMemory() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (Files.exists(status)) {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM")) {
          print("alexnet.peak.MB", Long.parseLong(line.replaceAll("\\D", "")) / 1024.0);
        }
      }
    }
  }
}
