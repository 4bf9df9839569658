package emotiontransfer.weka.filter;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.media.TestClips;
import emotiontransfer.weka.progress.RecordingLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.core.Instances;
import weka.core.WekaException;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.ClipTables;
import weka.filters.unsupervised.attribute.MelDeltaSpectrogram;

/** Sound that no recording of a voice has is read, and reported in one sentence for each kind. */
public class ClipRemarksTest {

  private static final int RATE = 16000;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final RecordingLog log = new RecordingLog();
  private Path root;

  @Before
  public void findFolder() {
    root = folder.getRoot().toPath();
  }

  private MelDeltaSpectrogram filter() throws Exception {
    MelDeltaSpectrogram filter = new MelDeltaSpectrogram();
    filter.setOptions(new String[] {"-bands", "6", "-high", "7000"});
    filter.setLog(log);
    return filter;
  }

  private static Instances table(Path... files) {
    Instances clips = ClipTables.empty();
    for (int i = 0; i < files.length; i++) {
      ClipTables.add(clips, files[i].toString(), i);
    }
    return clips;
  }

  private List<String> read(Path... files) throws Exception {
    Instances clips = table(files);
    MelDeltaSpectrogram filter = filter();
    filter.setInputFormat(clips);
    Filter.useFilter(clips, filter);
    return log.messages.stream().filter(message -> message.contains(" clips have ")).toList();
  }

  private Path voice(String name) throws IOException {
    return TestClips.tone(root.resolve(name), RATE, 1, 1, 440);
  }

  private Path constant(String name, int value) throws IOException {
    short[] samples = new short[RATE];
    Arrays.fill(samples, (short) value);
    return TestClips.pcm16(root.resolve(name), RATE, 1, samples);
  }

  @Test
  public void digitalSilenceIsReportedWithTheFirstClipsAndTheNumberOfTheOthers() throws Exception {
    Path[] files = new Path[6];
    for (int i = 0; i < 5; i++) {
      files[4 - i] = constant("s" + i + ".wav", i);
    }
    files[5] = voice("voice.wav");
    String expected =
        "5 of 6 clips have digital silence (one value throughout), which carries no emotion:"
            + " '%s', '%s', '%s' and 2 more.";
    assertEquals(List.of(String.format(expected, files[4], files[3], files[2])), read(files));
  }

  @Test
  public void channelsThatCancelEachOtherAreReported() throws Exception {
    short[] both = new short[2 * RATE];
    for (int i = 0; i < RATE; i++) {
      both[2 * i] = (short) (8000 * Math.sin(0.1 * i));
      // not quite the opposite: the mean is never silent
      both[2 * i + 1] = (short) (i % 2 - both[2 * i]);
    }
    Path file = TestClips.pcm16(root.resolve("anti.wav"), RATE, 2, both);
    List<String> warnings = read(file, voice("voice.wav"));
    assertEquals(1, warnings.size());
    String start = "1 of 2 clips have channels that cancel each other in their mean (antiphase)";
    assertTrue(warnings.get(0), warnings.get(0).startsWith(start));
    assertTrue(warnings.get(0), warnings.get(0).endsWith("'" + file + "'."));
  }

  @Test
  public void samplesFarAboveFullScaleAreReportedWithTheirPeak() throws Exception {
    float[] integers = new float[RATE];
    float[] loud = new float[RATE];
    for (int i = 0; i < RATE; i++) {
      integers[i] = i % 2 == 0 ? 0 : -32768;
      loud[i] = (float) (2 * Math.sin(0.1 * i));
    }
    Path file = TestClips.floats(root.resolve("i.wav"), RATE, integers);
    List<String> warnings = read(file, TestClips.floats(root.resolve("l.wav"), RATE, loud));
    assertEquals(1, warnings.size());
    String start = "1 of 2 clips have samples more than 12 dB above full scale";
    assertTrue(warnings.get(0), warnings.get(0).startsWith(start));
    String end = "'" + file + "' (peak 32768.0).";
    assertTrue(warnings.get(0), warnings.get(0).endsWith(end));
  }

  @Test
  public void samplingRateTooLowForTheUpperBandsIsReported() throws Exception {
    Path low = TestClips.tone(root.resolve("low.wav"), 8000, 1, 1, 440);
    Path enough = TestClips.tone(root.resolve("enough.wav"), 14000, 1, 1, 440);
    List<String> warnings = read(low, enough);
    assertEquals(1, warnings.size());
    String start = "1 of 2 clips have a sampling rate that is less than twice -high";
    assertTrue(warnings.get(0), warnings.get(0).startsWith(start));
    assertTrue(warnings.get(0), warnings.get(0).endsWith("'" + low + "' (8000 Hz)."));
  }

  @Test
  public void clipsThatComeOneByOneAreReportedOnceOfEachKind() throws Exception {
    MelDeltaSpectrogram filter = filter();
    filter.setInputFormat(ClipTables.empty());
    filter.batchFinished();
    for (int i = 0; i < 3; i++) {
      filter.input(table(constant("one" + i + ".wav", 0)).get(0));
    }
    String silence = "The clip has digital silence";
    List<String> found = log.messages.stream().filter(m -> m.startsWith(silence)).toList();
    assertEquals(1, found.size());
  }

  @Test
  public void samplesWhosePowerIsInfiniteAreRejectedWithTheClip() throws Exception {
    float[] samples = new float[RATE];
    samples[500] = 3e38f;
    Path spike = TestClips.floats(root.resolve("spike.wav"), RATE, samples);
    WekaException e = assertThrows(WekaException.class, () -> read(spike));
    String reason =
        "Clip '" + spike + "' has samples up to 3.00e+38 times full scale, whose power is no";
    assertTrue(e.getMessage(), e.getMessage().startsWith(reason));
  }
}
