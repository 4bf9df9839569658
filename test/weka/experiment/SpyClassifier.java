package weka.experiment;

import emotiontransfer.weka.classify.SubjectAwareClassifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import weka.classifiers.RandomizableClassifier;
import weka.core.AdditionalMeasureProducer;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/** Remembers all that reaches it, and always predicts the first class. */
public class SpyClassifier extends RandomizableClassifier implements AdditionalMeasureProducer {

  private static final long serialVersionUID = 1L;

  /** What one training has seen. */
  public record Training(
      List<String> attributes, int classIndex, List<Double> clips, int seed, List<Double> tested) {}

  /** All trainings since the last {@link #forget()}, in order. */
  public static final List<Training> TRAININGS = Collections.synchronizedList(new ArrayList<>());

  private transient Training training;

  public static void forget() {
    TRAININGS.clear();
  }

  @Override
  public void buildClassifier(Instances data) {
    List<String> attributes = new ArrayList<>();
    for (Attribute attribute : Collections.list(data.enumerateAttributes())) {
      attributes.add(attribute.name());
    }
    List<Double> clips = new ArrayList<>();
    for (Instance clip : data) {
      clips.add(clip.value(data.attribute("y")));
    }
    training = new Training(attributes, data.classIndex(), clips, getSeed(), new ArrayList<>());
    TRAININGS.add(training);
  }

  @Override
  public double[] distributionForInstance(Instance clip) {
    training.tested().add(clip.value(clip.dataset().attribute("y")));
    double[] distribution = new double[clip.numClasses()];
    distribution[0] = 1;
    return distribution;
  }

  @Override
  public java.util.Enumeration<String> enumerateMeasures() {
    return Collections.enumeration(List.of("measureTrainingClips"));
  }

  @Override
  public double getMeasure(String name) {
    return training.clips().size();
  }

  /** The same, but it knows what {@code subject} and {@code file} are. */
  public static class SubjectAware extends SpyClassifier implements SubjectAwareClassifier {

    private static final long serialVersionUID = 1L;

    private Set<String> sourceSubjects = Set.of();
    private boolean allowSubjectOverlap;

    public SubjectAware trainedOn(String... subjects) {
      sourceSubjects = Set.of(subjects);
      return this;
    }

    public SubjectAware allowingOverlap() {
      allowSubjectOverlap = true;
      return this;
    }

    @Override
    public Set<String> sourceSubjects() {
      return sourceSubjects;
    }

    @Override
    public boolean getAllowSubjectOverlap() {
      return allowSubjectOverlap;
    }
  }
}
