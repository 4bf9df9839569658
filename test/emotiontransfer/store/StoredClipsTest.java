package emotiontransfer.store;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.data.ByteSegments;
import emotiontransfer.data.FloatSegments;
import emotiontransfer.data.SegmentBlock;
import emotiontransfer.media.ClipReader;
import emotiontransfer.media.ClipRemark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.lang3.SerializationUtils;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class StoredClipsTest {

  private static final String SETTINGS = "Generated, \"quoted\" -step 5";

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private final GeneratedClips reader = new GeneratedClips();
  private final List<String> warnings = new ArrayList<>();
  private Path folder;

  @Before
  public void nameFolder() {
    folder = temporary.getRoot().toPath().resolve("store");
  }

  private Path clip(String name, String content) throws IOException {
    return GeneratedClips.write(temporary.getRoot().toPath().resolve(name), content);
  }

  /** As another process would see the store. */
  private StoredClips fresh() {
    return fresh(SETTINGS);
  }

  private StoredClips fresh(String settings) {
    return clips(new SegmentStore(folder, Files::write), settings);
  }

  private StoredClips clips(SegmentStore store, String settings) {
    return new StoredClips(reader, store, settings, warnings::add);
  }

  private SegmentBlock keep(Path clip) throws IOException {
    StoredClips clips = fresh();
    SegmentBlock block = clips.read(clip);
    clips.release();
    return block;
  }

  private static void assertSameBits(SegmentBlock expected, SegmentBlock block) {
    assertEquals(expected.segments(), block.segments());
    assertEquals(expected.length(), block.length());
    assertEquals(expected.ofBytes(), block.ofBytes());
    for (int s = 0; s < block.segments(); s++) {
      float[] wanted = new float[expected.length() + 2];
      float[] values = new float[expected.length() + 2];
      expected.read(s, 0, expected.length(), wanted, 1);
      block.read(s, 0, expected.length(), values, 1);
      assertArrayEquals(bits(wanted), bits(values));
      expected.read(s, 7, 30, wanted, 0);
      block.read(s, 7, 30, values, 0);
      assertArrayEquals(bits(wanted), bits(values));
      for (int i = 0; i < block.length(); i += 5) {
        assertEquals(expected.value(s, i), block.value(s, i), 0f);
      }
    }
  }

  private static int[] bits(float[] values) {
    return IntStream.range(0, values.length).map(i -> Float.floatToRawIntBits(values[i])).toArray();
  }

  private Path only() throws IOException {
    return arrays().get(0);
  }

  private List<Path> arrays() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".npy")).sorted().toList();
    }
  }

  @Test
  public void clipIsDecodedOnceForAllProcesses() throws IOException {
    for (Path clip : List.of(clip("a.wav", "speech"), clip("b.avi", "crops"))) {
      SegmentBlock wanted = reader.read(clip);
      reader.reads.set(0);
      assertSameBits(wanted, keep(clip));
      assertSameBits(wanted, keep(clip));
      assertEquals(1, reader.reads.get());
    }
    assertEquals(List.of(), warnings);
  }

  @Test
  public void copyOfARecordingIsTheSameClip() throws IOException {
    keep(clip("a.wav", "speech"));
    keep(clip("copy.wav", "speech"));
    assertEquals(1, reader.reads.get());
    assertEquals(1, arrays().size());
  }

  @Test
  public void changedRecordingAndOtherSettingsAreOtherClips() throws IOException {
    keep(clip("a.wav", "speech"));
    Path clip = clip("a.wav", "other speech");
    assertSameBits(new GeneratedClips().read(clip), keep(clip));
    fresh("other settings").read(clip);
    assertEquals(3, reader.reads.get());
    assertEquals(3, arrays().size());
  }

  @Test
  public void changeWithinTheClocksResolutionIsSeen() throws IOException {
    Path clip = Files.writeString(temporary.getRoot().toPath().resolve("a.wav"), "speech");
    FileTime now = Files.getLastModifiedTime(clip);
    keep(clip);
    Files.setLastModifiedTime(Files.writeString(clip, "cpeech"), now);
    assertTrue(keep(clip).ofBytes());
  }

  @Test
  public void indexSavesReadingTheRecording() throws IOException {
    Path clip = clip("a.wav", "speech");
    keep(clip);
    SegmentStore store = new SegmentStore(folder, Files::write);
    assertFalse(store.contents(List.of(clip), SETTINGS).isRead());
    Files.delete(folder.resolve("index.csv"));
    assertTrue(new SegmentStore(folder, Files::write).contents(List.of(clip), SETTINGS).isRead());
    keep(clip);
    assertEquals(1, reader.reads.get());
  }

  @Test
  public void indexNamesArrayAndRecording() throws IOException {
    Path clip = clip("a, \"b\".wav", "speech");
    keep(clip);
    List<String> lines = Files.readAllLines(folder.resolve("index.csv"));
    assertEquals("array,recording,bytes,modified_ns,sha256,settings", lines.get(0));
    String row = lines.get(1);
    String array = folder.relativize(only()).toString().replace('\\', '/');
    assertTrue(
        row, row.startsWith(array + ",\"" + clip.toString().replace("\"", "\"\"") + "\",6,"));
    // sha256sum of "speech"
    String hash = "05fb617ad543807c0c3fe7ae9d1f33aa8928236e85adb7c0e3b186f5084e2e19";
    assertTrue(
        row, row.endsWith(",1000000000000," + hash + ",\"Generated, \"\"quoted\"\" -step 5\""));
    assertEquals(2, lines.size());
  }

  @Test
  public void tornRowsOfTheIndexAreHarmless() throws IOException {
    Path clip = clip("a.wav", "speech");
    keep(clip);
    Path index = folder.resolve("index.csv");
    String row = Files.readAllLines(index).get(1);
    Files.writeString(
        index, "\"ab/torn\n" + row.substring(0, 90) + row + "\n" + row + "\n\u0000,\"");
    assertFalse(new SegmentStore(folder, Files::write).contents(List.of(clip), SETTINGS).isRead());
    keep(clip);
    assertEquals(1, reader.reads.get());
  }

  @Test
  public void truncatedFileIsDecodedAnew() throws IOException {
    Path clip = clip("a.wav", "speech");
    SegmentBlock wanted = reader.read(clip);
    keep(clip);
    byte[] whole = Files.readAllBytes(only());
    Files.write(only(), Arrays.copyOf(whole, whole.length - 1));
    assertSameBits(wanted, keep(clip));
    assertEquals(3, reader.reads.get());
    assertArrayEquals(whole, Files.readAllBytes(only()));
  }

  @Test
  public void damagedFileIsDecodedAnewAndReplaced() throws IOException {
    for (int place : new int[] {1, 200}) {
      Path clip = clip("a.wav", "speech" + place);
      SegmentBlock wanted = reader.read(clip);
      folder = temporary.getRoot().toPath().resolve("store" + place);
      keep(clip);
      byte[] whole = Files.readAllBytes(only());
      byte[] damaged = whole.clone();
      damaged[place] ^= 4;
      Files.write(only(), damaged);
      assertSameBits(wanted, keep(clip));
      assertArrayEquals(whole, Files.readAllBytes(only()));
    }
    assertEquals(2, warnings.size());
    assertTrue(warnings.get(0), warnings.get(0).contains("' is damaged; clip '"));
  }

  @Test
  public void fileThatWasDeletedBehindATableIsDecodedAnew() throws IOException {
    Path clip = clip("a.wav", "speech");
    keep(clip);
    SegmentBlock view = fresh().read(clip);
    Files.delete(only());
    assertSameBits(new GeneratedClips().read(clip), view);
    assertTrue(warnings.get(0), warnings.get(0).contains("files are gone"));
  }

  @Test
  public void recordingThatHasChangedBehindATableIsNotMixedIn() throws IOException {
    Path clip = clip("a.wav", "speech");
    keep(clip);
    SegmentBlock view = fresh().read(clip);
    Files.delete(only());
    clip("a.wav", "other");
    String message = assertThrows(UncheckedIOException.class, () -> view.value(0, 0)).getMessage();
    assertTrue(message, message.endsWith("the recording '" + clip + "' has changed since"));
  }

  @Test
  public void fullDiskEndsTheStoreAndNothingElse() throws IOException {
    SegmentStore store =
        new SegmentStore(
            folder,
            (part, bytes) -> {
              Files.write(part, Arrays.copyOf(bytes, bytes.length / 2));
              throw new IOException("No space left on device");
            });
    StoredClips clips = clips(store, SETTINGS);
    for (String name : List.of("a", "b")) {
      Path clip = clip(name, "speech " + name);
      assertSameBits(new GeneratedClips().read(clip), clips.read(clip));
    }
    clips(store, SETTINGS).read(clip("c", "x"));
    assertEquals(List.of(), arrays());
    assertEquals(
        List.of(
            "The store '"
                + folder
                + "' takes no more clips: No space left on device. What it does not have is decoded"
                + " for this process alone."),
        warnings);
    try (Stream<Path> files = Files.walk(folder)) {
      assertEquals(List.of(), files.filter(Files::isRegularFile).toList());
    }
  }

  @Test
  public void fileInTheFoldersPlaceIsNoObstacle() throws IOException {
    Files.writeString(folder, "no folder");
    Path clip = clip("a.wav", "speech");
    assertSameBits(reader.read(clip), fresh().read(clip));
    assertEquals(1, warnings.size());
  }

  @Test
  public void absentClipIsLeftToTheReader() {
    Path absent = temporary.getRoot().toPath().resolve("absent.wav");
    assertThrows(IOException.class, () -> fresh().read(absent));
    assertEquals(List.of(), warnings);
  }

  @Test
  public void recordingThatChangesWhileItIsReadIsNotKept() throws IOException {
    Path clip = clip("a.wav", "speech");
    ClipReader changing =
        file -> {
          SegmentBlock block = reader.read(file);
          Files.writeString(file, "longer speech");
          return block;
        };
    new StoredClips(changing, new SegmentStore(folder, Files::write), SETTINGS, warnings::add)
        .read(clip);
    assertFalse(Files.exists(folder));
  }

  @Test
  public void remarksAreMadeAgain() throws IOException {
    Path clip = clip("a.wav", "speech");
    ClipRemark remark = new ClipRemark(clip, ClipRemark.Kind.OVERLOADED, "peak 13.2");
    ClipReader odd =
        new ClipReader() {
          private final List<ClipRemark> made = new ArrayList<>();

          @Override
          public SegmentBlock read(Path file) throws IOException {
            made.add(new ClipRemark(file, remark.kind(), remark.detail()));
            return reader.read(file);
          }

          @Override
          public List<ClipRemark> remarks() {
            return made;
          }
        };
    SegmentStore store = new SegmentStore(folder, Files::write);
    StoredClips first = new StoredClips(odd, store, SETTINGS, warnings::add);
    first.read(clip);
    assertEquals(List.of(remark), first.remarks());
    StoredClips second = fresh();
    second.read(clip);
    assertEquals(List.of(remark), second.remarks());
    Files.writeString(Path.of(only().toString().replace(".npy", ".csv")), "NONE,?");
    assertEquals(1, decoded(clip));
    assertEquals(0, decoded(clip));
    assertEquals(List.of(), warnings);
    assertEquals(0, second.decoded());
    assertEquals(1, first.decoded());
  }

  private int decoded(Path clip) throws IOException {
    StoredClips clips = fresh();
    clips.read(clip);
    return clips.decoded();
  }

  @Test
  public void storedSegmentsTakeNoHeapAndTravelAsCopies() throws Exception {
    for (String content : List.of("speech", "crops")) {
      Path clip = clip(content, content);
      SegmentBlock view = keep(clip);
      assertTrue(view.bytes() < 1000);
      byte[] serialized = SerializationUtils.serialize(view);
      Files.delete(clip);
      SegmentBlock copy = SerializationUtils.deserialize(serialized);
      assertTrue(copy instanceof FloatSegments || copy instanceof ByteSegments);
      assertSameBits(copy, view);
    }
  }
}
