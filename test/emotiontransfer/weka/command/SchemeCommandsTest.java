package emotiontransfer.weka.command;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.classifiers.AbstractClassifier;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.WekaException;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.Standardize;

/** The command lines of filters and classifiers, beside what Weka's own do. */
public class SchemeCommandsTest {

  private static final String TABLE =
      "@relation t\n@attribute x numeric\n@attribute y {a,b}\n@data\n1,a\n2,b\n3.25,a\n";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  /** A classifier that fails where it is told to. */
  public static final class Failing extends AbstractClassifier {

    private static final long serialVersionUID = 1L;

    private final boolean inTraining;

    Failing(boolean inTraining) {
      this.inTraining = inTraining;
    }

    @Override
    public void buildClassifier(Instances data) throws Exception {
      if (inTraining) {
        throw new WekaException("Training failed.");
      }
    }

    @Override
    public double classifyInstance(weka.core.Instance instance) throws Exception {
      throw new WekaException("Deciding failed.");
    }
  }

  private String path(String name) {
    return folder.getRoot().toPath().resolve(name).toString();
  }

  private String table(String name, String text) throws IOException {
    return Files.writeString(Path.of(path(name)), text).toString();
  }

  private String[] files() {
    return Stream.of(folder.getRoot().list()).sorted().toArray(String[]::new);
  }

  @Test
  public void aFilterWritesWhatWekasOwnCommandLineWrites() throws Exception {
    String in = table("in.arff", TABLE);
    String later = table("later.arff", TABLE + "7,b\n?,a\n");
    Filter.filterFile(new Standardize(), words("-i", in, "-o", path("weka.arff"), "-c", "last"));
    FilterCommand.run(new Standardize(), words("-i", in, "-o", path("own.arff"), "-c", "last"));
    assertEquals(Files.readString(Path.of(path("weka.arff"))), read("own.arff"));
    String[] batch = words("-i", in, "-r", later, "-c", "2", "-decimal", "2", "-o");
    Filter.batchFilterFile(
        new Standardize(), with(batch, path("weka1.arff"), "-s", path("weka2.arff")));
    FilterCommand.run(
        new Standardize(), with(batch, path("own1.arff"), "-s", path("own2.arff"), "-b"));
    assertEquals(read("weka1.arff"), read("own1.arff"));
    assertEquals(read("weka2.arff"), read("own2.arff"));
  }

  private String read(String name) throws IOException {
    return Files.readString(Path.of(path(name)));
  }

  private static String[] words(String... words) {
    return words;
  }

  private static String[] with(String[] words, String... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  public void aRowThatCannotBeReadIsNoEndOfTheTable() throws Exception {
    String in = table("in.arff", TABLE + "4,c\n5,b\n");
    WekaException rejection =
        assertThrows(
            WekaException.class,
            () -> FilterCommand.run(new Standardize(), words("-i", in, "-o", path("out.arff"))));
    assertTrue(rejection.getMessage(), rejection.getMessage().startsWith("Table '" + in + "'"));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains("line 8"));
    for (String option : words("-t", "-T")) {
      String other = table("right.arff", TABLE);
      String[] options = words("-t", option.equals("-t") ? in : other, "-T", in);
      assertThrows(WekaException.class, () -> ClassifierCommand.run(new Failing(false), options));
    }
    assertArrayEquals(words("in.arff", "right.arff"), files());
  }

  @Test
  public void aModelIsKeptWhereOnlyTheEvaluationFails() throws Exception {
    String in = table("in.arff", TABLE);
    for (String name : words("a.model", "a.model.gz")) {
      WekaException failure =
          assertThrows(
              WekaException.class,
              () ->
                  ClassifierCommand.run(
                      new Failing(false), words("-t", in, "-no-cv", "-d", path(name))));
      assertTrue(failure.getMessage(), failure.getMessage().startsWith("Deciding failed."));
      InputStream model = Files.newInputStream(Path.of(path(name)));
      try (InputStream saved = name.endsWith(".gz") ? new GZIPInputStream(model) : model) {
        assertEquals(Failing.class, SerializationHelper.readAll(saved)[0].getClass());
      }
    }
    assertArrayEquals(words("a.model", "a.model.gz", "in.arff"), files());
  }

  @Test
  public void aTrainingThatFailsLeavesTheFormerModel() throws Exception {
    String in = table("in.arff", TABLE);
    table("a.model", "former");
    String[] options = words("-t", in, "-no-cv", "-d", path("a.model"));
    assertThrows(WekaException.class, () -> ClassifierCommand.run(new Failing(true), options));
    assertEquals("former", read("a.model"));
    assertArrayEquals(words("a.model", "in.arff"), files());
  }

  @Test
  public void theReasonStandsWithoutWekasListOfOptions() throws Exception {
    String in = table("in.arff", TABLE);
    String none = table("none.arff", "no table\n");
    assertFalse(message(words("-t", in, "-G", "x")).contains("cross-validation"));
    assertTrue(message(words("-t", none)).contains("none.arff"));
    assertTrue(message(words()).startsWith("No training file and no object input file given."));
  }

  private static String message(String[] options) {
    return assertThrows(
            WekaException.class, () -> ClassifierCommand.run(new Failing(false), options))
        .getMessage();
  }
}
