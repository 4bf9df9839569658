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
    explorer = new ExplorerWindow(screen, weka, screen.window("Weka Explorer"));

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
    screen.shoot("explorer-bags", explorer.window());
    isAskedBeforeBagsAreEdited();
    Window log = explorer.openLog();
    JTextArea lines = screen.find(log, JTextArea.class, area -> true);
    screen.await(
        "the filter's progress",
        () -> lines.getText().contains("Reading clips: ended after 32/32"));
    screen.shoot("explorer-log", log);
    screen.closeWindow(log);
  }

  /** Weka's editor would let the window stand still for minutes. */
  private void isAskedBeforeBagsAreEdited() {
    explorer.weka().press(explorer.window(), "Edit...");
    Window question = screen.window("Edit bags");
    screen.shoot("explorer-edit", question);
    explorer.weka().press(question, "Cancel");
    screen.awaitGone(question);
  }

  private void choosesAndExplainsOptions() {
    explorer.weka().selectTab(explorer.window(), "Classify");
    explorer.chooseClassifier("functions", "PathNetClassifier");
    Window options = explorer.openClassifierOptions();
    explorer.weka().setOption(options, "generations", GENERATIONS);
    screen.shoot("explorer-options", options);

    explorer.weka().press(options, "More");
    Window help = screen.window("Information");
    JTextArea text = screen.find(help, JTextArea.class, area -> true);
    assertTrue(text.getText(), text.getText().contains("Nguyen"));
    assertTrue(text.getText(), text.getText().contains("mutation -- Probability that a gene"));
    screen.shoot("explorer-more", help);
    screen.closeWindow(help);

    explorer.weka().press(explorer.weka().row(options, "Evolution"), "Edit...");
    Window evolution = screen.anotherWindow("weka.gui.GenericObjectEditor", options);
    explorer.weka().setOption(evolution, "population", "12");
    screen.shoot("explorer-options-evolution", evolution);
    explorer.weka().press(evolution, "OK");
    screen.awaitGone(evolution);
    explorer.weka().press(options, "OK");
    screen.awaitGone(options);
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
    screen.shoot("explorer-result", explorer.window());
    Path model = corpora.resolve("nordan.model");
    explorer.openResultMenu(0);
    explorer.weka().choose("Save model");
    explorer.weka().chooseFile(model, "");
    screen.await("the saved model", () -> Files.exists(model));
  }

  private void choosesTheSourceInAFileDialog() {
    explorer.open(corpora.resolve("velua.corpus"), "Emotion corpora");
    explorer.awaitRelation("velua");
    explorer.filter("MelDeltaSpectrogram");
    explorer.weka().selectTab(explorer.window(), "Classify");
    Window options = explorer.openClassifierOptions();
    screen.click(
        screen.find(explorer.weka().row(options, "sources"), PropertyPanel.class, panel -> true));
    Window sources = screen.window("Source models");
    explorer.weka().press(sources, "Add...");
    explorer.weka().chooseFile(corpora.resolve("nordan.model"), "");
    JTable list = screen.find(sources, JTable.class, any -> true);
    screen.await("the header of the model", () -> "yes".equals(list.getValueAt(0, 5)));
    screen.shoot("explorer-source", sources);
    explorer.weka().press(sources, "OK");
    screen.awaitGone(sources);
    explorer.weka().press(options, "OK");
    screen.awaitGone(options);
    assertTrue(explorer.option("source"), explorer.option("source").endsWith("nordan.model"));
  }

  private void leavesOneSubjectOut() {
    explorer.weka().press(explorer.classify(), "Leave one subject out");
    Window dialog = screen.window("Leave one subject out");
    assertEquals("subject", screen.find(dialog, JComboBox.class, box -> true).getSelectedItem());
    screen.shoot("loso-dialog", dialog);
    explorer.weka().press(dialog, "OK");
    String result = explorer.awaitResult(1);
    assertTrue(result, result.contains("=== Subjects ==="));
    assertTrue(result, result.contains("folders-velua-m04"));
    assertTrue(result, result.contains("=== leave-one-subject-out, 4 subjects ==="));
    assertTrue(result, result.contains("nordan.model: nordan, 4 subjects"));
    explorer.scrollTo("=== Confusion Matrix ===");
    screen.shoot("loso-result", explorer.window());
  }

  private void plotsTheResult() {
    explorer.openResultMenu(1);
    screen.shoot("loso-menu", explorer.window());
    explorer.weka().choose("Visualize classifier errors");
    Window errors = screen.window("Weka Classifier Visualize");
    screen.shoot("loso-errors", errors);
    screen.closeWindow(errors);
    explorer.openResultMenu(1);
    explorer.weka().choose("Visualize margin curve");
    Window margins = screen.window("Weka Classifier Visualize");
    screen.shoot("loso-margin", margins);
    screen.closeWindow(margins);
    explorer.openResultMenu(1);
    explorer.weka().choose("Visualize threshold curve", "anger");
    Window curve = screen.window("Weka Classifier Visualize");
    screen.shoot("loso-roc", curve);
    screen.closeWindow(curve);
  }

  private void showsThePathways() throws Exception {
    explorer.openResultMenu(1);
    explorer.weka().choose("Plugins", "Pathways");
    Window pathways = screen.window("Pathways: ");
    screen.shoot("pathways-best", pathways);
    JComboBox<?> show = screen.find(pathways, JComboBox.class, box -> true);
    screen.click(show);
    screen.tap(KeyEvent.VK_DOWN);
    screen.tap(KeyEvent.VK_ENTER);
    screen.await("the population", () -> show.getSelectedIndex() == 1);
    JSlider slider = screen.find(pathways, JSlider.class, candidate -> true);
    screen.click(slider);
    screen.tap(KeyEvent.VK_HOME);
    for (int i = 0; i < 12; i++) {
      screen.tap(KeyEvent.VK_RIGHT);
    }
    screen.await("generation 12", () -> slider.getValue() == 12);
    screen.shoot("pathways-population", pathways);
    for (String kind : List.of("PNG", "SVG")) {
      Path picture = corpora.resolve("pathways." + kind.toLowerCase(Locale.ROOT));
      explorer.weka().press(pathways, "Export...");
      if (kind.equals("PNG")) {
        FileTypes.shoot(screen, explorer.weka(), "pathways-export");
      }
      explorer.weka().chooseFile(corpora.resolve("pathways"), kind);
      screen.await("the picture", () -> Files.exists(picture));
    }
    String svg = Files.readString(corpora.resolve("pathways.svg"));
    assertTrue(svg.contains("Generation 12 of 20: whole population on velua, after nordan"));
    screen.closeWindow(pathways);
  }

  private void loadsAModel() {
    explorer.openResultMenu(0);
    explorer.weka().choose("Load model");
    explorer.weka().chooseFile(corpora.resolve("nordan.model"), "");
    String loaded = explorer.awaitResult(2);
    assertTrue(loaded, loaded.contains("Trained on:    nordan"));
    screen.shoot("explorer-loaded", explorer.window());
    explorer.openResultMenu(2);
    explorer.weka().choose("Plugins", "Pathways");
    screen.closeWindow(screen.window("Pathways: "));
  }
}
