package emotiontransfer.numeric;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that share numbered pieces of work. Pieces must not depend on each other, nor on which
 * thread does them; then the number of threads never changes a result.
 */
public final class Crew implements AutoCloseable {

  private final int size;
  private final ExecutorService helpers;

  public Crew(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("a crew needs at least 1 thread, not " + size);
    }
    this.size = size;
    this.helpers =
        size == 1
            ? null
            : Executors.newFixedThreadPool(
                size - 1,
                work -> {
                  Thread thread = new Thread(work, "alexnet-worker");
                  thread.setDaemon(true);
                  return thread;
                });
  }

  int size() {
    return size;
  }

  /** A piece of work. */
  public interface Piece {
    /**
     * Does it.
     *
     * @param number of the piece, from 0
     * @param worker number of the thread, from 0: what it owns is nobody else's
     */
    public void run(int number, int worker);
  }

  /** Runs all pieces and returns when the last has ended, even if one of them failed. */
  public void run(int pieces, Piece piece) {
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> others = new ArrayList<>();
    for (int worker = 1; worker < Math.min(size, pieces); worker++) {
      int number = worker;
      others.add(helpers.submit(() -> work(next, pieces, piece, number)));
    }
    Throwable failure = null;
    try {
      work(next, pieces, piece, 0);
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    for (Future<?> other : others) {
      Throwable theirs = await(other);
      failure = failure == null ? theirs : failure;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure instanceof Error error) {
      throw error;
    }
  }

  private static void work(AtomicInteger next, int pieces, Piece piece, int worker) {
    for (int number = next.getAndIncrement(); number < pieces; number = next.getAndIncrement()) {
      piece.run(number, worker);
    }
  }

  /**
   * Waits whatever happens, because the caller frees the memory that the worker writes to; an
   * interrupt is seen again by whoever checks for it next.
   */
  private static Throwable await(Future<?> other) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          other.get();
          return null;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          return e.getCause();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Lets the threads end. */
  @Override
  public void close() {
    if (helpers != null) {
      helpers.shutdown();
    }
  }
}
