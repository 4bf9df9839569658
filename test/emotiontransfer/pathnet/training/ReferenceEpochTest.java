package emotiontransfer.pathnet.training;

import static org.junit.Assert.assertEquals;

import emotiontransfer.data.Scaling;
import emotiontransfer.data.SegmentRows;
import emotiontransfer.data.TrainingSet;
import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.pathnet.kind.ModuleKinds;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.ModuleKind;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.segment.PathwayNetwork;
import emotiontransfer.pathnet.segment.TrainingPlan;
import emotiontransfer.pathnet.transfer.SourceModules;
import emotiontransfer.pathnet.transfer.SourceUse;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/**
 * One epoch against numbers in double precision that were checked against automatic differentiation
 * (test/resources/pathnet/pathnet_epoch.json); {@link ReferenceEpoch} computes them.
 */
public class ReferenceEpochTest {

  private static final double SINGLE_PRECISION = 2e-6;
  private static final double DOUBLE_PRECISION = 1e-12;

  private final JsonNode reference = read();
  private static final ModuleKind LINEAR = ModuleKinds.ofKeyword("linear");

  private final PathNetShape shape =
      new PathNetShape(
          number("inputs"),
          number("layers"),
          number("modules"),
          number("neurons"),
          number("maxActive"),
          number("classes"));

