package weka.filters.unsupervised.attribute;

import emotiontransfer.media.DrawnFaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import junit.framework.Test;
import junit.framework.TestSuite;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.rules.ZeroR;
import weka.core.Instances;
import weka.filters.AbstractFilterTest;
import weka.filters.Filter;

/** Weka's own tests of filters, on a table of images with a missing path. */
public class FaceCropTest extends AbstractFilterTest {

  private static final int CLIPS = 10;

  private Path folder;

  public FaceCropTest(String name) {
    super(name);
  }

  public static Test suite() {
    return new TestSuite(FaceCropTest.class);
  }

  @Override
  protected void setUp() throws Exception {
    folder = Files.createTempDirectory("faces");
    for (int i = 0; i < CLIPS; i++) {
      DrawnFaces.write(
          DrawnFaces.face(160, 120, 70 + 2 * i, 60, 60), folder.resolve("c" + i + ".png"));
    }
    super.setUp();
    m_Instances = clips();
  }

  /** Paths are relative, so that the regression's reference does not depend on the machine. */
  private static Instances clips() {
    Instances relative = ClipTables.empty();
    for (int i = 0; i < CLIPS; i++) {
      ClipTables.add(relative, "c" + i + ".png", i);
    }
    ClipTables.add(relative, null, CLIPS);
    return relative;
  }

  @Override
  protected void tearDown() {
    super.tearDown();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Filter getFilter() {
    FaceCrop filter = new FaceCrop();
    filter.setRelativeTo(folder.toFile());
    filter.setCropSize(4);
    return filter;
  }

  @Override
  protected FilteredClassifier getFilteredClassifier() {
    FilteredClassifier classifier = new FilteredClassifier();
    classifier.setFilter(getFilter());
    classifier.setClassifier(new ZeroR());
    return classifier;
  }

  @Override
  protected Instances getFilteredClassifierData() {
    return clips();
  }
}
