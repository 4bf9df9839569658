package emotiontransfer.pathnet;

/** What happens to a mutated gene that leaves the range of module indices (notes, question 1). */
public enum Boundary {
  /** The index is taken modulo the number of modules. */
  WRAP {
    @Override
    int apply(int gene, int modules) {
      return Math.floorMod(gene, modules);
    }
  },
  /** The index is held at the nearer end of the range. */
  CLAMP {
    @Override
    int apply(int gene, int modules) {
      return Math.max(0, Math.min(modules - 1, gene));
    }
  };

  abstract int apply(int gene, int modules);
}
