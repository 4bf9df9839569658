package emotiontransfer.demo.face;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.demo.face.actor.ActionUnit;
import emotiontransfer.demo.face.actor.Actor;
import emotiontransfer.demo.face.actor.Moment;
import emotiontransfer.demo.face.actor.Scene;
import java.util.List;
import java.util.Random;
import org.junit.Test;

public class PerformanceTest {

  private static final Actor ACTOR = Casting.draw("ovela", 1, new Random(1)).get(0);

  private static List<Moment> take(Emotion emotion, long seed) {
    return new Performance(ACTOR, emotion, Scene.STUDIO, 1, new Random(seed)).moments(12);
  }

  private static double mean(Emotion emotion, int frame, ActionUnit unit) {
    double sum = 0;
    for (long seed = 0; seed < 50; seed++) {
      sum += take(emotion, seed).get(frame).actions().of(unit);
    }
    return sum / 50;
  }

  @Test
  public void aTakeGoesFromRestToTheExpression() {
    double rest = ACTOR.rest().of(ActionUnit.LIP_CORNER_PULLER);
    assertEquals(rest, mean(Emotion.HAPPINESS, 0, ActionUnit.LIP_CORNER_PULLER), 1e-9);
    assertTrue(mean(Emotion.HAPPINESS, 11, ActionUnit.LIP_CORNER_PULLER) > rest + 0.5);
    assertTrue(mean(Emotion.ANGER, 11, ActionUnit.LIP_CORNER_PULLER) < rest + 0.1);
  }

  @Test
  public void headsSwayAndEyesBlink() {
    double shut = 0;
    double travelled = 0;
    for (long seed = 0; seed < 50; seed++) {
      List<Moment> moments = take(Emotion.FEAR, seed);
      for (int i = 1; i < moments.size(); i++) {
        shut = Math.max(shut, moments.get(i).lids());
        travelled += Math.abs(moments.get(i).pose().x() - moments.get(i - 1).pose().x());
      }
    }
    assertTrue("the lids shut to " + shut, shut > 0.8);
    assertTrue("heads travel " + travelled / 50 + " pixels", travelled / 50 > 1);
  }

  @Test
  public void takesDiffer() {
    assertTrue(
        take(Emotion.FEAR, 1).get(11).pose().x() != take(Emotion.FEAR, 2).get(11).pose().x());
    assertEquals(take(Emotion.FEAR, 1).get(11).pose(), take(Emotion.FEAR, 1).get(11).pose());
  }
}