  private static JsonNode read() {
    try (InputStream in =
        ReferenceEpochTest.class.getResourceAsStream("/pathnet/pathnet_epoch.json")) {
      return new ObjectMapper().readTree(in);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private int number(String name) {
    return reference.get(name).asInt();
  }

  private static Pathway pathway(JsonNode layers) {
    List<List<Integer>> modules = new ArrayList<>();
    for (JsonNode layer : layers) {
      List<Integer> indices = new ArrayList<>();
      layer.forEach(module -> indices.add(module.asInt()));
      modules.add(indices);
    }
    return new Pathway(modules);
  }

  private ModuleGrid grid(JsonNode state) {
    ModuleGrid grid = ModuleGrid.zeros(shape, LINEAR);
    for (int layer = 0; layer < shape.layers(); layer++) {
      for (int module = 0; module < shape.modules(); module++) {
        JsonNode weights = state.get("weights").get(layer).get(module);
        for (int k = 0; k < grid.place(layer).input().size(); k++) {
          for (int o = 0; o < shape.neurons(); o++) {
            grid.weights(layer, module)[LINEAR.index(grid.place(layer), k, o)] =
                (float) weights.get(k).get(o).asDouble();
          }
        }
        for (int o = 0; o < shape.neurons(); o++) {
          JsonNode bias = state.get("biases").get(layer).get(module).get(o);
          grid.biases(layer, module)[o] = (float) bias.asDouble();
        }
      }
    }
    return grid;
  }

  private Head head(JsonNode state) {
    Head head = Head.zeros(shape.neurons(), shape.classes());
    JsonNode weights = headNode(state, "headWeights", "weights");
    JsonNode biases = headNode(state, "headBiases", "biases");
    for (int c = 0; c < shape.classes(); c++) {
      for (int k = 0; k < shape.neurons(); k++) {
        head.weights()[k * shape.classes() + c] = (float) weights.get(k).get(c).asDouble();
      }
      head.biases()[c] = (float) biases.get(c).asDouble();
    }
    return head;
  }

  private static JsonNode headNode(JsonNode state, String flat, String nested) {
    return state.has(flat) ? state.get(flat) : state.get("head").get(nested);
  }

  @Test
  public void theReferenceIsWhatTheSpecificationComputes() throws Exception {
    assertSame("reference", reference, ReferenceEpoch.computed(reference));
  }

  private static void assertSame(String path, JsonNode expected, JsonNode actual) {
    assertEquals(path, expected.isNumber(), actual.isNumber());
    assertEquals(path, expected.asDouble(), actual.asDouble(), DOUBLE_PRECISION);
    assertEquals(path, expected.size(), actual.size());
    for (int i = 0; expected.isArray() && i < expected.size(); i++) {
      assertSame(path + "/" + i, expected.get(i), actual.get(i));
    }
    expected
        .fieldNames()
        .forEachRemaining(
            name -> assertSame(path + "/" + name, expected.get(name), actual.get(name)));
  }

  @Test
  public void oneEpochEqualsTheReference() throws Exception {
    assertEpoch(TrainingPlan.PRIMAL);
  }

  @Test
  public void oneEpochOfTheDualFormEqualsTheReference() throws Exception {
    assertEpoch(TrainingPlan.DUAL);
  }

  @Test
  public void oneEpochModuleByModuleEqualsTheReference() throws Exception {
    assertEpoch(TrainingPlan.MODULES);
  }

  private void assertEpoch(TrainingPlan plan) throws Exception {
    ModuleGrid grid = grid(reference.get("before"));
    Head head = head(reference.get("before"));
    Pathway active = pathway(reference.get("active"));
    double[][] before = predict(grid, head, active);
    assertMatrix("probabilitiesBefore", before);

    double fitness = train(grid, head, plan);

    assertEquals(number("correctDuringEpoch"), Math.round(fitness * 20));
    assertState(grid, head);
    assertMatrix("probabilitiesAfter", predict(grid, head, active));
  }

  private double train(ModuleGrid grid, Head head, TrainingPlan plan) throws InterruptedException {
    JsonNode x = reference.get("x");
    int[] labels = integers(reference.get("y"));
    Pathway frozen = pathway(reference.get("frozen"));
    TrainerSettings settings =
        new TrainerSettings(reference.get("learningRate").asDouble(), number("miniBatch"));
    float[][] segments = new float[labels.length][];
    for (int i = 0; i < labels.length; i++) {
      segments[i] = floats(x.get(i));
    }
    TrainingSet data = new TrainingSet(new SegmentRows.InArrays(segments), labels);
    try (ThreadPool pool = new ThreadPool(2);
        PathwayTrainer trainer =
            new PathwayTrainer(
                data,
                new ScaledRows(data.features(), unscaled(), true),
                new PathwayTrainer.Network(
                    grid,
                    head,
                    SourceModules.of(frozen, SourceUse.FROZEN),
                    plan,
                    Coefficients.begin(plan, labels.length, shape)),
                settings,
                pool)) {
      Pathway genotype = pathway(reference.get("genotype"));
      double fitness = trainer.train(genotype, integers(reference.get("order")));
      trainer.writeLive(genotype.minus(frozen), grid);
      return fitness;
    }
  }

  private Scaling unscaled() {
    float[] ones = new float[shape.inputs()];
    Arrays.fill(ones, 1f);
    return new Scaling(new float[ones.length], ones, new float[ones.length]);
  }

  private double[][] predict(ModuleGrid grid, Head head, Pathway active) {
    float[][] segments = new float[reference.get("x").size()][];
    for (int i = 0; i < segments.length; i++) {
      segments[i] = floats(reference.get("x").get(i));
    }
    try (PathwayNetwork network = new PathwayNetwork(grid, head, active)) {
      return network.probabilities(segments);
    }
  }

  private void assertState(ModuleGrid grid, Head head) {
    ModuleGrid expected = grid(reference.get("after"));
    for (int layer = 0; layer < shape.layers(); layer++) {
      for (int module = 0; module < shape.modules(); module++) {
        assertArray(expected.weights(layer, module), grid.weights(layer, module));
        assertArray(expected.biases(layer, module), grid.biases(layer, module));
      }
    }
    Head expectedHead = head(reference.get("after"));
    assertArray(expectedHead.weights(), head.weights());
    assertArray(expectedHead.biases(), head.biases());
  }

  private static void assertArray(float[] expected, float[] actual) {
    assertEquals(expected.length, actual.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], SINGLE_PRECISION);
    }
  }

  private void assertMatrix(String name, double[][] actual) {
    JsonNode expected = reference.get(name);
    assertEquals(expected.size(), actual.length);
    for (int i = 0; i < actual.length; i++) {
      for (int j = 0; j < actual[i].length; j++) {
        assertEquals(expected.get(i).get(j).asDouble(), actual[i][j], SINGLE_PRECISION);
      }
    }
  }

  private static float[] floats(JsonNode node) {
    float[] values = new float[node.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) node.get(i).asDouble();
    }
    return values;
  }

  private static int[] integers(JsonNode node) {
    int[] values = new int[node.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = node.get(i).asInt();
    }
    return values;
  }
}
