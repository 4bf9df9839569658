package emotiontransfer.weka.progress;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * How fast the steps of a task go, and how long the others take if they go on like that. Safe for
 * use by many threads.
 */
final class Pace {

  /** Work that says too little about what is left, in ns: starting is slow, and a guess jumps. */
  private static final long TOO_SHORT = TimeUnit.SECONDS.toNanos(2);

  private static final long MINUTE = TimeUnit.MINUTES.toSeconds(1);
  private static final long HOUR = TimeUnit.HOURS.toSeconds(1);

  private long done;
  private long last;
  private long worked;
  private long workedNanos;

  Pace(long now) {
    this(now, 0);
  }

  /** Begins where some steps are done whose time nobody has seen. */
  Pace(long now, long done) {
    this.last = now;
    this.done = done;
  }

  synchronized long done() {
    return done;
  }

  /** Counts a step that took the time since the one before. */
  synchronized void step(long now) {
    worked++;
    workedNanos += now - last;
    skip(now);
  }

  /** Counts a step whose result was there already, so that it says nothing about the others. */
  synchronized void skip(long now) {
    done++;
    last = now;
  }

  /** Takes over how many steps somebody else has counted; fewer than before are a new beginning. */
  synchronized void reach(long steps, long now) {
    if (steps < done) {
      worked = 0;
      workedNanos = 0;
      done = steps;
      last = now;
    } else if (steps > done) {
      // Those between two reports left no trace: their results were there already.
      done = steps - 1;
      step(now);
    }
  }

  /**
   * Returns the time left in ns; empty as long as no step says how long one takes.
   *
   * @param steps of the task, all in all
   * @param within time left of the one task within the current step, if that is known
   */
  synchronized OptionalLong left(long steps, long now, OptionalLong within) {
    long remaining = steps - done;
    if (remaining <= 0 || worked == 0 || workedNanos < TOO_SHORT) {
      return OptionalLong.empty();
    }
    double each = (double) workedNanos / worked;
    double current = Math.max(Math.max(0, each - (now - last)), within.orElse(0));
    return OptionalLong.of(Math.round(current + (remaining - 1) * each));
  }

  /** Returns a duration as one would say it: {@code 40 s}, {@code 4 min}, {@code 2 h 30 min}. */
  static String text(long nanos) {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos);
    if (seconds < 100) {
      // Seconds that are guessed are not counted one by one.
      long shown = seconds < 20 ? seconds + 1 : Math.round(seconds / 10.0) * 10;
      return String.format(Locale.ROOT, "%s s", shown);
    }
    long minutes = Math.round((double) seconds / MINUTE);
    if (minutes < 100) {
      return String.format(Locale.ROOT, "%s min", minutes);
    }
    long tens = Math.round(minutes / 10.0) * 10;
    return String.format(Locale.ROOT, "%s h %s min", tens * MINUTE / HOUR, tens % MINUTE);
  }
}
