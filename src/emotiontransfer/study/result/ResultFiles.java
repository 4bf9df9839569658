package emotiontransfer.study.result;

import emotiontransfer.study.plan.Protocol;
import emotiontransfer.study.run.FoldRecord;
import emotiontransfer.study.run.FoldRecord.ClipResult;
import emotiontransfer.study.run.SettingResult;
import emotiontransfer.study.run.SettingResult.SystemRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import weka.classifiers.rules.ZeroR;
import weka.core.Utils;
import weka.experiment.ClassifierSplitEvaluator;
import weka.experiment.InstancesResultListener;
import weka.experiment.LeaveOneSubjectOutResultProducer;

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
    try (CSVPrinter csv =
        new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), FORMAT)) {
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
  public static void experiment(Protocol protocol, List<SettingResult> results, Path file)
      throws Exception {
    // Weka's listener asks the producer what columns there are; this one never runs.
    ClassifierSplitEvaluator evaluator = new ClassifierSplitEvaluator();
    evaluator.setClassifier(new ZeroR());
    evaluator.setNoSizeDetermination(true);
    LeaveOneSubjectOutResultProducer producer = new LeaveOneSubjectOutResultProducer();
    producer.setSplitEvaluator(evaluator);
    producer.setSubject(protocol.unit());
    producer.setNumFolds(protocol.producerFolds());
    InstancesResultListener listener = new InstancesResultListener();
    listener.setOutputFile(file.toFile());
    listener.preProcess(producer);
    for (SettingResult result : results) {
      // The setting is the data set: systems have tables of their own features.
      String dataset = Utils.backQuoteChars(result.corpora().setting().name());
      for (SystemRun run : result.runs()) {
        for (FoldRecord fold : run.folds()) {
          Object[] key = values(fold.key(), producer.getKeyTypes());
          key[0] = dataset;
          listener.acceptResult(producer, key, values(fold.result(), producer.getResultTypes()));
        }
      }
    }
    listener.postProcess(producer);
  }

  private static Object[] values(List<String> texts, Object[] types) {
    if (texts.size() != types.length) {
      throw new IllegalStateException(
          "A fold has %d values where this Weka has %d; was it made by another version?"
              .formatted(texts.size(), types.length));
    }
    Object[] values = new Object[types.length];
    for (int i = 0; i < values.length; i++) {
      String text = texts.get(i);
      boolean number = types[i] instanceof Double;
      values[i] = text.isEmpty() ? null : number ? (Object) Double.valueOf(text) : text;
    }
    return values;
  }
}
