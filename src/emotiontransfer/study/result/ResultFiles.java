package emotiontransfer.study.result;

import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.study.run.FoldRecord;
import emotiontransfer.study.run.FoldRecord.ClipResult;
import emotiontransfer.study.run.SettingResult;
import emotiontransfer.study.run.SettingResult.SystemRun;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import weka.experiment.InstancesResultListener;

/** The files with which others can redo the statistics. */
public final class ResultFiles {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').build();

  private ResultFiles() {}

  /**
   * Writes a row for every clip, fold, system, seed and setting.
   *
   * @param file comma-separated, in UTF-8
   * @throws IOException if it cannot be written
   */
  public static void clips(List<SettingResult> results, Path file) throws IOException {
    Set<String> labels = new LinkedHashSet<>();
    results.forEach(result -> labels.addAll(result.labels()));
    try (BufferedWriter out = Files.newBufferedWriter(file);
        CSVPrinter csv = new CSVPrinter(out, FORMAT)) {
      List<String> header =
          new ArrayList<>(
              List.of(
                  "setting",
                  "system",
                  "seed",
                  "fold",
                  "file",
                  "subject",
                  "actual",
                  "predicted",
                  "segments",
                  "segment_hits"));
      labels.forEach(label -> header.add("prob_" + label));
      csv.printRecord(header);
      for (SettingResult result : results) {
        for (SystemRun run : result.runs()) {
          for (FoldRecord fold : run.folds()) {
            for (ClipResult clip : fold.clips()) {
              csv.printRecord(row(result, run, fold, clip, labels));
            }
          }
        }
      }
    }
  }

  private static List<Object> row(
      SettingResult result, SystemRun run, FoldRecord fold, ClipResult clip, Set<String> all) {
    List<String> labels = result.labels();
    List<Object> row =
        new ArrayList<>(
            List.of(
                result.corpora().setting().name(),
                run.system().keyword(),
                run.seed(),
                fold.fold(),
                clip.file(),
                clip.subject(),
                labels.get(clip.actual()),
                clip.predicted() < 0 ? "?" : labels.get(clip.predicted()),
                clip.segments(),
                clip.segmentHits()));
    for (String label : all) {
      int index = labels.indexOf(label);
      row.add(index < 0 ? "" : clip.probabilities().get(index));
    }
    return row;
  }

  /**
   * Writes the results of Weka's Experiment for the Experimenter's Analyse tab.
   *
   * @param file ARFF
   * @throws Exception if it cannot be written
   */
  public static void experiment(StudyRequest request, List<SettingResult> results, Path file)
      throws Exception {
    InstancesResultListener listener = new InstancesResultListener();
    listener.setOutputFile(file.toFile());
    ReplayedResults replay = new ReplayedResults(request.protocol());
    listener.preProcess(replay);
    for (SettingResult result : results) {
      for (SystemRun run : result.runs()) {
        for (FoldRecord fold : run.folds()) {
          listener.acceptResult(
              replay, replay.key(result.corpora().setting(), fold), replay.result(fold));
        }
      }
    }
    listener.postProcess(replay);
  }
}
