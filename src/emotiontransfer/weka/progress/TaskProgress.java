package emotiontransfer.weka.progress;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.WeakHashMap;
import java.util.function.LongSupplier;
import org.apache.commons.lang3.function.FailableRunnable;
import weka.gui.Logger;

/**
 * Shows how far a long task is, with the tasks within its steps and the time left: {@code fold 3 of
 * 10, generation 13 of 20, 4 min left}.
 *
 * <p>Where it is shown is the business of {@link ProgressDisplay}. A task is within another one
 * where it starts while {@link #enclose} of that one runs, in the same thread or in one that was
 * begun there; two runs have different threads and never mix. Weka's own loops (the folds of the
 * Explorer, the runs of the Experimenter) count as tasks around, see {@link WindowRun}. Safe for
 * use by many threads; results never depend on it.
 */
public final class TaskProgress implements AutoCloseable {

  /** Weak, because a thread may live longer than the task in which it began. */
  private static final InheritableThreadLocal<WeakReference<TaskProgress>> AROUND =
      new InheritableThreadLocal<>();

  /** The loops of Weka that are being shown; weak, because they know their windows. */
  private static final Map<Object, WeakReference<TaskProgress>> LOOPS = new WeakHashMap<>();

  private final Task task;
  private final Optional<TaskProgress> around;
  private final ProgressDisplay display;
  private final LongSupplier nanoClock;
  private final Pace pace;

  /** Guards what changes in this task, those around it and those within. */
  private final Object lock;

  private final List<TaskProgress> within = new ArrayList<>();
  private String note = "";
  private double shownFraction;

  /** How many tasks the last step had within it, how many the current one, and how many ended. */
  private int usual;

  private int begun;
  private int ended;
  private boolean closed;

  TaskProgress(Task task, ProgressDisplay display, LongSupplier nanoClock) {
    this(task, Optional.empty(), display, nanoClock, new Pace(nanoClock.getAsLong()), new Object());
    display.start(title() + ": started" + (task.steps() == 0 ? "" : steps()), this::snapshot);
    display.show(this::snapshot, false);
  }

  /** Begins a task within another one, which shows it. */
  private TaskProgress(Task task, TaskProgress outer) {
    this(
        task,
        Optional.of(outer),
        outer.display,
        outer.nanoClock,
        new Pace(outer.nanoClock.getAsLong()),
        outer.lock);
    synchronized (lock) {
      outer.within.add(this);
      outer.begun++;
    }
    display.show(this::rootSnapshot, true);
  }

  private TaskProgress(
      Task task,
      Optional<TaskProgress> around,
      ProgressDisplay display,
      LongSupplier nanoClock,
      Pace pace,
      Object lock) {
    this.task = task;
    this.around = around;
    this.display = display;
    this.nanoClock = nanoClock;
    this.pace = pace;
    this.lock = lock;
  }

  /**
   * Starts to show a task.
   *
   * @param logOrNull Weka's log that the caller was given; unused within another task
   * @return the progress, to be closed when the task has ended, however it ended
   */
  public static TaskProgress start(Task task, Logger logOrNull) {
    WeakReference<TaskProgress> outer = AROUND.get();
    TaskProgress open = outer == null ? null : outer.get();
    if (open != null && !open.isClosed()) {
      return new TaskProgress(task, open);
    }
    Optional<WindowRun> window = WindowRun.of(task);
    ProgressDisplay display = ProgressDisplay.find(window, logOrNull);
    return window
        .flatMap(WindowRun::turns)
        .map(turns -> within(task, turns, display))
        .orElseGet(() -> new TaskProgress(task, display, System::nanoTime));
  }

  /** Turns of a loop that run at once are shown together. */
  private static TaskProgress within(Task task, WindowRun.Turns turns, ProgressDisplay display) {
    synchronized (LOOPS) {
      Pace pace = turns.pace(System.nanoTime());
      WeakReference<TaskProgress> known = LOOPS.get(turns.loop());
      TaskProgress loop = known == null ? null : known.get();
      if (loop == null) {
        loop =
            new TaskProgress(
                turns.task(), Optional.empty(), display, System::nanoTime, pace, new Object());
        LOOPS.put(turns.loop(), new WeakReference<>(loop));
      }
      return new TaskProgress(task, loop);
    }
  }

