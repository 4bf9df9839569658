package emotiontransfer.study;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.evaluation.Predictions;
import emotiontransfer.figure.Figure;
import emotiontransfer.figure.FigureFile;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.w3c.dom.Document;
import weka.core.WekaException;

public class ConfusionFigureTest {

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private static final String HEADER =
      "file,subject,fold,actual,predicted,prob_fear,prob_anger,prob_boredom\n";

  /** Anger 3 clips, 2 right; fear 2 clips, 1 right; boredom predicted once, never true. */
  private File predictions() throws IOException {
    File file = temporary.newFile("loso.csv");
    Files.writeString(
        file.toPath(),
        HEADER
            + "/a/x1.wav,s-01,s-01,anger,anger,0.1,0.9,0\n"
            + "/a/x2.wav,s-01,s-01,fear,fear,0.8,0.2,0\n"
            + "/a/x3.wav,s-02,s-02,anger,anger,0.3,0.7,0\n"
            + "/a/x4.wav,s-02,s-02,fear,boredom,0.3,0.3,0.4\n"
            + "/a/x5.wav,s-02,s-02,anger,fear,0.6,0.4,0\n");
    return file;
  }

  private static void run(Object... options) throws Exception {
    String[] texts = new String[options.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = String.valueOf(options[i]);
    }
    new ConfusionFigure().run(null, texts);
  }

  @Test
  public void labelsStandInTheClassifiersOrder() throws Exception {
    Predictions read = Predictions.read(predictions());
    assertEquals(List.of("fear", "anger", "boredom"), read.labels());
    assertEquals(Set.of("s-01", "s-02"), read.subjects().keySet());
    assertEquals(1, read.confusion().counts()[0][2], 0);
    assertEquals(2, read.confusion().counts()[1][1], 0);
    assertEquals(0.6, read.confusion().war(), 1e-12);
    assertEquals((1 / 2.0 + 2 / 3.0) / 2, read.confusion().uar(), 1e-12);
  }

  @Test
  public void svgHasOneShadedCellPerPairOfLabelsAndTheFigures() throws Exception {
    File out = new File(temporary.getRoot(), "new folder/c.svg");
    run("-predictions", predictions(), "-out", out, "-title", "A & B <C>");
    Document svg = SvgMarks.parse(out);
    assertEquals(9, SvgMarks.rectangles(svg, 44));
    List<String> texts = SvgMarks.texts(svg);
    assertTrue(texts.contains("A & B <C>"));
    assertTrue(texts.contains("WAR 60.0 %, UAR 58.3 % (5 clips, 2 subjects)"));
    assertTrue(texts.contains("66.7"));
    assertTrue(texts.contains("33.3"));
    assertEquals(2, texts.stream().filter("50.0"::equals).count());
    assertTrue(texts.contains("anger (3)"));
    assertTrue(texts.contains("boredom (0)"));
  }

  @Test
  public void pngHasTheSizeThatTheResolutionAsksFor() throws Exception {
    Figure figure = ConfusionFigure.figure(Predictions.read(predictions()), "t");
    File out = new File(temporary.getRoot(), "c.png");
    FigureFile.write(figure, out, 144);
    BufferedImage image = ImageIO.read(out);
    assertEquals(2 * figure.width(), image.getWidth());
    assertEquals(2 * figure.height(), image.getHeight());
  }

  @Test
  public void aRightCellIsDarkerThanAWrongOne() throws Exception {
    File in = predictions();
    File out = new File(temporary.getRoot(), "c.png");
    run("-predictions", in, "-out", out, "-dpi", 72);
    BufferedImage image = ImageIO.read(out);
    File svg = new File(temporary.getRoot(), "c.svg");
    run("-predictions", in, "-out", svg);
    int[] right = SvgMarks.corner(SvgMarks.parse(svg), 44, 4);
    int[] wrong = SvgMarks.corner(SvgMarks.parse(svg), 44, 3);
    int rightGreen = image.getRGB(right[0] + 4, right[1] + 4) >> 8 & 255;
    int wrongGreen = image.getRGB(wrong[0] + 4, wrong[1] + 4) >> 8 & 255;
    assertTrue(rightGreen + " < " + wrongGreen, rightGreen < wrongGreen);
  }

  @Test
  public void clipsWithoutDecisionCountAsWrong() throws Exception {
    File file = temporary.newFile("undecided.csv");
    Files.writeString(
        file.toPath(),
        HEADER + "a.wav,s-01,s-01,anger,anger,0,1,0\nb.wav,s-01,s-01,fear,?,?,?,?\n");
    File out = new File(temporary.getRoot(), "c.svg");
    run("-predictions", file, "-out", out);
    assertTrue(
        SvgMarks.texts(SvgMarks.parse(out))
            .contains(
                "WAR 50.0 %, UAR 50.0 % (2 clips, 1 subjects). 1 of 2 clips was left undecided;"
                    + " it counts as wrong."));
  }

  @Test
  public void quotedNamesAreReadAsWritten() throws Exception {
    File file = temporary.newFile("quoted.csv");
    Files.writeString(
        file.toPath(),
        "file,subject,fold,actual,predicted,\"prob_joy, loud\",prob_fear\n"
            + "\"/it's \"\"here\"\", a.wav\",s-01,1,\"joy, loud\",fear,0.4,0.6\n");
    Predictions read = Predictions.read(file);
    assertEquals(List.of("joy, loud", "fear"), read.labels());
    assertEquals(1, read.subjects().get("s-01").counts()[0][1], 0);
  }

  @Test
  public void aCutOffLineIsRejectedByItsNumber() throws Exception {
    File file = temporary.newFile("cut.csv");
    Files.writeString(file.toPath(), HEADER + "a.wav,s-01,s-01,anger,anger,0,1,0\nb.wav,s-01,s-0");
    IOException error = assertThrows(IOException.class, () -> Predictions.read(file));
    assertEquals(
        "'"
            + file
            + "' is no predictions file: line 3 is incomplete; LeaveOneSubjectOutEvaluation"
            + " -predictions FILE writes one.",
        error.getMessage());
  }

  @Test
  public void aMissingFileIsNamed() {
    File absent = new File(temporary.getRoot(), "absent.csv");
    assertTrue(
        rejection("-predictions", absent, "-out", "c.png")
            .startsWith("Option -predictions: '" + absent + "' does not exist.\n"));
  }

  @Test
  public void anotherTableIsRejected() throws Exception {
    File other = temporary.newFile("iris.csv");
    Files.writeString(other.toPath(), "a,b,c,d,class\n1,2,3,4,x\n");
    String message = rejection("-predictions", other, "-out", "c.png");
    assertTrue(message, message.contains("no column 'subject'"));
  }

  @Test
  public void wrongOptionsAreRejectedWithTheRemedy() throws Exception {
    File in = predictions();
    assertTrue(rejection("-out", "c.png").startsWith("Option -predictions is missing."));
    assertTrue(rejection("-predictions", in).startsWith("Option -out is missing."));
    assertTrue(rejection("-predictions", in, "-out", "c.gif").contains("must end in .png or .svg"));
    assertTrue(
        rejection("-predictions", in, "-out", "c.png", "-dpi", "x").contains("whole number"));
    assertTrue(rejection("-predictions", in, "-out", "c.png", "-dpi", 9000).contains("36 to 2400"));
    assertTrue(
        rejection("-predictions", in, "-out", "c.png", "-colour").contains("option '-colour'"));
    assertFalse(new File("c.gif").exists());
  }

  private static String rejection(Object... options) {
    return assertThrows(WekaException.class, () -> run(options)).getMessage();
  }
}
