package emotiontransfer.study.report;

import emotiontransfer.study.plan.Setting;
import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.study.result.SettingTables;
import emotiontransfer.study.run.SettingResult;
import java.util.List;
import java.util.Map;

/**
 * All that a report is about.
 *
 * @param settings that were run, in order
 * @param skipped why each other setting was not run
 * @param foldsBefore folds that were there when the study was started
 * @param seconds wall time of this start, without the report
 */
public record StudyFacts(
    StudyRequest request,
    List<SettingFacts> settings,
    Map<Setting, String> skipped,
    int foldsBefore,
    double seconds) {

  /** A setting that was run, with its tables and pictures. */
  public record SettingFacts(SettingResult result, SettingTables tables, SettingPictures pictures) {

    Setting setting() {
      return result.corpora().setting();
    }
  }

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
      List<Block.Picture> pathways) {}
}
