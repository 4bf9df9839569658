package emotiontransfer.weka.classify;

import emotiontransfer.data.Provenance;
import emotiontransfer.pathnet.Pooling;
import emotiontransfer.weka.classify.SegmentClassifier.BagDecision;
import emotiontransfer.weka.table.ClipTable;
import emotiontransfer.weka.table.SegmentReader;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;

/** Lets a model decide about the rows of tables, if they have its features. */
final class BagDecider {

  private final SegmentModel model;
  private final Provenance provenance;
  private SegmentReader reader;
  private Instances header;

  BagDecider(SegmentModel model) {
    this.model = model;
    this.provenance = model.provenance();
  }

  BagDecision decide(Instance row, Pooling pooling, int threads, boolean allowsOverlap)
      throws Exception {
    float[][] segments = reader(row.dataset()).segments(row);
    if (!allowsOverlap) {
      checkSubject(row);
    }
    return segments.length > 0
        ? model.decide(segments, pooling, threads)
        : new BagDecision(
            provenance.classPriors().stream().mapToDouble(Double::doubleValue).toArray(),
            new double[0][]);
  }

  private synchronized SegmentReader reader(Instances table) throws WekaException {
    if (table == null) {
      throw new WekaException("An instance without a data set cannot be classified.");
    }
    if (reader == null || header != table) {
      SegmentReader found = new SegmentReader(table);
      SegmentTable.checkFits(
          "The model", provenance.features(), SegmentTable.features(table, found));
      reader = found;
      header = table;
    }
    return reader;
  }

  private void checkSubject(Instance row) throws WekaException {
    int index = ClipTable.subjectIndex(row.dataset());
    if (index >= 0
        && !row.isMissing(index)
        && provenance.sourceSubjects().contains(row.stringValue(index))) {
      throw new WekaException(
          ("Subject %s was in the training data of the source model, so that a test on it would not"
                  + " be subject-independent; use another source, or -allow-subject-overlap.")
              .formatted(row.stringValue(index)));
    }
  }
}
