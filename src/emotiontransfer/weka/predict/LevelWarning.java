package emotiontransfer.weka.predict;

import emotiontransfer.data.Provenance.LevelRange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Warns of clips that are much louder or quieter than those that a model was trained on. */
final class LevelWarning {

  /** Twice the amplitude: so far beyond the range that nearly all training clips lie in. */
  private static final double MARGIN = 6;

  private LevelWarning() {}

  /**
   * Returns a sentence on the clips more than 6 dB outside of the range, if there are any.
   *
   * @param clips levels in dB, NaN where unknown
   */
  static Optional<String> of(LevelRange trained, List<Double> clips) {
    double low = trained.low();
    double high = trained.high();
    // Nothing is outside where the range is not known.
    List<Double> outside =
        clips.stream().filter(level -> level < low - MARGIN || level > high + MARGIN).toList();
    if (outside.isEmpty()) {
      return Optional.empty();
    }
    double mean = outside.stream().mapToDouble(Double::doubleValue).average().getAsDouble();
    String side =
        mean > high
            ? String.format(Locale.ROOT, "%.1f dB above", mean - high)
            : mean < low
                ? String.format(Locale.ROOT, "%.1f dB below", low - mean)
                : "on both sides of";
    return Optional.of(
        String.format(
            Locale.ROOT,
            "Warning: %d of %d clips lie outside of the levels that the model was trained on: their"
                + " mean log energy is %.1f dB, %s the training range of %.1f to %.1f dB, so that"
                + " loudness alone may decide; train on features built with -level clip, or"
                + " normalise the files' level.",
            outside.size(),
            clips.size(),
            mean,
            side,
            low,
            high));
  }
}
