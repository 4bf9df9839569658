package emotiontransfer.pathnet;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.data.TrainingSet;
import emotiontransfer.pathnet.evolution.EvolutionKind;
import emotiontransfer.pathnet.model.ModelFormat;
import emotiontransfer.pathnet.segment.TrainingPlan;
import emotiontransfer.pathnet.sequence.OptimizerStates;
import emotiontransfer.pathnet.training.Coefficients;
import emotiontransfer.pathnet.transfer.SourceUse;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** An evolution that is continued must end where an uninterrupted one ends, to the bit. */
@RunWith(Parameterized.class)
public class ResumeTest {

  /** So many inputs that the first layer is trained in its dual form, and so few that it is not. */
  @Parameters(name = "{0} inputs")
  public static List<Integer> inputs() {
    return List.of(2 * 1536, 60);
  }

  @Parameter public int inputs;

  @Test
  public void bothFormsAreContinued() throws Exception {
    PathNetModel begun = ModelFormat.fromBytes(bytesAfter(1, Blobs.settings(4, 1), List.of()));
    TrainingPlan expected = inputs > 60 ? TrainingPlan.DUAL : TrainingPlan.PRIMAL;
    assertEquals(expected, begun.resumeState().plan());
  }

  private PathNetLearner fresh(
      LearnerSettings settings, TrainingSet data, List<PathNetModel> sources) {
    return Blobs.learner(settings, data, 3, sources);
  }

  private TrainingSet data() {
    return Blobs.sorted(45, inputs, 3, 1);
  }

  private byte[] bytesAfter(int generations, LearnerSettings settings, List<PathNetModel> sources)
      throws Exception {
    TrainingSet data = data();
    try (PathNetLearner learner = fresh(settings, data, sources)) {
      for (int i = 0; i < generations; i++) {
        learner.next();
      }
      return ModelFormat.toBytes(learner.resumableModel());
    }
  }

  private LearnerData learnt(TrainingSet segments) {
    return new LearnerData(segments, new int[inputs]);
  }

  private String continued(byte[] bytes, LearnerSettings settings, List<PathNetModel> sources)
      throws Exception {
    PathNetModel begun = ModelFormat.fromBytes(bytes);
    assertTrue(begun.isResumable());
    TrainingSet data = data();
    try (PathNetLearner learner =
        new PathNetLearner(settings, learnt(data), sources, begun, Blobs.provenance(inputs, 3))) {
      while (!learner.isDone()) {
        learner.next();
      }
      return ModelFormat.fingerprint(learner.model());
    }
  }

  @Test
  public void stoppingAfterAnyGenerationChangesNoBit() throws Exception {
    LearnerSettings settings = Blobs.settings(8, 2);
    PathNetModel straight = Blobs.learn(settings, data(), 3, List.of());
    for (int stop : new int[] {1, 3, 7, 8}) {
      byte[] begun = bytesAfter(stop, settings, List.of());
      assertEquals(
          "after " + stop,
          ModelFormat.fingerprint(straight),
          continued(begun, settings, List.of()));
    }
  }

  @Test
  public void transferIsContinuedToo() throws Exception {
    PathNetModel source =
        Blobs.learn(Blobs.settings(4, 1), Blobs.sorted(40, inputs, 3, 5), 3, List.of());
    for (SourceUse use : SourceUse.values()) {
      LearnerSettings settings = Blobs.settings(6, 1, EvolutionKind.TOURNAMENT, use);
      PathNetModel straight = Blobs.learn(settings, data(), 3, List.of(source));
      byte[] begun = bytesAfter(4, settings, List.of(source));
      assertEquals(
          use.toString(),
          ModelFormat.fingerprint(straight),
          continued(begun, settings, List.of(source)));
    }
  }

