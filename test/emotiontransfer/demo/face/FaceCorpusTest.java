package emotiontransfer.demo.face;

import static emotiontransfer.demo.WrittenCorpus.assertSame;
import static emotiontransfer.demo.WrittenCorpus.names;
import static emotiontransfer.demo.WrittenCorpus.written;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import emotiontransfer.demo.face.actor.Actor;
import emotiontransfer.demo.face.actor.Scene;
import emotiontransfer.media.Natives;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.core.Instances;
import weka.core.converters.EmotionCorpusLoader;

public class FaceCorpusTest {

  private static final FaceCorpus SMALL = new FaceCorpus("ovela", Scene.HOME, 2, 1, 3);

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  @Test
  public void clipsLieInFoldersOfActorAndEmotion() throws Exception {
    Path folder = written(temporary, SMALL::write, 1);
    List<String> emotions = List.of("anger", "disgust", "fear", "happiness", "sadness", "surprise");
    List<String> expected =
        Stream.of("ovela-f01", "ovela-m02")
            .flatMap(actor -> emotions.stream().map(emotion -> actor + "/" + emotion + "/t01.avi"))
            .toList();
    assertEquals(expected, names(folder));
    assertEquals(12, SMALL.clips());
  }

  @Test
  public void clipsAreVideosOfTheScenesSizeAndRate() throws Exception {
    Path folder = written(temporary, SMALL::write, 1);
    Natives.loadFFmpeg();
    for (String name : names(folder)) {
      try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(folder.resolve(name).toFile())) {
        grabber.start();
        assertEquals(200, grabber.getImageWidth());
        assertEquals(200, grabber.getImageHeight());
        assertEquals(10, grabber.getFrameRate(), 0);
        int frames = 0;
        while (grabber.grabImage() != null) {
          frames++;
        }
        assertEquals(3, frames);
      }
    }
  }

  @Test
  public void theSameSeedWritesTheSameBytes() throws Exception {
    assertSame(written(temporary, SMALL::write, 7), written(temporary, SMALL::write, 7));
  }

  @Test
  public void corporaAndSeedsHaveActorsOfTheirOwn() {
    Actor actor = SMALL.cast(1).get(0);
    assertEquals(actor.head(), SMALL.cast(1).get(0).head());
    assertFalse(actor.head().equals(SMALL.cast(2).get(0).head()));
    assertFalse(actor.head().equals(FaceCorpus.SOURCE.cast(1).get(0).head()));
  }

  @Test
  public void theLoaderFindsSubjectsAndEmotions() throws Exception {
    Path folder = written(temporary, SMALL::write, 1);
    EmotionCorpusLoader loader = new EmotionCorpusLoader();
    loader.setOptions(new String[] {"-dir", folder.toString(), "-modality", "video"});
    Instances clips = loader.getDataSet();
    assertEquals(12, clips.numInstances());
    assertEquals(2, clips.attribute("subject").numValues());
    assertArrayEquals(
        new int[] {2, 2, 2, 2, 2, 2}, clips.attributeStats(clips.classIndex()).nominalCounts);
  }

  @Test
  public void anEmptyCorpusIsRejected() {
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class, () -> new FaceCorpus("none", Scene.HOME, 2, 0, 3));
    assertEquals(
        "actors, takes and frames must be at least 1, but are 2, 0 and 3", error.getMessage());
  }
}
