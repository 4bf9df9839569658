package emotiontransfer.weka.gui.recognise;

import emotiontransfer.file.Shown;
import emotiontransfer.weka.predict.PredictionText.Clip;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;

/**
 * A row of the table.
 *
 * @param clip empty where the file could not be read
 * @param faces some of the faces that the model saw, evenly over the clip; none of sound
 * @param note what makes the decision doubtful, or why there is none; may be empty
 */
record ClipRow(Path file, Optional<Clip> clip, List<BufferedImage> faces, String note) {

  /** Returns the row of a file that could not be read; the row names the file already. */
  static ClipRow unreadable(Path file, String sentence) {
    String reason = StringUtils.removeStart(sentence, "Clip '" + Shown.name(file) + "' ");
    return new ClipRow(file, Optional.empty(), List.of(), reason);
  }
}
