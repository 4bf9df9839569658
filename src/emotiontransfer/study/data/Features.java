package emotiontransfer.study.data;

import emotiontransfer.corpus.scheme.Modality;
import weka.core.Instances;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.BagFunctionals;
import weka.filters.unsupervised.attribute.FaceCrop;
import weka.filters.unsupervised.attribute.MelDeltaSpectrogram;
import weka.filters.unsupervised.attribute.Remove;

/** Turns tables of clips into what the systems learn from. No step learns anything itself. */
public final class Features {

  private Features() {}

  /**
   * Returns the bags of segments or faces of clips. Clips that were decoded before come out of the
   * cache.
   *
   * @param clips file, subject, emotion
   * @throws Exception if a clip cannot be read
   */
  public static Instances bags(Instances clips, Modality modality) throws Exception {
    return filtered(clips, modality == Modality.AUDIO ? new MelDeltaSpectrogram() : new FaceCrop());
  }

  /**
   * Summarises each bag in a row of numbers: mean, deviation and percentiles over the time of each
   * clip. A row depends on its own bag alone, so that this can be done once for all folds.
   */
  public static Instances functionals(Instances bags) throws Exception {
    return filtered(bags, new BagFunctionals());
  }

  /** Returns a table without a column. */
  public static Instances without(Instances table, String column) throws Exception {
    Remove remove = new Remove();
    remove.setAttributeIndicesArray(new int[] {table.attribute(column).index()});
    Instances rest = filtered(table, remove);
    rest.setRelationName(table.relationName());
    return rest;
  }

  private static Instances filtered(Instances table, Filter filter) throws Exception {
    filter.setInputFormat(table);
    return Filter.useFilter(table, filter);
  }
}
