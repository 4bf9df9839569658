package emotiontransfer.pathnet.model;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.data.TrainingSet;
import emotiontransfer.frames.Extent;
import emotiontransfer.pathnet.Blobs;
import emotiontransfer.pathnet.LearnerSettings;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.PathwayGraph;
import emotiontransfer.pathnet.evolution.EvolutionKind;
import emotiontransfer.pathnet.network.ModuleKind.Parameters;
import emotiontransfer.pathnet.network.ModulePlace;
import emotiontransfer.pathnet.segment.SegmentModule;
import emotiontransfer.pathnet.segment.TrainingPlan;
import emotiontransfer.pathnet.transfer.SourceUse;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.Test;

/** A further kind of module is one class: here one that no other place of the code knows. */
public class ModuleKindTest {

  /** Two outputs a neuron: tanh of the sum of every second input, times a weight. */
  private static final class Toy implements SegmentModule {

    @Override
    public String keyword() {
      return "toy";
    }

    @Override
    public Extent output(int layer, Extent input, int neurons) {
      return new Extent(neurons, 1, 2);
    }

    @Override
    public int weights(ModulePlace place) {
      return place.input().size() * place.output().channels();
    }

    @Override
    public void initialize(float[] weights, ModulePlace place, RandomGenerator random) {
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (float) (random.nextGaussian() / Math.sqrt(place.input().size()));
      }
    }

    @Override
    public void forward(ModulePlace place, Parameters p, float[] in, float[] out) {
      for (int j = 0; j < out.length; j++) {
        double sum = p.biases()[j / 2];
        for (int k = j % 2; k < in.length; k += 2) {
          sum += in[k] * p.weights()[j / 2 * in.length + k];
        }
        out[j] = (float) Math.tanh(sum);
      }
    }

    @Override
    public void backward(
        ModulePlace place,
        Parameters p,
        float[] in,
        float[] out,
        float[] dOut,
        float[] dIn,
        Parameters gradient) {
      for (int j = 0; j < out.length; j++) {
        float d = dOut[j] * (1 - out[j] * out[j]);
        gradient.biases()[j / 2] += d;
        for (int k = j % 2; k < in.length; k += 2) {
          gradient.weights()[j / 2 * in.length + k] += d * in[k];
          dIn[k] += d * p.weights()[j / 2 * in.length + k];
        }
      }
    }
  }

  private static final SegmentModule TOY = new Toy();

  private final TrainingSet data = Blobs.sorted(90, 12, 3, 1);

  private static LearnerSettings settings(int generations, SourceUse use) {
    LearnerSettings linear = Blobs.settings(generations, 2, EvolutionKind.TOURNAMENT, use);
    return new LearnerSettings(
        TOY,
        linear.evolution(),
        linear.trainer(),
        linear.standardization(),
        use,
        linear.seed(),
        linear.threads(),
        linear.resumable());
  }

  @Test
  public void trains() throws Exception {
    PathNetModel model = Blobs.learn(settings(25, SourceUse.FROZEN), data, 3, List.of());
    assertTrue("fitness " + model.trace().bestFitness(), model.trace().bestFitness() > 0.9);
    // 3 layers: 12 and twice 12 inputs (6 neurons x 2), 6 biases each; 12 inputs of the head.
    assertEquals(12 * 6 + 6, model.pathwayParameters() / model.activePathway().size());
    assertEquals(13 * 3, model.head().parameters());
  }

  @Test
  public void freezesAndTransfers() throws Exception {
    PathNetModel source = Blobs.learn(settings(4, SourceUse.FROZEN), data, 3, List.of());
    TrainingSet other = Blobs.sorted(60, 12, 2, 5);
    PathNetModel model = Blobs.learn(settings(4, SourceUse.FROZEN), other, 2, List.of(source));
    assertEquals(source.activePathway(), model.frozenPathway());
    assertEquals(
        source.grid().bitHash(source.activePathway()), model.grid().bitHash(model.frozenPathway()));
    PathNetModel tuned = Blobs.learn(settings(4, SourceUse.FINE_TUNE), other, 2, List.of(source));
    assertTrue(
        source.grid().bitHash(source.activePathway())
            != tuned.grid().bitHash(source.activePathway()));
  }

  @Test
  public void isSavedAndLoaded() throws Exception {
    PathNetModel model = Blobs.learn(settings(4, SourceUse.FROZEN), data, 3, List.of());
    byte[] bytes = ModelFormat.toBytes(model);
    PathNetModel read = ModelFormat.fromBytes(bytes, keyword -> TOY);
    assertEquals(ModelFormat.fingerprint(model), ModelFormat.fingerprint(read));
    float[][] once = {Blobs.sample(1, 12, new java.util.Random(4))};
    float[][] again = {once[0].clone()};
    assertArrayEquals(model.probabilities(once)[0], read.probabilities(again)[0], 0);
    assertThrows(java.io.IOException.class, () -> ModelFormat.fromBytes(bytes));
  }

  @Test
  public void offersNoMoreThanItCan() throws Exception {
    assertEquals(TrainingPlan.MODULES, TrainingPlan.choose(TOY, 10, 12_288));
    PathNetModel model = Blobs.learn(settings(1, SourceUse.FROZEN), data, 3, List.of());
    String message =
        assertThrows(IllegalArgumentException.class, () -> PathwayGraph.of(model)).getMessage();
    assertEquals("Modules of the kind 'toy' cannot be exported to Deeplearning4j.", message);
  }
}
