package emotiontransfer.study.report;

import emotiontransfer.study.plan.Setting;
import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.study.run.SettingResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a report tells.
 *
 * @param request what was asked for
 * @param results of the settings that were run
 * @param skipped why each other setting was not run
 * @param pictures of each setting that was run, by kind
 * @param foldsBefore folds that were there when the study was started
 * @param seconds wall time of this start, without the report
 */
public record StudyFacts(
    StudyRequest request,
    List<SettingResult> results,
    Map<Setting, String> skipped,
    Map<Setting, SettingPictures> pictures,
    int foldsBefore,
    double seconds) {

  /**
   * The pictures of a setting.
   *
   * @param confusions a confusion matrix for each system
   * @param curves the learning curves; empty where none was measured
   * @param rocs ROC curves for each system
   * @param pathways drawings of pathways; empty without PathNets
   */
  public record SettingPictures(
      List<Block.Picture> confusions,
      List<Block.Picture> curves,
      List<Block.Picture> rocs,
      List<Block.Picture> pathways) {

    /** Copies the lists. */
    public SettingPictures {
      confusions = List.copyOf(confusions);
      curves = List.copyOf(curves);
      rocs = List.copyOf(rocs);
      pathways = List.copyOf(pathways);
    }
  }

  /** Copies the collections. */
  public StudyFacts {
    results = List.copyOf(results);
    skipped = new LinkedHashMap<>(skipped);
    pictures = Map.copyOf(pictures);
  }
}
