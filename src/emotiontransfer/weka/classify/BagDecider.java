package emotiontransfer.weka.classify;

import emotiontransfer.pathnet.Pooling;
import emotiontransfer.weka.classify.SegmentClassifier.BagDecision;
import emotiontransfer.weka.table.ClipTable;
import emotiontransfer.weka.table.SegmentReader;
import org.apache.commons.lang3.ArrayUtils;
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

  BagDecision decide(Instance row, Pooling pooling, int threads, boolean allowsOverlap)
      throws Exception {
    float[][] segments = reader(row.dataset()).segments(row);
    if (!allowsOverlap) {
      checkSubject(row);
    }
    if (segments.length > 0) {
      return model.decide(segments, pooling, threads);
    }
    Double[] priors = model.provenance().classPriors().toArray(Double[]::new);
    return new BagDecision(ArrayUtils.toPrimitive(priors), new double[0][]);
  }

  private synchronized SegmentReader reader(Instances table) throws WekaException {
    if (table == null) {
      throw new WekaException("An instance without a data set cannot be classified.");
    }
    if (reader == null || header != table) {
      SegmentReader found = new SegmentReader(table);
      SegmentTable.checkFits("The model", model.provenance().features(), found.features());
      reader = found;
      header = table;
    }
    return reader;
  }

  private void checkSubject(Instance row) throws WekaException {
    int index = ClipTable.subjectIndex(row.dataset());
    if (index >= 0
        && !row.isMissing(index)
        && model.provenance().sourceSubjects().contains(row.stringValue(index))) {
      throw new WekaException(
          ("Subject %s was in the training data of the source model, so that a test on it would not"
                  + " be subject-independent; use another source, or -allow-subject-overlap.")
              .formatted(row.stringValue(index)));
    }
  }
}
