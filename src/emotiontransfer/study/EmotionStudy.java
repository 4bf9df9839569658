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
import emotiontransfer.study.run.StudyFolder;
import emotiontransfer.weka.command.AbstractCommand;
import emotiontransfer.weka.command.CommandLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weka.core.WekaException;

/**
 * Runs the paper's study on the corpora that are there, and leaves a report.
 *
 * <pre>
 * weka.Run emotiontransfer.study.EmotionStudy -corpora DIR -out DIR
 * weka.Run emotiontransfer.study.EmotionStudy -source A+B -destination C -out DIR
 * </pre>
 *
 * <p>Every fold is written as soon as it is done. A study that was killed goes on when it is
 * started again with the same options, and ends with the same tables.
 */
public final class EmotionStudy extends AbstractCommand {

  private static final String NO_SYSTEM =
      "None of its systems can run without more source corpora; choose others with -systems.";

  @Override
  protected void execute(CommandLine line) throws Exception {
    StudyRequest request = StudyRequest.parse(line);
    try (StudyFolder folder = StudyFolder.lock(request.out())) {
      long start = System.nanoTime();
      int before = folder.finishedFolds();
      Map<Setting, String> skipped = new LinkedHashMap<>();
      List<SettingResult> results = results(request, skipped);
      if (results.isEmpty()) {
        throw new WekaException("No setting can be run: " + String.join(" ", skipped.values()));
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      write(request, skipped, new RunSection(request, results, before, seconds));
    }
    System.out.println("The report is " + request.out().resolve("report.html"));
  }

  private static List<SettingResult> results(StudyRequest request, Map<Setting, String> skipped)
      throws Exception {
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
      SettingResult result = new SettingRun(request, corpora).run();
      if (result.runs().isEmpty()) {
        skipped.put(setting, NO_SYSTEM);
      } else {
        results.add(result);
      }
    }
    return results;
  }

  private static void write(StudyRequest request, Map<Setting, String> skipped, RunSection how)
      throws Exception {
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

  public static void main(String[] args) throws Exception {
    new EmotionStudy().run(null, args);
  }
}
