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

  /**
   * A setting that was run.
   *
   * @param pictures by the part of the report in which they stand; a part may be absent
   */
  public record SettingFacts(
      SettingResult result, SettingTables tables, Map<String, List<Report.Picture>> pictures) {

    Setting setting() {
      return result.corpora().setting();
    }
  }
}
