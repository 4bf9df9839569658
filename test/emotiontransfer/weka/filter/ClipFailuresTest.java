package emotiontransfer.weka.filter;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.data.FloatSegments;
import emotiontransfer.media.ClipReader;
import emotiontransfer.media.TestClips;
import emotiontransfer.numeric.NativeLibrary;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.core.Instances;
import weka.core.WekaException;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.ClipTables;
import weka.filters.unsupervised.attribute.MelDeltaSpectrogram;
import weka.gui.Logger;

/** Whatever happens to one clip costs that clip only. */
public class ClipFailuresTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  /** A filter whose clips fail as their names say. */
  public static final class Failing extends MediaFilter {

    private static final long serialVersionUID = 1L;

    @Override
    public ClipReader createReader() {
      return Failing::read;
    }

    private static FloatSegments read(Path file) {
      switch (file.getFileName().toString()) {
        case "memory" -> throw new OutOfMemoryError("Java heap space");
        case "depth" -> throw new StackOverflowError();
        case "fault" -> throw new IllegalStateException("OpenCV: -215 assertion");
        case "natives" ->
            new NativeLibrary(
                    "Test",
                    List.of(),
                    () -> {
                      throw new UnsatisfiedLinkError("no jnitest");
                    })
                .load();
        default -> {
          // It can be read.
        }
      }
      return new FloatSegments(new float[] {1}, 1, 1, 1, 1, 1);
    }

    @Override
    public String signature() {
      return "Failing";
    }

    @Override
    protected List<String> valueNames() {
      return List.of("number");
    }

    public String globalInfo() {
      return "Fails.";
    }
  }

  private static final class Messages implements Logger {

    private final List<String> messages = new ArrayList<>();

    @Override
    public synchronized void logMessage(String message) {
      messages.add(message);
    }

    @Override
    public void statusMessage(String message) {
      // Progress is of no interest here.
    }
  }

  private static Instances clips(String... names) {
    Instances table = ClipTables.empty();
    for (String name : names) {
      ClipTables.add(table, name, 0);
    }
    return table;
  }

  private static Instances use(MediaFilter filter, Instances clips) throws Exception {
    filter.setInputFormat(clips);
    return Filter.useFilter(clips, filter);
  }

  @Test
  public void skippedClipsKeepTheOthersAndAreCountedWithTheirReasons() throws Exception {
    for (int slots = 1; slots <= 3; slots++) {
      Failing filter = new Failing();
      filter.setOnError(MediaFilter.OnError.SKIP);
      filter.setNumSlots(slots);
      Messages log = new Messages();
      filter.setLog(log);
      Instances bags = use(filter, clips("a", "memory", "depth", "fault", "b"));
      for (int i = 0; i < 5; i++) {
        assertEquals("clip " + i, i > 0 && i < 4, bags.get(i).isMissing(2));
      }
      String all = String.join("\n", log.messages);
      assertTrue(all, all.contains("memory' needs more memory than there is (Java heap space);"));
      assertTrue(all, all.contains("fault' cannot be read, for a reason that was not expected:"));
      assertTrue(all, all.contains("OpenCV: -215 assertion"));
      assertTrue(all, all.contains("3 of 5 clips could not be read; their bags are missing."));
    }
  }

  @Test
  public void withoutSkipOneSentenceNamesTheClip() {
    for (String name : List.of("memory", "depth", "fault")) {
      String message =
          assertThrows(WekaException.class, () -> use(new Failing(), clips("a", name)))
              .getMessage();
      assertTrue(message, message.contains(name + "' "));
      assertTrue(message, message.endsWith("(-on-error skip)."));
    }
  }

  @Test
  public void missingNativesEndTheRunThoughClipsMayBeSkipped() {
    Failing filter = new Failing();
    filter.setOnError(MediaFilter.OnError.SKIP);
    String message =
        assertThrows(WekaException.class, () -> use(filter, clips("a", "natives"))).getMessage();
    assertTrue(message, message.startsWith("Test's natives for "));
    assertFalse(message, message.contains("-on-error"));
  }

  private String rejection(String option, String value) throws Exception {
    Path tone = TestClips.tone(new File(folder.getRoot(), "t.wav").toPath(), 16000, 1, 3, 440);
    MelDeltaSpectrogram filter = new MelDeltaSpectrogram();
    filter.setOptions(new String[] {"-cache-mb", "0", option, value});
    return assertThrows(WekaException.class, () -> use(filter, clips(tone.toString())))
        .getMessage();
  }

  @Test
  public void clipsBeyondALimitAreRejectedWithTheOptionThatRaisesIt() throws Exception {
    String seconds = rejection("-max-seconds", "2");
    assertTrue(seconds, seconds.contains("t.wav' is longer than the limit of 2.0 s; cut it into"));
    String bytes = rejection("-max-bytes", "100000");
    assertTrue(bytes, bytes.contains("t.wav' needs more than 0.1 MB of memory, the limit for a"));
    assertTrue(bytes, bytes.contains("(-max-bytes)"));
    String time = rejection("-max-time", "1e-9");
    assertTrue(time, time.contains("t.wav' took longer to read than the limit of 1.0E-9 s; cut"));
  }

  @Test
  public void limitsThatAreNoneAreRejectedWhenATableIsAnnounced() {
    String[][] wrong = {
      {"-max-seconds", "0", "max-seconds must be above 0, but is 0.0"},
      {"-max-time", "-1", "max-time must be above 0, but is -1.0"},
      {"-max-bytes", "-1", "max-bytes must be at least 0, but is -1"},
      {"-max-pixels", "0", "max-pixels must be between 1 and 268435456, but is 0"}
    };
    for (String[] option : wrong) {
      MelDeltaSpectrogram filter = new MelDeltaSpectrogram();
      assertEquals(
          option[2],
          assertThrows(
                  IllegalArgumentException.class,
                  () -> {
                    filter.setOptions(new String[] {option[0], option[1]});
                    filter.setInputFormat(ClipTables.empty());
                  })
              .getMessage());
    }
  }
}
