package emotiontransfer.gui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.demo.SmallCorpora;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.swing.JComboBox;
import javax.swing.JSlider;
import javax.swing.JTable;
import javax.swing.JTextArea;
import weka.gui.PropertyPanel;

/**
 * The newcomer's path through the Explorer: a source corpus becomes a model, a destination corpus
 * is learned with it, subjects are left out one by one, and the pathways are looked at.
 */
final class ExplorerTour extends Tour {

  private static final String GENERATIONS = "20";

  private ExplorerWindow explorer;
  private Path corpora;

  @Override
  void walk(Window chooser, Path givenCorpora) throws Exception {
    corpora = givenCorpora;
    weka.press(chooser, "Explorer");
    explorer = new ExplorerWindow(desk, weka, desk.window("Weka Explorer"));

    opensCorpusAndFilters();
    choosesAndExplainsOptions();
    evolvesAndSavesASource();
    choosesTheSourceInAFileDialog();
    leavesOneSubjectOut();
    plotsTheResult();
    showsThePathways();
    loadsAModel();
  }

  private void opensCorpusAndFilters() {
    explorer.open(corpora.resolve("nordan.corpus"), "Emotion corpora");
    explorer.awaitInstances(SmallCorpora.CLIPS);
    explorer.filter("MelDeltaSpectrogram");
    JTable attributes = explorer.attributes();
    explorer.weka().clickCell(attributes, 2, 2);
    desk.shoot("explorer-bags", explorer.window());
    Window log = explorer.openLog();
    JTextArea lines = desk.find(log, JTextArea.class, area -> true);
    desk.await(
        "the filter's progress",
        () -> lines.getText().contains("Reading clips: ended after 32/32"));
    desk.shoot("explorer-log", log);
    desk.closeWindow(log);
  }

  private void choosesAndExplainsOptions() {
    explorer.weka().selectTab(explorer.window(), "Classify");
    explorer.chooseClassifier("functions", "PathNetClassifier");
    Window options = explorer.openClassifierOptions();
    explorer.weka().setOption(options, "generations", GENERATIONS);
    desk.shoot("explorer-options", options);

    explorer.weka().press(options, "More");
    Window help = desk.window("Information");
    JTextArea text = desk.find(help, JTextArea.class, area -> true);
    assertTrue(text.getText(), text.getText().contains("Nguyen"));
    assertTrue(text.getText(), text.getText().contains("mutation -- Probability that a gene"));
    desk.shoot("explorer-more", help);
    desk.closeWindow(help);

    explorer.weka().press(explorer.weka().row(options, "Evolution"), "Edit...");
    Window evolution = desk.anotherWindow("weka.gui.GenericObjectEditor", options);
    explorer.weka().setOption(evolution, "population", "12");
    desk.shoot("explorer-options-evolution", evolution);
    explorer.weka().press(evolution, "OK");
    desk.awaitGone(evolution);
    explorer.weka().press(options, "OK");
    desk.awaitGone(options);
    assertEquals(GENERATIONS, explorer.option("G"));
    assertEquals("12", explorer.option("P"));
  }

  private void evolvesAndSavesASource() throws Exception {
    explorer.weka().press(explorer.classify(), "Use training set");
    explorer.weka().press(explorer.classify(), "Start");
    String result = explorer.awaitResult(0);
    for (String metric : List.of("WAR", "UAR", "UAP")) {
      assertTrue(result, result.contains("\n" + metric + " "));
    }
    desk.shoot("explorer-result", explorer.window());
    Path model = corpora.resolve("nordan.model");
    explorer.openResultMenu(0);
    explorer.weka().choose("Save model");
    explorer.weka().chooseFile(model, "");
    desk.await("the saved model", () -> Files.exists(model));
  }

  private void choosesTheSourceInAFileDialog() {
    explorer.open(corpora.resolve("velua.corpus"), "Emotion corpora");
    explorer.awaitRelation("velua");
    explorer.filter("MelDeltaSpectrogram");
    explorer.weka().selectTab(explorer.window(), "Classify");
    Window options = explorer.openClassifierOptions();
    desk.click(
        desk.find(explorer.weka().row(options, "sources"), PropertyPanel.class, panel -> true));
    Window files = desk.anotherWindow("weka.gui.GenericArrayEditor", options);
    desk.click(desk.find(files, PropertyPanel.class, panel -> true));
    explorer.weka().chooseFile(corpora.resolve("nordan.model"), "");
    explorer.weka().press(files, "Add");
    desk.shoot("explorer-source", options, files);
    desk.closeWindow(files);
    explorer.weka().press(options, "OK");
    desk.awaitGone(options);
    assertTrue(explorer.option("source"), explorer.option("source").endsWith("nordan.model"));
  }

