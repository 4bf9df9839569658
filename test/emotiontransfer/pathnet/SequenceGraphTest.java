package emotiontransfer.pathnet;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.data.FrameLayout;
import emotiontransfer.data.Scaling;
import emotiontransfer.data.SegmentRows;
import emotiontransfer.frames.FrameSequences;
import emotiontransfer.frames.Normalization;
import emotiontransfer.pathnet.evolution.EvolutionTrace;
import emotiontransfer.pathnet.kind.ModuleKinds;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.ModuleShares;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.sequence.SequenceModel;
import emotiontransfer.pathnet.sequence.SequenceModel.Member;
import emotiontransfer.pathnet.sequence.Summary;
import emotiontransfer.pathnet.transfer.SourceUse;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** What Deeplearning4j computes with the exported network of a model of sequences. */
public class SequenceGraphTest {

  private static final int ROWS = 12;
  private static final int CHANNELS = 6;
  private static final int CLASSES = 3;
  private static final FrameLayout LAYOUT = new FrameLayout(ROWS, 8, 3);
  private static final Pathway PATHWAY =
      new Pathway(List.of(List.of(0, 2), List.of(3), List.of(0, 1, 3)));
  private static final String CONVOLUTIONS = "conv-5x1,conv-3x2,conv-3x3";
  private static final Summary WHOLE = new Summary(true, true, true, true);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Random random = new Random(3);

