package emotiontransfer.weka.evaluation;

import emotiontransfer.weka.classify.SubjectAwareClassifier;
import emotiontransfer.weka.filter.FilterChain;
import emotiontransfer.weka.filter.MediaFilter;
import emotiontransfer.weka.filter.ModelFilter;
import emotiontransfer.weka.filter.TransductiveFilter;
import emotiontransfer.weka.table.ClipTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.MultipleClassifiersCombiner;
import weka.classifiers.SingleClassifierEnhancer;
import weka.classifiers.meta.AttributeSelectedClassifier;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.meta.IterativeClassifierOptimizer;
import weka.classifiers.meta.RandomizableFilteredClassifier;
import weka.classifiers.meta.Stacking;
import weka.core.Instances;
import weka.core.Randomizable;
import weka.core.WekaException;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.Remove;
import weka.filters.unsupervised.attribute.RemoveByName;

/**
 * A scheme that cannot learn from the subject and file attributes of a table of clips.
 *
 * <p>A learner that saw them would learn who usually shows which emotion, or read the emotion out
 * of the file name. Both columns are therefore removed from the table, with three exceptions: a
 * {@link SubjectAwareClassifier} gets them, as it never learns from them; in a {@link
 * FilteredClassifier} a media filter gets the file and a transductive one the subject, which are
 * removed again behind it; and where one part of a combination needs a column, a filter hides it
 * from the other parts. Seeds stay what they are behind a filter that reads clips. The scheme that
 * was given is never changed.
 */
final class BlindedScheme {

  /** A column that learners must not use, and the filters that read it. */
  private enum Column {
    FILE(MediaFilter.class),
    SUBJECT(TransductiveFilter.class);

    private final Class<?> reader;

    Column(Class<?> reader) {
      this.reader = reader;
    }
  }

  private static final String READ_ONE = " (once the filter has read it)";
  private static final String READ_BOTH = " (once the filters have read them)";

  private final String subjectName;
  private final Classifier classifier;
  private final Set<Column> kept;
  private final Instances table;
  private final Instances view;

  /**
   * Blinds and seeds a copy of a scheme for a table that it will learn from.
   *
   * @param seed for every randomizable part of the scheme; without one they keep their own
   * @throws WekaException if a part of the scheme has learned from a subject before
   * @throws Exception if the scheme cannot be copied, or a source model cannot be read
   */
  BlindedScheme(Classifier scheme, SubjectFolds folds, OptionalInt seed) throws Exception {
    this.table = folds.table();
    this.subjectName = table.attribute(folds.subjectIndex()).name();
    Classifier copy = AbstractClassifier.makeCopy(scheme);
    this.kept = needs(copy);
    this.classifier = kept.isEmpty() ? copy : SeedKeeping.behindClips(hideFromLearners(copy));
    requireUnseen(folds.subjects());
    seed.ifPresent(value -> seed(classifier, value));
    this.view = blind();
  }

  /** Gives one seed to all randomizable schemes of a scheme. */
  static void seed(Classifier scheme, int seed) {
    for (Classifier part : parts(scheme)) {
      if (part instanceof Randomizable randomizable) {
        randomizable.setSeed(seed);
      }
    }
  }

  /** Returns a scheme, first, and all schemes inside it, whatever the depth. */
  static List<Classifier> parts(Classifier scheme) {
    List<Classifier> parts = new ArrayList<>(List.of(scheme));
    inner(scheme).forEach(part -> parts.addAll(parts(part)));
    if (scheme instanceof Stacking stacking) {
      parts.addAll(parts(stacking.getMetaClassifier()));
    }
    if (scheme instanceof IterativeClassifierOptimizer optimizer) {
      parts.addAll(parts(optimizer.getIterativeClassifier()));
    }
    return parts;
  }

  /** Returns the schemes that a scheme gives its own table to, or what it has made of it. */
  static List<Classifier> inner(Classifier scheme) {
    if (scheme instanceof SingleClassifierEnhancer enhancer) {
      return List.of(enhancer.getClassifier());
    }
    return scheme instanceof MultipleClassifiersCombiner combiner
        ? List.of(combiner.getClassifiers())
        : List.of();
  }

  Classifier classifier() {
    return classifier;
  }

  /**
   * Returns the table's rows without what the scheme must not see; the class keeps its place behind
   * the other attributes.
   */
  Instances view() {
    return view;
  }

  private void requireUnseen(List<String> subjects) throws Exception {
    for (Classifier part : parts(classifier)) {
      if (part instanceof SubjectAwareClassifier aware && !aware.getAllowSubjectOverlap()) {
        requireUnseen("source model", aware, aware.sourceSubjects(), subjects);
      }
      if (part instanceof FilteredClassifier filtered) {
        for (Filter filter : FilterChain.of(filtered.getFilter())) {
          if (filter instanceof ModelFilter trained && !trained.getAllowSubjectOverlap()) {
            requireUnseen("model", trained, trained.trainedSubjects(), subjects);
          }
        }
      }
    }
  }

  private static void requireUnseen(
      String model, Object part, Set<String> trained, List<String> subjects) throws WekaException {
    Set<String> seen = new TreeSet<>(trained);
    seen.retainAll(subjects);
    if (!seen.isEmpty()) {
      throw new WekaException(
          "The %s of %s has seen %s, which would be tested here; take a %s without %s, or allow it with -allow-subject-overlap."
              .formatted(
                  model,
                  part.getClass().getSimpleName(),
                  (seen.size() == 1 ? "subject " : "subjects ") + String.join(", ", seen),
                  model.replace(" model", ""),
                  seen.size() == 1 ? "this subject" : "these subjects"));
    }
  }

