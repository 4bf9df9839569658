package emotiontransfer.weka.evaluation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import emotiontransfer.weka.filter.ModelFilter;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import weka.attributeSelection.InfoGainAttributeEval;
import weka.attributeSelection.Ranker;
import weka.classifiers.Classifier;
import weka.classifiers.meta.AttributeSelectedClassifier;
import weka.classifiers.meta.Bagging;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.meta.Stacking;
import weka.classifiers.meta.Vote;
import weka.classifiers.trees.RandomForest;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;
import weka.experiment.ClipTables;
import weka.experiment.NumberedClips;
import weka.experiment.SpyClassifier;
import weka.filters.AllFilter;
import weka.filters.Filter;
import weka.filters.MultiFilter;
import weka.filters.unsupervised.attribute.BagFunctionals;
import weka.filters.unsupervised.attribute.NominalToBinary;

public class BlindedSchemeTest {

  private final Instances table = ClipTables.noisy(1);

  @Before
  public void forget() {
    SpyClassifier.forget();
  }

  @Test
  public void ordinaryLearnerSeesNeitherSubjectNorFile() throws Exception {
    assertEquals(List.of("x", "y"), seenBy(new SpyClassifier()));
  }

  @Test
  public void subjectAwareLearnerGetsTheWholeTable() throws Exception {
    assertEquals(List.of("file", "subject", "x", "y"), seenBy(new SpyClassifier.SubjectAware()));
  }

  @Test
  public void subjectAwareLearnerGetsTheWholeTableThroughAnEnhancer() throws Exception {
    Bagging bagging = new Bagging();
    bagging.setNumIterations(1);
    bagging.setClassifier(new SpyClassifier.SubjectAware());
    assertEquals(List.of("file", "subject", "x", "y"), seenBy(bagging));
  }

  @Test
  public void mediaFilterGetsTheFileAndItsLearnerDoesNot() throws Exception {
    assertEquals(
        List.of("bag", "x", "y"), seenBy(filtered(new NumberedClips(), new SpyClassifier())));
  }

  @Test
  public void mediaFilterBeforeASubjectAwareLearnerLeavesTheTableWhole() throws Exception {
    assertEquals(
        List.of("file", "subject", "bag", "x", "y"),
        seenBy(filtered(new NumberedClips(), new SpyClassifier.SubjectAware())));
  }

  @Test
  public void learnerBehindMediaFilterAndFunctionalsDoesNotSeeTheFile() throws Exception {
    BagFunctionals functionals = new BagFunctionals();
    functionals.setPercentiles("none");
    Filter chain = multi(new NumberedClips(), functionals);
    assertEquals(
        List.of("number_mean", "number_sd", "x", "y"),
        seenBy(filtered(chain, new SpyClassifier())));
    assertEquals(
        List.of("file", "subject", "number_mean", "number_sd", "x", "y"),
        seenBy(filtered(chain, new SpyClassifier.SubjectAware())));
  }

  /** NominalToBinary would turn the subject into numbers that any learner uses. */
  @Test
  public void filterThatRewritesColumnsNeverSeesTheSubject() throws Exception {
    for (SpyClassifier learner : List.of(new SpyClassifier(), new SpyClassifier.SubjectAware())) {
      assertEquals(List.of("x", "y"), seenBy(filtered(new NominalToBinary(), learner)));
      assertEquals(
          List.of("bag", "x", "y"),
          seenBy(filtered(multi(new NumberedClips(), new NominalToBinary()), learner)));
    }
  }

  @Test
  public void filterWithoutMediaDoesNotGetTheFile() throws Exception {
    assertEquals(List.of("x", "y"), seenBy(filtered(new AllFilter(), new SpyClassifier())));
    AttributeSelectedClassifier selected = new AttributeSelectedClassifier();
    selected.setEvaluator(new InfoGainAttributeEval());
    selected.setSearch(new Ranker());
    selected.setClassifier(new SpyClassifier.SubjectAware());
    assertEquals(Set.of("x", "y"), Set.copyOf(seenBy(selected)));
  }

  @Test
  public void inAVoteOnlyTheSubjectAwarePartSeesTheColumns() throws Exception {
    Vote vote = new Vote();
    vote.setClassifiers(
        new Classifier[] {
          new SpyClassifier(),
          new SpyClassifier.SubjectAware(),
          filtered(new NumberedClips(), new SpyClassifier())
        });
    train(vote);
    assertEquals(List.of("x", "y"), SpyClassifier.TRAININGS.get(0).attributes());
    assertEquals(List.of("file", "subject", "x", "y"), SpyClassifier.TRAININGS.get(1).attributes());
    assertEquals(List.of("bag", "x", "y"), SpyClassifier.TRAININGS.get(2).attributes());
  }

  @Test
  public void classStaysBehindTheOtherAttributes() throws Exception {
    BlindedScheme scheme = blind(new SpyClassifier());
    Instances blinded = scheme.view();
    assertEquals(2, blinded.classIndex());
    assertEquals("emotion", blinded.classAttribute().name());
    assertEquals(table.size(), blinded.size());
    for (int row = 0; row < table.size(); row++) {
      assertEquals(table.get(row).classValue(), blinded.get(row).classValue(), 0);
      assertEquals(table.get(row).value(3), blinded.get(row).value(1), 0);
    }
    assertEquals("file, subject", scheme.hidden());
  }

