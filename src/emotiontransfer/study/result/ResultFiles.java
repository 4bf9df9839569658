package emotiontransfer.study.result;

import emotiontransfer.file.WholeFile;
import emotiontransfer.study.fold.FoldRecord;
import emotiontransfer.study.fold.FoldRecord.ClipResult;
import emotiontransfer.study.plan.Protocol;
import emotiontransfer.study.run.SettingResult;
import emotiontransfer.study.run.SettingResult.SystemRun;
import emotiontransfer.weka.evaluation.SubjectFolds;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import weka.classifiers.rules.ZeroR;
import weka.core.Utils;
import weka.experiment.InstancesResultListener;
import weka.experiment.LeaveOneSubjectOutResultProducer;
import weka.experiment.ResultListener;
import weka.experiment.ResultProducer;

/** The files with which others can redo the statistics. */
public final class ResultFiles {

  private ResultFiles() {}

  /** Writes a row for every clip, fold, system, seed and setting: comma-separated, in UTF-8. */
  public static void clips(List<SettingResult> results, Path file) throws IOException {
    write(file, results, SettingResult::runs, List.of(), fold -> List.of());
  }

  /**
   * Writes the same of the runs with few training subjects, which it names, where there are any.
   */
  public static void fewSubjects(List<SettingResult> results, Path file) throws IOException {
    if (results.stream().anyMatch(result -> !result.few().isEmpty())) {
      write(
          file,
          results,
          result -> result.few().values().stream().flatMap(List::stream).toList(),
          List.of("training_subjects", "trained_on"),
          fold -> List.of(fold.trainedOn().size(), String.join(", ", fold.trainedOn())));
    }
  }

  /** Writes rows with some more columns at their ends. */
  private static void write(
      Path file,
      List<SettingResult> results,
      Function<SettingResult, List<SystemRun>> runs,
      List<String> more,
      Function<FoldRecord, List<Object>> cells)
      throws IOException {
    Set<String> labels = new LinkedHashSet<>();
    results.forEach(result -> labels.addAll(result.corpora().destination().labels()));
    String columns = "setting,system,seed,fold,file,subject,actual,predicted,segments,segment_hits";
    List<String> header = new ArrayList<>(List.of(columns.split(",")));
    labels.forEach(label -> header.add("prob_" + label));
    header.addAll(more);
    List<List<?>> rows = new ArrayList<>();
    for (SettingResult result : results) {
      for (SystemRun run : runs.apply(result)) {
        for (FoldRecord fold : run.folds()) {
          for (ClipResult clip : fold.clips()) {
            List<Object> row = row(result, run, fold, clip, labels);
            row.addAll(cells.apply(fold));
            rows.add(row);
          }
        }
      }
    }
    WholeFile.write(file, new ResultTable("results", "", header, rows).csv());
  }

  private static List<Object> row(
      SettingResult result, SystemRun run, FoldRecord fold, ClipResult clip, Set<String> all) {
    List<String> labels = result.corpora().destination().labels();
    List<Object> row = new ArrayList<>();
    row.addAll(List.of(result.corpora().setting().name(), run.system(), run.seed(), fold.fold()));
    Collections.addAll(row, clip.file(), clip.subject(), labels.get(clip.actual()));
    row.add(clip.predicted() < 0 ? "?" : labels.get(clip.predicted()));
    Collections.addAll(row, clip.segments(), clip.segmentHits());
    for (String label : all) {
      int index = labels.indexOf(label);
      row.add(index < 0 ? "" : clip.probabilities().get(index));
    }
    return row;
  }

  /** Writes the results as Weka's Experiment does, in ARFF, for the Experimenter's Analyse tab. */
  public static void experiment(Protocol protocol, List<SettingResult> results, Path file)
      throws Exception {
    // Weka's listener asks the producer what columns there are; this one never runs.
    LeaveOneSubjectOutResultProducer producer = protocol.producer(new ZeroR());
    WholeFile.write(file, part -> experiment(producer, results, part.toFile()));
  }

  private static void experiment(ResultProducer producer, List<SettingResult> results, File file)
      throws Exception {
    InstancesResultListener listener = new InstancesResultListener();
    listener.setOutputFile(file);
    listener.preProcess(producer);
    for (SettingResult result : results) {
      // The setting is the data set: systems have tables of their own features.
      String setting = result.corpora().setting().name();
      send(listener, producer, setting, result.runs());
      for (Map.Entry<Integer, List<SystemRun>> few : result.few().entrySet()) {
        String training = SubjectFolds.trainingSubjects(few.getKey());
        send(listener, producer, training + ": " + setting, few.getValue());
      }
    }
    listener.postProcess(producer);
  }

  private static void send(
      ResultListener listener, ResultProducer producer, String dataset, List<SystemRun> runs)
      throws Exception {
    for (SystemRun run : runs) {
      for (FoldRecord fold : run.folds()) {
        List<String> texts = fold.key().stream().map(ResultFiles::threadless).toList();
        Object[] key = values(texts, producer.getKeyTypes());
        key[0] = Utils.backQuoteChars(dataset);
        listener.acceptResult(producer, key, values(fold.result(), producer.getResultTypes()));
      }
    }
  }

  /**
   * One scheme on machines that give it different numbers of threads is one for the Experimenter.
   */
  private static String threadless(String options) {
    return options.replaceAll("-num-slots \\d+", "-num-slots 0");
  }

  private static Object[] values(List<String> texts, Object[] types) {
    Object[] values = new Object[types.length];
    for (int i = 0; i < values.length; i++) {
      String text = texts.get(i);
      boolean number = types[i] instanceof Double;
      values[i] = text.isEmpty() ? null : number ? (Object) Double.valueOf(text) : text;
    }
    return values;
  }
}
