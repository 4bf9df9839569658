package emotiontransfer.pathnet.evolution;

import emotiontransfer.data.Keyword;

/** How many pathways an evolution looks for. */
public enum Pathways implements Keyword {
  /** One for all classes (the paper). */
  ONE,
  /** One for each class against the rest, trained together (the paper's future work). */
  PER_CLASS;
}
