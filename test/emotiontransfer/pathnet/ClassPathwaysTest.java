package emotiontransfer.pathnet;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.data.SegmentRows;
import emotiontransfer.data.TrainingSet;
import emotiontransfer.layers.Softmax;
import emotiontransfer.pathnet.evolution.ClassTrace;
import emotiontransfer.pathnet.evolution.EvolutionKind;
import emotiontransfer.pathnet.evolution.EvolutionTrace;
import emotiontransfer.pathnet.evolution.GenerationRecord;
import emotiontransfer.pathnet.model.ModelFormat;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.training.Task;
import emotiontransfer.pathnet.training.TrainedHead;
import emotiontransfer.pathnet.transfer.SourceUse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.Test;

/** A pathway for each class: populations on one grid, one head, all transferred together. */
public class ClassPathwaysTest {

  private static final int DUAL = 300;
  private static final int PRIMAL = 12;

  private static LearnerSettings settings(int generations, int threads, SourceUse use) {
    return Blobs.perClass(Blobs.settings(generations, threads, EvolutionKind.TOURNAMENT, use));
  }

  private static PathNetModel learn(int generations, int threads, int inputs, long seed)
      throws Exception {
    LearnerSettings settings = settings(generations, threads, SourceUse.FROZEN);
    return Blobs.learn(settings, Blobs.sorted(45, inputs, 3, seed), 3, List.of());
  }

  private static TrainingSet labelled(int... labels) {
    Random random = new Random(3);
    float[][] rows =
        IntStream.of(labels)
            .mapToObj(label -> Blobs.sample(label, PRIMAL, random))
            .toArray(float[][]::new);
    return new TrainingSet(new SegmentRows.InArrays(rows), labels);
  }

  @Test
  public void allClassesLearnTogether() throws Exception {
    PathNetModel model = learn(12, 1, PRIMAL, 1);
    Random random = new Random(77);
    int right = 0;
    for (int i = 0; i < 60; i++) {
      float[][] sample = {Blobs.sample(i % 3, PRIMAL, random)};
      right += Softmax.largest(model.probabilities(sample)[0]) == i % 3 ? 1 : 0;
    }
    assertTrue("right " + right, right >= 57);
    assertTrue("fitness " + model.trace().bestFitness(), model.trace().bestFitness() > 0.9);
  }

  @Test
  public void eachClassHasItsPopulationAndTheUnionOfTheBestDecides() throws Exception {
    PathNetModel model = learn(5, 1, PRIMAL, 1);
    List<ClassTrace> classes = model.trace().classes();
    assertEquals(List.of(0, 1, 2), classes.stream().map(ClassTrace::label).toList());
    assertEquals(18, model.trace().finalPopulation().size());
    assertEquals(5, model.trace().history().size());
    List<Pathway> initial = new ArrayList<>();
    for (ClassTrace one : classes) {
      assertEquals(5, one.trace().history().size());
      assertEquals(6, one.trace().finalPopulation().size());
      initial.addAll(one.trace().initialPopulation());
    }
    assertEquals(model.trace().initialPopulation(), initial);
    assertEquals(initial, model.trace().population(0));
    Pathway union = model.classPathways().values().stream().reduce(Pathway::union).orElseThrow();
    assertEquals(union, model.activePathway());
    assertEquals(
        List.of("class0", "class1", "class2"), List.copyOf(model.classPathways().keySet()));
    GenerationRecord best = model.trace().history().get(model.trace().bestGeneration() - 1);
    assertEquals(union, best.winner());
    assertEquals(model.trace().bestFitness(), best.winnerFitness(), 0);
  }

  @Test
  public void threadsChangeNoBit() throws Exception {
    for (int inputs : new int[] {PRIMAL, DUAL}) {
      String one = ModelFormat.fingerprint(learn(4, 1, inputs, 1));
      assertEquals(one, ModelFormat.fingerprint(learn(4, 2, inputs, 1)));
      assertEquals(one, ModelFormat.fingerprint(learn(4, 7, inputs, 1)));
    }
  }

  @Test
  public void stoppingAfterAnyGenerationChangesNoBit() throws Exception {
    PathNetModel source = learn(2, 1, PRIMAL, 9);
    for (SourceUse use : SourceUse.values()) {
      stopAndGoOn(settings(5, 1, use), PRIMAL, List.of(source));
    }
    stopAndGoOn(settings(5, 1, SourceUse.FROZEN), DUAL, List.of());
  }

  private static void stopAndGoOn(LearnerSettings settings, int inputs, List<PathNetModel> sources)
      throws Exception {
    TrainingSet data = Blobs.sorted(45, inputs, 3, 1);
    String straight = ModelFormat.fingerprint(Blobs.learn(settings, data, 3, sources));
    for (int stop : new int[] {1, 3, 5}) {
      byte[] begun;
      try (PathNetLearner learner = Blobs.learner(settings, data, 3, sources)) {
        for (int i = 0; i < stop; i++) {
          learner.next();
        }
        begun = ModelFormat.toBytes(learner.resumableModel());
      }
      PathNetModel model = ModelFormat.fromBytes(begun);
      LearnerData set = new LearnerData(data, new int[inputs]);
      try (PathNetLearner learner =
          new PathNetLearner(settings, set, sources, model, model.provenance())) {
        while (!learner.isDone()) {
          learner.next();
        }
        assertEquals("after " + stop, straight, ModelFormat.fingerprint(learner.model()));
      }
    }
  }

