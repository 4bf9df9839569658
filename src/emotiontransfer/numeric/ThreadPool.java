package emotiontransfer.numeric;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.apache.commons.lang3.Validate;

/**
 * The one thread pool: threads, the calling one among them, that divide a computation many thousand
 * times a second. Waiting threads spin before they yield and sleep: a mini-batch lasts a
 * millisecond or two, of which an executor's hand-over would be a large part. The result of a piece
 * must not depend on its thread.
 */
public final class ThreadPool implements AutoCloseable {

  private static final int SPINS = 2_000;
  private static final int YIELDS = 20_000;
  private static final long NAP_NANOS = 50_000;

  private final int size;
  private final AtomicInteger finished = new AtomicInteger();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile int phase;
  private volatile boolean closed;
  private int count;
  private IntConsumer piece;

  public ThreadPool(int size) {
    Validate.isTrue(size >= 1, "a pool needs at least 1 thread, not %s", size);
    this.size = size;
    for (int worker = 1; worker < size; worker++) {
      int number = worker;
      Thread thread = new Thread(() -> serve(number), "emotiontransfer-worker-" + number);
      thread.setDaemon(true);
      thread.start();
    }
  }

  /**
   * Runs pieces 0 to {@code count - 1} and returns when the last is done. A piece stays with its
   * thread from call to call, whose cache may still have its data.
   */
  public void run(int count, IntConsumer piece) {
    this.count = count;
    this.piece = piece;
    finished.set(0);
    phase++;
    try {
      work(0);
    } finally {
      await(() -> finished.get() == size - 1);
    }
    Throwable thrown = failure.getAndSet(null);
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown != null) {
      throw new IllegalStateException("a worker thread failed: " + thrown.getMessage(), thrown);
    }
  }

  /** A task, numbered from 0, that is handed out to whichever worker (thread), from 0, is free. */
  public interface Task {
    void run(int number, int worker);
  }

  /** Runs tasks of different lengths, each on the next free thread, until the last is done. */
  public void runFree(int tasks, Task task) {
    AtomicInteger next = new AtomicInteger();
    run(
        size,
        worker -> {
          for (int n = next.getAndIncrement(); n < tasks; n = next.getAndIncrement()) {
            task.run(n, worker);
          }
        });
  }

  /** A part of some numbers, from {@code start} on. */
  public interface Range {
    void run(int start, int count);
  }

  /** Divides numbers into pieces, as evenly as possible, and runs them on the free threads. */
  public void divide(int numbers, int mostPieces, Range range) {
    int pieces = Math.min(mostPieces, numbers);
    runFree(
        pieces,
        (piece, worker) -> {
          int start = start(piece, pieces, numbers);
          range.run(start, start(piece + 1, pieces, numbers) - start);
        });
  }

  /** Returns where a piece begins if numbers are divided as evenly as possible. */
  public static int start(int piece, int pieces, int numbers) {
    return (int) ((long) piece * numbers / pieces);
  }

  private void work(int worker) {
    int end = start(worker + 1, size, count);
    for (int i = start(worker, size, count); i < end; i++) {
      piece.accept(i);
    }
  }

  private void serve(int worker) {
    for (int seen = 0; true; seen++) {
      int last = seen;
      await(() -> phase != last || closed);
      if (phase == last) {
        return;
      }
      try {
        work(worker);
      } catch (RuntimeException | Error e) {
        failure.compareAndSet(null, e);
      } finally {
        finished.incrementAndGet();
      }
    }
  }

  private static void await(BooleanSupplier condition) {
    for (int waits = 0; !condition.getAsBoolean(); waits++) {
      if (waits < SPINS) {
        Thread.onSpinWait();
      } else if (waits < SPINS + YIELDS) {
        Thread.yield();
      } else {
        LockSupport.parkNanos(NAP_NANOS);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
