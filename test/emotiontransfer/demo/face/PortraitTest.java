package emotiontransfer.demo.face;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.demo.face.actor.Actor;
import emotiontransfer.demo.face.actor.FacialActions;
import emotiontransfer.demo.face.actor.Moment;
import emotiontransfer.demo.face.actor.Scene;
import emotiontransfer.demo.face.drawing.Portrait;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;
import java.util.Random;
import org.junit.Test;

/** Looks at faces that hold still before a camera without noise, 50 pixels per half head width. */
public class PortraitTest {

  private static final Scene STILL =
      new Scene(240, 240, 10, Scene.Backdrop.CLOTH, 50, 0.5, -0.2, 1, Color.WHITE, 0.3, 0, 0);

  private static final Moment.Pose POSE = new Moment.Pose(120, 110, 50, 0, 0, 0);

  private static final List<Actor> CAST = Casting.draw("ovela", 6, new Random(1));

  private static BufferedImage draw(Actor actor, FacialActions actions, double lids) {
    return Portrait.begin(actor, STILL, new Random(1)).at(new Moment(actions, lids, 0, POSE, 1));
  }

  private static BufferedImage draw(Actor actor, Emotion emotion) {
    return draw(actor, emotion.prototype(), 0);
  }

  private static int grey(BufferedImage picture, int x, int y) {
    Color color = new Color(picture.getRGB(x, y));
    return (color.getRed() + color.getGreen() + color.getBlue()) / 3;
  }

  /** Returns the row of the darkest pixel in a column, between two heights in head widths. */
  private static int darkest(BufferedImage picture, double x, double from, double to) {
    int column = (int) (120 + 50 * x);
    int best = (int) (110 + 50 * from);
    for (int y = best; y < 110 + 50 * to; y++) {
      best = grey(picture, column, y) < grey(picture, column, best) ? y : best;
    }
    return best;
  }

  private static int innerBrow(Actor actor, FacialActions actions) {
    double x = actor.eyes().distance() - 0.15;
    return darkest(draw(actor, actions, 0), x, -actor.eyes().browHeight() - 0.2, -0.12);
  }

  @Test
  public void browsGoDownInAngerAndUpInSurprise() {
    for (Actor actor : CAST) {
      int rest = innerBrow(actor, FacialActions.NONE);
      assertTrue(actor.name(), innerBrow(actor, Emotion.ANGER.prototype()) > rest);
      assertTrue(actor.name(), innerBrow(actor, Emotion.SURPRISE.prototype()) < rest);
    }
  }

  @Test
  public void cornersOfTheMouthGoUpInHappinessAndDownInSadness() {
    for (Actor actor : CAST) {
      double mouth = actor.lower().mouthHeight();
      double x = 0.92 * actor.lower().mouthWidth();
      int up = darkest(draw(actor, Emotion.HAPPINESS), x, mouth - 0.25, mouth + 0.25);
      int down = darkest(draw(actor, Emotion.SADNESS), x, mouth - 0.25, mouth + 0.25);
      assertTrue(actor.name() + " " + up + " " + down, down - up >= 4);
    }
  }

  private static int dark(BufferedImage picture, Actor actor) {
    int count = 0;
    int mouth = (int) (110 + 50 * actor.lower().mouthHeight());
    for (int y = mouth - 12; y < mouth + 24; y++) {
      for (int x = 100; x < 140; x++) {
        count += grey(picture, x, y) < 45 ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  public void theMouthOpensWideInSurpriseAloneAndIsShutInAnger() {
    for (Actor actor : CAST) {
      int surprise = dark(draw(actor, Emotion.SURPRISE), actor);
      assertTrue(actor.name(), surprise > 3 * dark(draw(actor, Emotion.ANGER), actor) + 50);
      assertTrue(actor.name(), surprise > 2 * dark(draw(actor, Emotion.FEAR), actor));
    }
  }

  private static int white(BufferedImage picture) {
    int count = 0;
    for (int y = 95; y < 120; y++) {
      for (int x = 80; x < 160; x++) {
        Color color = new Color(picture.getRGB(x, y));
        boolean colourless = color.getRed() - color.getBlue() < 25;
        count += colourless && grey(picture, x, y) > 200 ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  public void aBlinkHidesTheWhiteOfTheEyes() {
    for (Actor actor : CAST) {
      int open = white(draw(actor, FacialActions.NONE, 0));
      int shut = white(draw(actor, FacialActions.NONE, 1));
      assertTrue(actor.name() + " " + open + " " + shut, open > 15 && shut < open / 4);
    }
  }

  private static double difference(BufferedImage a, BufferedImage b) {
    byte[] first = ((DataBufferByte) a.getRaster().getDataBuffer()).getData();
    byte[] second = ((DataBufferByte) b.getRaster().getDataBuffer()).getData();
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += Math.abs((first[i] & 0xFF) - (second[i] & 0xFF));
    }
    return sum / first.length;
  }

  @Test
  public void everyActorHasAFaceOfTheirOwn() {
    for (int i = 0; i < CAST.size(); i++) {
      for (int j = 0; j < i; j++) {
        double apart =
            difference(
                draw(CAST.get(i), FacialActions.NONE, 0), draw(CAST.get(j), FacialActions.NONE, 0));
        assertTrue(CAST.get(i).name() + " and " + CAST.get(j).name() + ": " + apart, apart > 3);
      }
    }
  }

  @Test
  public void anotherTakeOfTheSameMomentDiffersByTheNoiseAlone() {
    Moment moment = new Moment(FacialActions.NONE, 0, 0, POSE, 1);
    assertEquals(
        0,
        difference(
            Portrait.begin(CAST.get(0), STILL, new Random(1)).at(moment),
            Portrait.begin(CAST.get(0), STILL, new Random(1)).at(moment)),
        0);
  }
}
