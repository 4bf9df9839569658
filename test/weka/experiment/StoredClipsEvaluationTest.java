package weka.experiment;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static weka.experiment.ToneCorpus.clips;

import emotiontransfer.weka.evaluation.SubjectFolds;
import emotiontransfer.weka.evaluation.SubjectWiseEvaluation;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.classifiers.Classifier;
import weka.classifiers.evaluation.NominalPrediction;
import weka.classifiers.evaluation.Prediction;
import weka.classifiers.functions.PathNetClassifier;
import weka.classifiers.meta.FilteredClassifier;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Utils;
import weka.filters.Filter;
import weka.filters.MultiFilter;
import weka.filters.unsupervised.attribute.MelDeltaSpectrogram;
import weka.filters.unsupervised.attribute.SubjectStandardize;

/** Corpus files straight into a FilteredClassifier with a store, against bags in memory. */
public class StoredClipsEvaluationTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private File north;
  private File south;

  @Before
  public void writeCorpora() throws Exception {
    Path root = folder.getRoot().toPath();
    north = ToneCorpus.write(root, "north", 0);
    south = ToneCorpus.write(root, "south", 150);
  }

  private MelDeltaSpectrogram stored() throws IOException {
    MelDeltaSpectrogram filter = new MelDeltaSpectrogram();
    filter.setStore(new File(folder.getRoot(), "store"));
    return filter;
  }

  private static Instances filtered(Instances data, Filter filter) throws Exception {
    filter.setInputFormat(data);
    return Filter.useFilter(data, filter);
  }

  private static PathNetClassifier pathNet(String options) throws Exception {
    PathNetClassifier scheme = new PathNetClassifier();
    scheme.setOptions(Utils.splitOptions("-G 3 -M 4 -H 5 -P 3 -S 7 " + options));
    return scheme;
  }

  private static FilteredClassifier behind(Filter filter, Classifier scheme) {
    FilteredClassifier filtered = new FilteredClassifier();
    filtered.setFilter(filter);
    filtered.setClassifier(scheme);
    return filtered;
  }

  private static List<Prediction> decisions(Classifier scheme, Instances table, OptionalInt seed)
      throws Exception {
    SubjectFolds folds = SubjectFolds.of(table, "subject", SubjectFolds.LEAVE_ONE_OUT, 1);
    return SubjectWiseEvaluation.run(scheme, folds, seed, null).pooled().predictions();
  }

  private static void assertSame(List<Prediction> expected, List<Prediction> actual) {
    assertNear(expected, actual, 0);
  }

  private static void assertNear(
      List<Prediction> expected, List<Prediction> actual, double tolerance) {
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(distribution(expected.get(i)), distribution(actual.get(i)), tolerance);
    }
  }

  private static double[] distribution(Prediction prediction) {
    return ((NominalPrediction) prediction).distribution();
  }

  @Test
  public void decisionsAreThoseOnBagsInMemoryBitForBit() throws Exception {
    Instances bags = filtered(clips(south), new MelDeltaSpectrogram());
    for (OptionalInt seed : List.of(OptionalInt.empty(), OptionalInt.of(3))) {
      List<Prediction> expected = decisions(pathNet(""), bags, seed);
      assertSame(expected, decisions(behind(stored(), pathNet("")), clips(south), seed));
    }
    assertTrue(new File(folder.getRoot(), "store/index.csv").isFile());
  }

  /** Sums over the rows of a fold are in another order than over those of the table. */
  @Test
  public void furtherFiltersLeaveTheSeed() throws Exception {
    Instances bags = filtered(clips(south), new MelDeltaSpectrogram());
    List<Prediction> expected =
        decisions(pathNet(""), filtered(bags, new SubjectStandardize()), OptionalInt.empty());
    MultiFilter chain = new MultiFilter();
    chain.setFilters(new Filter[] {stored(), new SubjectStandardize()});
    List<FilteredClassifier> schemes =
        List.of(
            behind(chain, pathNet("")),
            behind(stored(), behind(new SubjectStandardize(), pathNet(""))));
    for (FilteredClassifier scheme : schemes) {
      assertNear(expected, decisions(scheme, clips(south), OptionalInt.empty()), 1e-5);
    }
  }

  @Test
  public void figuresDoNotDependOnTheFolderOfTheClips() throws Exception {
    List<Prediction> here =
        decisions(behind(stored(), pathNet("")), clips(south), OptionalInt.of(1));
    Path there = folder.newFolder("elsewhere").toPath().resolve("south");
    Files.move(folder.getRoot().toPath().resolve("south"), there);
    Path moved = folder.getRoot().toPath().resolve("moved.corpus");
    Instances clips = clips(ToneCorpus.describe(there, moved));
    assertSame(here, decisions(behind(stored(), pathNet("")), clips, OptionalInt.of(1)));
  }

  /** The seed of a model is drawn by Weka, which the model names: a PathNet with it is the same. */
  @Test
  public void aModelBehindTheFilterIsASourceAsThatOfBags() throws Exception {
    FilteredClassifier source = behind(stored(), pathNet(""));
    source.buildClassifier(clips(north));
    File file = new File(folder.getRoot(), "source.model");
    SerializationHelper.write(file.getPath(), source);
    PathNetClassifier drawn = pathNet("");
    drawn.setSeed(((PathNetClassifier) source.getClassifier()).getSeed());
    drawn.buildClassifier(filtered(clips(north), new MelDeltaSpectrogram()));
    File plain = new File(folder.getRoot(), "plain.model");
    SerializationHelper.write(plain.getPath(), drawn);

    Instances bags = filtered(clips(south), new MelDeltaSpectrogram());
    List<Prediction> expected = decisions(pathNet("-source " + plain), bags, OptionalInt.empty());
    Classifier transfer = behind(stored(), pathNet("-source " + file));
    assertSame(expected, decisions(transfer, clips(south), OptionalInt.empty()));
  }
}