  @Test
  public void aChainOfTwoSourcesIsContinuedToo() throws Exception {
    PathNetModel first =
        Blobs.learn(Blobs.settings(2, 1), Blobs.sorted(40, inputs, 3, 5), 3, List.of());
    PathNetModel second =
        Blobs.learn(Blobs.settings(2, 1), Blobs.sorted(40, inputs, 3, 6), 3, List.of(first));
    LearnerSettings settings = Blobs.settings(4, 1);
    List<PathNetModel> sources = List.of(first, second);
    PathNetModel straight = Blobs.learn(settings, data(), 3, sources);
    byte[] begun = bytesAfter(2, settings, sources);
    assertEquals(ModelFormat.fingerprint(straight), continued(begun, settings, sources));
  }

  /** Coefficients belong to first weights that are drawn again, so that others must not be. */
  @Test
  public void theDualFormIsNotContinuedOnOtherDraws() throws Exception {
    PathNetModel source =
        Blobs.learn(Blobs.settings(2, 1), Blobs.sorted(40, inputs, 3, 5), 3, List.of());
    LearnerSettings settings = Blobs.settings(4, 1);
    byte[] begun = bytesAfter(2, settings, List.of(source));
    if (ModelFormat.fromBytes(begun).resumeState().plan() == TrainingPlan.DUAL) {
      IllegalArgumentException rejection =
          assertThrows(IllegalArgumentException.class, () -> continued(begun, settings, List.of()));
      assertTrue(rejection.getMessage(), rejection.getMessage().contains("another seed"));
    }
  }

  @Test
  public void aContinuedModelCanBeContinuedAgain() throws Exception {
    LearnerSettings settings = Blobs.settings(9, 1);
    byte[] begun = bytesAfter(2, settings, List.of());
    byte[] further;
    TrainingSet data = data();
    try (PathNetLearner learner =
        new PathNetLearner(
            settings,
            learnt(data),
            List.of(),
            ModelFormat.fromBytes(begun),
            Blobs.provenance(inputs, 3))) {
      learner.next();
      learner.next();
      further = ModelFormat.toBytes(learner.resumableModel());
    }
    PathNetModel straight = Blobs.learn(settings, data(), 3, List.of());
    assertEquals(ModelFormat.fingerprint(straight), continued(further, settings, List.of()));
  }

  @Test
  public void coefficientsThatDoNotFitAreRejected() throws Exception {
    LearnerSettings settings = Blobs.settings(4, 1);
    PathNetModel begun = ModelFormat.fromBytes(bytesAfter(2, settings, List.of()));
    ResumeState state = begun.resumeState();
    int length = 45 * begun.shape().neurons();
    for (Coefficients wrong :
        List.of(Coefficients.zeros(8, length), Coefficients.zeros(8, length + 1))) {
      PathNetModel forged =
          begun.resumable(
              new ResumeState(
                  state.dataHash(),
                  state.random(),
                  state.population(),
                  state.seconds(),
                  state.live(),
                  state.head(),
                  TrainingPlan.DUAL,
                  wrong,
                  OptimizerStates.NONE,
                  List.of()));
      IllegalArgumentException rejection =
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  new PathNetLearner(
                      settings, learnt(data()), List.of(), forged, Blobs.provenance(inputs, 3)));
      assertTrue(
          rejection.getMessage(), rejection.getMessage().contains("coefficients do not fit"));
    }
  }

  @Test
  public void otherDataAndFinishedModelsAreRejected() throws Exception {
    LearnerSettings settings = Blobs.settings(4, 1);
    PathNetModel begun = ModelFormat.fromBytes(bytesAfter(2, settings, List.of()));
    TrainingSet other = Blobs.sorted(45, inputs, 3, 2);
    IllegalArgumentException rejection =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new PathNetLearner(
                    settings, learnt(other), List.of(), begun, Blobs.provenance(inputs, 3)));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains("other training data"));
    PathNetModel finished = begun.finished();
    assertFalse(finished.isResumable());
    assertEquals(ModelFormat.fingerprint(begun), ModelFormat.fingerprint(finished));
    assertTrue(ModelFormat.toBytes(finished).length < ModelFormat.toBytes(begun).length);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new PathNetLearner(
                settings, learnt(data()), List.of(), finished, Blobs.provenance(inputs, 3)));
  }
}
