package emotiontransfer.pathnet.transfer;

import emotiontransfer.data.Keyword;

/** The use of the modules of a source's best pathway (notes, question 5). */
public enum SourceUse implements Keyword {
  /** Frozen, and active in every pathway (the paper). */
  FROZEN,
  /** Frozen, and active only where the genotype picks them (Fernando et al. 2017). */
  REUSABLE,
  /** Active in every pathway, and trained on from the source's parameters. */
  FINE_TUNE,
  /**
   * All modules of the grid begin with the source's parameters, and all are trained on; one pathway
   * of the population begins as the source's best.
   */
  INITIALIZE;
}
