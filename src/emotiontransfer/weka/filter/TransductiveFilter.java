package emotiontransfer.weka.filter;

import emotiontransfer.weka.table.SignedFilter;
import weka.core.Instances;

/**
 * A filter that uses all clips of a subject, unlabelled, for each of them: of a test subject, too.
 * Figures that were reached behind it are transductive.
 */
public interface TransductiveFilter extends KeepsClipColumns, SignedFilter {

  /** What reports say about figures that were reached behind such a filter. */
  String NOTE =
      "transductive: each test subject is standardised by its own test clips, without their"
          + " classes";

  /**
   * Learns the subjects that were not in the first batch from all their rows, in place of those of
   * an earlier call. Then each of these rows is filtered alone as among the others.
   *
   * @param rows as this filter gets them, behind the filters before it
   */
  void enroll(Instances rows) throws Exception;
}
