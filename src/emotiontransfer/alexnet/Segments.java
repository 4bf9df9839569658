package emotiontransfer.alexnet;

/** Labelled segments to learn from, read one at a time so that no copy of a corpus is needed. */
public interface Segments {

  /** Returns the number of segments, at least 1. */
  int size();

  /**
   * Returns the values of a segment.
   *
   * @param segment from 0
   * @return channel by channel, row by row; NaN where a value is missing
   */
  float[] values(int segment);

  /**
   * Returns the class of a segment.
   *
   * @param segment from 0
   * @return index from 0
   */
  int label(int segment);

  /**
   * Returns the weight of a segment's loss.
   *
   * @param segment from 0
   * @return 1 on average over all segments
   */
  double weight(int segment);
}
