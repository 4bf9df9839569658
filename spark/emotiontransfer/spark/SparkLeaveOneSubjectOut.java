package emotiontransfer.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import emotiontransfer.weka.command.AbstractCommand;
import emotiontransfer.weka.command.CommandLine;
import emotiontransfer.weka.evaluation.SubjectFolds;
import emotiontransfer.weka.evaluation.SubjectWiseEvaluation;
import emotiontransfer.weka.evaluation.SubjectWiseEvaluation.TestedClips;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.IOUtils;
import org.apache.spark.api.java.JavaSparkContext;
import weka.core.Utils;
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
    AbsolutePaths.make(line.options(), List.of("-t"));
    String commandLine = forExecutors(line.options().clone());
    Request request = Request.parse(line);
    SubjectWiseEvaluation evaluation = request.prepare();
    try (JavaSparkContext spark = SparkCommand.connect("LeaveOneSubjectOutEvaluation")) {
      SparkTasks cluster = new SparkTasks(spark);
      Map<String, TestedClips> tested = new HashMap<>();
      cluster.run(
          evaluation.folds().protocol(),
          evaluation.folds().folds().stream().map(SubjectFolds.Fold::name).toList(),
          new FoldWork(commandLine, cluster.slots()),
          tested::put);
      evaluation.addFolds(tested);
    }
    request.report(evaluation);
  }

  /** Returns the options without those of files that the driver writes. */
  private static String forExecutors(String[] options) {
    CommandLine line = new CommandLine(options);
    String[] scheme = line.behindHyphens();
    line.option("predictions");
    line.option("confusion");
    String own = Utils.joinOptions(line.options());
    return scheme.length == 0 ? own : own + " -- " + Utils.joinOptions(scheme);
  }

  /** Trains and tests on a fold, in an executor. */
  private record FoldWork(String commandLine, int slots)
      implements SparkTasks.Work<String, TestedClips> {

    @Override
    public TestedClips of(String fold) throws Exception {
      return Kept.evaluation(this).testFold(fold);
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
        String[] options = Utils.splitOptions(asked.commandLine());
        known = Request.parse(new CommandLine(options)).prepare();
        known.setSlots(asked.slots());
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
