package emotiontransfer.gui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.demo.SmallCorpora;
import java.awt.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JTree;

/** From a folder of clips to a paired t-test of two schemes on unseen speakers, clicking only. */
final class NewcomerTour extends Tour {

  private static final int SUBJECTS = 4;
  private static final int RUNS = 2;
  private static final String PRODUCER = "LeaveOneSubjectOutResultProducer";

  private ExperimenterFrame experimenter;

  @Override
  void walk(Window chooser, Path corpora) throws Exception {
    Path bags = corpora.resolve("bags.arff");
    makesBags(chooser, corpora.resolve("velua"), bags);
    experimenter = ExperimenterFrame.open(screen, weka, chooser);
    setsUp(bags, corpora.resolve("results.arff"));
    comparesTwoSchemes();
    screen.shoot("newcomer-setup", experimenter.window());
    String log = experimenter.run();
    assertTrue(log, log.contains("There were 0 errors"));
    screen.shoot("newcomer-run", experimenter.window());
    assertTable(experimenter.test("UAR"));
    screen.shoot("newcomer-test", experimenter.window());
    assertEquals(
        2 * RUNS * SUBJECTS,
        Files.readString(corpora.resolve("results.arff"))
            .split("@data")[1]
            .strip()
            .lines()
            .count());
  }

  private void makesBags(Window chooser, Path folder, Path bags) {
    weka.openMenu(chooser, "Tools");
    weka.choose(CorpusTour.ENTRY);
    Window corpus = screen.window("Emotion corpus");
    CorpusTour.scan(screen, weka, corpus, folder);
    weka.press(corpus, "Open in Explorer");
    ExplorerWindow explorer = new ExplorerWindow(screen, weka, screen.window("Weka Explorer"));
    explorer.awaitInstances(SmallCorpora.CLIPS);
    explorer.filter("MelDeltaSpectrogram");
    weka.clickCell(explorer.attributes(), 2, 2);
    screen.shoot("newcomer-bags", explorer.window());
    explorer.save(bags);
    screen.closeWindow(explorer.window());
    weka.close(corpus);
  }

  private void setsUp(Path bags, Path results) {
    experimenter.mode("Advanced");
    weka.press(experimenter.window(), "New");
    experimenter.writeTo(results);
    experimenter.chooseProducer(PRODUCER, "experimenter-chooser");
    experimenter.switchSizesOff();
    experimenter.repeat(RUNS);
    experimenter.addTable(bags);
  }

  /** The list begins with the classifier that the result generator has by itself: ZeroR. */
  private void comparesTwoSchemes() {
    JPanel schemes = experimenter.part("Generator properties");
    weka.select(
        screen.find(schemes, JComboBox.class, box -> Weka.choices(box).contains("Enabled")),
        "Enabled");
    Window properties = screen.window("Select a property");
    JTree tree = screen.find(properties, JTree.class, any -> true);
    weka.chooseNode(tree, "splitEvaluator", "classifier");
    screen.shoot("newcomer-property", experimenter.window(), properties);
    weka.press(properties, "Select");
    screen.awaitGone(properties);
    weka.chooseClass(schemes, "classifiers", "functions", "PathNetClassifier");
    Window options = experimenter.openOptions("Generator properties");
    weka.setOption(options, "generations", "5");
    experimenter.close(options);
    weka.press(schemes, "Add");
    JList<?> list = screen.find(schemes, JList.class, any -> true);
    screen.await("two schemes", () -> list.getModel().getSize() == 2);
  }

  private static void assertTable(String table) {
    assertTrue(table, table.contains("Tester:     weka.experiment.PairedCorrectedTTester"));
    assertTrue(table, table.contains("Analysing:  UAR"));
    assertTrue(table, table.contains("Resultsets: 2"));
    assertTrue(table, table.contains("(1) functions.PathNetClassifier"));
    assertTrue(table, table.contains("(2) rules.ZeroR"));
    // Guessing one of four emotions recalls a quarter; pairs are runs times subjects.
    String row = "(?s).*velua.*\\(" + RUNS * SUBJECTS + "\\) +[01]\\.\\d\\d +\\| +0\\.25.*";
    assertTrue(table, table.matches(row));
  }
}
