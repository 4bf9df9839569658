package weka.filters.unsupervised.attribute;

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

/** Weka's own tests of filters, on a clip table with a missing path. */
public class MelDeltaSpectrogramTest extends AbstractFilterTest {

  private static final int CLIPS = 10;

  private Path folder;

  public MelDeltaSpectrogramTest(String name) {
    super(name);
  }

  public static Test suite() {
    return new TestSuite(MelDeltaSpectrogramTest.class);
  }

  @Override
  protected void setUp() throws Exception {
    folder = Files.createTempDirectory("tones");
    super.setUp();
    m_Instances = clips();
  }

  /** Paths are relative, so that the regression's reference does not depend on the machine. */
  private Instances clips() throws IOException {
    Instances full = ClipTables.tones(folder, CLIPS, 0.1);
    Instances relative = ClipTables.empty();
    for (int i = 0; i < full.numInstances(); i++) {
      ClipTables.add(relative, "c" + i + ".wav", i);
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
    MelDeltaSpectrogram filter = new MelDeltaSpectrogram();
    filter.setRelativeTo(folder.toFile());
    filter.setBands(4);
    filter.setSegmentFrames(4);
    filter.setStepFrames(2);
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
  protected Instances getFilteredClassifierData() throws Exception {
    return clips();
  }
}
