package emotiontransfer.pathnet.evolution;

import emotiontransfer.data.Keyword;

/** What happens to a mutated gene that leaves the range of module indices (notes, question 1). */
public enum Boundary implements Keyword {
  /** The index is taken modulo the number of modules. */
  WRAP,
  /** The index is held at the nearer end of the range. */
  CLAMP;

  int apply(int gene, int modules) {
    return switch (this) {
      case WRAP -> Math.floorMod(gene, modules);
      case CLAMP -> Math.max(0, Math.min(modules - 1, gene));
    };
  }
}
