package emotiontransfer.weka.classify;

import emotiontransfer.data.Provenance;
import emotiontransfer.pathnet.Pooling;
import emotiontransfer.weka.classify.SegmentClassifier.BagDecision;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import weka.core.TechnicalInformation;

/** A trained network as Weka's schemes use it: it decides, describes itself and is saved. */
public interface SegmentModel {

  /**
   * What is known of a kind of network before one is trained.
   *
   * @param about what a scheme of this kind does
   * @param firstOptions those that set one scheme of this kind apart from another
   * @param measures additional measures of a model, by name
   * @param reader reads what {@link #write} wrote, null where an earlier version saved a scheme
   *     without a model; the messages of its exceptions are clauses, such as "is truncated"
   */
  record Kind<M extends SegmentModel>(
      Class<M> type,
      String about,
      Supplier<TechnicalInformation> papers,
      String[] firstOptions,
      Supplier<Map<String, ToDoubleFunction<M>>> measures,
      Reader<M> reader) {}

  /** Reads what {@link #write} wrote. */
  interface Reader<M> {
    M read(ObjectInputStream in) throws Exception;
  }

  /** One training on one table, in steps. */
  interface Training<M extends SegmentModel> extends AutoCloseable {

    /** Runs a step, a generation or a mini-batch; returns false if none was left. */
    boolean next() throws Exception;

    /** Returns a model that predicts as the training would if it stopped now, and goes on. */
    default M soFar() {
      throw new UnsupportedOperationException("This training has no model on the way.");
    }

    /** Returns the model; no step must follow. */
    M finish() throws Exception;

    @Override
    void close();
  }

  /** Returns which data, options and versions made the model. */
  Provenance provenance();

  /**
   * Decides about a bag.
   *
   * @param segments {@code [segments][values]}, at least one, NaN where missing; may be changed
   * @param pooling makes the bag's probabilities, unless the model has a way of its own
   * @param threads never change a result
   */
  BagDecision decide(float[][] segments, Pooling pooling, int threads) throws Exception;

  /** Returns this model without what continues its training. */
  default SegmentModel finished() {
    return this;
  }

  /** Describes the model in several lines. */
  String report();

  /** Writes the model for the reader of its kind. */
  void write(ObjectOutputStream out) throws IOException;
}
