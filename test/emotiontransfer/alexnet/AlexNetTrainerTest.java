package emotiontransfer.alexnet;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.alexnet.AlexNetModel.EpochRecord;
import emotiontransfer.data.TrainingSet;
import emotiontransfer.layers.LayerWeights;
import emotiontransfer.layers.Sgd;
import emotiontransfer.layers.Softmax;
import emotiontransfer.numeric.NativeFloats;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;

/** Training on small networks. */
public class AlexNetTrainerTest {

  private static final AlexNetShape SMALL = new AlexNetShape(59, 0.05, 3);

  @Test
  public void learnsToSeparateClouds() throws Exception {
    TrainingSet clouds = Clouds.of(30, 3 * 8 * 8, 3);
    AlexNetModel model =
        Clouds.train(Clouds.settings(15, 0.02, 10, 0, 2), NetworkWeights.random(SMALL, 1), clouds);
    List<EpochRecord> history = model.history();
    assertEquals(15, history.size());
    assertTrue(history.toString(), history.get(0).loss() > 0.8);
    assertTrue(history.toString(), history.get(14).loss() < 0.1);
    assertEquals(1, history.get(14).accuracy(), 0);
    AlexNetModel.Answer answer = model.answer(Clouds.all(clouds), 1);
    for (int s = 0; s < clouds.size(); s++) {
      assertEquals(clouds.labels()[s], Softmax.largest(answer.probabilities()[s]));
    }
  }

  @Test
  public void theNumberOfThreadsChangesNoBit() throws Exception {
    TrainingSet clouds = Clouds.of(13, 3 * 8 * 8, 3);
    double[][] one = null;
    for (int threads : new int[] {1, 2, 5}) {
      TrainingSettings settings =
          new TrainingSettings(2, 0.01, 6, 0.9, 5e-4, 0.5, 0, 1, 4, threads);
      AlexNetModel model = Clouds.train(settings, NetworkWeights.random(SMALL, 1), clouds);
      double[][] answer = model.answer(Clouds.all(clouds), threads).probabilities();
      one = one == null ? answer : one;
      for (int s = 0; s < answer.length; s++) {
        assertArrayEquals(threads + " threads", one[s], answer[s], 0);
      }
    }
  }

  @Test
  public void anotherSeedGivesOtherNumbers() throws Exception {
    TrainingSet clouds = Clouds.of(6, 3 * 8 * 8, 3);
    TrainingSettings first = new TrainingSettings(1, 0.01, 6, 0.9, 0, 0, 0, 1, 1, 1);
    TrainingSettings second = new TrainingSettings(1, 0.01, 6, 0.9, 0, 0, 0, 1, 2, 1);
    double a = Clouds.train(first, NetworkWeights.random(SMALL, 1), clouds).history().get(0).loss();
    double b =
        Clouds.train(second, NetworkWeights.random(SMALL, 1), clouds).history().get(0).loss();
    assertTrue(a != b);
  }

  @Test
  public void frozenLayersStayBitForBitAndTheOthersMove() throws Exception {
    TrainingSet clouds = Clouds.of(12, 3 * 8 * 8, 3);
    for (int frozen : new int[] {0, 2, 5, 6, 7}) {
      NetworkWeights begun = NetworkWeights.random(SMALL, 9);
      NetworkWeights initial = begun.forTask(SMALL, 1);
      AlexNetModel model = Clouds.train(Clouds.settings(1, 0.01, 6, frozen, 2), initial, clouds);
      for (int layer = 0; layer < AlexNetShape.WEIGHT_LAYERS - 1; layer++) {
        LayerWeights before = begun.layers().get(layer);
        LayerWeights after = model.weights().layers().get(layer);
        boolean same =
            Arrays.equals(before.weights().get(), after.weights().get())
                && Arrays.equals(before.biases(), after.biases());
        assertEquals("layer " + layer + " of " + frozen + " frozen", layer < frozen, same);
      }
    }
  }

  @Test
  public void momentumAndDecayAreAddedAsWritten() {
    // v = 0.5 * 2 - 0.1 * (3 + 0.01 * 10) = 0.69 and w = 10 + 0.69; biases do not decay.
    Sgd sgd = new Sgd(0.1f, 0.5f, 0.01f);
    try (NativeFloats weights = new NativeFloats(1);
        NativeFloats velocity = new NativeFloats(1)) {
      weights.values().put(0, 10);
      velocity.values().put(0, 0.5f * 2 - 0.1f * 3);
      sgd.move(weights, velocity, 0, 1);
      assertEquals(10.69f, weights.get()[0], 1e-5f);
    }
    float[] biases = {10};
    float[] velocity = {2};
    sgd.moveBiases(biases, velocity, new float[] {3});
    assertEquals(0.7f, velocity[0], 1e-6f);
    assertEquals(10.7f, biases[0], 1e-5f);
  }

  @Test
  public void anInterruptEndsTheTrainingBeforeTheNextMiniBatch() throws Exception {
    TrainingSet clouds = Clouds.of(6, 3 * 8 * 8, 3);
    try (AlexNetTrainer trainer =
        new AlexNetTrainer(
            Clouds.settings(100, 0.01, 3, 0, 2), NetworkWeights.random(SMALL, 1), clouds)) {
      assertEquals(200, trainer.steps());
      assertTrue(trainer.step());
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, trainer::step);
      assertEquals(0, trainer.history().size());
    }
  }

  @Test
  public void lossThatIsNoNumberIsAnError() {
    TrainingSet clouds = Clouds.of(6, 3 * 8 * 8, 3);
    TrainingSettings wild = new TrainingSettings(20, 999, 3, 0.9, 0, 0, 0, 999_999, 1, 1);
    IllegalStateException rejection =
        assertThrows(
            IllegalStateException.class,
            () -> Clouds.train(wild, NetworkWeights.random(SMALL, 1), clouds));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains("-learning-rate"));
  }

  @Test
  public void divergenceIsReportedWithEpochMiniBatchAndLearningRate() {
    TrainingSet clouds = Clouds.of(6, 3 * 8 * 8, 3);
    for (int epochs : new int[] {1, 20}) {
      for (int batch : new int[] {3, 6}) {
        IllegalStateException diverged =
            assertThrows(
                IllegalStateException.class,
                () ->
                    Clouds.train(
                        Clouds.settings(epochs, 1e10, batch, 0, 2),
                        NetworkWeights.random(SMALL, 1),
                        clouds));
        String message = diverged.getMessage();
        assertTrue(
            message,
            message.contains("diverged in epoch 1, mini-batch " + 6 / batch + ":")
                || message.contains("diverged in epoch 2, mini-batch 1:"));
        assertTrue(message, message.contains("lower -learning-rate, which is 1.0E10"));
      }
    }
  }

  @Test
  public void settingsOutOfRangeAreNamed() {
    for (String option : List.of("-freeze", "-momentum", "-dropout", "-epochs")) {
      IllegalArgumentException rejection =
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  new TrainingSettings(
                      option.equals("-epochs") ? 0 : 1,
                      0.1,
                      1,
                      option.equals("-momentum") ? 1 : 0,
                      0,
                      option.equals("-dropout") ? 1 : 0,
                      option.equals("-freeze") ? 8 : 0,
                      1,
                      1,
                      1));
      assertTrue(rejection.getMessage(), rejection.getMessage().startsWith(option + " must"));
    }
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> new AlexNetShape(58, 1, 2))
            .getMessage()
            .contains("from 59 to 512, but is 58"));
  }
}
