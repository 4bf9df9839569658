package emotiontransfer.weka.evaluation;

import emotiontransfer.corpus.scheme.EmotionFolders;
import emotiontransfer.numeric.SeededRandom;
import emotiontransfer.weka.evaluation.SubjectDealer.Clips;
import emotiontransfer.weka.table.ClipTable;
import emotiontransfer.weka.table.FeatureSignature;
import emotiontransfer.weka.table.FiniteNumbers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.lang3.ArrayUtils;
import org.apache.commons.lang3.function.FailableConsumer;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.WekaException;

/**
 * Divides a table of clips into folds of whole subjects, so that no subject is ever on both sides
 * of a split.
 *
 * <p>Either each subject is a fold of its own (leave one subject out) or the subjects are dealt to
 * k folds of about equally many clips and about equal fractions of the classes. Clips without a
 * class are left out, because they can be neither learned from nor scored. Which subject is in
 * which fold depends on the seed, on the subjects' names and on their clips, but not on the order
 * of the rows. The seed also shuffles the rows of the training sets, and draws the training
 * subjects where fewer are wanted than there are outside of a fold.
 */
public final class SubjectFolds {

  /** Number of folds that stands for leave-one-subject-out. */
  public static final int LEAVE_ONE_OUT = 0;

  /**
   * One fold.
   *
   * @param name the subject's name in leave-one-subject-out, else the fold's number from 1
   * @param subjects names of the test subjects, sorted
   * @param training names of the training subjects, sorted: all others, or some of them
   */
  public record Fold(String name, List<String> subjects, List<String> training) {}

  /**
   * A fold with its training set, all clips of its training subjects, shuffled, and its test set,
   * all clips of the subjects in it, in the order of the table.
   */
  public record Split(Fold fold, Instances training, Instances test) {}

  private final Instances table;
  private final int subjectIndex;
  private final int[] shuffledRows;
  private final Map<String, Clips> clips = new TreeMap<>();
  private final List<Fold> folds;
  private final boolean leaveOneOut;
  private final OptionalInt few;

  private SubjectFolds(
      Instances table, String subject, int numFolds, int seed, OptionalInt trainingSubjects)
      throws WekaException {
    FiniteNumbers.check(table);
    this.table = table;
    this.few = trainingSubjects;
    this.subjectIndex = subjectIndex(table, subject);
    int[] labelled = labelledRows();
    countClips(labelled);
    requireSubjects(numFolds);
    this.leaveOneOut = numFolds == LEAVE_ONE_OUT || numFolds == clips.size();
    SeededRandom random = new SeededRandom(seed);
    this.shuffledRows = labelled.clone();
    ArrayUtils.shuffle(shuffledRows, random);
    List<List<String>> groups =
        leaveOneOut
            ? clips.keySet().stream().map(List::of).toList()
            : SubjectDealer.deal(clips, numFolds, random);
    requireTrainingSubjects(groups);
    this.folds =
        IntStream.rangeClosed(1, groups.size())
            .mapToObj(number -> fold(number, List.copyOf(groups.get(number - 1)), seed))
            .toList();
  }

  private Fold fold(int number, List<String> subjects, int seed) {
    List<String> others = clips.keySet().stream().filter(name -> !subjects.contains(name)).toList();
    List<String> training =
        few.isEmpty() ? others : SubjectDealer.draw(few.getAsInt(), others, subjects, seed);
    return new Fold(leaveOneOut ? subjects.get(0) : String.valueOf(number), subjects, training);
  }

  /**
   * Divides a table.
   *
   * @param table with its class set
   * @param subject name of the attribute that holds the subject, or its index from 1, or {@code
   *     first} or {@code last}
   * @param numFolds {@link #LEAVE_ONE_OUT}, or 2 to the number of subjects
   * @param seed of the order of training rows and of the choice between equally good folds
   * @throws WekaException if the table has no such attribute, if it is not nominal or a string, if
   *     it has missing values or subjects called unknown, if there are fewer than two subjects or
   *     fewer than folds, or if a number or weight is not finite
   */
  public static SubjectFolds of(Instances table, String subject, int numFolds, int seed)
      throws WekaException {
    return of(table, subject, numFolds, seed, OptionalInt.empty());
  }

