package emotiontransfer.store;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The files that are mapped now, of all stores. Systems bound their number (Linux: 65,530 for a
 * process), which a corpus may exceed; the one that was mapped first is then let go.
 */
final class OpenMaps {

  /** Half of Linux's bound: what was let go counts until the garbage collector has seen it. */
  static final OpenMaps SHARED = new OpenMaps(1 << 15);

  private final AtomicReferenceArray<WeakReference<StoredSegments>> open;
  private final AtomicInteger next = new AtomicInteger();

  OpenMaps(int most) {
    open = new AtomicReferenceArray<>(most);
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
