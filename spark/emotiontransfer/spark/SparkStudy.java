package emotiontransfer.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import emotiontransfer.study.EmotionStudy;
import emotiontransfer.study.Study;
import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.weka.command.AbstractCommand;
import emotiontransfer.weka.command.CommandLine;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.io.IOUtils;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Runs a study on a cluster of Apache Spark, with the options of {@link EmotionStudy} and the same
 * figures.
 *
 * <pre>
 * spark-submit --master spark://HOST:7077 --jars ... --class emotiontransfer.spark.SparkStudy
 *   emotionTransfer-spark-VERSION.jar -corpora DIR -out DIR
 * </pre>
 *
 * <p>Each model of a source and each fold is a task, with {@code -store} also the decoding of some
 * clips, which comes first. A study that was killed, also one that was begun without Spark, goes on
 * when it is started again with the same options.
 */
public final class SparkStudy extends AbstractCommand {

  /** Printed behind the options of the study. */
  private static final String COLLECT =
      """

      and on Spark:

      -store DIR             all clips are decoded into it first, in tasks; the folder must be at
                             the same absolute path on every machine
      -collect               the executors do not see the folder of -out: what they write is sent
                             to the machine that this was started on, and each machine has a store
                             of its own, without the first stage. Corpora, and files in the
                             options of schemes, must be at the same absolute path everywhere
      (-jobs has no meaning: spark.task.cpus is the number of threads of each network.)
      """;

  @Override
  protected String usage() throws IOException {
    String study = EmotionStudy.class.getName().replace('.', '/') + ".txt";
    return IOUtils.resourceToString(study, UTF_8, EmotionStudy.class.getClassLoader()) + COLLECT;
  }

  @Override
  protected void execute(CommandLine line) throws Exception {
    boolean collect = line.flag("collect");
    String[] options = line.options();
    AbsolutePaths.make(options, List.of("-corpora", "-out"));
    AbsolutePaths.makeStore(options);
    boolean named = Arrays.asList(options).contains("-corpora");
    AbsolutePaths.makeCorpora(options, List.of("-source", "-destination"), named);
    StudyRequest request = StudyRequest.parse(line);
    try (JavaSparkContext spark = SparkCommand.connect("EmotionStudy")) {
      Study study = new Study(request, new SparkExecutor(spark, collect));
      System.out.println("The report is " + study.run());
    }
  }

  public static void main(String[] args) throws Exception {
    SparkCommand.run(new SparkStudy(), args);
  }
}
