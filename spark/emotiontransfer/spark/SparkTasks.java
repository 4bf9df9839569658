package emotiontransfer.spark;

import emotiontransfer.media.MediaException;
import emotiontransfer.study.PluginMetrics;
import emotiontransfer.weka.command.Failure;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.spark.SparkEnv;
import org.apache.spark.SparkException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
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
 */
record SparkTasks(JavaSparkContext spark) {

  private static final Logger LOG = LoggerFactory.getLogger(SparkTasks.class);

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
      throw reason(handler.failure().get(), failure);
    } finally {
      spark.clearJobGroup();
    }
    if (handler.failure().get() != null) {
      throw handler.failure().get();
    }
  }

  private static List<Object> partitions(int number) {
    return IntStream.range(0, number).<Object>mapToObj(i -> i).toList();
  }

  private static Exception reason(Exception handled, Exception failure) {
    if (handled != null) {
      return handled;
    }
    if (!(failure instanceof SparkException)) {
      return failure;
    }
    Optional<String> own =
        ExceptionUtils.getThrowableList(failure).stream()
            .filter(TaskFailure.class::isInstance)
            .map(Throwable::getMessage)
            .findFirst();
    String text = String.valueOf(failure.getMessage());
    return new WekaException(
        "%s What is done is kept; started again, the command goes on from there. (Spark: %s)"
            .formatted(own.orElse("A task failed."), text.lines().findFirst().orElse("")),
        failure);
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
        PluginMetrics.register();
        return new Outcome(work.of(item), "");
      } catch (WekaException | IllegalArgumentException | MediaException rejection) {
        return new Outcome("", Failure.sentence(rejection));
      } catch (Exception failure) {
        LOG.warn("{} failed", item, failure);
        return ExceptionUtils.rethrow(
            new TaskFailure(
                "%s failed on executor %s: %s"
                    .formatted(item, SparkEnv.get().executorId(), Failure.sentence(failure))));
      }
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