  /**
   * Divides a table, and draws the training subjects of each fold. The draw depends on the seed,
   * the fold's test subjects and the names of the others alone; a larger one with the same seed has
   * all subjects of a smaller one.
   *
   * @param trainingSubjects number in each fold, from 1; empty for all others
   * @throws WekaException as above, or if a fold has fewer others
   */
  public static SubjectFolds of(
      Instances table, String subject, int numFolds, int seed, OptionalInt trainingSubjects)
      throws WekaException {
    return new SubjectFolds(table, subject, numFolds, seed, trainingSubjects);
  }

  private static int subjectIndex(Instances table, String subject) throws WekaException {
    Attribute attribute =
        ClipTable.attribute(table, subject)
            .orElseThrow(
                () ->
                    new WekaException(
                        "Table '%s' has no attribute '%s'; name the attribute that holds the subject, or give its index, with -subject."
                            .formatted(name(table), subject)));
    if (!attribute.isNominal() && !attribute.isString()) {
      throw new WekaException(
          "Attribute '%s' of table '%s' is %s, but subjects must be nominal or strings; convert it with the filter NumericToNominal."
              .formatted(attribute.name(), name(table), Attribute.typeToString(attribute)));
    }
    if (attribute.index() == table.classIndex()) {
      throw new WekaException(
          "Attribute '%s' of table '%s' is the class and cannot be the subject, too."
              .formatted(attribute.name(), name(table)));
    }
    return attribute.index();
  }

  /** Without the features' settings, which would bury the sentence. */
  private static String name(Instances table) {
    return FeatureSignature.corpusOf(table.relationName());
  }

  private int[] labelledRows() throws WekaException {
    boolean hasClass = table.classIndex() >= 0;
    int[] rows =
        IntStream.range(0, table.numInstances())
            .filter(row -> !hasClass || !table.instance(row).classIsMissing())
            .toArray();
    if (rows.length == 0) {
      throw new WekaException(
          "Table '%s' has no clip with a class; there is nothing to test.".formatted(name(table)));
    }
    return rows;
  }

  private void countClips(int[] rows) throws WekaException {
    long missing =
        IntStream.of(rows).filter(row -> table.instance(row).isMissing(subjectIndex)).count();
    if (missing > 0) {
      throw new WekaException(
          "Subject attribute '%s' of table '%s' is missing in %s of %s clips; fill it in or remove these clips."
              .formatted(table.attribute(subjectIndex).name(), name(table), missing, rows.length));
    }
    String[] unknown =
        IntStream.of(rows)
            .mapToObj(this::subjectOf)
            .filter(subject -> ("-" + subject).endsWith("-" + EmotionFolders.UNKNOWN_SUBJECT))
            .toArray(String[]::new);
    if (unknown.length > 0) {
      throw new WekaException(
          "The subjects of %s of %s clips of table '%s' are unknown ('%s'), so that nobody can be left out; name them, or remove these clips."
              .formatted(unknown.length, rows.length, name(table), unknown[0]));
    }
    boolean classes = table.classIndex() >= 0 && table.classAttribute().isNominal();
    for (int row : rows) {
      double[] byClass = new double[classes ? table.numClasses() : 0];
      if (classes) {
        byClass[(int) table.instance(row).classValue()] = 1;
      }
      clips.merge(subjectOf(row), new Clips(1, byClass), Clips::plus);
    }
  }

  private void requireSubjects(int numFolds) throws WekaException {
    if (numFolds != LEAVE_ONE_OUT && numFolds < 2) {
      throw new WekaException(
          "Number of folds must be at least 2, or 0 to leave one subject out, but is %s."
              .formatted(numFolds));
    }
    if (clips.size() < 2) {
      throw new WekaException(
          "Table '%s' has one subject only ('%s'); testing on unseen subjects needs at least two."
              .formatted(name(table), clips.keySet().iterator().next()));
    }
    if (numFolds > clips.size()) {
      throw new WekaException(
          "Table '%s' has %s subjects, which are too few for %s folds; ask for at most %s."
              .formatted(name(table), clips.size(), numFolds, clips.size()));
    }
  }

