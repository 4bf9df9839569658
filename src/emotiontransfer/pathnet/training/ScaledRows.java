package emotiontransfer.pathnet.training;

import emotiontransfer.data.InputBlocks;
import emotiontransfer.data.Scaling;
import emotiontransfer.data.SegmentRows;
import emotiontransfer.pathnet.segment.InputLayer;
import java.util.Arrays;

/**
 * Training segments as the network sees them: scaled while they are read, so that folds with
 * different scalings share one copy of a corpus.
 */
public final class ScaledRows implements InputLayer.Rows {

  private final SegmentRows rows;
  private final InputBlocks blocks;
  private final float[][] mean;
  private final float[][] factor;
  private final float[] replacement;
  private final boolean complete;

  /**
   * Prepares the reading.
   *
   * @param scaling fitted on them or on those of the evolution's beginning
   * @param complete whether no value is missing
   */
  public ScaledRows(SegmentRows rows, Scaling scaling, boolean complete) {
    this.rows = rows;
    this.blocks = InputBlocks.of(rows.inputs());
    this.mean = divided(scaling.mean());
    this.factor = divided(scaling.factor());
    this.replacement = scaling.replacement();
    this.complete = complete;
  }

  private float[][] divided(float[] values) {
    float[][] parts = new float[blocks.count()][];
    for (int b = 0; b < parts.length; b++) {
      parts[b] = Arrays.copyOfRange(values, blocks.start(b), blocks.start(b + 1));
    }
    return parts;
  }

  public int count() {
    return rows.rows();
  }

  @Override
  public InputBlocks blocks() {
    return blocks;
  }

  @Override
  public void read(int row, int block, float[] values) {
    int start = blocks.start(block);
    rows.read(row, start, blocks.length(block), values);
    if (!complete) {
      Scaling.replaceMissing(values, replacement, start);
    }
    Scaling.apply(values, mean[block], factor[block]);
  }
}
