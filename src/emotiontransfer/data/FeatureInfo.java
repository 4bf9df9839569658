package emotiontransfer.data;

/**
 * The kind of inputs that a model understands.
 *
 * @param signature filter and settings that made them; empty where unknown
 * @param namesHash SHA-256 of the attribute names in their order
 * @param inputs number of values of a segment
 */
public record FeatureInfo(String signature, String namesHash, int inputs) {

  /**
   * Returns whether a segment of other features has the same meaning.
   *
   * @return true if number and names are equal, and the signatures too where both are known
   */
  public boolean fits(FeatureInfo other) {
    boolean sameSignature =
        signature.isEmpty() || other.signature.isEmpty() || signature.equals(other.signature);
    return inputs == other.inputs && namesHash.equals(other.namesHash) && sameSignature;
  }

  /** Returns signature and number of values, for messages. */
  @Override
  public String toString() {
    return (signature.isEmpty() ? "unnamed features" : signature)
        + " ("
        + inputs
        + " values, names "
        + namesHash.substring(0, Math.min(8, namesHash.length()))
        + ")";
  }
}
