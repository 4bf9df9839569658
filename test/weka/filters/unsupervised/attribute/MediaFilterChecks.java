package weka.filters.unsupervised.attribute;

import emotiontransfer.weka.filter.MediaFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.rules.ZeroR;
import weka.core.Instances;
import weka.filters.AbstractFilterTest;
import weka.filters.Filter;

/** Weka's own tests of filters, on a clip table with a missing path. */
public abstract class MediaFilterChecks extends AbstractFilterTest {

  private static final int CLIPS = 10;

  private final String extension;
  private Path folder;

  protected MediaFilterChecks(String name, String extension) {
    super(name);
    this.extension = extension;
  }

  /** Writes the clips: {@code c0}, {@code c1} and so on, with the extension. */
  abstract void writeClips(Path into, int clips) throws Exception;

  /** Makes the filter that is tested, of small segments. */
  abstract MediaFilter makeFilter();

  @Override
  protected void setUp() throws Exception {
    folder = Files.createTempDirectory("clips");
    writeClips(folder, CLIPS);
    super.setUp();
    m_Instances = clips();
  }

  /** Paths are relative, so that the regression's reference does not depend on the machine. */
  private Instances clips() {
    Instances relative = ClipTables.empty();
    for (int i = 0; i < CLIPS; i++) {
      ClipTables.add(relative, "c" + i + extension, i);
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
  public final Filter getFilter() {
    MediaFilter filter = makeFilter();
    filter.setRelativeTo(folder.toFile());
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
