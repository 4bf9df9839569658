package emotiontransfer.study;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A study that is started from the class path, without Weka's package manager. */
public class ClassPathStudyTest {

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  @Test
  public void experimentHasTheMetricsOfThePackage() throws Exception {
    Path folder = temporary.getRoot().toPath();
    Path corpora = StudyCorpora.write(folder.resolve("corpora"));
    File log = temporary.newFile();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Djava.awt.headless=true", "-Dweka.packageManager.offline=true"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(EmotionStudy.class.getName());
    command.addAll(List.of("-corpora", corpora.toString(), "-destination", "berlin"));
    command.addAll(List.of("-systems", "forest", "-seeds", "1", "-out", folder + "/out"));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    assertEquals(Files.readString(log.toPath()), 0, process.waitFor());
    String experiment = Files.readString(folder.resolve("out").resolve("experiment.arff"));
    for (String metric : List.of("WAR", "UAR", "UAP")) {
      assertTrue(metric, experiment.contains("@attribute " + metric + " numeric"));
    }
  }
}
