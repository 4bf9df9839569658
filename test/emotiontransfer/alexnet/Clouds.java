package emotiontransfer.alexnet;

import java.util.Random;

/** Segments around one centre for each class. */
final class Clouds implements Segments {

  private final float[][] values;
  private final int classes;

  Clouds(int segments, int inputs, int classes) {
    this.classes = classes;
    this.values = new float[segments][inputs];
    Random random = new Random(7);
    for (int s = 0; s < segments; s++) {
      Random centre = new Random(100 + s % classes);
      for (int i = 0; i < inputs; i++) {
        values[s][i] = (float) (3 + 2 * centre.nextGaussian() + 0.5 * random.nextGaussian());
      }
    }
  }

  float[][] all() {
    return values;
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public float[] values(int segment) {
    return values[segment];
  }

  @Override
  public int label(int segment) {
    return segment % classes;
  }

  @Override
  public double weight(int segment) {
    return 1;
  }

  /** Settings for small networks: no dropout, no decay. */
  static TrainingSettings settings(int epochs, double rate, int batch, int freeze, int threads) {
    return new TrainingSettings(epochs, rate, batch, 0.9, 0, 0, freeze, 1, 1, threads);
  }

  static AlexNetModel train(
      TrainingSettings settings, AlexNetShape shape, InitialWeights initial, Segments segments)
      throws InterruptedException {
    try (AlexNetTrainer trainer = new AlexNetTrainer(settings, shape, initial, segments)) {
      while (trainer.step()) {
        // The step is the work.
      }
      return trainer.model();
    }
  }
}
