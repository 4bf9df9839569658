package emotiontransfer.weka.evaluation;

import emotiontransfer.data.WholeFile;
import emotiontransfer.weka.progress.TaskProgress;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.lang3.ArrayUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.WekaException;
import weka.experiment.CrossValidationResultProducer;
import weka.experiment.OutputZipper;
import weka.experiment.ResultListener;
import weka.experiment.ResultProducer;
import weka.experiment.SplitEvaluator;

/** One run of the Experimenter over subjects or folds of subjects. */
public final class SubjectRun {

  private static final Logger LOG = LoggerFactory.getLogger(SubjectRun.class);

  /** The name becomes a file's name in a directory, and options may be long. */
  private static final int LONGEST_NAME = 200;

  private final int run;
  private final boolean wholeRun;
  private final Instances table;
  private final SplitEvaluator configured;
  private final Files files;
  private final SubjectFolds folds;
  private final List<SubjectFolds.Fold> wanted;
  private final int seed;
  private RunEvaluator evaluator;
  private SubjectFolds.Fold lastFold;

  /**
   * How subjects are divided.
   *
   * @param subject the attribute that holds them: its name, or its index from 1
   * @param numFolds 0 for leave-one-subject-out, or at least 2
   * @param subjectPerRun whether run r does the r-th subject or fold only; with n of them, run
   *     {@code n + r} does it again with seed 2, and so on
   */
  public record Request(String subject, int numFolds, boolean subjectPerRun) {}

  /** The files of an experiment, beside what its listener writes. */
  public static final class Files {

    private final File confusion;
    private final boolean raw;
    private final File rawOutput;
    private OutputZipper zipper;
    private boolean begun;

    /**
     * Makes no file yet.
     *
     * @param confusion CSV file for pooled confusion matrices; an empty path for none
     * @param rawOutput a zip file or an existing directory
     */
    public Files(File confusion, boolean raw, File rawOutput) {
      this.confusion = confusion;
      this.raw = raw;
      this.rawOutput = rawOutput;
    }

    private boolean wantsConfusion() {
      return !confusion.getPath().isEmpty();
    }

    private void zip(String name, String output) throws Exception {
      if (raw) {
        zipper = zipper == null ? new OutputZipper(rawOutput) : zipper;
        zipper.zipit(output, name);
      }
    }

    /** Ends the files. */
    public void close() throws Exception {
      if (zipper != null) {
        zipper.finished();
      }
    }
  }

  /**
   * Divides the table.
   *
   * @param run number, also the seed unless a run is one subject
   * @param configured the user's split evaluator, never changed
   */
  public SubjectRun(
      int run, Request request, Instances table, SplitEvaluator configured, Files files)
      throws WekaException {
    this.run = run;
    this.wholeRun = !request.subjectPerRun();
    this.table = table;
    this.configured = configured;
    this.files = files;
    if (wholeRun) {
      this.seed = run;
      this.folds = SubjectFolds.of(table, request.subject(), request.numFolds(), seed);
      this.wanted = folds.folds();
      return;
    }
    if (run < 1) {
      throw new WekaException(
          ("With a subject for each run (option -subject-per-run) runs are numbered from 1, but one"
                  + " is %s.")
              .formatted(run));
    }
    SubjectFolds first = SubjectFolds.of(table, request.subject(), request.numFolds(), 1);
    int size = first.folds().size();
    this.seed = (run - 1) / size + 1;
    this.folds =
        seed == 1 ? first : SubjectFolds.of(table, request.subject(), request.numFolds(), seed);
    this.wanted = List.of(folds.folds().get((run - 1) % size));
  }

  /**
   * Returns names of measures in the spelling that is known. Before it starts, an experiment first
   * gives the names of the schemes' measures, then those of the columns that the listener has,
   * which a database may have turned into capitals. Both arrays may be null.
   */
  public static String[] respelled(String[] names, String[] known) {
    if (names == null || known == null) {
      return names;
    }
    return Arrays.stream(names)
        .map(name -> Arrays.stream(known).filter(name::equalsIgnoreCase).findAny().orElse(name))
        .toArray(String[]::new);
  }

  /** Returns the names of a result's key. */
  public static String[] keyNames(SplitEvaluator evaluator) {
    String[] own = {
      CrossValidationResultProducer.DATASET_FIELD_NAME,
      CrossValidationResultProducer.RUN_FIELD_NAME,
      CrossValidationResultProducer.FOLD_FIELD_NAME
    };
    return ArrayUtils.addAll(own, evaluator.getKeyNames());
  }