  private void leavesOneSubjectOut() {
    explorer.weka().press(explorer.classify(), "Leave one subject out");
    Window dialog = desk.window("Leave one subject out");
    assertEquals("subject", desk.find(dialog, JComboBox.class, box -> true).getSelectedItem());
    desk.shoot("loso-dialog", dialog);
    explorer.weka().press(dialog, "OK");
    String result = explorer.awaitResult(1);
    assertTrue(result, result.contains("=== Subjects ==="));
    assertTrue(result, result.contains("folders-velua-m04"));
    assertTrue(result, result.contains("=== leave-one-subject-out, 4 subjects ==="));
    assertTrue(result, result.contains("nordan.model: nordan, 4 subjects"));
    explorer.scrollTo("=== Confusion Matrix ===");
    desk.shoot("loso-result", explorer.window());
  }

  private void plotsTheResult() {
    explorer.openResultMenu(1);
    desk.shoot("loso-menu", explorer.window());
    explorer.weka().choose("Visualize classifier errors");
    Window errors = desk.window("Weka Classifier Visualize");
    desk.shoot("loso-errors", errors);
    desk.closeWindow(errors);
    explorer.openResultMenu(1);
    explorer.weka().choose("Visualize margin curve");
    Window margins = desk.window("Weka Classifier Visualize");
    desk.shoot("loso-margin", margins);
    desk.closeWindow(margins);
    explorer.openResultMenu(1);
    explorer.weka().choose("Visualize threshold curve", "anger");
    Window curve = desk.window("Weka Classifier Visualize");
    desk.shoot("loso-roc", curve);
    desk.closeWindow(curve);
  }

  private void showsThePathways() throws Exception {
    explorer.openResultMenu(1);
    explorer.weka().choose("Plugins", "Pathways");
    Window pathways = desk.window("Pathways: ");
    desk.shoot("pathways-best", pathways);
    JComboBox<?> show = desk.find(pathways, JComboBox.class, box -> true);
    desk.click(show);
    desk.tap(KeyEvent.VK_DOWN);
    desk.tap(KeyEvent.VK_ENTER);
    desk.await("the population", () -> show.getSelectedIndex() == 1);
    JSlider slider = desk.find(pathways, JSlider.class, candidate -> true);
    desk.click(slider);
    desk.tap(KeyEvent.VK_HOME);
    for (int i = 0; i < 12; i++) {
      desk.tap(KeyEvent.VK_RIGHT);
    }
    desk.await("generation 12", () -> slider.getValue() == 12);
    desk.shoot("pathways-population", pathways);
    for (String kind : List.of("PNG", "SVG")) {
      Path picture = corpora.resolve("pathways." + kind.toLowerCase(Locale.ROOT));
      explorer.weka().press(pathways, "Export...");
      if (kind.equals("PNG")) {
        FileTypes.shoot(desk, explorer.weka(), "pathways-export");
      }
      explorer.weka().chooseFile(corpora.resolve("pathways"), kind);
      desk.await("the picture", () -> Files.exists(picture));
    }
    String svg = Files.readString(corpora.resolve("pathways.svg"));
    assertTrue(svg.contains("Generation 12 of 20: whole population on velua, after nordan"));
    desk.closeWindow(pathways);
  }

  private void loadsAModel() {
    explorer.openResultMenu(0);
    explorer.weka().choose("Load model");
    explorer.weka().chooseFile(corpora.resolve("nordan.model"), "");
    String loaded = explorer.awaitResult(2);
    assertTrue(loaded, loaded.contains("Trained on:    nordan"));
    desk.shoot("explorer-loaded", explorer.window());
    explorer.openResultMenu(2);
    explorer.weka().choose("Plugins", "Pathways");
    desk.closeWindow(desk.window("Pathways: "));
  }
}
