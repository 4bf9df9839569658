package emotiontransfer.data;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The kind of inputs that a model was trained on.
 *
 * @param signature filter and settings that made them; empty where unknown
 * @param namesHash SHA-256 of the attribute names in their order
 * @param inputs number of values of a segment
 */
public record FeatureInfo(String signature, String namesHash, int inputs) {

  /** How faces are found is named for those who read further clips: a crop means the same. */
  private static final Pattern DETECTION = Pattern.compile(" -detect \\w+");

  /** Returns whether values of two signatures mean the same. */
  public static boolean sameMeaning(String one, String other) {
    return DETECTION.matcher(one).replaceAll("").equals(DETECTION.matcher(other).replaceAll(""));
  }

  /**
   * Returns whether number and names are equal, and what the signatures mean where both are known.
   */
  public boolean fits(FeatureInfo other) {
    boolean sameSignature =
        signature.isEmpty() || other.signature.isEmpty() || sameMeaning(signature, other.signature);
    return inputs == other.inputs && namesHash.equals(other.namesHash) && sameSignature;
  }

  /** Returns signature and number of values, for messages. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s (%s values, names %.8s)",
        signature.isEmpty() ? "unnamed features" : signature,
        inputs,
        namesHash);
  }
}
