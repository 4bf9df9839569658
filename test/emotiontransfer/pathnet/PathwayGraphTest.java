package emotiontransfer.pathnet;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.io.File;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

public class PathwayGraphTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static PathNetModel transferred() throws InterruptedException {
    PathNetModel source =
        Blobs.learn(Blobs.settings(4, 1), Blobs.sorted(60, 1600, 3, 1), 3, List.of());
    return Blobs.learn(Blobs.settings(4, 1), Blobs.sorted(40, 1600, 2, 5), 2, List.of(source));
  }

  @Test
  public void theExportedGraphGivesTheSameProbabilities() throws Exception {
    PathNetModel model = transferred();
    ComputationGraph graph = PathwayGraph.of(model);
    Random random = new Random(2);
    for (int i = 0; i < 10; i++) {
      float[] sample = Blobs.sample(i % 2, 1600, random);
      INDArray output = graph.outputSingle(Nd4j.createFromArray(new float[][] {sample.clone()}));
      assertArrayEquals(
          model.probabilities(new float[][] {sample})[0], output.toDoubleVector(), 1e-5);
    }
  }

  @Test
  public void theGraphHasTheParametersOfThePathwayTheHeadAndTheScaling() throws Exception {
    PathNetModel model = transferred();
    long expected =
        model.pathwayParameters() + model.head().parameters() + 2L * model.shape().inputs();
    assertEquals(expected, PathwayGraph.of(model).numParams());
  }

  @Test
  public void deeplearning4jSavesAndRestoresTheGraph() throws Exception {
    PathNetModel model = transferred();
    File file = folder.newFile("pathway.zip");
    ModelSerializer.writeModel(PathwayGraph.of(model), file, false);
    ComputationGraph restored = ModelSerializer.restoreComputationGraph(file);
    float[] sample = Blobs.sample(1, 1600, new Random(5));
    INDArray output = restored.outputSingle(Nd4j.createFromArray(new float[][] {sample.clone()}));
    assertArrayEquals(
        model.probabilities(new float[][] {sample})[0], output.toDoubleVector(), 1e-5);
  }
}
