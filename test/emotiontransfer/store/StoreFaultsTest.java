package emotiontransfer.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import emotiontransfer.data.SegmentBlock;
import emotiontransfer.media.ClipReader;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class StoreFaultsTest {

  private static final String SETTINGS = "Generated";

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private final GeneratedClips reader = new GeneratedClips();
  private final List<String> warnings = new ArrayList<>();
  private Path folder;

  @Before
  public void nameFolder() {
    folder = temporary.getRoot().toPath().resolve("store");
  }

  @After
  public void endInterrupt() {
    Thread.interrupted();
  }

  private Path clip(String content) throws IOException {
    return GeneratedClips.write(temporary.getRoot().toPath().resolve(content + ".wav"), content);
  }

  private StoredClips clips(ClipReader from, SegmentStore store) {
    return new StoredClips(from, store, SETTINGS, warnings::add);
  }

  private StoredClips fresh() {
    return clips(reader, new SegmentStore(folder, ArrayFile::write));
  }

  private List<Path> arrays() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".npy")).sorted().toList();
    }
  }

  /** As by Weka's Stop, or after another clip could not be read. */
  @Test
  public void interruptNeitherEndsTheStoreNorDecodesAnew() throws IOException {
    Path clip = clip("speech");
    StoredClips clips = fresh();
    Thread.currentThread().interrupt();
    SegmentBlock written = clips.read(clip);
    clips.release();
    written.value(0, 0);
    fresh().read(clip).value(0, 0);
    assertTrue(Thread.interrupted());
    assertEquals(List.of(), warnings);
    assertEquals(1, reader.reads.get());
    assertEquals(1, arrays().size());
    assertEquals(2, Files.readAllLines(folder.resolve(StoreIndex.NAME)).size());
  }

  @Test
  public void recordingThatIsDeletedWhileItIsReadEndsNothing() throws IOException {
    ClipReader deleting =
        file -> {
          SegmentBlock block = reader.read(file);
          Files.delete(file);
          return block;
        };
    SegmentStore store = new SegmentStore(folder, ArrayFile::write);
    clips(deleting, store).read(clip("speech"));
    assertFalse(store.isOff());
    assertEquals(List.of(), warnings);
  }

  @Test
  public void warningsGiveTheReasonAndNotTheNameOfAnUnfinishedFile() throws IOException {
    List<IOException> failures =
        List.of(
            new AccessDeniedException("/store/0f/x.1.part"),
            new FileSystemException("/store/0f/x.2.part", null, "No space left on device"));
    for (IOException failure : failures) {
      SegmentStore store =
          new SegmentStore(
              folder,
              (part, bytes) -> {
                throw failure;
              });
      clips(reader, store).read(clip("speech"));
    }
    String begin = "The store '" + folder + "' takes no more clips: ";
    assertTrue(warnings.get(0), warnings.get(0).startsWith(begin + "there is no permission to"));
    assertTrue(warnings.get(1), warnings.get(1).startsWith(begin + "No space left on device. "));
  }

  @Test
  public void nextReaderTriesAgainAndWarnsNotAgain() throws IOException {
    boolean[] isFull = {true};
    SegmentStore store =
        new SegmentStore(
            folder,
            (part, bytes) -> {
              if (isFull[0]) {
                throw new IOException("No space left on device");
              }
              ArrayFile.write(part, bytes);
            });
    Path clip = clip("speech");
    clips(reader, store).read(clip);
    clips(reader, store).read(clip);
    assertEquals(1, warnings.size());
    isFull[0] = false;
    clips(reader, store).read(clip);
    assertEquals(1, arrays().size());
    assertEquals(1, warnings.size());
  }

  @Test
  public void filesThatAnotherProcessDeletesAreWarnedOfOnce() throws IOException {
    StoredClips clips = fresh();
    List<SegmentBlock> views = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      views.add(clips.read(clip("s" + i)));
    }
    for (Path array : arrays()) {
      Files.delete(array);
    }
    for (int i = 0; i < 5; i++) {
      SegmentBlock wanted = new GeneratedClips().read(clip("s" + i));
      assertEquals(wanted.value(0, 1), views.get(i).value(0, 1), 0f);
    }
    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0), warnings.get(0).contains("files are gone"));
    assertEquals(5, arrays().size());
  }

  @Test
  public void mappingAFileMakesItOneOfThoseInUse() throws IOException {
    SegmentBlock view = fresh().read(clip("speech"));
    for (Duration off : List.of(Duration.ofDays(-2), Duration.ofDays(900))) {
      Files.setLastModifiedTime(arrays().get(0), FileTime.from(Instant.now().plus(off)));
      view.value(0, 0);
      ((StoredSegments) view).close();
      Instant used = Files.getLastModifiedTime(arrays().get(0)).toInstant();
      assertTrue(Duration.between(used, Instant.now()).abs().toMinutes() < 60);
    }
  }

  @Test
  public void storeWithoutABoundDeletesOldUnfinishedFiles() throws IOException {
    fresh().read(clip("one"));
    Path part = Files.writeString(arrays().get(0).resolveSibling("x.123-4.abc.part"), "half");
    Files.setLastModifiedTime(part, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    fresh().read(clip("two"));
    assertFalse(Files.exists(part));
  }

  @Test
  public void folderIsListedAgainAfterAnotherProcessHasChangedIt() throws IOException {
    Path first = clip("first");
    SegmentStore store = new SegmentStore(folder, ArrayFile::write);
    StoredClips clips = clips(reader, store);
    clips.read(first);
    String inner = store.contents(List.of(first), SETTINGS).key().folder();
    Path other = first;
    for (int i = 0; other == first; i++) {
      Path clip = clip("other" + i);
      if (store.contents(List.of(clip), SETTINGS).key().folder().equals(inner)) {
        other = clip;
      }
    }
    fresh().read(other);
    FileTime later = FileTime.from(Instant.now().plusSeconds(5));
    Files.setLastModifiedTime(folder.resolve(inner), later);
    clips.read(other);
    assertEquals(1, clips.decoded());
    assertEquals(2, reader.reads.get());
  }
}
