package emotiontransfer.weka.gui.sources;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.pathnet.model.ModelHeader;
import emotiontransfer.weka.classify.ModelFile;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.beans.PropertyEditor;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.swing.SwingUtilities;
import javax.swing.event.TableModelListener;
import org.apache.commons.lang3.reflect.FieldUtils;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.classifiers.Classifier;
import weka.classifiers.functions.FineTunedAlexNet;
import weka.classifiers.functions.PathNetClassifier;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.meta.Vote;
import weka.classifiers.rules.ZeroR;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.TestInstances;
import weka.core.Utils;
import weka.gui.PropertySheetPanel;

public class SourcesEditorTest {

  private static final String SMALL = "-G 1 -L 2 -M 4 -H 3 -N 2 -P 3";
  private static final long PATIENCE_SECONDS = 60;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Instances table;
  private File own;
  private File serialized;

  @Before
  public void train() throws Exception {
    TestInstances random = new TestInstances();
    random.setNumNominal(0);
    random.setNumNumeric(3);
    random.setRelation("corpus");
    table = random.generate();
    own = file("own.pathnet");
    serialized = saved("saved.model", built(SMALL + " -export " + own));
  }

  private File file(String name) {
    return new File(folder.getRoot(), name);
  }

  private PathNetClassifier built(String options) throws Exception {
    PathNetClassifier scheme = new PathNetClassifier();
    scheme.setOptions(Utils.splitOptions(options));
    scheme.buildClassifier(table);
    return scheme;
  }

  private File saved(String name, Object object) throws Exception {
    SerializationHelper.write(file(name).getPath(), object);
    return file(name);
  }

  private static String rejection(File file) {
    return assertThrows(IOException.class, () -> SourceFile.header(file)).getMessage();
  }

  @Test
  public void headerIsThatOfTheModelInAFileOfEitherKind() throws Exception {
    File zipped = saved("zipped.model.gz", built(SMALL));
    for (File file : List.of(own, serialized, zipped)) {
      ModelHeader header = SourceFile.header(file);
      var model = ModelFile.pathNetSource(file);
      assertEquals(model.shape(), header.shape());
      assertEquals("linear", header.kind());
      assertEquals(model.provenance().corpus(), header.provenance().corpus());
      assertEquals(model.provenance().features(), header.provenance().features());
      assertEquals(model.provenance().classLabels(), header.provenance().classLabels());
    }
  }

  @Test
  public void headerIsFoundBehindAFilter() throws Exception {
    FilteredClassifier around = new FilteredClassifier();
    around.setClassifier(built(SMALL));
    ModelHeader header = SourceFile.header(saved("around.model", around));
    assertEquals(SourceFile.header(own).shape(), header.shape());
  }

  @Test
  public void headerIsReadWithoutTheWeights() throws Exception {
    // Of the 100,000 bytes of this grid, all but some thousand are weights.
    serialized = saved("grid.model", built("-G 1 -export " + own));
    for (File file : List.of(own, serialized)) {
      ModelHeader whole = SourceFile.header(file);
      try (RandomAccessFile cut = new RandomAccessFile(file, "rw")) {
        cut.setLength(cut.length() / 3);
      }
      assertEquals(whole.shape(), SourceFile.header(file).shape());
      assertThrows(Exception.class, () -> ModelFile.pathNetSource(file));
    }
  }

  @Test
  public void otherFilesAreRejectedWithWhatTheyAre() throws Exception {
    Vote vote = new Vote();
    vote.setClassifiers(new Classifier[] {built(SMALL)});
    assertEquals(
        "holds a Vote instead of a PathNetClassifier", rejection(saved("vote.model", vote)));
    assertEquals(
        "holds a ZeroR instead of a PathNetClassifier",
        rejection(saved("zero.model", new ZeroR())));
    assertEquals(
        "holds a FineTunedAlexNet instead of a PathNetClassifier",
        rejection(saved("alex.model", new FineTunedAlexNet())));
    assertEquals(
        "holds no model that was built",
        rejection(saved("unbuilt.model", new PathNetClassifier())));
    Files.writeString(file("text.model").toPath(), "It is not what it seems.");
    assertEquals("is no model of PathNetClassifier", rejection(file("text.model")));
    Files.write(file("short.model").toPath(), new byte[] {(byte) 0xac});
    assertEquals("is truncated", rejection(file("short.model")));
    assertTrue(rejection(file("absent.model")).contains("does not exist"));
  }

  private static SourceRow row(File file) throws IOException {
    return new SourceRow(file, Optional.of(SourceFile.header(file)), "");
  }

