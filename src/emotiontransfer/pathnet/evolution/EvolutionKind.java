package emotiontransfer.pathnet.evolution;

import emotiontransfer.data.Keyword;

/** How a pathway is found. */
public enum EvolutionKind implements Keyword {
  /** By binary tournament (the paper). */
  TOURNAMENT,
  /** Not at all: one random pathway is trained as often as the contestants of a tournament. */
  FIXED;
}
