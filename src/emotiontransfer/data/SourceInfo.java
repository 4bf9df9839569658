package emotiontransfer.data;

import java.util.List;

/**
 * A source model as its successors record it.
 *
 * @param name of its file
 * @param corpus that it was trained on
 * @param sha256 of its numbers
 */
public record SourceInfo(String name, String corpus, List<String> subjects, String sha256) {

  public SourceInfo {
    subjects = List.copyOf(subjects);
  }
}