  @Test
  public void subjectOfAnotherNameIsRemovedAndFileToo() throws Exception {
    table.renameAttribute(1, "a|b (speaker)");
    assertEquals(List.of("x", "y"), seenBy(new SpyClassifier()));
    assertEquals(
        List.of("bag", "x", "y"), seenBy(filtered(new NumberedClips(), new SpyClassifier())));
  }

  @Test
  public void schemeOfTheUserIsNotChanged() throws Exception {
    FilteredClassifier scheme = filtered(new NumberedClips(), new SpyClassifier());
    Classifier inner = scheme.getClassifier();
    Classifier blinded = new BlindedScheme(scheme, folds(), OptionalInt.of(99)).classifier();
    assertNotSame(scheme, blinded);
    assertSame(inner, scheme.getClassifier());
    assertEquals(1, scheme.getSeed());
  }

  @Test
  public void seedReachesEveryRandomizablePart() {
    SpyClassifier deep = new SpyClassifier();
    RandomForest forest = new RandomForest();
    SpyClassifier meta = new SpyClassifier();
    Stacking stacking = new Stacking();
    stacking.setClassifiers(new Classifier[] {filtered(new AllFilter(), deep), forest});
    stacking.setMetaClassifier(meta);
    BlindedScheme.seed(stacking, 17);
    assertEquals(17, deep.getSeed());
    assertEquals(17, forest.getSeed());
    assertEquals(17, meta.getSeed());
    assertEquals(17, stacking.getSeed());
  }

  /** A filter sees no subjects here, so that it cannot reject them itself. */
  @Test
  public void subjectThatTheModelOfAFilterHasSeenIsRejectedByName() throws Exception {
    MultiFilter chain = new MultiFilter();
    chain.setFilters(new Filter[] {new AllFilter(), new TrainedOn("s2", false)});
    WekaException rejection =
        assertThrows(WekaException.class, () -> blind(filtered(chain, new RandomForest())));
    assertEquals(
        "The model of TrainedOn has seen subject s2, which would be tested here; take a model"
            + " without this subject, or allow it with -allow-subject-overlap.",
        rejection.getMessage());
    blind(filtered(new TrainedOn("s2", true), new RandomForest()));
    blind(filtered(new TrainedOn("s9", false), new RandomForest()));
  }

  private static final class TrainedOn extends AllFilter implements ModelFilter {

    private static final long serialVersionUID = 1L;

    private final String subject;
    private final boolean allowed;

    TrainedOn(String subject, boolean allowed) {
      this.subject = subject;
      this.allowed = allowed;
    }

    @Override
    public Set<String> trainedSubjects() {
      return Set.of(subject);
    }

    @Override
    public boolean getAllowSubjectOverlap() {
      return allowed;
    }
  }

  @Test
  public void subjectThatTheSourceHasSeenIsRejectedByName() throws Exception {
    SpyClassifier.SubjectAware aware = new SpyClassifier.SubjectAware().trainedOn("s2", "s9");
    for (Classifier scheme : List.of(aware, filtered(new AllFilter(), aware))) {
      WekaException rejection = assertThrows(WekaException.class, () -> blind(scheme));
      assertEquals(
          "The source model of SubjectAware has seen subject s2, which would be tested here; take a"
              + " source without this subject, or allow it with -allow-subject-overlap.",
          rejection.getMessage());
    }
  }

  @Test
  public void overlapIsToleratedWhereTheUserAllowsIt() throws Exception {
    SpyClassifier.SubjectAware aware =
        new SpyClassifier.SubjectAware().trainedOn("s2").allowingOverlap();
    for (Classifier scheme : List.of(aware, new SpyClassifier.SubjectAware().trainedOn("s9"))) {
      assertEquals(table.size(), blind(scheme).view().size());
    }
  }

  private SubjectFolds folds() throws Exception {
    return SubjectFolds.of(table, "2", SubjectFolds.LEAVE_ONE_OUT, 1);
  }

  private BlindedScheme blind(Classifier scheme) throws Exception {
    return new BlindedScheme(scheme, folds(), OptionalInt.empty());
  }

  private List<String> seenBy(Classifier scheme) throws Exception {
    train(scheme);
    return SpyClassifier.TRAININGS.get(SpyClassifier.TRAININGS.size() - 1).attributes();
  }

  private void train(Classifier scheme) throws Exception {
    BlindedScheme blinded = blind(scheme);
    Instances view = blinded.view();
    blinded.classifier().buildClassifier(view);
    for (Instance clip : view) {
      blinded.classifier().distributionForInstance(clip);
    }
  }

  private static FilteredClassifier filtered(Filter filter, Classifier inner) {
    FilteredClassifier filtered = new FilteredClassifier();
    filtered.setFilter(filter);
    filtered.setClassifier(inner);
    return filtered;
  }

  private static MultiFilter multi(Filter... filters) {
    MultiFilter multi = new MultiFilter();
    multi.setFilters(filters);
    return multi;
  }
}
