package emotiontransfer.pathnet.transfer;

import emotiontransfer.numeric.BinaryWriter;
import emotiontransfer.pathnet.network.PathNetShape;
import java.util.HexFormat;
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
    String hash =
        BinaryWriter.hash(
            out -> {
              out.integers((int) (seed >>> Integer.SIZE), (int) seed, sources.size());
              for (Source source : sources) {
                out.stream().write(HexFormat.of().parseHex(fingerprint(source)));
              }
            });
    return Long.parseUnsignedLong(hash, 0, Long.BYTES * 2, 16);
  }

  private static String fingerprint(Source source) {
    PathNetShape shape = source.grid().shape();
    return BinaryWriter.hash(
        out -> {
          out.integers(shape.inputs(), shape.layers(), shape.modules());
          out.integers(shape.neurons(), shape.maxActive(), shape.classes());
          for (int layer = 0; layer < shape.layers(); layer++) {
            for (int module : source.active().modules(layer)) {
              out.integers(layer, module);
              out.uncounted(source.grid().weights(layer, module));
              out.uncounted(source.grid().biases(layer, module));
            }
          }
          out.uncounted(source.head().weights());
          out.uncounted(source.head().biases());
        });
  }
}
