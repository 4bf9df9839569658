package emotiontransfer.data;

import java.util.List;

/**
 * What a model remembers of a source model.
 *
 * @param name of the source's file
 * @param corpus that the source was evolved on
 * @param subjects whose recordings it was evolved on
 * @param sha256 of the source's numbers, 64 hexadecimal digits
 */
public record SourceInfo(String name, String corpus, List<String> subjects, String sha256) {

  /** Copies the list. */
  public SourceInfo {
    subjects = List.copyOf(subjects);
  }
}