  /** Returns progress that nobody sees, for a task that turns out to have nothing to wait for. */
  public static TaskProgress silent(Task task) {
    return new TaskProgress(task, ProgressDisplay.NOWHERE, System::nanoTime);
  }

  private boolean isClosed() {
    synchronized (lock) {
      return closed;
    }
  }

  private String title() {
    return task.title();
  }

  private String steps() {
    return ", %s steps".formatted(task.steps());
  }

  /** Does a part of the current step; tasks that start meanwhile are shown within it. */
  public <E extends Throwable> void enclose(FailableRunnable<E> part) throws E {
    WeakReference<TaskProgress> before = AROUND.get();
    AROUND.set(new WeakReference<>(this));
    try {
      part.run();
    } finally {
      if (before == null) {
        AROUND.remove();
      } else {
        AROUND.set(before);
      }
    }
  }

  /** Counts one step as done. */
  public void step() {
    step("");
  }

  /** Counts one step as done and shows a note, such as the fitness of a generation. */
  public void step(String remark) {
    boolean last;
    synchronized (lock) {
      pace.step(nanoClock.getAsLong());
      note = remark;
      usual = begun == 0 ? usual : begun;
      begun = 0;
      ended = 0;
      last = around.isEmpty() && pace.done() == task.steps();
    }
    display.show(this::rootSnapshot, last);
  }

  /** Counts a step as done whose result was there already; the time left is not made of it. */
  public void skip() {
    synchronized (lock) {
      pace.skip(nanoClock.getAsLong());
    }
    display.show(this::rootSnapshot, false);
  }

  /** Ends the task; a second call does nothing. */
  @Override
  public void close() {
    synchronized (lock) {
      if (closed) {
        return;
      }
      closed = true;
      around.ifPresent(
          outer -> {
            outer.within.remove(this);
            outer.ended++;
          });
    }
    if (around.isEmpty()) {
      long done = pace.done();
      String total = task.steps() == 0 ? "" : "/" + task.steps();
      display.end("%s: ended after %s%s".formatted(title(), done, total));
    }
  }

  private Snapshot rootSnapshot() {
    return around.map(TaskProgress::rootSnapshot).orElseGet(this::snapshot);
  }

  /** Returns how far this task is, with those within. */
  Snapshot snapshot() {
    synchronized (lock) {
      // Between two tasks within a step, nothing is known of the step: what was shown stays.
      double fraction = fraction();
      shownFraction = Double.isNaN(fraction) ? fraction : Math.max(shownFraction, fraction);
      return new Snapshot(shownSteps(), shownLeft(), shownNote(), shownFraction);
    }
  }

  private String shownSteps() {
    String own = task.stepAfter(pace.done());
    if (within.isEmpty()) {
      return own;
    }
    String others = within.size() == 1 ? "" : " and %s more".formatted(within.size() - 1);
    String inner = within.get(0).shownSteps() + others;
    // The only step of a task within another one is that one's.
    return around.isPresent() && task.steps() == 1 ? inner : own + ", " + inner;
  }

  /** The note of the innermost task: what changes most often. */
  private String shownNote() {
    return within.isEmpty() ? note : within.get(0).shownNote();
  }

  /**
   * The time left of the outermost task that has one, with its noun where that is not the first.
   */
  private String shownLeft() {
    OptionalLong own = left();
    if (own.isPresent()) {
      String which = around.isEmpty() ? "" : " in this " + task.noun();
      return Pace.text(own.getAsLong()) + " left" + which;
    }
    return within.isEmpty() ? "" : within.get(0).shownLeft();
  }

  private OptionalLong left() {
    OptionalLong inner = within.size() == 1 ? within.get(0).left() : OptionalLong.empty();
    return pace.left(task.steps(), nanoClock.getAsLong(), inner);
  }

  /** The step that is being done counts by the tasks within it, as many as the last one had. */
  private double fraction() {
    if (task.steps() == 0) {
      return Double.NaN;
    }
    double inner = 0;
    if (usual > 0 || begun == 1) {
      double open =
          within.stream()
              .mapToDouble(TaskProgress::fraction)
              .filter(part -> !Double.isNaN(part))
              .sum();
      inner = (ended + open) / Math.max(1, Math.max(usual, begun));
    }
    return Math.min(1, (pace.done() + inner) / task.steps());
  }
}
