package emotiontransfer.weka.classify;

import emotiontransfer.pathnet.Pooling;
import emotiontransfer.weka.classify.SegmentClassifier.BagDecision;
import emotiontransfer.weka.table.ClipTable;
import emotiontransfer.weka.table.FeatureSignature;
import emotiontransfer.weka.table.FiniteNumbers;
import emotiontransfer.weka.table.SegmentReader;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;

/** Lets a model decide about the rows of tables, if they have its features. */
final class BagDecider {

  private final SegmentModel model;
  private SegmentReader reader;
  private Instances header;

  BagDecider(SegmentModel model) {
    this.model = model;
  }

  /** Leaves a row undecided (no class has any probability) that has no segment. */
  BagDecision decide(Instance row, Pooling pooling, int threads, boolean allowsOverlap)
      throws Exception {
    SegmentReader values = reader(row.dataset());
    FiniteNumbers.check(row);
    if (!allowsOverlap) {
      checkSubject(row);
    }
    float[][] segments = values.segments(row);
    if (segments.length > 0) {
      BagDecision decision = model.decide(segments, pooling, threads);
      checkDecision(decision, row);
      return decision;
    }
    return new BagDecision(new double[model.provenance().classLabels().size()], new double[0][]);
  }

  /** Rejects what Weka would take for a clip that is left undecided, as one without a bag is. */
  private static void checkDecision(BagDecision decision, Instance row) throws WekaException {
    boolean finite =
        Stream.concat(Stream.of(decision.clip()), Arrays.stream(decision.segments()))
            .flatMapToDouble(Arrays::stream)
            .allMatch(Double::isFinite);
    if (!finite) {
      throw new WekaException(
          "The model's probabilities for %s are no finite numbers: its values lie too far from those that the model was trained on; check how they were made."
              .formatted(FiniteNumbers.name(row)));
    }
  }

  private synchronized SegmentReader reader(Instances table) throws WekaException {
    if (table == null) {
      throw new WekaException("An instance without a data set cannot be classified.");
    }
    if (reader == null || header != table) {
      SegmentReader found = new SegmentReader(table);
      SegmentTable.checkFits("The model", model.provenance().features(), found.features());
      checkClasses(table);
      reader = found;
      header = table;
    }
    return reader;
  }

  /** Weka would read the probabilities as those of the table's classes, in its order. */
  private void checkClasses(Instances table) throws WekaException {
    List<String> trained = model.provenance().classLabels();
    boolean known = table.classIndex() >= 0 && table.classAttribute().isNominal();
    if (known && !trained.equals(ClipTable.labels(table.classAttribute()))) {
      throw new WekaException(
          "The model has the classes %s, but table '%s' has %s; make both with the same list of emotions in the same order (-emotions)."
              .formatted(
                  String.join(", ", trained),
                  FeatureSignature.corpusOf(table.relationName()),
                  String.join(", ", ClipTable.labels(table.classAttribute()))));
    }
  }

  private void checkSubject(Instance row) throws WekaException {
    int index = ClipTable.subjectIndex(row.dataset());
    if (index >= 0
        && !row.isMissing(index)
        && model.provenance().sourceSubjects().contains(row.stringValue(index))) {
      throw SegmentTable.overlap(row.stringValue(index), "test data");
    }
  }
}