  private float[] floats(int length, double middle, double deviation) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) (middle + deviation * random.nextGaussian());
    }
    return values;
  }

  private Normalization normalization(int columns) {
    float[] inverses = new float[columns];
    for (int i = 0; i < columns; i++) {
      inverses[i] = (float) Math.exp(random.nextGaussian());
    }
    return new Normalization(floats(columns, 0, 1), inverses);
  }

  /** Whatever training might have made of a network. */
  private PathNetModel model(String kinds, Summary summary, Pathway... pathways) {
    PathNetShape shape = new PathNetShape(ROWS, 3, 4, CHANNELS, 3, CLASSES);
    ModuleGrid grid = ModuleGrid.random(shape, ModuleKinds.ofKeyword(kinds), random);
    for (int layer = 0; layer < 3; layer++) {
      for (int module = 0; module < 4; module++) {
        System.arraycopy(floats(CHANNELS, 0, 0.3), 0, grid.biases(layer, module), 0, CHANNELS);
        if (grid.kind().kernel(layer).orElseThrow().normalized()) {
          float[] weights = grid.weights(layer, module);
          System.arraycopy(
              floats(CHANNELS, 1, 0.3), 0, weights, weights.length - CHANNELS, CHANNELS);
        }
      }
    }
    int inputs = summary.size(CHANNELS, ROWS);
    Scaling scaling = new Scaling(floats(ROWS, 3, 2), floats(ROWS, 0.5, 0.1), floats(ROWS, 3, 2));
    return new PathNetModel(
        Blobs.provenance(ROWS * LAYOUT.width(), CLASSES),
        grid,
        new Head(floats(inputs * CLASSES, 0, 0.4), floats(CLASSES, 0, 0.3)),
        scaling,
        Pathway.empty(3),
        SourceUse.FROZEN,
        new EvolutionTrace(pathways[0], 0, List.of(), List.of(), List.of(), 0),
        Optional.of(
            new SequenceModel(LAYOUT, summary, shares(grid), members(grid, summary, pathways))),
        null);
  }

  /** Modules count differently, as frozen ones may. */
  private static ModuleShares shares(ModuleGrid grid) {
    ModuleShares shares = ModuleShares.ones(grid.shape());
    shares.values()[0][2] = 0.6f;
    shares.values()[2][1] = 1.7f;
    return shares;
  }

  private List<Member> members(ModuleGrid grid, Summary summary, Pathway... pathways) {
    return Stream.of(pathways)
        .map(
            pathway -> {
              List<Normalization> all = new ArrayList<>();
              for (int layer = 0; layer < 3; layer++) {
                int columns = pathway.modules(layer).size() * CHANNELS;
                boolean normalized = grid.kind().kernel(layer).orElseThrow().normalized();
                all.add(normalized ? normalization(columns) : Normalization.identity(columns));
              }
              int inputs = summary.size(CHANNELS, ROWS);
              all.add(
                  summary.normalized() ? normalization(inputs) : Normalization.identity(inputs));
              return new Member(pathway, all);
            })
        .toList();
  }

  /** Returns neighbouring segments that share their frames. */
  private float[][] clip(int segments) {
    float[] frames = floats(LAYOUT.frames(segments) * ROWS, 3, 2);
    float[][] clip = new float[segments][ROWS * LAYOUT.width()];
    for (int s = 0; s < segments; s++) {
      for (int i = 0; i < clip[s].length; i++) {
        int frame = s * LAYOUT.step() + i % LAYOUT.width();
        clip[s][i] = frames[frame * ROWS + i / LAYOUT.width()];
      }
    }
    return clip;
  }

  /** Returns the frames of a clip, {@code [row][frame]}. */
  private static float[][] frames(float[][] clip) {
    FrameSequences sequence =
        FrameSequences.joined(new SegmentRows.InArrays(clip), new int[clip.length], LAYOUT);
    float[] read = new float[sequence.frames(0) * ROWS];
    sequence.read(0, 0, sequence.frames(0), read);
    float[][] frames = new float[ROWS][sequence.frames(0)];
    for (int i = 0; i < read.length; i++) {
      frames[i % ROWS][i / ROWS] = read[i];
    }
    return frames;
  }

  private static double[] output(ComputationGraph graph, float[][] frames) {
    return graph.outputSingle(Nd4j.createFromArray(new float[][][] {frames})).toDoubleVector();
  }

  private void check(String kinds, Summary summary) {
    PathNetModel model = model(kinds, summary, PATHWAY);
    ComputationGraph graph = PathwayGraph.of(model);
    try (PathNetModel.Predictor predictor = model.predictor()) {
      for (int segments = 1; segments < 8; segments++) {
        float[][] clip = clip(segments);
        assertArrayEquals(predictor.probabilities(clip)[0], output(graph, frames(clip)), 1e-5);
      }
    }
  }

  @Test
  public void convolutionsGiveTheSameProbabilities() {
    check(CONVOLUTIONS, WHOLE);
    check(CONVOLUTIONS, new Summary(true, true, false, true));
    check(CONVOLUTIONS, new Summary(true, false, true, false));
  }

  @Test
  public void linearModulesGiveTheSameProbabilities() {
    check("linear", WHOLE);
    check("linear", new Summary(true, false, false, false));
  }

  @Test
  public void linearAndConvolutionMix() {
    check("linear,conv-3x2,linear", WHOLE);
    check("conv-3x1,linear,conv-1x1", WHOLE);
  }

  @Test
  public void segmentsThatAreNotJoinedAreSequences() {
    PathNetModel model = model(CONVOLUTIONS, new Summary(false, true, false, true), PATHWAY);
    ComputationGraph graph = PathwayGraph.of(model);
    float[][] clip = clip(4);
    float[][][] batch = new float[4][][];
    for (int s = 0; s < 4; s++) {
      batch[s] = frames(new float[][] {clip[s]});
    }
    INDArray output = graph.outputSingle(Nd4j.createFromArray(batch));
    double[][] expected = model.probabilities(clip);
    for (int s = 0; s < 4; s++) {
      assertArrayEquals(expected[s], output.getRow(s).toDoubleVector(), 1e-5);
    }
  }

  /** What the mask leaves out may be anything. */
  @Test
  public void aMaskLetsClipsOfDifferentLengthGoTogether() {
    for (String kinds : List.of(CONVOLUTIONS, "linear", "conv-5x1,linear,conv-3x3")) {
      PathNetModel model = model(kinds, WHOLE, PATHWAY);
      ComputationGraph graph = PathwayGraph.of(model);
      int[] segments = {4, 1, 7};
      int longest = LAYOUT.frames(7);
      INDArray mask = Nd4j.zeros(3, longest);
      INDArray input = Nd4j.valueArrayOf(new long[] {3, ROWS, longest}, 17f);
      float[][][] clips = new float[3][][];
      for (int i = 0; i < 3; i++) {
        clips[i] = clip(segments[i]);
        float[][] frames = frames(clips[i]);
        for (int t = 0; t < frames[0].length; t++) {
          mask.putScalar(i, t, 1);
          for (int row = 0; row < ROWS; row++) {
            input.putScalar(i, row, t, frames[row][t]);
          }
        }
      }
      INDArray[] masks = {mask};
      INDArray output = graph.output(false, new INDArray[] {input}, masks)[0];
      for (int i = 0; i < 3; i++) {
        assertArrayEquals(
            model.probabilities(clips[i])[0], output.getRow(i).toDoubleVector(), 1e-5);
      }
    }
  }

  @Test
  public void deeplearning4jSavesAndRestoresTheGraph() throws Exception {
    PathNetModel model = model("conv-5x1,linear,conv-3x3", WHOLE, PATHWAY);
    File file = folder.newFile("pathway.zip");
    ModelSerializer.writeModel(PathwayGraph.of(model), file, false);
    ComputationGraph restored = ModelSerializer.restoreComputationGraph(file);
    float[][] clip = clip(5);
    assertArrayEquals(model.probabilities(clip)[0], output(restored, frames(clip)), 1e-5);
  }

  @Test
  public void deeplearning4jTrainsTheGraphFurther() {
    ComputationGraph graph = PathwayGraph.of(model(CONVOLUTIONS, WHOLE, PATHWAY));
    float[][][] batch = new float[8][][];
    INDArray labels = Nd4j.zeros(8, CLASSES);
    for (int i = 0; i < batch.length; i++) {
      batch[i] = frames(clip(4));
      labels.putScalar(i, i % CLASSES, 1);
    }
    DataSet data = new DataSet(Nd4j.createFromArray(batch), labels);
    double before = graph.score(data, true);
    for (int step = 0; step < 5; step++) {
      graph.fit(data);
    }
    double after = graph.score(data, true);
    assertTrue("loss " + before + " became " + after, after < before);
  }

  @Test
  public void ofAnEnsembleTheBestPathwayIsExported() {
    Pathway other = new Pathway(List.of(List.of(1), List.of(0, 2), List.of(2)));
    PathNetModel model = model(CONVOLUTIONS, WHOLE, PATHWAY, other);
    SequenceModel both = model.sequences().orElseThrow();
    SequenceModel best =
        new SequenceModel(LAYOUT, WHOLE, both.shares(), both.members().subList(0, 1));
    PathNetModel alone =
        new PathNetModel(
            model.provenance(),
            model.grid(),
            model.head(),
            model.scaling(),
            model.sourcePathway(),
            model.sourceUse(),
            model.trace(),
            Optional.of(best),
            null);
    float[][] clip = clip(3);
    assertArrayEquals(
        alone.probabilities(clip)[0], output(PathwayGraph.of(model), frames(clip)), 1e-5);
  }

  /** What the features of a model are is what its head sees, before it is normalised. */
  @Test
  public void headSeesTheStatisticsOfTheLastLayer() {
    PathNetModel model = model(CONVOLUTIONS, new Summary(true, true, false, true), PATHWAY);
    float[][] clip = clip(4);
    float[] statistics;
    try (PathNetModel.Predictor predictor = model.predictor()) {
      statistics = predictor.statistics(clip)[0];
    }
    assertEquals(2 * CHANNELS, statistics.length);
    Normalization normalization =
        model.sequences().orElseThrow().members().get(0).normalizations().get(3);
    double[] scores = new double[CLASSES];
    for (int c = 0; c < CLASSES; c++) {
      scores[c] = model.head().biases()[c];
      for (int j = 0; j < statistics.length; j++) {
        float value = (statistics[j] - normalization.mean(j)) * normalization.inverse(j);
        scores[c] += value * model.head().weights()[j * CLASSES + c];
      }
      scores[c] = Math.exp(scores[c]);
    }
    double sum = Arrays.stream(scores).sum();
    double[] expected = Arrays.stream(scores).map(score -> score / sum).toArray();
    assertArrayEquals(expected, model.probabilities(clip)[0], 1e-5);
  }

  /** Segments by themselves: mean and deviation over the means of each. */
  @Test
  public void statisticsOfSegmentsAreThoseOfTheirMeans() {
    PathNetModel model = model(CONVOLUTIONS, new Summary(false, true, false, true), PATHWAY);
    float[][] clip = clip(3);
    try (PathNetModel.Predictor predictor = model.predictor()) {
      float[] together = predictor.statistics(clip)[0];
      double sum = 0;
      double squares = 0;
      for (float[] segment : clip) {
        double mean = predictor.statistics(new float[][] {segment})[0][0];
        sum += mean;
        squares += mean * mean;
      }
      double variance = squares / 3 - sum * sum / 9;
      assertEquals(sum / 3, together[0], 1e-5);
      assertEquals(Math.sqrt(variance + 1e-5), together[CHANNELS], 1e-4);
    }
  }
}
