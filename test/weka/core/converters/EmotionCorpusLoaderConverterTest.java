package weka.core.converters;

import emotiontransfer.corpus.EmptyFiles;
import emotiontransfer.weka.progress.RecordingLog;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import weka.core.Attribute;
import weka.core.CheckOptionHandler;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.Utils;

/** Weka's own suite for file loaders, with clip tables. */
public class EmotionCorpusLoaderConverterTest extends AbstractFileConverterTest {

  private Path folder;

  /** Called by JUnit. */
  public EmotionCorpusLoaderConverterTest(String name) {
    super(name);
  }

  @Override
  public AbstractLoader getLoader() {
    EmotionCorpusLoader loader = new EmotionCorpusLoader();
    loader.setLog(new RecordingLog());
    return loader;
  }

  @Override
  public AbstractSaver getSaver() {
    return new ClipTableSaver();
  }

  @Override
  protected CheckOptionHandler getOptionTesterLoader() {
    CheckOptionHandler tester = super.getOptionTesterLoader();
    tester.setUserOptions(
        new String[] {
          "-dir",
          "some folder",
          "-scheme",
          "tess",
          "-modality",
          "audio",
          "-emotions",
          "sad,anger",
          "-subject-prefix",
          "lab",
          "-relative-to",
          "/",
          "-fail-on-rejects"
        });
    return tester;
  }

  @Override
  protected void setUp() throws Exception {
    super.setUp();
    folder = Files.createTempDirectory("clips");
    m_Instances = clips(folder);
    // File names are strings: two tables hold them at different indices.
    m_CompareValuesAsString = true;
  }

  @Override
  protected void tearDown() throws Exception {
    new File(m_ExportFilename + ".csv").delete();
    for (File file : folder.toFile().listFiles()) {
      file.delete();
    }
    Files.delete(folder);
    super.tearDown();
  }

  private static Instances clips(Path folder) throws IOException {
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute("file", (List<String>) null));
    attributes.add(new Attribute("subject", List.of("csv-s2", "csv-s10")));
    attributes.add(new Attribute("room", List.of("large hall", "small")));
    attributes.add(new Attribute("emotion", List.of("anger", "fear", "surprise")));
    Instances clips = new Instances("clips", attributes, 0);
    clips.setClassIndex(3);
    double[][] rows = {{1, 0, 2}, {0, Utils.missingValue(), 1}, {0, 1, 0}};
    for (int i = 0; i < rows.length; i++) {
      Path file = folder.resolve("clip " + i + EmptyFiles.FOREIGN_LETTERS + " '.wav");
      double[] values = {
        clips.attribute(0).addStringValue(file.toString()), rows[i][0], rows[i][1], rows[i][2]
      };
      clips.add(new DenseInstance(1, values));
    }
    return clips;
  }

  /** Weka's suite leaves the setting of options out; ours must pass it. */
  public void testOptionHandling() {
    m_OptionTesterLoader.doTests();
    assertTrue(m_OptionTesterLoader.getSuccess());
  }
}
