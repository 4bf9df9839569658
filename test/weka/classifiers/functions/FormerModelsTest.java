package weka.classifiers.functions;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.alexnet.Decision;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.evolution.Boundary;
import emotiontransfer.pathnet.evolution.EvolutionKind;
import emotiontransfer.pathnet.segment.TrainingPlan;
import emotiontransfer.pathnet.transfer.SourceUse;
import emotiontransfer.weka.classify.ModelFile;
import java.io.File;
import java.io.InvalidObjectException;
import org.junit.Test;
import weka.classifiers.meta.FilteredClassifier;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.converters.ConverterUtils.DataSource;
import weka.experiment.Experiment;

/** Files that version 0.1.0 wrote before its classes moved (model format 3). */
public class FormerModelsTest {

  private static final File FOLDER = new File("test/resources/former");

  private static Instances table() throws Exception {
    Instances table = new DataSource(new File(FOLDER, "tiny.arff").getPath()).getDataSet();
    table.setClassIndex(3);
    return table;
  }

  private static Object read(String name) throws Exception {
    return SerializationHelper.read(new File(FOLDER, name).getPath());
  }

  /** The probabilities are those that the former build printed. */
  @Test
  public void aModelPredictsAndHasItsOptionsAsBefore() throws Exception {
    PathNetClassifier classifier = (PathNetClassifier) read("pathnet.model");
    Instances table = table();
    assertArrayEquals(
        new double[] {0.928, 0.072}, classifier.distributionForInstance(table.get(0)), 5e-4);
    assertArrayEquals(
        new double[] {0.272, 0.728}, classifier.distributionForInstance(table.get(7)), 5e-4);
    assertEquals(3, classifier.getGenerations());
    assertEquals(Boundary.CLAMP, classifier.getBoundary());
  }

  @Test
  public void aModelIsASource() throws Exception {
    File file = new File(FOLDER, "pathnet.model");
    PathNetModel source = ModelFile.pathNetSource(file);
    PathNetClassifier classifier = new PathNetClassifier();
    classifier.setOptions(
        weka.core.Utils.splitOptions("-G 2 -L 2 -M 4 -H 3 -N 2 -P 3 -source " + file));
    classifier.buildClassifier(table());
    assertEquals(source.activePathway(), classifier.model().frozenPathway());
  }

  @Test
  public void aResumableModelSaysHowItsFirstLayerIsTrained() throws Exception {
    PathNetClassifier classifier = (PathNetClassifier) read("pathnet-resumable.model");
    assertEquals(TrainingPlan.PRIMAL, classifier.model().resumeState().plan());
    classifier.setGenerations(4);
    classifier.setResume(true);
    classifier.buildClassifier(table());
    assertEquals(4, classifier.model().trace().history().size());
  }

  @Test
  public void anAlexNetPredictsAndHasItsOptionsAsBefore() throws Exception {
    FineTunedAlexNet classifier = (FineTunedAlexNet) read("alexnet.model");
    assertEquals(59, classifier.getInputSize());
    double[] distribution = classifier.distributionForInstance(table().get(0));
    assertEquals(1, distribution[0] + distribution[1], 1e-6);
  }

  @Test
  public void aModelBehindAFilterPredictsAndIsFound() throws Exception {
    FilteredClassifier filtered = (FilteredClassifier) read("filtered.model");
    assertArrayEquals(
        new double[] {0.9955, 0.0045}, filtered.distributionForInstance(table().get(0)), 5e-4);
    assertArrayEquals(
        new double[] {0.0504, 0.9496}, filtered.distributionForInstance(table().get(7)), 5e-4);
    PathNetModel shown = ModelFile.pathNet(new File(FOLDER, "filtered.model"));
    assertEquals(6, shown.trace().history().size());
  }

  @Test
  public void anExperimentIsRejectedWithTheWayOut() {
    File file = new File(FOLDER, "speaker-dependent.exp");
    Exception rejection =
        assertThrows(InvalidObjectException.class, () -> Experiment.read(file.getPath()));
    String message = rejection.getMessage();
    assertTrue(message, message.startsWith("The options of this PathNetClassifier were saved"));
    assertTrue(message, message.contains("save the experiment as .xml"));
  }

  @Test
  public void anExperimentThatWasSavedAsXmlIsRead() throws Exception {
    Experiment experiment = Experiment.read(new File(FOLDER, "schemes.xml").getPath());
    PathNetClassifier pathNet = (PathNetClassifier) experiment.getPropertyArrayValue(0);
    assertEquals(EvolutionKind.FIXED, pathNet.getEvolution());
    assertEquals(SourceUse.FINE_TUNE, pathNet.getSourceUse());
    assertEquals(new File("old.model"), pathNet.getSources()[0]);
    FineTunedAlexNet alexNet = (FineTunedAlexNet) experiment.getPropertyArrayValue(1);
    assertEquals(Decision.DTPM, alexNet.getDecision());
  }
}
