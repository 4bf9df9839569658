package emotiontransfer.demo.face;

import emotiontransfer.demo.face.actor.Actor;
import emotiontransfer.demo.face.actor.Scene;
import emotiontransfer.demo.face.drawing.Portrait;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A corpus of acted emotional faces: every actor shows the six emotions of eNTERFACE'05 in several
 * takes.
 *
 * @param name lower case; stands before each actor's name
 * @param scene where it is recorded
 * @param actors how many, women and men in turn
 * @param takes how many of each actor and emotion
 * @param frames how many a clip has
 */
public record FaceCorpus(String name, Scene scene, int actors, int takes, int frames) {

  /** The corpus that knowledge is taken from. */
  public static final FaceCorpus SOURCE = new FaceCorpus("marlund", Scene.STUDIO, 8, 4, 12);

  /** The corpus that it is taken to: other actors, another room and another way of drawing. */
  public static final FaceCorpus DESTINATION = new FaceCorpus("ovela", Scene.HOME, 6, 3, 10);

  /** Checks that there is something to see. */
  public FaceCorpus {
    if (actors < 1 || takes < 1 || frames < 1) {
      throw new IllegalArgumentException(
          "actors, takes and frames must be at least 1, but are "
              + actors
              + ", "
              + takes
              + " and "
              + frames);
    }
  }

  /** Returns the number of emotions. */
  public int emotions() {
    return Emotion.values().length;
  }

  /** Returns the number of clips. */
  public int clips() {
    return actors * emotions() * takes;
  }

  /**
   * Writes the clips {@code FOLDER/actor/emotion/tNN.avi}.
   *
   * @param folder made where absent
   * @param seed draws actors and takes
   * @throws IOException if a file cannot be written
   */
  public void write(Path folder, long seed) throws IOException {
    for (int a = 0; a < actors; a++) {
      for (Emotion emotion : Emotion.values()) {
        String actor = cast(seed).get(a).name();
        Path place = Files.createDirectories(folder.resolve(actor).resolve(emotion.label()));
        for (int take = 0; take < takes; take++) {
          record(a, emotion, take, seed)
              .save(place.resolve(String.format(Locale.ROOT, "t%02d.avi", take + 1)));
        }
      }
    }
  }

  /** Returns the actors. */
  List<Actor> cast(long seed) {
    return Casting.draw(name, actors, generator(seed, 0));
  }

  /**
   * Draws one clip.
   *
   * @param actor from 0
   * @param emotion what is shown
   * @param take from 0
   * @param seed that of the corpus
   */
  Clip record(int actor, Emotion emotion, int take, long seed) {
    int clip = 1 + (actor * emotions() + emotion.ordinal()) * takes + take;
    Random random = generator(seed, clip);
    Actor who = cast(seed).get(actor);
    Performance performance =
        new Performance(who, emotion, scene, (double) frames / scene.framesPerSecond(), random);
    Portrait portrait = Portrait.begin(who, scene, random);
    List<BufferedImage> pictures = performance.moments(frames).stream().map(portrait::at).toList();
    return new Clip(pictures, scene.framesPerSecond());
  }

  private Random generator(long seed, int clip) {
    return new Random(31 * (31 * seed + name.hashCode()) + 7919L * clip);
  }
}
