package emotiontransfer.study;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.alexnet.AlexNetShape;
import emotiontransfer.figure.Palette;
import emotiontransfer.figure.PathwayView;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.weka.classify.ModelFile;
import java.io.File;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.w3c.dom.Document;
import weka.classifiers.Classifier;
import weka.classifiers.functions.PathNetClassifier;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.rules.ZeroR;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Utils;
import weka.core.WekaException;

public class PathwayFigureTest {

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private static final int MODULES = 6;

  /** A module is never wider than 30 points, of which its square takes 72 %. */
  private static final double SIDE = 30 * 0.72;

  private Instances table;
  private File source;

  @Before
  public void evolveSource() throws Exception {
    table = blobs();
    source = save(train(""), "source.model");
  }

  private static Instances blobs() {
    return PointTables.of(
        "blobs",
        List.of("anger", "fear"),
        40,
        1,
        (i, random) -> {
          double centre = i % 2 == 0 ? -2 : 2;
          return new double[] {
            centre + random.nextGaussian(), centre + random.nextGaussian(), i % 2
          };
        });
  }

  private PathNetClassifier train(String options) throws Exception {
    PathNetClassifier classifier = new PathNetClassifier();
    classifier.setOptions(
        Utils.splitOptions("-L 3 -M " + MODULES + " -H 4 -N 2 -P 5 -G 8 -S 3 " + options));
    classifier.buildClassifier(table);
    return classifier;
  }

  private File save(Classifier classifier, String name) throws Exception {
    File file = new File(temporary.getRoot(), name);
    SerializationHelper.write(file.getPath(), classifier);
    return file;
  }

  private Document draw(File model, String... options) throws Exception {
    File out = new File(temporary.getRoot(), "figure.svg");
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("-model", model.getPath(), "-out", out.getPath()));
    new PathwayFigure().run(null, all.toArray(String[]::new));
    return SvgMarks.parse(out);
  }

  @Test
  public void aSourceModelShowsItsBestPathwayAndFitness() throws Exception {
    Document svg = draw(source);
    Pathway best = ModelFile.pathNet(source).trace().best();
    assertEquals(3 * MODULES, SvgMarks.rectangles(svg, SIDE));
    assertEquals(best.size(), SvgMarks.rectangles(svg, SIDE, Palette.SOURCE));
    List<String> texts = SvgMarks.texts(svg);
    assertTrue(texts.toString(), texts.contains("Best pathway of 8 generations on blobs"));
    assertTrue(texts.toString(), texts.contains("softmax head: anger, fear"));
    assertTrue(texts.toString(), texts.contains("winner"));
  }

  @Test
  public void aTransferredModelShowsTheSourcesModulesToo() throws Exception {
    File model = save(train("-source " + Utils.quote(source.getPath())), "destination.model");
    Document svg = draw(model, "-no-curve");
    PathNetModel read = ModelFile.pathNet(model);
    int frozen = read.frozenPathway().size();
    int reused = read.reusedPathway().size();
    assertEquals(frozen, ModelFile.pathNet(source).trace().best().size());
    assertEquals(frozen, SvgMarks.rectangles(svg, SIDE, Palette.SOURCE));
    assertEquals(
        read.trace().best().size() - reused, SvgMarks.rectangles(svg, SIDE, Palette.DESTINATION));
    List<String> texts = SvgMarks.texts(svg);
    assertTrue(texts.toString(), texts.contains("source, frozen (" + (frozen - reused) + ")"));
    assertTrue(
        texts.toString(), texts.contains("Best pathway of 8 generations on blobs, after blobs"));
    assertTrue(texts.toString(), !texts.contains("winner"));
  }

  @Test
  public void populationsAreCountedBeforeAndAfterTheEvolution() throws Exception {
    PathNetModel model = ModelFile.pathNet(source);
    Document before = draw(source, "-show", "initial");
    assertTrue(SvgMarks.texts(before).contains("Initial population of 5 pathways on blobs"));
    Document after = draw(source, "-show", "final", "-title", "After");
    assertTrue(SvgMarks.texts(after).contains("After"));
    for (int uses = 3; uses <= 5; uses++) {
      assertEquals(count(model.trace().finalPopulation(), uses), texts(after, uses));
      assertEquals(count(model.trace().initialPopulation(), uses), texts(before, uses));
    }
  }

  private static long count(List<Pathway> population, int uses) {
    long modules = 0;
    for (int layer = 0; layer < 3; layer++) {
      for (int module = 0; module < MODULES; module++) {
        int l = layer;
        int m = module;
        modules += population.stream().filter(p -> p.contains(l, m)).count() == uses ? 1 : 0;
      }
    }
    return modules;
  }

  private static long texts(Document svg, int number) {
    return SvgMarks.texts(svg).stream().filter(String.valueOf(number)::equals).count();
  }

  @Test
  public void twoFilesAreDrawnAtOnce() throws Exception {
    File png = new File(temporary.getRoot(), "figure.png");
    draw(source, "-dpi", "72", "-out", png.getPath());
    assertEquals(504, ImageIO.read(png).getWidth());
  }

  @Test
  public void aClassifierAroundThePathNetIsOpened() throws Exception {
    FilteredClassifier outer = new FilteredClassifier();
    outer.setFilter(new weka.filters.AllFilter());
    PathNetClassifier inner = new PathNetClassifier();
    inner.setOptions(Utils.splitOptions("-M 6 -H 4 -N 2 -P 5 -G 2"));
    outer.setClassifier(inner);
    outer.buildClassifier(table);
    File file = save(outer, "filtered.model");
    assertEquals(3 * MODULES, SvgMarks.rectangles(draw(file), SIDE));
  }

  @Test
  public void anotherModelIsRejectedByItsName() throws Exception {
    ZeroR zero = new ZeroR();
    zero.buildClassifier(table);
    File file = save(zero, "zero.model");
    String message = rejection(file);
    assertTrue(
        message,
        message.startsWith(
            "Model "
                + file
                + " holds a weka.classifiers.rules.ZeroR instead of a PathNetClassifier; give a"
                + " file that was saved by this version of PathNetClassifier.\n"));
  }

  @Test
  public void whatIsNoModelIsRejected() throws Exception {
    File file = temporary.newFile("text.model");
    Files.writeString(file.toPath(), "no model");
    String message = rejection(file);
    assertTrue(message, message.contains("is not a readable PathNetClassifier model"));
    String missing = rejection(new File(temporary.getRoot(), "absent.model"));
    assertTrue(missing, missing.contains("does not exist"));
  }

  @Test
  public void anUnknownViewIsRejected() {
    String message = rejection(source, "-show", "worst");
    assertTrue(
        message, message.startsWith("Option -show: 'worst' must be one of best, initial, final."));
  }

  private String rejection(File model, String... options) {
    return assertThrows(WekaException.class, () -> draw(model, options)).getMessage();
  }

  @Test
  public void titlesAndSizesHaveTheSameDigitsInEveryLocale() throws Exception {
    PathNetModel model = ModelFile.pathNet(source);
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-u-nu-arab"));
    try {
      assertEquals("\u0663", String.format("%d", 3));
      for (PathwayView.Moment moment : PathwayView.Moment.values()) {
        String title = PathwayView.of(model, moment, Optional.empty(), false).title();
        assertTrue(title, title.matches(".*[58].*") && title.matches("\\p{ASCII}*"));
      }
      String sizes = new AlexNetShape(227, 1, 7).toString();
      assertEquals("227x227x3 inputs, width 1.0, 7 classes", sizes);
    } finally {
      Locale.setDefault(before);
    }
  }
}
