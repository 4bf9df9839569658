package emotiontransfer.figure;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.data.FeatureInfo;
import emotiontransfer.data.Provenance;
import emotiontransfer.data.Provenance.LevelRange;
import emotiontransfer.data.Scaling;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.evolution.EvolutionTrace;
import emotiontransfer.pathnet.evolution.GenerationRecord;
import emotiontransfer.pathnet.kind.LinearModule;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.transfer.SourceUse;
import emotiontransfer.study.SvgMarks;
import java.awt.image.BufferedImage;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.w3c.dom.Document;

public class PathwayDrawingTest {

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private static final int INPUTS = 12;
  private static final PathNetShape SHAPE = new PathNetShape(INPUTS, 3, 20, 20, 4, 2);
  private static final List<String> LABELS = List.of("anger", "fear");
  private static final Pathway NONE = Pathway.empty(3);
  private static final Pathway FROZEN =
      new Pathway(List.of(List.of(0, 1), List.of(2, 3, 4), List.of(5)));

  /** Has module 1 of the first layer and 5 of the last in common with the frozen pathway. */
  private static final Pathway BEST =
      new Pathway(List.of(List.of(1, 7, 9), List.of(10, 11), List.of(5, 19)));

  /** Width of a module: 72 % of its part of the grid's width. */
  private static final double SIDE = (504 - 52 - 10) / 20.0 * 0.72;

  private Document draw(List<Pathway> pathways, Pathway frozen, List<GenerationRecord> history)
      throws Exception {
    return draw(pathways, frozen, SourceUse.FROZEN, history);
  }

  private Document draw(
      List<Pathway> pathways, Pathway frozen, SourceUse use, List<GenerationRecord> history)
      throws Exception {
    File file = new File(temporary.getRoot(), "p.svg");
    FigureFile.write(PathwayDrawing.of(view(pathways, frozen, use, history)), file, 300);
    return SvgMarks.parse(file);
  }

  private static PathwayView view(
      List<Pathway> pathways, Pathway frozen, SourceUse use, List<GenerationRecord> history) {
    FeatureInfo features = new FeatureInfo("", "", INPUTS);
    Provenance provenance =
        new Provenance(
            "",
            "",
            "",
            List.of(),
            LABELS,
            List.of(0.5, 0.5),
            features,
            List.of(),
            LevelRange.UNKNOWN,
            "");
    ModuleGrid grid = ModuleGrid.zeros(SHAPE, new LinearModule());
    float[] none = new float[INPUTS];
    EvolutionTrace trace = new EvolutionTrace(BEST, 0.4, pathways, pathways, history, 0);
    PathNetModel model =
        new PathNetModel(
            provenance,
            grid,
            grid.head(),
            new Scaling(none, none, none),
            frozen,
            use,
            trace,
            Optional.empty(),
            null);
    return new PathwayView(model, "Title", pathways, !history.isEmpty(), OptionalInt.empty());
  }

  @Test
  public void everyModuleIsDrawnOnce() throws Exception {
    assertEquals(60, SvgMarks.rectangles(draw(List.of(BEST), FROZEN, List.of()), SIDE));
  }

  @Test
  public void frozenModulesHaveTheSourcesColourAndOwnOnesTheDestinations() throws Exception {
    Document svg = draw(List.of(BEST), FROZEN, List.of());
    assertEquals(6, SvgMarks.rectangles(svg, SIDE, Palette.SOURCE));
    assertEquals(5, SvgMarks.rectangles(svg, SIDE, Palette.DESTINATION));
    List<String> legend =
        List.of("source, frozen (4)", "also picked here (2)", "trained here (5)", "idle (49)");
    assertTrue(SvgMarks.texts(svg).toString(), SvgMarks.texts(svg).containsAll(legend));
  }

