package emotiontransfer.weka.progress;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.apache.commons.lang3.function.Failable;
import org.apache.commons.lang3.reflect.FieldUtils;
import weka.gui.Logger;

/**
 * What a window of Weka is doing in this thread.
 *
 * <p>Between a window and the scheme that it trains stands Weka's interface, which hands down
 * neither the window's loop nor, but to a scheme that stands alone, its log. What a run is part of
 * is therefore taken from the objects that Weka's own thread belongs to. Where these are others
 * than expected, the window shows less.
 *
 * @param log of the window; its status line follows the task
 * @param turns the loop of the window, if there is one
 */
record WindowRun(Logger log, Optional<Turns> turns) {

  /** What is remembered from one turn of a loop to the next: nothing that would keep a window. */
  private static final Map<Object, Pace> PACES = Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * A loop that is not ours, such as folds.
   *
   * @param loop the same object in all its turns, and in no other loop
   * @param done number of turns that are over
   */
  record Turns(Object loop, Task task, long done) {

    /** Returns the pace of the loop as far as it has been seen. */
    Pace pace(long now) {
      Pace pace = PACES.computeIfAbsent(loop, unseen -> new Pace(now, done));
      pace.reach(done, now);
      return pace;
    }
  }

  /** Returns what this thread does; empty where it is no thread of a window. */
  static Optional<WindowRun> of(Task task) {
    Thread thread = Thread.currentThread();
    if (thread.getClass().getEnclosingClass() == null) {
      // No class of Weka's windows is loaded for a thread that cannot be of theirs.
      return FlowRun.find(task);
    }
    return ExplorerRun.find(thread).or(() -> ExperimenterRun.find(thread));
  }

  /** Reads a field that Weka keeps to itself; fails where there is none. */
  static <T> T field(Object owner, String name, Class<T> type) {
    return type.cast(Failable.call(() -> FieldUtils.readField(owner, name, true)));
  }

  /** Returns the window that a thread of an inner class of it belongs to. */
  static <T> Optional<T> windowOf(Thread thread, Class<T> window) {
    return thread.getClass().getEnclosingClass() == window
        ? Optional.of(field(thread, "this$0", window))
        : Optional.empty();
  }
}
