package emotiontransfer.study;

import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.study.run.LocalThreads;
import emotiontransfer.weka.command.AbstractCommand;
import emotiontransfer.weka.command.CommandLine;

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

  @Override
  protected void execute(CommandLine line) throws Exception {
    Study study = new Study(StudyRequest.parse(line), new LocalThreads());
    System.out.println("The report is " + study.run());
  }

  /** Without Weka's package manager; then the package's metrics are on the class path alone. */
  public static void main(String[] args) throws Exception {
    PluginMetrics.register();
    new EmotionStudy().run(null, args);
  }
}
