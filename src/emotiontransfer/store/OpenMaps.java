package emotiontransfer.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The files that are mapped now, of all stores. Systems bound their number, which a corpus may
 * exceed; the one that was mapped first is then let go, and is mapped again when it is wanted.
 */
final class OpenMaps {

  /** Linux's bound for a process, often 65,530. */
  private static final Path BOUND = Path.of("/proc/sys/vm/max_map_count");

  /** What was let go counts until the garbage collector has seen it, and others map, too. */
  private static final int PARTS = 4;

  private static final int LEAST = 1 << 10;
  private static final int USUAL = 1 << 14;
  private static final int MOST = 1 << 20;

  /** The one of this process; it needs the bounds above. */
  static final OpenMaps SHARED = new OpenMaps(most());

  private final AtomicReferenceArray<WeakReference<StoredSegments>> open;
  private final AtomicInteger next = new AtomicInteger();

  OpenMaps(int most) {
    open = new AtomicReferenceArray<>(most);
  }

  /** Returns how many files are mapped at most. */
  static int most() {
    // At once, since Linux gives such a number to the first read alone: Files.readString, which
    // begins
    // with a byte of a file that seems empty, would see its first digit.
    try (BufferedReader in = Files.newBufferedReader(BOUND)) {
      long bound = Long.parseLong(in.readLine());
      return (int) Math.max(LEAST, Math.min(MOST, bound / PARTS));
    } catch (IOException | NumberFormatException e) {
      // Other systems have no such bound, or a higher one.
      return USUAL;
    }
  }

  void add(StoredSegments segments) {
    int place = Math.floorMod(next.getAndIncrement(), open.length());
    WeakReference<StoredSegments> before = open.getAndSet(place, new WeakReference<>(segments));
    StoredSegments first = before == null ? null : before.get();
    if (first != null) {
      first.close();
    }
  }
}
