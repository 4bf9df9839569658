package emotiontransfer.data;

import java.util.Locale;

/**
 * The kind of inputs that a model was trained on.
 *
 * @param signature filter and settings that made them; empty where unknown
 * @param namesHash SHA-256 of the attribute names in their order
 * @param inputs number of values of a segment
 */
public record FeatureInfo(String signature, String namesHash, int inputs) {

  /** Returns whether number and names are equal, and the signatures where both are known. */
  public boolean fits(FeatureInfo other) {
    boolean sameSignature =
        signature.isEmpty() || other.signature.isEmpty() || signature.equals(other.signature);
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
