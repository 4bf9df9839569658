package emotiontransfer.study.run;

import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.study.data.ClipSet;
import emotiontransfer.study.data.SettingCorpora;
import emotiontransfer.weka.filter.SubjectStandardizer;
import emotiontransfer.weka.filter.store.StoreChoice;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.lang3.function.FailableCallable;
import weka.core.Instances;

/**
 * The bags of a setting's clips, each table decoded once, when the first task of this process needs
 * it; the others wait for it.
 */
final class SettingBags {

  private final SettingCorpora corpora;
  private final boolean withSubject;
  private final StoreChoice store;
  private final Map<String, Instances> tables = new HashMap<>();

  /**
   * Creates the bags of a setting; nothing is decoded yet.
   *
   * @param withSubject whether the destination's tables name the subjects
   * @param store of decoded clips
   */
  SettingBags(SettingCorpora corpora, boolean withSubject, StoreChoice store) {
    this.corpora = corpora;
    this.withSubject = withSubject;
    this.store = store;
  }

  private Modality modality() {
    return corpora.setting().modality();
  }

  /** Returns the destination's bags. */
  synchronized Instances destination() throws Exception {
    return table("destination", () -> corpora.destination().bags(modality(), withSubject, store));
  }

  /** Returns the destination's functionals, a row for each clip. */
  synchronized Instances functionals() throws Exception {
    return table("functionals", () -> ClipSet.functionals(destination()));
  }

  /** Returns the bags of a source. */
  synchronized Instances source(ClipSet clips, boolean standardized) throws Exception {
    String key = "source " + clips.name();
    return standardized
        ? table(
            key + SubjectStandardizer.SIGNATURE,
            () -> ClipSet.subjectStandardized(source(clips, false)))
        : table(key, () -> clips.bags(modality(), true, store));
  }

  private Instances table(String key, FailableCallable<Instances, Exception> maker)
      throws Exception {
    if (!tables.containsKey(key)) {
      tables.put(key, maker.call());
    }
    return tables.get(key);
  }
}
