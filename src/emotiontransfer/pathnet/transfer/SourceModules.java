package emotiontransfer.pathnet.transfer;

import emotiontransfer.pathnet.network.Pathway;

/**
 * The part that modules of source pathways play in an evolution.
 *
 * @param frozen modules whose parameters never change
 * @param always modules that take part in every pathway, outside the budget of N
 */
public record SourceModules(Pathway frozen, Pathway always) {

  public static SourceModules of(Pathway source, SourceUse use) {
    Pathway none = Pathway.empty(source.layers().size());
    return switch (use) {
      case FROZEN -> new SourceModules(source, source);
      case REUSABLE -> new SourceModules(source, none);
      case INITIALIZE -> new SourceModules(none, none);
      case FINE_TUNE -> new SourceModules(none, source);
    };
  }

  /** Returns all modules that take part when a genotype picks some. */
  public Pathway active(Pathway picked) {
    return picked.union(always);
  }
}
