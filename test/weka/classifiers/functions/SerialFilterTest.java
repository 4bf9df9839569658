package weka.classifiers.functions;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.classifiers.meta.FilteredClassifier;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.TestInstances;
import weka.core.Utils;
import weka.filters.unsupervised.attribute.Standardize;

/** The list of classes that doc/pathnet.md gives for Weka's own {@code -l}, in a JVM of its own. */
public class SerialFilterTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Instances table;
  private Path data;

  @Before
  public void writeATable() throws Exception {
    TestInstances random = new TestInstances();
    random.setNumNominal(0);
    random.setNumNumeric(3);
    table = random.generate();
    data = folder.newFile("table.arff").toPath();
    Files.writeString(data, table.toString());
  }

  private static PathNetClassifier scheme() throws Exception {
    PathNetClassifier scheme = new PathNetClassifier();
    scheme.setOptions(Utils.splitOptions("-G 2 -L 2 -M 4 -H 3 -N 2 -P 3"));
    return scheme;
  }

  private static String filter() throws Exception {
    String text = Files.readString(Path.of("doc/pathnet.md"));
    Matcher line = Pattern.compile("-Djdk\\.serialFilter='([^']*)'").matcher(text);
    assertTrue("doc/pathnet.md has no filter", line.find());
    return line.group(1);
  }

  /** Returns what Weka prints of a model that it loads. */
  private String load(Class<?> scheme, File model) throws Exception {
    File out = folder.newFile();
    List<String> command = new ArrayList<>();
    Collections.addAll(command, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Collections.addAll(command, "-Djdk.serialFilter=" + filter(), "-Xmx500m");
    Collections.addAll(command, "-Djava.awt.headless=true", "-cp");
    Collections.addAll(command, System.getProperty("java.class.path"), scheme.getName());
    Collections.addAll(command, "-l", model.getPath(), "-T", data.toString(), "-c", "last");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out).start();
    process.waitFor();
    return Files.readString(out.toPath(), StandardCharsets.UTF_8);
  }

  @Test(timeout = 300_000)
  public void modelsOfThisPackageAreLoaded() throws Exception {
    PathNetClassifier alone = scheme();
    alone.buildClassifier(table);
    FilteredClassifier filtered = new FilteredClassifier();
    filtered.setFilter(new Standardize());
    filtered.setClassifier(scheme());
    filtered.buildClassifier(table);
    File file = new File(folder.getRoot(), "good.model");
    for (Object model : List.of(alone, filtered)) {
      SerializationHelper.writeAll(
          file.getPath(), new Object[] {model, table.stringFreeStructure()});
      String printed = load(model.getClass(), file);
      assertTrue(printed, printed.contains("Correctly Classified Instances"));
    }
  }

  @Test(timeout = 300_000)
  public void otherClassesAreRejected() throws Exception {
    File file = new File(folder.getRoot(), "sets.model");
    SerializationHelper.write(file.getPath(), new HashSet<>(List.of(new HashSet<>())));
    String printed = load(PathNetClassifier.class, file);
    assertTrue(printed, printed.contains("filter status: REJECTED"));
    assertEquals(printed, -1, printed.indexOf("Correctly"));
  }
}
