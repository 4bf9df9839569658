package emotiontransfer.alexnet;

import emotiontransfer.data.SegmentRows;
import emotiontransfer.data.TrainingSet;
import java.util.Random;

/** Segments around one centre for each class. */
final class Clouds {

  private Clouds() {}

  static TrainingSet of(int segments, int inputs, int classes) {
    float[][] values = new float[segments][inputs];
    int[] labels = new int[segments];
    Random random = new Random(7);
    for (int s = 0; s < segments; s++) {
      labels[s] = s % classes;
      Random centre = new Random(100 + labels[s]);
      for (int i = 0; i < inputs; i++) {
        values[s][i] = (float) (3 + 2 * centre.nextGaussian() + 0.5 * random.nextGaussian());
      }
    }
    return new TrainingSet(new SegmentRows.InArrays(values), labels);
  }

  static float[][] all(TrainingSet clouds) {
    return clouds.first(clouds.size());
  }

  /** Settings for small networks: no dropout, no decay. */
  static TrainingSettings settings(int epochs, double rate, int batch, int freeze, int threads) {
    return new TrainingSettings(epochs, rate, batch, 0.9, 0, 0, freeze, 1, 1, threads);
  }

  static AlexNetModel train(TrainingSettings settings, NetworkWeights initial, TrainingSet segments)
      throws InterruptedException {
    try (AlexNetTrainer trainer = new AlexNetTrainer(settings, initial, segments)) {
      while (trainer.step()) {
        // The step is the work.
      }
      return trainer.model();
    }
  }
}