  private Object[] key(String fold) {
    Object[] own = {
      Utils.backQuoteChars(table.relationName()), String.valueOf(run), Utils.backQuoteChars(fold)
    };
    return ArrayUtils.addAll(own, configured.getKey());
  }

  /** Sends the keys of all results that are required. */
  public void sendKeys(ResultProducer producer, ResultListener listener) throws Exception {
    for (SubjectFolds.Fold fold : wanted) {
      Object[] key = key(fold.name());
      if (listener.isResultRequired(producer, key)) {
        listener.acceptResult(producer, key, null);
      }
    }
  }

  /**
   * Prepares the scheme.
   *
   * @param additionalMeasures names of measures to report; may be null
   */
  public void begin(String[] additionalMeasures, SubjectRun previous) throws Exception {
    RunEvaluator before = previous == null ? null : previous.evaluator;
    evaluator = RunEvaluator.of(configured, additionalMeasures, folds, seed, before);
    if (!files.wantsConfusion()) {
      return;
    }
    if (!wholeRun) {
      throw new WekaException(
          "A confusion matrix that is pooled over the folds of a run (option -confusion) needs"
              + " runs of all folds; leave out -subject-per-run.");
    }
    CsvFile.requireFolder(files.confusion, "-confusion");
    if (!evaluator.recordsConfusion()) {
      throw new WekaException(
          ("A pooled confusion matrix (option -confusion) needs the split evaluator"
                  + " ClassifierSplitEvaluator, but the split evaluator is %s.")
              .formatted(configured.getClass().getSimpleName()));
    }
  }

  /** Trains and tests what is required, and sends the results. */
  public void sendResults(ResultProducer producer, ResultListener listener) throws Exception {
    PooledConfusion pooled = new PooledConfusion(table.classAttribute());
    String task = "Run " + run + ", " + folds.protocol();
    if (folds.numClips() < table.numInstances()) {
      LOG.warn("{} clips have no class and are left out", table.numInstances() - folds.numClips());
    }
    try (TaskProgress progress = TaskProgress.start(task, wanted.size(), null)) {
      folds.visit(
          wanted,
          evaluator.view(),
          split -> {
            Object[] key = key(split.fold().name());
            if (listener.isResultRequired(producer, key)) {
              listener.acceptResult(producer, key, test(split, pooled));
              zip(split.fold().name(), evaluator.rawOutput());
            }
            progress.step(split.fold().name());
          });
    }
    report(pooled, task);
  }

  private Object[] test(SubjectFolds.Split split, PooledConfusion pooled) throws Exception {
    Object timestamp = CrossValidationResultProducer.getTimestamp();
    Object[] result = ArrayUtils.insert(0, evaluator.getResult(split), timestamp);
    lastFold = split.fold();
    if (wholeRun) {
      evaluator.confusion().ifPresent(pooled::add);
    }
    return result;
  }

  private void report(PooledConfusion pooled, String task) throws Exception {
    if (pooled.folds() == 0) {
      return;
    }
    LOG.info("{}, pooled over {} folds: {}", task, pooled.folds(), pooled.metrics());
    zip("pooled", pooled.toString());
    if (files.wantsConfusion()) {
      String[] names = keyNames(configured);
      int fold = ArrayUtils.indexOf(names, CrossValidationResultProducer.FOLD_FIELD_NAME);
      pooled.append(
          files.confusion,
          !files.begun,
          List.of(ArrayUtils.remove(names, fold)),
          List.of(ArrayUtils.remove(key(""), fold)),
          wanted.size());
      files.begun = true;
    }
  }

  private void zip(String fold, String output) throws Exception {
    String name =
        "%s.%s.%s"
            .formatted(WholeFile.name(run + "." + fold), table.relationName(), configured)
            .replaceAll("[^\\w.+=-]", "_");
    boolean fits = name.length() <= LONGEST_NAME;
    String hash = "." + Integer.toHexString(name.hashCode());
    files.zip(fits ? name : name.substring(0, LONGEST_NAME) + hash, output);
  }

  /**
   * Returns a measure of the scheme of the last fold.
   *
   * @throws IllegalArgumentException if there is no such measure
   */
  public double measure(String name) {
    return evaluator.measure(name);
  }

  /**
   * Returns the fold whose result was sent last.
   *
   * @throws IllegalStateException if no fold was done yet, or the evaluator keeps no predictions
   */
  public TestedFold lastFold() {
    if (lastFold == null) {
      throw new IllegalStateException("No fold has been done yet.");
    }
    return evaluator.tested(lastFold);
  }
}
