package emotiontransfer.pathnet.transfer;

import emotiontransfer.numeric.Sha256;
import emotiontransfer.pathnet.network.PathNetShape;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;

/**
 * The seed of an evolution's one generator: the user's seed mixed with the lineage, so that a
 * destination never repeats the draws of its source (notes, question 21).
 *
 * <p>A source counts by what it has learnt: dimensions, parameters of its active modules, and head.
 * File names, options and wall time are left out, so that equal sources give equal seeds.
 */
public final class LineageSeed {

  private LineageSeed() {}

  /**
   * Returns the first 64 bits of a SHA-256 of the user's seed and of the number and fingerprints of
   * the sources, oldest first; without a source the seed itself.
   */
  public static long mix(long seed, List<Source> sources) {
    if (sources.isEmpty()) {
      return seed;
    }
    MessageDigest digest = Sha256.digest();
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).flip());
    integers(digest, sources.size());
    for (Source source : sources) {
      digest.update(fingerprint(source));
    }
    return ByteBuffer.wrap(digest.digest()).getLong();
  }

  private static byte[] fingerprint(Source source) {
    MessageDigest digest = Sha256.digest();
    PathNetShape shape = source.grid().shape();
    integers(digest, shape.inputs(), shape.layers(), shape.modules());
    integers(digest, shape.neurons(), shape.maxActive(), shape.classes());
    for (int layer = 0; layer < shape.layers(); layer++) {
      for (int module : source.active().modules(layer)) {
        integers(digest, layer, module);
        floats(digest, source.grid().weights(layer, module));
        floats(digest, source.grid().biases(layer, module));
      }
    }
    floats(digest, source.head().weights());
    floats(digest, source.head().biases());
    return digest.digest();
  }

  private static void integers(MessageDigest digest, int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * values.length);
    bytes.asIntBuffer().put(values);
    digest.update(bytes);
  }

  private static void floats(MessageDigest digest, float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(Float.BYTES, values.length));
    bytes.asFloatBuffer().put(values);
    digest.update(bytes);
  }
}
