package emotiontransfer.weka.filter;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.core.Instances;
import weka.core.WekaException;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.ClipTables;
import weka.filters.unsupervised.attribute.FaceCrop;
import weka.filters.unsupervised.attribute.MelDeltaSpectrogram;

/** Clips of a format that recordings of emotions never have: that of IRCAM. */
public class AnyFormatTest {

  private static final int RATE = 16000;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Instances clips;

  @Before
  public void writeClip() throws IOException {
    Path file = folder.getRoot().toPath().resolve("clip.wav");
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), 1)) {
      recorder.setFormat("ircam");
      recorder.setAudioCodec(avcodec.AV_CODEC_ID_PCM_S16LE);
      recorder.setSampleRate(RATE);
      recorder.start();
      short[] samples = new short[RATE];
      for (int i = 0; i < RATE; i++) {
        samples[i] = (short) (9000 * Math.sin(0.1 * i));
      }
      recorder.recordSamples(RATE, 1, ShortBuffer.wrap(samples));
    }
    clips = ClipTables.empty();
    ClipTables.add(clips, file.toString(), 0);
  }

  private Instances use(MediaFilter filter) throws Exception {
    filter.setInputFormat(clips);
    return Filter.useFilter(clips, filter);
  }

  @Test
  public void unusualFormatIsNamedTogetherWithTheOptionThatOpensIt() {
    for (MediaFilter filter : new MediaFilter[] {new MelDeltaSpectrogram(), new FaceCrop()}) {
      WekaException e = assertThrows(WekaException.class, () -> use(filter));
      String reason =
          "has the format 'ircam', which recordings seldom have; convert it, or open it";
      assertTrue(e.getMessage(), e.getMessage().contains(reason + " with -any-format"));
    }
  }

  @Test
  public void optionOpensUnusualFormatsAndChangesNoSignature() throws Exception {
    MelDeltaSpectrogram filter = new MelDeltaSpectrogram();
    String signature = filter.signature();
    filter.setOptions(new String[] {"-any-format"});
    assertEquals(signature, filter.signature());
    assertEquals(2, ClipTables.bag(use(filter).get(0)).numInstances());
    FaceCrop faces = new FaceCrop();
    faces.setAnyFormat(true);
    WekaException e = assertThrows(WekaException.class, () -> use(faces));
    assertTrue(e.getMessage(), e.getMessage().contains("has no video stream, only sound"));
  }
}
