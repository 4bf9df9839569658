package weka.filters.unsupervised.attribute;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.embedding.OnnxFile;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.converters.ArffSaver;
import weka.core.converters.CSVSaver;
import weka.filters.Filter;

/** Tables of features as CSV, by the command of doc/features.md. */
public class FeatureExportTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  /** Saves a table as a filter's command does, and that as CSV; returns the lines. */
  private List<String> export(Instances table, Filter filter) throws Exception {
    filter.setInputFormat(table);
    Instances result = Filter.useFilter(table, filter);
    File arff = folder.newFile();
    ArffSaver saver = new ArffSaver();
    saver.setInstances(result);
    saver.setFile(arff);
    saver.writeBatch();
    Path csv = folder.getRoot().toPath().resolve("result.csv");
    CSVSaver.main(new String[] {"-i", arff.getPath(), "-o", csv.toString()});
    return Files.readAllLines(csv);
  }

  private static Instances bags() {
    Instances table = SubjectTables.bags(new Attribute("x"), new Attribute("y"));
    SubjectTables.addBag(table, "a", new double[] {1, 3}, new double[] {4, 0});
    return table;
  }

  @Test
  public void functionals() throws Exception {
    BagFunctionals functionals = new BagFunctionals();
    functionals.setPercentiles("50");
    List<String> lines = export(bags(), functionals);
    assertEquals("file,subject,x_mean,x_sd,x_p50,y_mean,y_sd,y_p50,emotion", lines.get(0));
    assertEquals("0.wav,a,2.5,2.12132,2.5,1.5,2.12132,1.5,anger", lines.get(1));
  }

  @Test
  public void featuresOfAPathNet() throws Exception {
    File model = folder.newFile("tiny.model");
    TinyPathNet.write(model, bags(), List.of("d"), "e");
    PathNetFeatures features = new PathNetFeatures();
    features.setModel(model);
    List<String> lines = export(bags(), features);
    String header = "file,subject,layer1_mean_000,layer1_mean_001,layer1_sd_000,layer1_sd_001,";
    assertEquals(header + "emotion", lines.get(0));
    assertTrue(lines.get(1), lines.get(1).matches("0.wav,a,3.25,1,2.75\\d*,1.0\\d*,anger"));
  }

  @Test
  public void embeddings() throws Exception {
    Path root = folder.getRoot().toPath();
    OnnxEmbedding embedding = new OnnxEmbedding();
    embedding.setModel(OnnxFile.vector().write(root.resolve("m.onnx")).toFile());
    List<String> lines = export(ClipTables.tones(root, 2, 0.01), embedding);
    assertEquals("file,subject,hidden_states_000,hidden_states_001,emotion", lines.get(0));
    assertTrue(lines.get(2), lines.get(2).matches(".*c1.wav,test-1,[-0-9.eE]+,[0-9.]+,sadness"));
  }

  @Test
  public void bagsAreRejectedByTheSaver() {
    CSVSaver saver = new CSVSaver();
    assertThrows(IllegalArgumentException.class, () -> saver.setInstances(bags()));
  }
}
