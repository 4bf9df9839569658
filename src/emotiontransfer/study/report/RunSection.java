package emotiontransfer.study.report;

import emotiontransfer.corpus.Corpus;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.evaluation.MeanStd;
import emotiontransfer.study.data.ClipSet;
import emotiontransfer.study.fold.FoldRecord;
import emotiontransfer.study.plan.PresetSchemes;
import emotiontransfer.study.plan.Schemes;
import emotiontransfer.study.plan.Setting;
import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.study.plan.StudySystem;
import emotiontransfer.study.report.Report.Code;
import emotiontransfer.study.result.ResultTable;
import emotiontransfer.study.run.SettingResult;
import emotiontransfer.study.run.SettingResult.SystemRun;
import emotiontransfer.study.run.StudyFolder;
import emotiontransfer.weka.evaluation.SubjectFolds;
import emotiontransfer.weka.filter.TransductiveFilter;
import emotiontransfer.weka.preset.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.SystemUtils;
import weka.classifiers.Classifier;
import weka.core.Version;

/**
 * The part of the report on how the study was run, and on what.
 *
 * @param foldsBefore folds that were there when the study was started
 * @param seconds wall time of this start, without the report
 * @param atOnce how many networks were trained at once
 */
public record RunSection(
    StudyRequest request,
    List<SettingResult> results,
    int foldsBefore,
    double seconds,
    String atOnce) {

  private static final Path CPU = Path.of("/proc/cpuinfo");

  private static final String MEASURES =
      "WAR is the accuracy over all clips. UAR is the mean of the emotions' recalls, over"
          + " those that have clips (Table 1 of the paper prints the formula of precision"
          + " there, a misprint). UAP is the mean of the precisions; an emotion that has clips"
          + " but was never predicted counts as 0. In the names of settings V and A are video and"
          + " audio; an arrow leads from the source to the destination.";

  private static final String PAPER_NAMES =
      " eNTER is eNTERFACE'05, SAV is SAVEE, EMO is EMO-DB (Table 2 of the paper).";

  void write(Report report) throws Exception {
    report.heading(2, "Corpora", "corpora");
    corpora(report);
    report.heading(2, "How it was run", "how");
    report.items(settings());
    times(report);
    report.paragraph(MEASURES + (isPaper() ? PAPER_NAMES : ""));
  }

  /** Returns whether any setting is one of the paper's. */
  boolean isPaper() {
    return results.stream()
        .map(result -> result.corpora().setting().name())
        .anyMatch(name -> Setting.PAPER.stream().anyMatch(paper -> paper.name().equals(name)));
  }

  private void corpora(Report report) {
    Map<String, Corpus> corpora = new LinkedHashMap<>();
    Map<String, Set<String>> hashes = new LinkedHashMap<>();
    TreeSet<Emotion> emotions = new TreeSet<>();
    for (SettingResult result : results) {
      for (ClipSet clips : result.corpora().each()) {
        Corpus corpus = clips.corpora().get(0);
        String key = corpus.name() + " (" + result.corpora().setting().modality().keyword() + ")";
        corpora.putIfAbsent(key, corpus);
        hashes.computeIfAbsent(key, none -> new LinkedHashSet<>()).add(clips.sha256());
        emotions.addAll(corpus.emotions());
      }
    }
    List<List<?>> rows = new ArrayList<>();
    corpora.forEach(
        (key, corpus) -> {
          List<Object> row = new ArrayList<>(List.of(key, corpus.scheme().title()));
          Collections.addAll(row, corpus.subjects().size(), corpus.clips().size());
          emotions.forEach(
              e -> row.add(corpus.clips().stream().filter(c -> c.emotion() == e).count()));
          Collections.addAll(row, corpus.rejects().size());
          rows.add(row);
        });
    String columns =
        "Corpus|Scheme|Subjects|Clips|%s|Rejected files".formatted(StringUtils.join(emotions, "|"));
    report.table(new ResultTable("found", "Corpora as they were found", columns, rows), "");
    List<List<?>> digests = new ArrayList<>();
    hashes.forEach((key, each) -> each.forEach(hash -> digests.add(List.of(key, new Code(hash)))));
    report.table(
        new ResultTable("hashes", "Clips that took part", "Corpus|SHA-256", digests),
        "The hash covers path, subject, emotion and content of every clip that took part; with"
            + " different emotions in different settings there is one for each.");
  }

  private List<String> settings() throws Exception {
    String before =
        foldsBefore == 0
            ? "nothing was there before."
            : foldsBefore + " folds were there before and were not done again.";
    Set<String> items = new LinkedHashSet<>();
    Collections.addAll(
        items,
        "Command: weka.Run emotiontransfer.study.EmotionStudy " + request.commandLine(),
        "Versions: emotionTransfer %s, Weka %s".formatted(StudyFolder.version(), Version.VERSION),
        "Machine: " + machine(),
        "Seeds: " + StringUtils.join(request.seeds(), ", "),
        "Networks at once: %s; no result depends on that.".formatted(atOnce),
        String.format(Locale.ROOT, "Wall time of this start: %.1f minutes; ", seconds / 60)
            + before);
    for (SettingResult result : results) {
      items.addAll(methods(result));
    }
    return List.copyOf(items);
  }

  /** Returns the options of each system, and what stands behind them. */
  private List<String> methods(SettingResult result) throws Exception {
    Schemes schemes = request.schemes();
    Modality modality = result.corpora().setting().modality();
    List<String> items = new ArrayList<>();
    for (StudySystem system : result.systems()) {
      String name = result.corpora().setting().title() + ", " + system;
      boolean transductive = schemes.isTransductive(system);
      items.add(name + ": " + schemes.description(system, modality));
      if (system.isPreset() && result.of(system).get(0).source().isPresent()) {
        Classifier source = schemes.source(StudySystem.PRESET, modality, Optional.empty());
        String subjects = transductive ? "; its subjects are standardised, too" : "";
        items.add(name + ", source: " + Schemes.description(source) + subjects);
      }
      if (transductive) {
        items.add(name + ": " + TransductiveFilter.NOTE);
      }
    }
    if (result.systems().stream().anyMatch(StudySystem::isPreset)) {
      Preset preset = PresetSchemes.preset(modality);
      items.add("-preset %s stands for: %s".formatted(preset.keyword(), preset.options()));
    }
    return items;
  }

  /** Returns processor, memory and system, in a line. */
  private static String machine() {
    Runtime runtime = Runtime.getRuntime();
    return "%s, %s cores, %s MB of heap at most; "
            .formatted(processor(), runtime.availableProcessors(), runtime.maxMemory() >> 20)
        + "%s %s (%s); ".formatted(SystemUtils.OS_NAME, SystemUtils.OS_VERSION, SystemUtils.OS_ARCH)
        + "Java %s (%s)".formatted(SystemUtils.JAVA_VERSION, SystemUtils.JAVA_VENDOR);
  }

  private static String processor() {
    String unknown = "processor unknown";
    try (Stream<String> lines = Files.lines(CPU)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(unknown);
    } catch (IOException notLinux) {
      return Objects.requireNonNullElse(System.getenv("PROCESSOR_IDENTIFIER"), unknown);
    }
  }

  private void times(Report report) {
    List<List<?>> rows = new ArrayList<>();
    for (SettingResult result : results) {
      String setting = result.corpora().setting().title();
      for (StudySystem system : result.systems()) {
        rows.add(times(setting, system.title(), result.of(system)));
      }
      result
          .few()
          .forEach(
              (number, runs) ->
                  rows.add(times(setting, SubjectFolds.trainingSubjects(number), runs)));
    }
    String columns = "Setting|Method|All folds and seeds|One fold, mean|One source, mean";
    report.table(
        new ResultTable("times", "Wall times in seconds", columns, rows),
        "Training and testing with the learning curve, while other systems may have been running"
            + " beside it. A source is evolved once for each seed and used in all folds, by all"
            + " systems that need it.");
  }

  private static List<?> times(String setting, String method, List<SystemRun> runs) {
    List<Double> folds =
        runs.stream().flatMap(run -> run.folds().stream()).map(FoldRecord::seconds).toList();
    List<Double> sources = runs.stream().map(SystemRun::sourceSeconds).toList();
    return List.of(
        setting,
        method,
        seconds(folds.stream().mapToDouble(seconds -> seconds).sum()),
        seconds(MeanStd.of(folds).mean()),
        seconds(MeanStd.of(sources).mean()));
  }

  private static String seconds(double seconds) {
    return Double.isNaN(seconds) ? "–" : String.format(Locale.ROOT, "%.1f", seconds);
  }
}
