package emotiontransfer.corpus;

import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Modality;
import java.nio.file.Path;
import java.util.Map;

/**
 * One labelled recording.
 *
 * @param file absolute path
 * @param relative path below the corpus folder with {@code /} between folders, or as a CSV file
 *     gives it; clips are ordered by it
 * @param subject with the prefix, for example {@code emodb-03}
 * @param extras value by column, for the columns that a CSV file has beside file, subject and
 *     emotion; a column without value is absent
 */
public record Clip(
    Path file,
    String relative,
    Modality modality,
    String subject,
    Emotion emotion,
    Map<String, String> extras) {

  public Clip {
    extras = Map.copyOf(extras);
  }
}
