package emotiontransfer.weka.filter;

import emotiontransfer.media.ClipRemark;
import emotiontransfer.weka.progress.WindowLog;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import weka.gui.Logger;

/** Takes what is odd about clips that a filter has read. */
@FunctionalInterface
public interface RemarkTaker {

  /**
   * Takes the remarks on a batch.
   *
   * @param clips how many clips the batch has
   * @param givenOrNull the filter's log; null for the window's
   */
  void accept(List<ClipRemark> remarks, int clips, Logger givenOrNull);

  /** Returns one that logs a sentence for each kind, but once only for clips that come singly. */
  static RemarkTaker logging() {
    Set<ClipRemark.Kind> logged = EnumSet.noneOf(ClipRemark.Kind.class);
    return (remarks, clips, log) -> {
      List<ClipRemark> fresh =
          remarks.stream().filter(remark -> clips > 1 || !logged.contains(remark.kind())).toList();
      fresh.forEach(remark -> logged.add(remark.kind()));
      ClipRemark.sentences(fresh, clips).forEach(sentence -> WindowLog.warn(log, sentence));
    };
  }
}
