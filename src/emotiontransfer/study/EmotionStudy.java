package emotiontransfer.study;

import emotiontransfer.study.data.CorpusCatalog;
import emotiontransfer.study.data.SettingCorpora;
import emotiontransfer.study.plan.Setting;
import emotiontransfer.study.plan.StudyOptions;
import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.study.report.HtmlReport;
import emotiontransfer.study.report.MarkdownReport;
import emotiontransfer.study.report.StudyFacts;
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

  private static final double NANOS = 1e9;

  @Override
  protected String usage() {
    return StudyOptions.USAGE;
  }

  /**
   * Runs a study.
   *
   * @param options see {@link StudyOptions#USAGE}
   * @throws WekaException if an option is wrong or no setting can be run; the message is a sentence
   *     and a hint
   * @throws Exception if a clip cannot be read, a system fails, or a file cannot be written
   */
  @Override
  protected void execute(CommandLine line) throws Exception {
    System.out.println(report(StudyOptions.parse(line)));
  }

  /**
   * Runs what is not there yet and writes the report.
   *
   * @param request what is asked for
   * @return one line that says where the report is
   * @throws Exception as {@link #run}
   */
  static String report(StudyRequest request) throws Exception {
    try (StudyFolder folder = StudyFolder.lock(request.out())) {
      long start = System.nanoTime();
      int before = folder.finishedFolds();
      Map<Setting, String> skipped = new LinkedHashMap<>();
      List<SettingResult> results = results(request, skipped);
      if (results.isEmpty()) {
        throw new WekaException("No setting can be run: " + String.join(" ", skipped.values()));
      }
      double seconds = (System.nanoTime() - start) / NANOS;
      write(request, results, skipped, before, seconds);
      return "The report is " + request.out().resolve("report.html");
    }
  }

  private static List<SettingResult> results(StudyRequest request, Map<Setting, String> skipped)
      throws Exception {
    CorpusCatalog catalog = new CorpusCatalog(request.corpora());
    List<SettingResult> results = new ArrayList<>();
    for (Setting setting : request.settings()) {
      try {
        SettingCorpora corpora = SettingCorpora.of(setting, catalog, request.clipsPerCell());
        results.add(new SettingRun(request, corpora).run());
      } catch (SettingCorpora.NotPossible why) {
        skipped.put(setting, why.getMessage());
      }
    }
    return results;
  }

  private static void write(
      StudyRequest request,
      List<SettingResult> results,
      Map<Setting, String> skipped,
      int before,
      double seconds)
      throws Exception {
    Path out = request.out();
    Path figures = Files.createDirectories(out.resolve("figures"));
    Path tables = Files.createDirectories(out.resolve("tables"));
    Map<Setting, StudyFacts.SettingPictures> pictures = new LinkedHashMap<>();
    for (SettingResult result : results) {
      pictures.put(result.corpora().setting(), new StudyFigures(figures, result).draw());
      for (ResultTable table : new SettingTables(result).all()) {
        Files.writeString(tables.resolve(table.id() + ".csv"), table.csv());
      }
    }
    ResultFiles.clips(results, out.resolve("results.csv"));
    ResultFiles.experiment(request, results, out.resolve("experiment.arff"));
    StudyReport report =
        new StudyReport(new StudyFacts(request, results, skipped, pictures, before, seconds));
    Files.writeString(out.resolve("report.md"), MarkdownReport.of(report.blocks()));
    Files.writeString(
        out.resolve("report.html"), new HtmlReport(figures).of(StudyReport.TITLE, report.blocks()));
  }

  /**
   * Runs a study.
   *
   * @param args see {@link StudyOptions#USAGE}
   * @throws Exception if the options are refused or the study fails
   */
  public static void main(String[] args) throws Exception {
    new EmotionStudy().run(null, args);
  }
}
