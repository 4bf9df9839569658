package emotiontransfer.data;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.numeric.BinaryReader;
import emotiontransfer.numeric.BinaryWriter;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * The data, options and versions that made a model.
 *
 * @param version of this package
 * @param corpus name of the training table
 * @param classPriors fraction of each class among the training rows
 * @param sources lineage, oldest first
 * @param levels of the training clips
 * @param card what a reader should know that the model cannot know of itself, such as how well it
 *     recognises and what it must not be used for; empty where nobody has written it
 */
public record Provenance(
    String version,
    String options,
    String corpus,
    List<String> subjects,
    List<String> classLabels,
    List<Double> classPriors,
    FeatureInfo features,
    List<SourceInfo> sources,
    LevelRange levels,
    String card) {

  /** The most characters of a card: some ten pages. */
  public static final int MOST_CARD = 1 << 15;

  /**
   * How loud clips are, in dB of their mean log energy: the 1st and the 99th percentile, which one
   * odd clip does not move. Both are NaN where it is not known, or does not matter.
   */
  public record LevelRange(double low, double high) {

    public static final LevelRange UNKNOWN = new LevelRange(Double.NaN, Double.NaN);

    private static final Functionals ENDS = new Functionals(List.of(1.0, 99.0));

    public LevelRange {
      boolean ordered = Double.isNaN(low) ? Double.isNaN(high) : low <= high;
      isTrue(ordered, "levels from %s to %s dB", low, high);
    }

    /** Returns the range of some levels, of which those that are NaN do not count. */
    public static LevelRange of(DoubleStream levels) {
      double[] known = levels.filter(level -> !Double.isNaN(level)).toArray();
      double[] functionals = ENDS.of(known);
      return known.length == 0 ? UNKNOWN : new LevelRange(functionals[2], functionals[3]);
    }

    public boolean isKnown() {
      return !Double.isNaN(low);
    }

    public void write(BinaryWriter out) throws IOException {
      out.real(low);
      out.real(high);
    }

    public static LevelRange read(BinaryReader in) throws IOException {
      return new LevelRange(in.real(), in.real());
    }
  }

  public Provenance {
    isTrue(
        card.length() <= MOST_CARD,
        "a model card has at most %s characters, but this has %s",
        MOST_CARD,
        card.length());
    subjects = List.copyOf(subjects);
    classLabels = List.copyOf(classLabels);
    classPriors = List.copyOf(classPriors);
    sources = List.copyOf(sources);
  }

  /** Returns the subjects of all sources, in the order of the lineage. */
  public Set<String> sourceSubjects() {
    Set<String> all = new LinkedHashSet<>();
    sources.forEach(source -> all.addAll(source.subjects()));
    return all;
  }

  /** Returns the subjects that the model and all its sources were trained on. */
  public Set<String> allSubjects() {
    Set<String> all = sourceSubjects();
    all.addAll(subjects);
    return all;
  }

  /** Writes everything but the number of inputs, the sources, the levels and the card. */
  public void write(BinaryWriter out) throws IOException {
    out.text(version);
    out.text(options);
    out.text(corpus);
    out.list(subjects, out::text);
    out.list(classLabels, out::text);
    out.list(classPriors, out::real);
    out.text(features.signature());
    out.text(features.namesHash());
  }

  /** Reads what {@link #write} wrote, without inputs, sources, levels and card. */
  public static Provenance read(BinaryReader in) throws IOException {
    return new Provenance(
        in.text(),
        in.text(),
        in.text(),
        in.list(in::text),
        in.list(in::text),
        in.list(in::real),
        new FeatureInfo(in.text(), in.text(), 0),
        List.of(),
        LevelRange.UNKNOWN,
        "");
  }

  /** Checks that there are a label and a prior for each output of a model that is read. */
  public void checkClasses(int outputs) throws IOException {
    if (classLabels.size() != outputs || classPriors.size() != outputs) {
      throw new IOException("is damaged (its class labels do not fit its outputs)");
    }
  }

  /** Returns this provenance with inputs and sources, which {@link #write} leaves out. */
  public Provenance with(int inputs, List<SourceInfo> lineage) {
    FeatureInfo all = new FeatureInfo(features.signature(), features.namesHash(), inputs);
    return new Provenance(
        version, options, corpus, subjects, classLabels, classPriors, all, lineage, levels, card);
  }

  public Provenance with(LevelRange known) {
    return with(known, card);
  }

  /** Returns this provenance with a card; at most {@link #MOST_CARD} characters. */
  public Provenance with(String newCard) {
    return with(levels, newCard);
  }

  private Provenance with(LevelRange range, String text) {
    return new Provenance(
        version,
        options,
        corpus,
        subjects,
        classLabels,
        classPriors,
        features,
        sources,
        range,
        text);
  }
}