  @Test
  public void sourcesFitTheGridOfTheOptionsAndEachOther() throws Exception {
    Fit small = new Fit(List.of(Utils.splitOptions("-L 2 -M 4 -H 3 -N 2 -module linear")));
    SourceRow first = row(own);
    assertEquals("yes", small.of(first, List.of(first)));
    Fit paper = new Fit(List.of(new PathNetClassifier().getOptions()));
    assertEquals(
        "no: layers 2 instead of 3 (-L); modules 4 instead of 20 (-M); neurons 3 instead of 20"
            + " (-H); active modules 2 instead of 4 (-N)",
        paper.of(first, List.of(first)));
    table.deleteAttributeAt(0);
    SourceRow other = row(saved("other.model", built(SMALL)));
    assertEquals(
        "no: features or modules differ from those of own.pathnet",
        small.of(other, List.of(first, other)));
    SourceRow absent = new SourceRow(file("x.model"), Optional.empty(), "does not exist");
    assertEquals("no: it does not exist", small.of(absent, List.of(absent)));
    assertEquals("", small.of(SourceRow.unread(own), List.of()));
  }

  @Test
  public void rowSaysWhatTheModelWasTrainedOn() throws Exception {
    SourceRow row = row(serialized);
    assertEquals("corpus", row.trainedOn());
    assertEquals("class1, class2", row.classes());
    assertEquals("3 values", row.features());
    assertEquals("2 x 4 x 3, at most 2 linear", row.grid());
    assertTrue(row.details(), row.details().contains("Classes: class1, class2\n"));
  }

  private static PropertyEditor editor(PropertySheetPanel sheet) throws Exception {
    PropertyEditor[] editors = (PropertyEditor[]) FieldUtils.readField(sheet, "m_Editors", true);
    return Arrays.stream(editors).filter(SourcesEditor.class::isInstance).findFirst().orElseThrow();
  }

  @Test
  public void wekasDialogTakesTheEditorAndGivesItsFilesToTheScheme() throws Exception {
    PathNetClassifier scheme = new PathNetClassifier();
    scheme.setOptions(Utils.splitOptions(SMALL));
    CountDownLatch read = new CountDownLatch(1);
    SourcesPanel[] panel = new SourcesPanel[1];
    SwingUtilities.invokeAndWait(
        () -> {
          PropertySheetPanel sheet = new PropertySheetPanel();
          sheet.setTarget(scheme);
          try {
            SourcesEditor editor = (SourcesEditor) editor(sheet);
            assertEquals("none (from scratch)", editor.getAsText());
            panel[0] = (SourcesPanel) editor.getCustomEditor();
          } catch (Exception e) {
            throw new AssertionError(e);
          }
          TableModelListener known =
              change -> {
                if (panel[0].model().row(0).header().isPresent()) {
                  read.countDown();
                }
              };
          panel[0].model().addTableModelListener(known);
          panel[0].add(List.of(own, serialized, own));
        });
    assertArrayEquals(new File[] {own, serialized}, scheme.getSources());
    assertTrue(read.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
    SwingUtilities.invokeAndWait(() -> assertEquals("yes", panel[0].model().fit(0)));
    scheme.buildClassifier(table);
    assertEquals(2, scheme.model().provenance().sources().size());
  }

  @Test
  public void beanInfoLeavesAllOtherPropertiesAsTheyAre() throws Exception {
    Set<String> plain =
        names(
            Introspector.getBeanInfo(PathNetClassifier.class, Introspector.IGNORE_ALL_BEANINFO)
                .getPropertyDescriptors());
    PropertyDescriptor[] found =
        Introspector.getBeanInfo(PathNetClassifier.class).getPropertyDescriptors();
    assertEquals(plain, names(found));
    for (PropertyDescriptor property : found) {
      boolean own = property.getName().equals("sources");
      assertEquals(
          property.getName(), own ? SourcesEditor.class : null, property.getPropertyEditorClass());
    }
    Classifier other = new FineTunedAlexNet();
    assertTrue(
        Arrays.stream(Introspector.getBeanInfo(other.getClass()).getPropertyDescriptors())
            .allMatch(property -> property.getPropertyEditorClass() == null));
  }

  private static Set<String> names(PropertyDescriptor[] properties) {
    return Arrays.stream(properties)
        .map(property -> property.getName() + property.getWriteMethod())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  public void theListMovesAndRemovesAndKeepsEachFileOnce() {
    SourcesModel model = new SourcesModel();
    model.replace(List.of(own, serialized));
    model.add(own);
    assertEquals(List.of(own, serialized), model.files());
    model.move(1, 0);
    assertEquals(List.of(serialized, own), model.files());
    model.remove(0);
    assertEquals(List.of(own), model.files());
    assertEquals("reading...", model.getValueAt(0, 1));
  }
}