  @Test
  public void eachPathwayLinksEveryPairOfItsModulesInNeighbouringLayers() throws Exception {
    Document svg = draw(List.of(BEST), FROZEN, List.of());
    // input + layers 1-2 + layers 2-3 + head
    assertEquals(2 + 2 * 3 + 3 * 1 + 1, SvgMarks.lines(svg, Palette.SOURCE));
    assertEquals(3 + 3 * 2 + 2 * 2 + 2, SvgMarks.lines(svg, Palette.DESTINATION));
  }

  @Test
  public void reusableModulesThatWereNotPickedAreLeftEmptyAndUnlinked() throws Exception {
    Document svg = draw(List.of(BEST), FROZEN, SourceUse.REUSABLE, List.of());
    assertEquals(2, SvgMarks.rectangles(svg, SIDE, Palette.SOURCE));
    // Module 1 to the input and module 5 to the head; nothing was picked between them.
    assertEquals(2, SvgMarks.lines(svg, Palette.SOURCE));
    assertTrue(SvgMarks.texts(svg).contains("source, not picked (4)"));
  }

  @Test
  public void fineTunedModulesAreCalledTrained() throws Exception {
    Document svg = draw(List.of(BEST), FROZEN, SourceUse.FINE_TUNE, List.of());
    assertTrue(SvgMarks.texts(svg).contains("source, trained on (4)"));
  }

  @Test
  public void aPathwayWithoutSourceIsDrawnAsASource() throws Exception {
    Document svg = draw(List.of(BEST), NONE, List.of());
    assertEquals(7, SvgMarks.rectangles(svg, SIDE, Palette.SOURCE));
    assertEquals(0, SvgMarks.rectangles(svg, SIDE, Palette.DESTINATION));
    assertTrue(SvgMarks.texts(svg).contains("best pathway (7)"));
  }

  @Test
  public void aPopulationShowsHowManyPathwaysUseAModule() throws Exception {
    Document svg = draw(List.of(BEST, FROZEN, BEST), NONE, List.of());
    List<String> texts = SvgMarks.texts(svg);
    // Layer 1: module 1 in three pathways; layer 3: module 5 in three.
    assertEquals(2, texts.stream().filter("3"::equals).count());
    assertEquals(5, texts.stream().filter("2"::equals).count());
    assertEquals(4, texts.stream().filter("1"::equals).count());
    assertEquals(49, texts.stream().filter("0"::equals).count());
  }

  @Test
  public void theFitnessCurveMakesThePictureTaller() throws Exception {
    GenerationRecord first = new GenerationRecord(1, 0, 1, 0.3, 0.2, BEST, FROZEN);
    GenerationRecord second = new GenerationRecord(2, 3, 1, 0.35, 0.4, BEST, FROZEN);
    Document with = draw(List.of(BEST), FROZEN, List.of(first, second));
    Document without = draw(List.of(BEST), FROZEN, List.of());
    assertTrue(SvgMarks.texts(with).contains("generation"));
    assertEquals(150, height(with) - height(without), 0);
  }

  private static double height(Document svg) {
    return Double.parseDouble(svg.getDocumentElement().getAttribute("height"));
  }

  @Test
  public void pngShowsAReusedModuleInBothColours() throws Exception {
    PathwayView view = view(List.of(BEST), FROZEN, SourceUse.FROZEN, List.of());
    File file = new File(temporary.getRoot(), "p.png");
    FigureFile.write(PathwayDrawing.of(view), file, 72);
    BufferedImage image = ImageIO.read(file);
    assertEquals(504, image.getWidth());
    // Second module of the first layer, whose place the SVG gives.
    int[] corner = SvgMarks.corner(draw(List.of(BEST), FROZEN, List.of()), SIDE, 1);
    assertEquals(Palette.SOURCE.getRGB(), image.getRGB(corner[0] + 3, corner[1] + 3));
    assertEquals(Palette.DESTINATION.getRGB(), image.getRGB(corner[0] + 13, corner[1] + 13));
  }
}