  private Instances blind() throws Exception {
    int[] removed = removedColumns();
    if (removed.length == 0) {
      return table;
    }
    Remove remove = new Remove();
    remove.setAttributeIndicesArray(removed);
    remove.setInputFormat(table);
    return Filter.useFilter(table, remove);
  }

  /** Names the columns of the table that are hidden from learners, for reports. */
  String hidden() {
    List<String> names = new ArrayList<>();
    IntStream.of(removedColumns()).forEach(index -> names.add(table.attribute(index).name()));
    boolean aware = parts(classifier).stream().anyMatch(SubjectAwareClassifier.class::isInstance);
    if (!kept.isEmpty() && !aware) {
      kept.stream().map(this::name).forEach(names::add);
      int last = names.size() - 1;
      names.set(last, names.get(last) + (kept.size() == 1 ? READ_ONE : READ_BOTH));
    }
    return names.isEmpty() ? "none (the scheme never learns from them)" : String.join(", ", names);
  }

  private int[] removedColumns() {
    int file = kept.contains(Column.FILE) ? -1 : ClipTable.fileIndex(table);
    int subject = kept.contains(Column.SUBJECT) ? -1 : table.attribute(subjectName).index();
    return IntStream.of(file, subject).filter(index -> index >= 0).sorted().distinct().toArray();
  }

  private static Set<Column> needs(Classifier scheme) {
    Set<Column> needs = EnumSet.noneOf(Column.class);
    if (scheme instanceof SubjectAwareClassifier) {
      needs.addAll(EnumSet.allOf(Column.class));
    } else if (scheme instanceof FilteredClassifier filtered) {
      List<Filter> chain = FilterChain.of(filtered.getFilter());
      for (Column column : Column.values()) {
        if (FilterChain.lastIndexOf(column.reader, chain) >= 0) {
          needs.add(column);
        }
      }
      if (FilterChain.keepsClipColumns(chain)) {
        needs.addAll(needs(filtered.getClassifier()));
      }
    } else if (!transforms(scheme)) {
      inner(scheme).forEach(part -> needs.addAll(needs(part)));
    }
    return needs;
  }

  private Classifier hideFromLearners(Classifier scheme) {
    if (scheme instanceof SubjectAwareClassifier) {
      return scheme;
    }
    if (scheme instanceof FilteredClassifier filtered && !needs(scheme).isEmpty()) {
      return hideBehindReaders(filtered);
    }
    if (scheme instanceof SingleClassifierEnhancer enhancer && !transforms(scheme)) {
      enhancer.setClassifier(hideFromLearners(enhancer.getClassifier()));
      return scheme;
    }
    if (scheme instanceof MultipleClassifiersCombiner combiner) {
      Classifier[] parts = combiner.getClassifiers();
      Arrays.setAll(parts, i -> hideFromLearners(parts[i]));
      combiner.setClassifiers(parts);
      return scheme;
    }
    return behind(removal(kept), scheme);
  }

  /**
   * Takes a chain of filters apart into nested schemes, with the removal of a column behind the
   * last filter that reads it. Weka's MultiFilter would do for training, but not for single test
   * clips: it cannot pass on rows whose number of string or relational attributes has changed.
   */
  private Classifier hideBehindReaders(FilteredClassifier filtered) {
    List<Filter> chain = new ArrayList<>(FilterChain.of(filtered.getFilter()));
    Classifier inner = filtered.getClassifier();
    Set<Column> unread = EnumSet.noneOf(Column.class);
    if (FilterChain.keepsClipColumns(chain)) {
      inner = hideFromLearners(inner);
    } else {
      for (Column column : kept) {
        int last = FilterChain.lastIndexOf(column.reader, chain);
        if (last < 0) {
          unread.add(column);
        } else {
          chain.add(last + 1, removal(EnumSet.of(column)));
        }
      }
    }
    for (int i = chain.size() - 1; i > 0; i--) {
      inner = behind(chain.get(i), inner);
    }
    filtered.setFilter(chain.get(0));
    filtered.setClassifier(inner);
    return unread.isEmpty() ? filtered : behind(removal(unread), filtered);
  }

  private static Classifier behind(Filter filter, Classifier scheme) {
    FilteredClassifier hidden = new FilteredClassifier();
    hidden.setFilter(filter);
    hidden.setClassifier(scheme);
    if (scheme instanceof Randomizable randomizable) {
      // a FilteredClassifier draws the seed of its inner classifier from its own
      hidden.setSeed(randomizable.getSeed());
    }
    return hidden;
  }

  private String name(Column column) {
    return column == Column.FILE ? ClipTable.FILE : subjectName;
  }

  private Filter removal(Set<Column> columns) {
    RemoveByName removal = new RemoveByName();
    removal.setExpression(
        columns.stream().map(this::name).map(Pattern::quote).collect(Collectors.joining("|")));
    return removal;
  }

  /** Returns whether a scheme may turn subject and file into other attributes for its inner one. */
  private static boolean transforms(Classifier scheme) {
    return scheme instanceof FilteredClassifier
        || scheme instanceof AttributeSelectedClassifier
        || scheme instanceof RandomizableFilteredClassifier;
  }
}
