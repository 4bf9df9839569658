package emotiontransfer.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import emotiontransfer.numeric.Sha256;
import emotiontransfer.study.run.StudyFolder;
import emotiontransfer.weka.command.AbstractCommand;
import emotiontransfer.weka.command.CommandLine;
import emotiontransfer.weka.evaluation.SubjectFolds;
import emotiontransfer.weka.evaluation.SubjectWiseEvaluation;
import emotiontransfer.weka.evaluation.SubjectWiseEvaluation.TestedClips;
import emotiontransfer.weka.table.TableHash;
import java.io.File;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.IOUtils;
import org.apache.spark.api.java.JavaSparkContext;
import weka.core.Utils;
import weka.core.WekaException;
import weka.experiment.LeaveOneSubjectOutEvaluation;
import weka.experiment.LeaveOneSubjectOutEvaluation.Request;

/**
 * Evaluates a classifier on subjects that it was not trained on, each fold a task on a cluster of
 * Apache Spark, with the options and the output of {@link LeaveOneSubjectOutEvaluation}.
 *
 * <p>The table, and files in the options of the scheme, must be at the same absolute path on every
 * machine.
 */
public final class SparkLeaveOneSubjectOut extends AbstractCommand {

  @Override
  protected String usage() throws IOException {
    String evaluation = LeaveOneSubjectOutEvaluation.class.getName().replace('.', '/') + ".txt";
    return IOUtils.resourceToString(
        evaluation, UTF_8, LeaveOneSubjectOutEvaluation.class.getClassLoader());
  }

  @Override
  protected void execute(CommandLine line) throws Exception {
    AbsolutePaths.make(line.options(), List.of("-t", "-predictions", "-confusion"));
    List<String> options = forExecutors(line.options().clone());
    Request request = Request.parse(line);
    SubjectWiseEvaluation evaluation = request.prepare();
    try (JavaSparkContext spark = SparkCommand.connect("LeaveOneSubjectOutEvaluation")) {
      SparkTasks cluster = new SparkTasks(spark, "Started again, the command does all folds anew.");
      Map<String, TestedClips> tested = new HashMap<>();
      cluster.run(
          evaluation.folds().protocol(),
          evaluation.folds().folds().stream().map(SubjectFolds.Fold::name).toList(),
          new FoldWork(options, cluster.slots(), contents(options, evaluation)),
          tested::put);
      evaluation.addFolds(tested);
    }
    request.report(evaluation);
  }

  /** Returns the options without those of files that the driver writes. */
  private static List<String> forExecutors(String[] options) {
    CommandLine line = new CommandLine(options);
    List<String> scheme = List.of(line.behindHyphens());
    line.option("predictions");
    line.option("confusion");
    List<String> kept = new ArrayList<>(List.of(line.options()));
    if (!scheme.isEmpty()) {
      kept.add("--");
      kept.addAll(scheme);
    }
    return List.copyOf(kept);
  }

  /** Returns a hash of all that must be the same on every machine. */
  private static String contents(List<String> options, SubjectWiseEvaluation evaluation)
      throws Exception {
    List<String> parts = new ArrayList<>(List.of(StudyFolder.version()));
    parts.add(TableHash.of(evaluation.folds().table()));
    addFiles(options.subList(options.indexOf("-W") + 1, options.size()), parts);
    return Sha256.hex(String.join("\n", parts).getBytes(UTF_8));
  }

  /** Adds the hashes of files that options name, those of schemes within schemes, too. */
  private static void addFiles(List<String> options, List<String> hashes) throws Exception {
    for (String option : options) {
      File file = new File(option);
      if (file.isFile()) {
        hashes.add(Sha256.hex(Files.readAllBytes(file.toPath())));
      } else if (option.contains(" ")) {
        addFiles(List.of(Utils.splitOptions(option)), hashes);
      }
    }
  }

  /**
   * Trains and tests on a fold, in an executor.
   *
   * @param contents hash of what the driver has
   */
  private record FoldWork(List<String> options, int slots, String contents)
      implements SparkTasks.Work<String, TestedClips> {

    @Override
    public TestedClips of(String fold) throws Exception {
      return Kept.evaluation(this).testFold(fold);
    }

    SubjectWiseEvaluation prepare() throws Exception {
      Request request = Request.parse(new CommandLine(options.toArray(String[]::new)));
      SubjectWiseEvaluation evaluation = request.prepare();
      if (!contents.equals(SparkLeaveOneSubjectOut.contents(options, evaluation))) {
        throw new WekaException(
            ("The table '%s', its clips, a file in the options of the scheme, or the version of"
                    + " this package is not that of the machine that the evaluation was started"
                    + " on; all must be the same, at the same absolute paths.")
                .formatted(request.file()));
      }
      evaluation.setSlots(slots);
      return evaluation;
    }
  }

  /** The evaluation with its table that this process read last. */
  private static final class Kept {

    private static FoldWork work;
    private static SoftReference<SubjectWiseEvaluation> evaluation = new SoftReference<>(null);

    private Kept() {}

    static synchronized SubjectWiseEvaluation evaluation(FoldWork asked) throws Exception {
      SubjectWiseEvaluation known = evaluation.get();
      if (known == null || !asked.equals(work)) {
        known = asked.prepare();
        work = asked;
        evaluation = new SoftReference<>(known);
      }
      return known;
    }
  }

  public static void main(String[] args) throws Exception {
    SparkCommand.run(new SparkLeaveOneSubjectOut(), args);
  }
}