  private void requireTrainingSubjects(List<List<String>> groups) throws WekaException {
    int most = clips.size() - groups.stream().mapToInt(List::size).max().orElseThrow();
    int wanted = few.orElse(most);
    if (wanted < 1 || wanted > most) {
      throw new WekaException(
          "Number of training subjects must be 1 to %s, as table '%s' has no more outside of each fold, but is %s."
              .formatted(most, name(table), wanted));
    }
  }

  /** Returns the folds: sorted by the subject's name, or by number. */
  public List<Fold> folds() {
    return folds;
  }

  /**
   * Visits folds one after the other: the one loop of the command, the Experimenter, the Explorer,
   * the KnowledgeFlow and the study.
   *
   * @param wanted some of {@link #folds()}
   * @param view the divided table, or one with the same rows and other columns
   * @param visitor what it throws ends the visit
   * @throws InterruptedException if the thread was interrupted, between two folds or by the visitor
   */
  public <E extends Exception> void visit(
      List<Fold> wanted, Instances view, FailableConsumer<Split, E> visitor)
      throws E, InterruptedException {
    for (Fold fold : wanted) {
      visitor.accept(
          new Split(fold, select(trainingRows(fold), view), select(testRows(fold), view)));
      if (Thread.interrupted()) {
        throw new InterruptedException(protocol() + " was stopped");
      }
    }
  }

  /** Returns the names of all subjects, sorted. */
  public List<String> subjects() {
    return List.copyOf(clips.keySet());
  }

  /** Returns the number of clips that take part: those with a class. */
  public int numClips() {
    return shuffledRows.length;
  }

  /** Returns the table that was divided: the very object. */
  public Instances table() {
    return table;
  }

  public int subjectIndex() {
    return subjectIndex;
  }

  public String subjectOf(int row) {
    return table.instance(row).stringValue(subjectIndex);
  }

  /** Returns the indices of the rows that take part, ascending. */
  public int[] rows() {
    return IntStream.of(shuffledRows).sorted().toArray();
  }

  /** Returns the indices of all rows of a fold's training subjects, shuffled. */
  public int[] trainingRows(Fold fold) {
    Set<String> training = Set.copyOf(fold.training());
    return IntStream.of(shuffledRows).filter(row -> training.contains(subjectOf(row))).toArray();
  }

  /** Returns the indices of all rows of the subjects in a fold, ascending. */
  public int[] testRows(Fold fold) {
    return IntStream.of(rows()).filter(row -> fold.subjects().contains(subjectOf(row))).toArray();
  }

  /** Copies rows, in the order given, out of the divided table or a view with other columns. */
  public static Instances select(int[] rows, Instances from) {
    Instances selection = new Instances(from, rows.length);
    IntStream.of(rows).mapToObj(from::instance).forEach(selection::add);
    return selection;
  }

  /** Names the protocol for reports, for example {@code leave-one-subject-out, 10 subjects}. */
  public String protocol() {
    String kind =
        leaveOneOut
            ? "leave-one-subject-out"
            : "subject-wise %s-fold cross-validation".formatted(folds.size());
    String training = fewTrainingSubjects().map(words -> ", " + words + " in each fold").orElse("");
    return "%s, %s subjects%s".formatted(kind, clips.size(), training);
  }

  /**
   * Returns the number of training subjects in words, for example {@code 2 training subjects};
   * empty where all subjects outside of a fold train.
   */
  public Optional<String> fewTrainingSubjects() {
    return few.stream().mapToObj(SubjectFolds::trainingSubjects).findAny();
  }

  /** Returns a number of training subjects in words. */
  public static String trainingSubjects(int number) {
    return number + (number == 1 ? " training subject" : " training subjects");
  }
}
