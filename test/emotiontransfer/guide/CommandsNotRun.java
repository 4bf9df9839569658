package emotiontransfer.guide;

import java.util.Map;
import java.util.Optional;

/**
 * Commands of documents that no test runs as they stand there, each with the reason. A new one that
 * cannot run has to be named here; classes and options of those of Java must exist all the same.
 */
final class CommandsNotRun {

  /** By document and beginning of the command. */
  static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("doc/building.md: JAVA_TOOL_OPTIONS=", "runs the build behind a proxy"),
          Map.entry("doc/building.md: HTTPS_PROXY=", "runs the build behind a proxy"),
          Map.entry("doc/experimenter.md: cd build/demo", "goes where ./antw demo has been"),
          Map.entry(
              "doc/experimenter.md: java -cp '../../lib/weka/*' weka.gui.GUIChooser",
              "opens a window"),
          Map.entry(
              "doc/experimenter.md: java -cp '../../lib/weka/*' weka.experiment.Experiment -l",
              "ExampleExperimentsTest runs the files of experiments"),
          Map.entry(
              "doc/experimenter.md: java -cp 'lib/weka/*:postgresql-42.7.7.jar'",
              "needs a database; ExperimentDatabaseTest has one"),
          Map.entry(
              "doc/experimenter.md: java -cp '../../lib/weka/*' weka.knowledgeflow.FlowRunner",
              "SubjectFoldMakerTest and ExamplesTour run it"),
          Map.entry(
              "doc/guide.md: java -cp 'lib/weka/*' weka.core.WekaPackageManager",
              "installs the package, as ./antw demo does"),
          Map.entry("doc/guide.md: P=", "GuideExamplesTest runs the programs of the guide"),
          Map.entry(
              "doc/guide.md: java -cp \"lib/weka/*:$P",
              "GuideExamplesTest runs the programs of the guide"),
          Map.entry(
              "doc/pathnet.md: java -Djdk.serialFilter",
              "needs a process of its own; SerialFilterTest has one"),
          Map.entry("doc/results.md: java -Xmx6g", "takes hours on real recordings"),
          Map.entry("doc/scaling.md: bin/emotion-engine", "waits for work"),
          Map.entry(
              "doc/scaling.md: java -cp 'lib/weka/*:postgresql-42.7.7.jar'",
              "needs engines; RemoteEnginesTest has some"),
          Map.entry("doc/scaling.md: awk ", "is no command of Java"),
          Map.entry(
              "doc/study.md: java -Xmx6g -cp 'lib/weka/*' weka.Run"
                  + " emotiontransfer.study.EmotionStudy -corpora DIR -out DIR",
              "needs the paper's corpora; EmotionStudyTest has small ones"));

  private CommandsNotRun() {}

  /** Returns why a command does not run, empty if it does. */
  static Optional<String> reason(DocumentedCommand command) {
    if (command.text().equals(DocumentedCommand.DEFINITION)) {
      return Optional.of("defines the short form");
    }
    if (command.isSynopsis()) {
      return Optional.of("lists options");
    }
    if (command.text().startsWith("./antw ")) {
      return Optional.of("DocumentLinksTest knows the targets of the build");
    }
    return key(command).map(REASONS::get);
  }

  /** Returns the entry that names a command. */
  static Optional<String> key(DocumentedCommand command) {
    String text = command.document() + ": " + command.text();
    return REASONS.keySet().stream().filter(text::startsWith).findFirst();
  }
}
