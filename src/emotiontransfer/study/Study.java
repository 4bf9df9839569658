package emotiontransfer.study;

import emotiontransfer.file.WholeFile;
import emotiontransfer.study.data.CorpusCatalog;
import emotiontransfer.study.data.SettingCorpora;
import emotiontransfer.study.plan.Setting;
import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.study.report.Report;
import emotiontransfer.study.report.RunSection;
import emotiontransfer.study.report.SettingFigures;
import emotiontransfer.study.report.SettingSection;
import emotiontransfer.study.report.StudyReport;
import emotiontransfer.study.result.ResultFiles;
import emotiontransfer.study.result.ResultTable;
import emotiontransfer.study.result.SettingTables;
import emotiontransfer.study.run.SettingResult;
import emotiontransfer.study.run.SettingRun;
import emotiontransfer.study.run.StudyExecutor;
import emotiontransfer.study.run.StudyFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weka.core.WekaException;

/**
 * A study from its request to its report.
 *
 * @param executor where its tasks run
 */
public record Study(StudyRequest request, StudyExecutor executor) {

  private static final String NO_SYSTEM =
      "None of its systems can run without more source corpora; choose others with -systems.";

  /**
   * Runs what is not done yet.
   *
   * @return the report
   * @throws WekaException if no setting can be run, or as the first task that failed
   */
  public Path run() throws Exception {
    try (StudyFolder folder = StudyFolder.lock(request.out())) {
      long start = System.nanoTime();
      int before = folder.finishedFolds();
      Map<Setting, String> skipped = new LinkedHashMap<>();
      List<SettingResult> results = results(skipped);
      if (results.isEmpty()) {
        throw new WekaException("No setting can be run: " + String.join(" ", skipped.values()));
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      String atOnce = executor.description(request);
      write(skipped, new RunSection(request, results, before, seconds, atOnce));
    }
    return request.out().resolve("report.html");
  }

  private List<SettingResult> results(Map<Setting, String> skipped) throws Exception {
    CorpusCatalog catalog = new CorpusCatalog(request.corpora());
    List<SettingResult> results = new ArrayList<>();
    for (Setting setting : request.settings()) {
      SettingCorpora corpora;
      try {
        corpora = SettingCorpora.of(setting, catalog, request.clipsPerCell());
      } catch (IllegalArgumentException notPossible) {
        skipped.put(setting, notPossible.getMessage());
        continue;
      }
      SettingResult result = new SettingRun(request, corpora, executor).run();
      if (result.runs().isEmpty()) {
        skipped.put(setting, NO_SYSTEM);
      } else {
        results.add(result);
      }
    }
    return results;
  }

  private void write(Map<Setting, String> skipped, RunSection how) throws Exception {
    Path out = request.out();
    Path figures = Files.createDirectories(out.resolve("figures"));
    Path files = Files.createDirectories(out.resolve("tables"));
    Report report = new Report(figures);
    List<SettingSection> settings = new ArrayList<>();
    for (SettingResult result : how.results()) {
      SettingTables tables = SettingTables.of(result);
      for (ResultTable table : tables.byName().values()) {
        WholeFile.write(files.resolve(table.id() + ".csv"), table.csv());
      }
      settings.add(
          new SettingSection(request, tables, SettingFigures.draw(figures, tables), report));
    }
    ResultFiles.clips(how.results(), out.resolve("results.csv"));
    ResultFiles.fewSubjects(how.results(), out.resolve("few-subjects.csv"));
    ResultFiles.experiment(request.protocol(), how.results(), out.resolve("experiment.arff"));
    new StudyReport(request, settings, skipped, how).write(report);
    WholeFile.write(out.resolve("report.md"), report.markdown());
    WholeFile.write(out.resolve("report.html"), report.html());
  }
}
