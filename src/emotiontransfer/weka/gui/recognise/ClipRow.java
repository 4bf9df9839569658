package emotiontransfer.weka.gui.recognise;

import emotiontransfer.weka.predict.PredictionText.Clip;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A row of the table.
 *
 * @param clip empty where the file could not be read
 * @param note what makes the decision doubtful, or why there is none; may be empty
 */
record ClipRow(Path file, Optional<Clip> clip, String note) {}
