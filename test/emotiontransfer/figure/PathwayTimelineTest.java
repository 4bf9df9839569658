package emotiontransfer.figure;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.figure.PathwayTimeline.Show;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.evolution.GenerationRecord;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.study.PointTables;
import emotiontransfer.study.SvgMarks;
import emotiontransfer.weka.classify.ModelFile;
import java.io.File;
import java.util.List;
import java.util.Optional;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.w3c.dom.Document;
import weka.classifiers.functions.PathNetClassifier;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.rules.ZeroR;
import weka.core.Instances;
import weka.core.Utils;

public class PathwayTimelineTest {

  private static final int GENERATIONS = 60;

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private static PathNetClassifier classifier;
  private static PathNetModel model;
  private static PathwayTimeline timeline;

  @BeforeClass
  public static void evolve() throws Exception {
    classifier = new PathNetClassifier();
    classifier.setOptions(Utils.splitOptions("-L 2 -M 9 -H 3 -N 3 -P 6 -S 5 -G " + GENERATIONS));
    classifier.buildClassifier(noise());
    model = classifier.model();
    timeline = new PathwayTimeline(classifier.model());
  }

  /** Labels without rhyme or reason, so that fitness rises and falls. */
  private static Instances noise() {
    return PointTables.of(
        "noise",
        List.of("anger", "fear"),
        30,
        1,
        (i, random) ->
            new double[] {random.nextGaussian(), random.nextGaussian(), random.nextInt(2)});
  }

  @Test
  public void takingBackEveryTournamentLeadsToTheFirstPopulation() {
    assertEquals(GENERATIONS, timeline.generations());
    assertEquals(model.trace().finalPopulation(), model.trace().population(GENERATIONS));
    assertEquals(model.trace().initialPopulation(), model.trace().population(0));
    assertNotEquals(model.trace().population(0), model.trace().population(GENERATIONS));
  }

  @Test
  public void contestantsStandInTheirSlotsBeforeAGenerationAndOnlyTheLosersChanges() {
    for (int generation = 1; generation <= GENERATIONS; generation++) {
      GenerationRecord record = model.trace().history().get(generation - 1);
      List<Pathway> before = model.trace().population(generation - 1);
      List<Pathway> after = model.trace().population(generation);
      int winner = record.firstWon() ? record.slotA() : record.slotB();
      int loser = record.firstWon() ? record.slotB() : record.slotA();
      assertEquals(record.winner(), before.get(winner));
      assertEquals(record.winner(), after.get(winner));
      assertEquals(record.loser(), before.get(loser));
      for (int slot = 0; slot < before.size(); slot++) {
        assertTrue(slot == loser || before.get(slot).equals(after.get(slot)));
      }
    }
  }

  @Test
  public void theBestOfAllGenerationsIsTheModels() {
    assertEquals(model.trace().best(), model.trace().bestUntil(GENERATIONS));
    assertEquals(model.trace().history().get(0).winner(), model.trace().bestUntil(1));
    assertEquals(0, model.trace().bestUntil(0).size());
  }

  @Test
  public void pictureHasTheGenerationInItsTitleAndInTheCurve() throws Exception {
    Document svg = draw(timeline.at(17, Show.POPULATION));
    assertTrue(SvgMarks.texts(svg).contains("Generation 17 of 60: whole population on noise"));
    assertTrue(SvgMarks.texts(svg).contains("generation"));
    int marked = SvgMarks.lines(svg, Palette.INK);
    Document plain =
        draw(
            PathwayDrawing.of(
                PathwayView.of(model, PathwayView.Moment.BEST, Optional.of("T"), true)));
    assertEquals(marked - 1, SvgMarks.lines(plain, Palette.INK));
  }

  @Test
  public void generationZeroOfTheBestIsDrawnWithoutAPathway() throws Exception {
    Document svg = draw(timeline.at(0, Show.BEST));
    assertTrue(SvgMarks.texts(svg).contains("best pathway (0)"));
  }

  private Document draw(Figure figure) throws Exception {
    File file = new File(temporary.getRoot(), "t.svg");
    FigureFile.write(figure, file, 300);
    return SvgMarks.parse(file);
  }

  @Test
  public void eventNamesWinnerAndLoser() {
    GenerationRecord record = model.trace().history().get(4);
    int winner = record.firstWon() ? record.slotA() : record.slotB();
    assertTrue(timeline.event(5), timeline.event(5).startsWith("Pathway " + winner + " (fitness"));
    assertEquals("Before the evolution: every pathway is random.", timeline.event(0));
  }

  @Test
  public void pathwaysOfClassesAreShownSideBySide() throws Exception {
    assertFalse(timeline.choices().contains(Show.CLASSES));
    PathNetClassifier own = new PathNetClassifier();
    own.setOptions(Utils.splitOptions("-L 2 -M 9 -H 3 -N 3 -P 6 -S 5 -G 3 -pathways per-class"));
    own.buildClassifier(noise());
    PathwayTimeline shown = new PathwayTimeline(own.model());
    assertTrue(shown.choices().contains(Show.CLASSES));
    assertTrue(
        shown.event(2),
        shown.event(2).startsWith("The best pathways of 2 classes were trained; fitness 0."));
    assertEquals(12, own.model().trace().population(1).size());
    for (int generation = 0; generation <= 3; generation++) {
      for (Show show : Show.values()) {
        Document svg = draw(shown.at(generation, show));
        String many = "many of the " + (show == Show.CLASSES ? 2 : 12) + " pathways (count in box)";
        assertEquals(show != Show.BEST, SvgMarks.texts(svg).contains(many));
      }
    }
  }

  @Test
  public void pathwaysAreFoundInsideOtherClassifiersAndNowhereElse() {
    FilteredClassifier filtered = new FilteredClassifier();
    filtered.setClassifier(classifier);
    assertEquals(
        GENERATIONS,
        ModelFile.pathNetIn(filtered).map(model -> model.trace().history().size()).orElse(0),
        0);
    assertFalse(ModelFile.pathNetIn(new ZeroR()).isPresent());
    assertFalse(ModelFile.pathNetIn(new PathNetClassifier()).isPresent());
    assertFalse(ModelFile.pathNetIn("a string").isPresent());
  }
}
