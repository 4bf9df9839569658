package emotiontransfer.data;

import java.util.List;

/**
 * A source model as its successors record it.
 *
 * @param name of the source's file
 * @param corpus that the source was trained on
 * @param subjects of that corpus
 * @param sha256 of the source's numbers, 64 hexadecimal digits
 */
public record SourceInfo(String name, String corpus, List<String> subjects, String sha256) {

  public SourceInfo {
    subjects = List.copyOf(subjects);
  }
}