  @Test
  public void aModelOfOnePathwayIsNotContinuedAsOneOfSeveral() throws Exception {
    PathNetModel begun;
    TrainingSet data = Blobs.sorted(45, PRIMAL, 3, 1);
    try (PathNetLearner learner = Blobs.learner(Blobs.settings(3, 1), data, 3, List.of())) {
      learner.next();
      begun = learner.resumableModel();
    }
    LearnerData set = new LearnerData(data, new int[PRIMAL]);
    LearnerSettings several = settings(3, 1, SourceUse.FROZEN);
    IllegalArgumentException rejection =
        assertThrows(
            IllegalArgumentException.class,
            () -> new PathNetLearner(several, set, List.of(), begun, begun.provenance()));
    assertEquals("it was begun with other -pathways", rejection.getMessage());
  }

  /** The paper's point: the best pathways of all classes are taken over together. */
  @Test
  public void theUnionIsTransferredAndStaysFrozenBitForBit() throws Exception {
    PathNetModel source = learn(3, 1, PRIMAL, 9);
    TrainingSet data = Blobs.sorted(45, PRIMAL, 3, 1);
    for (LearnerSettings settings :
        List.of(settings(4, 1, SourceUse.FROZEN), Blobs.settings(4, 1))) {
      PathNetModel model = Blobs.learn(settings, data, 3, List.of(source));
      assertEquals(source.activePathway(), model.frozenPathway());
      assertEquals(
          source.grid().bitHash(source.activePathway()),
          model.grid().bitHash(source.activePathway()));
      assertEquals(
          model.frozenPathway(), model.activePathway().intersection(model.frozenPathway()));
    }
  }

  @Test
  public void aClassWithoutDataHasNoPopulation() throws Exception {
    LearnerSettings settings = settings(4, 1, SourceUse.FROZEN);
    TrainingSet data = labelled(0, 2, 0, 2, 2, 0, 2, 2, 0, 2, 0, 2);
    PathNetModel model = Blobs.learn(settings, data, 3, List.of());
    assertEquals(List.of("class0", "class2"), List.copyOf(model.classPathways().keySet()));
    PathNetModel alone = Blobs.learn(settings, labelled(1, 1, 1, 1, 1, 1), 3, List.of());
    assertEquals(List.of("class1"), List.copyOf(alone.classPathways().keySet()));
    assertEquals(3, alone.probabilities(new float[][] {new float[PRIMAL]})[0].length);
  }

  @Test
  public void aSavedModelIsTheSame() throws Exception {
    PathNetModel model = learn(3, 1, PRIMAL, 1);
    byte[] bytes = ModelFormat.toBytes(model);
    PathNetModel read = ModelFormat.fromBytes(bytes);
    assertArrayEquals(bytes, ModelFormat.toBytes(read));
    assertEquals(model.classPathways(), read.classPathways());
    List<ClassTrace> two = model.trace().classes().subList(0, 2);
    PathNetModel damaged = withClasses(model, two);
    IOException rejection =
        assertThrows(IOException.class, () -> ModelFormat.fromBytes(ModelFormat.toBytes(damaged)));
    assertEquals("is damaged (the courses of its classes do not fit)", rejection.getMessage());
  }

  private static PathNetModel withClasses(PathNetModel model, List<ClassTrace> classes) {
    EvolutionTrace trace = model.trace();
    return model.with(
        new EvolutionTrace(
            trace.best(),
            trace.bestFitness(),
            trace.initialPopulation(),
            trace.finalPopulation(),
            trace.history(),
            0,
            classes));
  }

  /** Three of four samples are the rest: all weigh 4 together, half of it on each side. */
  @Test
  public void aClassWeighsAsMuchAsTheRest() {
    TrainedHead head = new TrainedHead(Head.zeros(1, 3), List.of());
    TrainedHead own = new TrainedHead(Head.zeros(1, 2), List.of());
    Task task = new Task(head, new int[] {0, 1, 2, 0}, new double[] {1, 1, 1, 1});
    Task against = task.oneAgainstRest(1, own);
    assertArrayEquals(new int[] {0, 1, 0, 0}, against.labels());
    assertArrayEquals(new double[] {2 / 3.0, 2, 2 / 3.0, 2 / 3.0}, against.weights(), 1e-12);
    assertEquals(own, against.head());
    Task weighted = new Task(head, new int[] {0, 1, 1}, new double[] {2, 0.5, 0.5});
    assertArrayEquals(
        new double[] {1.5, 0.75, 0.75}, weighted.oneAgainstRest(0, own).weights(), 1e-12);
    Task missing = new Task(head, new int[] {0, 0}, new double[] {1, 1});
    assertArrayEquals(new double[] {1, 1}, missing.oneAgainstRest(0, own).weights(), 0);
    assertArrayEquals(new double[] {1, 1}, missing.oneAgainstRest(2, own).weights(), 0);
  }

  @Test
  public void anInterruptEndsTheGeneration() {
    TrainingSet data = Blobs.sorted(45, PRIMAL, 3, 1);
    try (PathNetLearner learner =
        Blobs.learner(settings(3, 1, SourceUse.FROZEN), data, 3, List.of())) {
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, learner::next);
    }
  }
}
