package emotiontransfer.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import emotiontransfer.data.SegmentBlock;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SharedStoreTest {

  private static final int CLIPS = 200;
  private static final String SETTINGS = "Generated";

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private final List<String> warnings = new ArrayList<>();
  private Path recordings;
  private Path folder;

  @Before
  public void writeClips() throws IOException {
    recordings = temporary.newFolder("recordings").toPath();
    folder = temporary.getRoot().toPath().resolve("store");
    for (int i = 0; i < CLIPS; i++) {
      Path clip = Files.writeString(recordings.resolve(i + ".wav"), (i % 3 == 0 ? "c" : "s") + i);
      Files.setLastModifiedTime(clip, FileTime.fromMillis(1_000_000));
    }
  }

  private List<Path> clips() throws IOException {
    try (Stream<Path> files = Files.list(recordings)) {
      return files.sorted().toList();
    }
  }

  private static void decodeAll(Path recordings, Path folder, List<String> warnings)
      throws IOException {
    StoredClips clips =
        new StoredClips(new GeneratedClips(), SegmentStore.at(folder), SETTINGS, warnings::add);
    try (Stream<Path> files = Files.list(recordings)) {
      for (Path clip : files.sorted().toList()) {
        clips.read(clip);
      }
    }
    clips.release();
  }

  /**
   * Decodes all clips.
   *
   * @param arguments folders of recordings and store, and anything to wait for a line first
   */
  public static void main(String[] arguments) throws IOException {
    System.out.write('.');
    System.out.flush();
    if (System.in.read() >= 0) {
      List<String> warnings = new ArrayList<>();
      decodeAll(Path.of(arguments[0]), Path.of(arguments[1]), warnings);
      if (!warnings.isEmpty()) {
        throw new IOException(warnings.toString());
      }
    }
  }

  private Process start() throws IOException {
    Process process =
        new ProcessBuilder(
                new File(System.getProperty("java.home"), "bin/java").getPath(),
                "-cp",
                System.getProperty("java.class.path"),
                SharedStoreTest.class.getName(),
                recordings.toString(),
                folder.toString())
            .redirectError(Redirect.INHERIT)
            .start();
    process.getInputStream().read();
    return process;
  }

  private static void go(Process process) throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  private void assertAllRight(int mayBeDecoded) throws IOException {
    StoredClips clips =
        new StoredClips(
            new GeneratedClips(), new SegmentStore(folder, Files::write), SETTINGS, warnings::add);
    for (Path clip : clips()) {
      SegmentBlock wanted = new GeneratedClips().read(clip);
      SegmentBlock block = clips.read(clip);
      assertEquals(wanted.segments(), block.segments());
      for (int i = 0; i < wanted.length(); i++) {
        assertEquals(wanted.value(0, i), block.value(0, i), 0f);
      }
    }
    clips.release();
    assertEquals(List.of(), warnings);
    assertTrue(clips.decoded() + " were decoded", clips.decoded() <= mayBeDecoded);
  }

  private List<Path> files(String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).toList();
    }
  }

  /** Counts while files come and go. */
  private int written() throws IOException {
    int written = 0;
    for (Path inner : StoreFolders.list(folder, "[0-9a-f][0-9a-f]")) {
      written += StoreFolders.list(inner, "*.npy").size();
    }
    return written;
  }

  @Test
  public void twoProcessesFillOneStore() throws Exception {
    Process one = start();
    Process two = start();
    go(one);
    go(two);
    assertEquals(0, one.waitFor());
    assertEquals(0, two.waitFor());
    assertAllRight(0);
    assertEquals(CLIPS, files(".npy").size());
    assertEquals(List.of(), files(".part"));
  }

  @Test
  public void killedProcessLeavesNothingThatHarms() throws Exception {
    Process killed = start();
    go(killed);
    while (killed.isAlive() && written() < CLIPS / 10) {
      Thread.onSpinWait();
    }
    killed.destroyForcibly().waitFor();
    assertAllRight(CLIPS);
    assertAllRight(0);
  }

  @Test
  public void unfinishedFileOfADeadProcessIsDeletedInTime() throws Exception {
    decodeAll(recordings, folder, warnings);
    Path inner = files(".npy").get(0).getParent();
    Path old = Files.writeString(inner.resolve("x.123-4.abc.part"), "half");
    Path lately = Files.writeString(inner.resolve("y.123-4.abc.part"), "half");
    FileTime twoDaysAgo = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
    Files.setLastModifiedTime(old, twoDaysAgo);
    SegmentStore store = new SegmentStore(folder, Files::write);
    store.bound(1 << 30);
    Path clip = Files.writeString(recordings.resolve("new.wav"), "new");
    new StoredClips(new GeneratedClips(), store, SETTINGS, warnings::add).read(clip);
    assertFalse(Files.exists(old));
    assertTrue(Files.exists(lately));
  }

  @Test
  public void manyThreadsFillOneStore() throws Exception {
    SegmentStore store = new SegmentStore(folder, Files::write);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> tasks = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        StoredClips clips = new StoredClips(new GeneratedClips(), store, SETTINGS, warnings::add);
        tasks.add(
            threads.submit(
                () -> {
                  for (Path clip : clips()) {
                    clips.read(clip);
                  }
                  clips.release();
                  return null;
                }));
      }
      for (Future<?> task : tasks) {
        task.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertAllRight(0);
    assertEquals(CLIPS, files(".npy").size());
  }

  @Test
  public void boundDeletesWhatWasNotUsedForTheLongestTime() throws Exception {
    decodeAll(recordings, folder, warnings);
    long all = bytes();
    List<Path> arrays = files(".npy").stream().sorted().toList();
    for (int i = 0; i < arrays.size(); i++) {
      Instant used = Instant.now().minus(Duration.ofMinutes(i < 100 ? 30 : 90));
      Files.setLastModifiedTime(arrays.get(i), FileTime.from(used));
    }
    SegmentStore store = new SegmentStore(folder, Files::write);
    store.bound(all / 2);
    Path clip = Files.writeString(recordings.resolve("new.wav"), "new");
    new StoredClips(new GeneratedClips(), store, SETTINGS, warnings::add).read(clip);
    assertTrue(bytes() <= all / 2);
    long left = arrays.stream().filter(Files::exists).count();
    assertTrue("left: " + left, left > 60);
    long oldLeft = arrays.subList(100, CLIPS).stream().filter(Files::exists).count();
    assertTrue("of the old ones left: " + oldLeft, oldLeft == 0 || left - oldLeft == 100);
    List<String> rows = Files.readAllLines(folder.resolve(StoreIndex.NAME));
    assertEquals(1 + left, rows.size());
    assertEquals(List.of(), warnings);
  }

  private long bytes() throws IOException {
    long sum = 0;
    for (Path file : files(".npy")) {
      sum += Files.size(file);
    }
    return sum;
  }

  @Test
  public void storeFullOfClipsInUseTakesNoMoreAndSaysSoOnce() throws Exception {
    SegmentStore store = new SegmentStore(folder, Files::write);
    store.bound(20_000);
    StoredClips clips = new StoredClips(new GeneratedClips(), store, SETTINGS, warnings::add);
    for (Path clip : clips()) {
      SegmentBlock block = clips.read(clip);
      assertEquals(new GeneratedClips().read(clip).value(0, 1), block.value(0, 1), 0f);
    }
    assertTrue(bytes() <= 20_000 && bytes() > 15_000);
    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0), warnings.get(0).contains("it is full of clips in use (-store-gb)"));
  }

  @Test
  public void fewMapsServeManyClips() throws Exception {
    decodeAll(recordings, folder, warnings);
    List<StoredSegments> all = new ArrayList<>();
    SegmentStore store = new SegmentStore(folder, Files::write);
    StoredClips clips = new StoredClips(new GeneratedClips(), store, SETTINGS, warnings::add);
    for (Path clip : clips()) {
      all.add((StoredSegments) clips.read(clip));
    }
    OpenMaps few = new OpenMaps(3);
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < all.size(); i++) {
        SegmentBlock wanted = new GeneratedClips().read(clips().get(i));
        assertEquals(wanted.value(0, 1), all.get(i).value(0, 1), 0f);
        few.add(all.get(i));
      }
    }
    assertEquals(3, all.stream().filter(StoredSegments::isOpen).count());
  }

  @Test
  public void halfWrittenFileUnderTheRightNameIsDecodedAnew() throws Exception {
    decodeAll(recordings, folder, warnings);
    for (Path array : files(".npy")) {
      Files.write(array, new byte[5], StandardOpenOption.TRUNCATE_EXISTING);
    }
    assertAllRight(CLIPS);
    assertAllRight(0);
  }
}
