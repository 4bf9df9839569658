package emotiontransfer.spark;

import emotiontransfer.media.MediaException;
import emotiontransfer.weka.command.Failure;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.spark.SparkEnv;
import org.apache.spark.SparkException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;
import weka.core.WekaException;

/**
 * Independent tasks on a cluster, one Spark task each. A task that fails is tried again, on another
 * executor where there is one, {@code spark.task.maxFailures} times in all; one that rejects its
 * options or data would do so everywhere, and ends all at once.
 *
 * @param restart sentence about what another start does after a failure
 */
record SparkTasks(JavaSparkContext spark, String restart) {

  private static final Logger LOG = LoggerFactory.getLogger(SparkTasks.class);

  /** What Spark calls an executor in the driver's own process. */
  private static final String DRIVER = "driver";

  private static final Pattern NUMBER = Pattern.compile("Task (\\d+) in stage");

  /** What is done for one item, by an executor. */
  interface Work<T, R> extends Serializable {
    R of(T item) throws Exception;
  }

  /** Takes a result, in the driver, as soon as it is there. */
  interface Taker<T, R> {
    void accept(T item, R result) throws Exception;
  }

  /** A result, or the sentence of a rejection. */
  private record Outcome(Serializable result, String rejection) implements Serializable {}

  /** A task that may be tried again; its cause, whose class a driver may not have, is logged. */
  static final class TaskFailure extends Exception {

    private static final long serialVersionUID = 1L;

    TaskFailure(String sentence) {
      super(sentence);
    }
  }

  /** Returns the number of threads that each task may use. */
  int slots() {
    return spark.sc().conf().getInt("spark.task.cpus", 1);
  }

  /**
   * Does all items; the first ones are begun first.
   *
   * @throws WekaException with the sentence of the first task that rejected its options or data, or
   *     with the last reason of one that failed too often
   * @throws Exception as the taker does
   */
  <T extends Serializable, R extends Serializable> void run(
      String title, List<T> items, Work<T, R> work, Taker<T, R> taker) throws Exception {
    Handler<T, R> handler = new Handler<>(spark, title, items, taker, new AtomicReference<>());
    spark.setJobGroup(title, title, true);
    try {
      spark
          .sc()
          .runJob(
              spark.parallelize(items, items.size()).rdd(),
              new Body<>(work),
              CollectionConverters.asScala(partitions(items.size())).toSeq(),
              handler.asFunction(),
              ClassTag$.MODULE$.<Outcome>apply(Outcome.class));
    } catch (Exception failure) {
      throw handler.failure().get() != null ? handler.failure().get() : reason(items, failure);
    } finally {
      spark.clearJobGroup();
    }
    if (handler.failure().get() != null) {
      throw handler.failure().get();
    }
  }

  /** Sends a value to all executors that want it; a cluster that is not reached is found here. */
  <T> Broadcast<T> broadcast(T value) throws Exception {
    try {
      return spark.broadcast(value);
    } catch (IllegalStateException stopped) {
      throw reason(List.of(), stopped);
    }
  }

  private static List<Object> partitions(int number) {
    return IntStream.range(0, number).<Object>mapToObj(i -> i).toList();
  }

  /** Says in a sentence why Spark has not done all items. */
  private <T> Exception reason(List<T> items, Exception failure) {
    if (!(failure instanceof SparkException) && !spark.sc().isStopped()) {
      return failure;
    }
    String text = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    Optional<String> own =
        ExceptionUtils.getThrowableList(failure).stream()
            .filter(TaskFailure.class::isInstance)
            .map(Throwable::getMessage)
            .findFirst();
    Matcher number = NUMBER.matcher(text);
    String what =
        number.find()
            ? items.get(Integer.parseInt(number.group(1))) + " failed, or its executor was lost."
            : "It was stopped before all tasks were done.";
    return new WekaException(
        "%s %s (Spark: %s)".formatted(own.orElse(what), restart, text), failure);
  }

  /** What an executor does with a partition, which is one item. */
  private static final class Body<T, R extends Serializable>
      extends AbstractFunction2<TaskContext, Iterator<T>, Outcome> implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Work<T, R> work;

    Body(Work<T, R> work) {
      this.work = work;
    }

    @Override
    public Outcome apply(TaskContext context, Iterator<T> items) {
      T item = items.next();
      try {
        SparkCommand.prepareWeka();
        return new Outcome(work.of(item), "");
      } catch (WekaException | IllegalArgumentException | MediaException rejection) {
        return new Outcome("", Failure.sentence(rejection) + place(" (That was on %s.)"));
      } catch (Exception | LinkageError failure) {
        LOG.warn("{} failed", item, failure);
        return ExceptionUtils.rethrow(
            new TaskFailure(item + " failed" + place(" on %s") + ": " + Failure.sentence(failure)));
      }
    }

    /** Returns a phrase with the place of this executor, or nothing in the driver's own process. */
    private static String place(String phrase) {
      SparkEnv env = SparkEnv.get();
      return env.executorId().equals(DRIVER)
          ? ""
          : phrase.formatted(
              "executor %s, %s"
                  .formatted(env.executorId(), env.blockManager().blockManagerId().host()));
    }
  }

  /** What the driver does with a result. */
  private record Handler<T, R>(
      JavaSparkContext spark,
      String title,
      List<T> items,
      Taker<T, R> taker,
      AtomicReference<Exception> failure) {

    AbstractFunction2<Object, Outcome, BoxedUnit> asFunction() {
      return new AbstractFunction2<>() {
        @Override
        public BoxedUnit apply(Object index, Outcome outcome) {
          take(items.get((Integer) index), outcome);
          return BoxedUnit.UNIT;
        }
      };
    }

    @SuppressWarnings("unchecked") // what the work has returned
    private void take(T item, Outcome outcome) {
      try {
        if (!outcome.rejection().isEmpty()) {
          throw new WekaException(outcome.rejection());
        }
        taker.accept(item, (R) outcome.result());
      } catch (Exception ending) {
        failure.compareAndSet(null, ending);
        spark.cancelJobGroup(title);
      }
    }
  }
}
