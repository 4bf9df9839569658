package emotiontransfer.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class StoreIndexTest {

  private static final String SETTINGS = "Generated -step 5";

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private final List<String> warnings = new ArrayList<>();
  private Path folder;
  private Path index;

  @Before
  public void nameFolder() {
    folder = temporary.getRoot().toPath().resolve("store");
    index = folder.resolve(StoreIndex.NAME);
  }

  private Path clip(String content, Instant modified) throws IOException {
    Path file = Files.writeString(temporary.getRoot().toPath().resolve(content + ".wav"), content);
    Files.setLastModifiedTime(file, FileTime.from(modified));
    return file;
  }

  private SegmentStore keep(Path clip) throws IOException {
    SegmentStore store = new SegmentStore(folder, Files::write);
    StoredClips clips = new StoredClips(new GeneratedClips(), store, SETTINGS, warnings::add);
    clips.read(clip);
    clips.release();
    assertEquals(List.of(), warnings);
    return store;
  }

  private static boolean isRead(SegmentStore store, Path clip) throws IOException {
    return store.contents(List.of(clip), SETTINGS).isRead();
  }

  @Test
  public void recordingFromAWrongClockIsHashedOnce() throws IOException {
    Path clip = clip("speech", Instant.now().plus(Duration.ofDays(400)));
    for (int process = 0; process < 3; process++) {
      keep(clip);
    }
    assertFalse(isRead(new SegmentStore(folder, Files::write), clip));
    assertEquals(2, Files.readAllLines(index).size());
  }

  @Test
  public void recordingThatIsHashedEachTimeHasOneRow() throws IOException {
    Path clip = clip("speech", Instant.now().plus(Duration.ofHours(2)));
    for (int process = 0; process < 3; process++) {
      assertTrue(isRead(keep(clip), clip));
    }
    assertEquals(2, Files.readAllLines(index).size());
  }

  @Test
  public void nextRowDoesNotContinueATornOne() throws IOException {
    keep(clip("one", Instant.EPOCH));
    String whole = Files.readString(index);
    Files.writeString(index, whole.substring(0, whole.length() - 40));
    keep(clip("two", Instant.EPOCH));
    List<String> rows = Files.readAllLines(index);
    assertEquals(3, rows.size());
    assertEquals(6, rows.get(2).split(",").length);
  }

  @Test
  public void emptyTableGetsAHeader() throws IOException {
    keep(clip("one", Instant.EPOCH));
    Files.writeString(index, "");
    keep(clip("two", Instant.EPOCH));
    assertTrue(Files.readString(index).startsWith("array,recording,"));
  }

  @Test
  public void rowsOfAnotherLineEndAndOfAnotherVersionAreRead() throws IOException {
    Path clip = clip("speech", Instant.EPOCH);
    keep(clip);
    String text = Files.readString(index).replace("\n", "\r\n");
    Files.writeString(index, text + "ab/c.npy,x.wav,1,2,3\r\na,b,1,2,3,4,5,6,7\r\n");
    assertFalse(isRead(new SegmentStore(folder, Files::write), clip));
  }

  @Test
  public void rowsThatSayTheSameAreWrittenOnceInTheEnd() throws IOException {
    Path clip = clip("speech", Instant.EPOCH);
    keep(clip);
    List<String> rows = Files.readAllLines(index);
    List<String> many = new ArrayList<>(Collections.nCopies(3000, rows.get(1)));
    many.add(0, rows.get(0));
    Files.write(index, many);
    assertFalse(isRead(new SegmentStore(folder, Files::write), clip));
    assertEquals(2, Files.readAllLines(index).size());
    assertTrue(Files.readString(index).startsWith(String.join("\n", rows)));
  }

  @Test
  public void nextReaderKnowsWhatOtherProcessesHaveHashed() throws IOException {
    Path clip = clip("speech", Instant.EPOCH);
    SegmentStore store = keep(clip("first", Instant.EPOCH));
    keep(clip);
    assertTrue(isRead(store, clip));
    new StoredClips(new GeneratedClips(), store, SETTINGS, warnings::add).read(clip);
    assertFalse(isRead(store, clip));
    assertEquals(3, Files.readAllLines(index).size());
  }
}
