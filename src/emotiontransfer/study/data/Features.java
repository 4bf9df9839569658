package emotiontransfer.study.data;

import emotiontransfer.corpus.scheme.Modality;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.WekaException;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.BagFunctionals;
import weka.filters.unsupervised.attribute.MelDeltaSpectrogram;
import weka.filters.unsupervised.attribute.Remove;

/** Turns tables of clips into what the systems learn from. No step learns anything itself. */
public final class Features {

  private static final String FACE_FILTER = "weka.filters.unsupervised.attribute.FaceCrop";

  private Features() {}

  /**
   * Makes bags of segments or faces. Clips that were decoded before come out of the cache.
   *
   * @param clips file, subject, emotion
   * @param modality audio or video
   * @return a bag table
   * @throws Exception if a clip cannot be read
   */
  public static Instances bags(Instances clips, Modality modality) throws Exception {
    Filter filter = filter(modality);
    filter.setInputFormat(clips);
    return Filter.useFilter(clips, filter);
  }

  private static Filter filter(Modality modality) throws WekaException {
    if (modality == Modality.AUDIO) {
      return new MelDeltaSpectrogram();
    }
    try {
      return (Filter) Utils.forName(Filter.class, FACE_FILTER, new String[0]);
    } catch (Exception absent) {
      throw new WekaException(
          "This installation has no filter FaceCrop, which video clips need.", absent);
    }
  }

  /**
   * Summarises each bag in a row of numbers. A row depends on its own bag alone, so that this can
   * be done once for all folds.
   *
   * @param bags a bag table
   * @return mean, deviation and percentiles over the time of each clip
   * @throws Exception if the filter fails
   */
  public static Instances functionals(Instances bags) throws Exception {
    BagFunctionals filter = new BagFunctionals();
    filter.setInputFormat(bags);
    return Filter.useFilter(bags, filter);
  }

  /**
   * Removes a column.
   *
   * @param table any
   * @param column its name
   * @throws Exception if the filter fails
   */
  public static Instances without(Instances table, String column) throws Exception {
    Remove remove = new Remove();
    remove.setAttributeIndicesArray(new int[] {table.attribute(column).index()});
    remove.setInputFormat(table);
    Instances rest = Filter.useFilter(table, remove);
    rest.setRelationName(table.relationName());
    return rest;
  }
}
