package emotiontransfer.weka.evaluation;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.Test;
import weka.core.Instances;
import weka.core.WekaException;
import weka.experiment.ClipTables;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.NominalToString;

public class SubjectFoldsTest {

  @Test
  public void everySubjectIsAFoldOfItsOwnName() throws Exception {
    SubjectFolds folds = SubjectFolds.of(ClipTables.noisy(1), "subject", 0, 1);
    assertEquals(
        List.of("s1", "s2", "s3", "s4"),
        folds.folds().stream().map(SubjectFolds.Fold::name).toList());
    assertEquals("leave-one-subject-out, 4 subjects", folds.protocol());
  }

  @Test
  public void everyClipIsTestedOnceAndNoSubjectIsOnBothSides() throws Exception {
    Random random = new Random(3);
    for (int round = 0; round < 60; round++) {
      Instances table = randomTable(random);
      int subjects = table.attribute("subject").numValues();
      int numFolds = round % 2 == 0 ? 0 : 2 + random.nextInt(subjects - 1);
      SubjectFolds folds = SubjectFolds.of(table, "subject", numFolds, round);
      int[] tested = new int[table.size()];
      for (SubjectFolds.Fold fold : folds.folds()) {
        Set<String> trained = new HashSet<>();
        for (int row : folds.trainingRows(fold)) {
          trained.add(folds.subjectOf(row));
        }
        for (int row : folds.testRows(fold)) {
          tested[row]++;
          assertFalse(trained.contains(folds.subjectOf(row)));
        }
        assertEquals(table.size(), folds.trainingRows(fold).length + folds.testRows(fold).length);
      }
      assertTrue(IntStream.of(tested).allMatch(times -> times == 1));
      assertEquals(numFolds == 0 ? subjects : numFolds, folds.folds().size());
    }
  }

  @Test
  public void noTwoFoldsDifferByMoreThanTheLargestSubject() throws Exception {
    Random random = new Random(4);
    for (int round = 0; round < 100; round++) {
      Instances table = randomTable(random);
      int subjects = table.attribute("subject").numValues();
      int numFolds = 2 + random.nextInt(subjects - 1);
      SubjectFolds folds = SubjectFolds.of(table, "subject", numFolds, round);
      int[] sizes =
          folds.folds().stream().mapToInt(fold -> folds.testRows(fold).length).sorted().toArray();
      int[] perSubject = table.attributeStats(1).nominalCounts;
      assertTrue(sizes[0] > 0);
      assertTrue(sizes[sizes.length - 1] - sizes[0] <= IntStream.of(perSubject).max().orElse(0));
    }
  }

  @Test
  public void equalSubjectsAreDealtEvenly() throws Exception {
    Instances table = ClipTables.ofSizes(new Random(1), 6, 6, 6, 6, 6, 6, 6, 6, 6, 6);
    SubjectFolds folds = SubjectFolds.of(table, "subject", 3, 1);
    List<Integer> sizes =
        folds.folds().stream().map(fold -> fold.subjects().size()).sorted().toList();
    assertEquals(List.of(3, 3, 4), sizes);
  }

  /** Sizes alone could put both speakers of anger into one fold. */
  @Test
  public void classesAreSpreadOverTheFolds() throws Exception {
    Instances table = ClipTables.empty("a1", "a2", "f1", "f2");
    for (int clip = 0; clip < 40; clip++) {
      ClipTables.add(table, clip % 4, 0, clip % 4 < 2 ? 0 : 1);
    }
    for (int seed = 0; seed < 20; seed++) {
      SubjectFolds folds = SubjectFolds.of(table, "subject", 2, seed);
      for (SubjectFolds.Fold fold : folds.folds()) {
        long angry = fold.subjects().stream().filter(name -> name.startsWith("a")).count();
        assertEquals("seed " + seed, 1, angry);
      }
    }
  }

  @Test
  public void seedChoosesAmongEquallyGoodDeals() throws Exception {
    Instances table = ClipTables.ofSizes(new Random(1), 5, 5, 5, 5, 5, 5, 5, 5);
    Set<List<SubjectFolds.Fold>> deals = new HashSet<>();
    for (int seed = 0; seed < 10; seed++) {
      deals.add(SubjectFolds.of(table, "subject", 4, seed).folds());
      assertEquals(
          SubjectFolds.of(table, "subject", 4, seed).folds(),
          SubjectFolds.of(table, "subject", 4, seed).folds());
    }
    assertTrue(deals.size() > 3);
  }

  @Test
  public void orderOfRowsDoesNotMoveSubjectsBetweenFolds() throws Exception {
    Random random = new Random(5);
    for (int round = 0; round < 20; round++) {
      Instances table = randomTable(random);
      Instances reordered = new Instances(table);
      reordered.randomize(random);
      int numFolds = round % 2 == 0 ? 0 : 2;
      assertEquals(
          SubjectFolds.of(table, "subject", numFolds, round).folds(),
          SubjectFolds.of(reordered, "subject", numFolds, round).folds());
    }
  }

  @Test
  public void seedReshufflesTheTrainingRows() throws Exception {
    Instances table = ClipTables.noisy(1);
    int[][] orders = new int[2][];
    for (int run = 1; run <= 2; run++) {
      SubjectFolds folds = SubjectFolds.of(table, "subject", 0, run);
      orders[run - 1] = folds.trainingRows(folds.folds().get(0));
    }
    assertFalse(Arrays.equals(orders[0], orders[1]));
    assertFalse(isSorted(orders[0]));
    Arrays.sort(orders[0]);
    Arrays.sort(orders[1]);
    assertArrayEquals(orders[0], orders[1]);
  }

  @Test
  public void testRowsKeepTheOrderOfTheTable() throws Exception {
    SubjectFolds folds = SubjectFolds.of(ClipTables.noisy(1), "subject", 0, 1);
    for (SubjectFolds.Fold fold : folds.folds()) {
      assertTrue(isSorted(folds.testRows(fold)));
    }
  }

  @Test
  public void asManyFoldsAsSubjectsIsLeaveOneOut() throws Exception {
    Instances table = ClipTables.noisy(1);
    assertEquals(
        SubjectFolds.of(table, "subject", 0, 1).folds(),
        SubjectFolds.of(table, "subject", 4, 1).folds());
  }

  @Test
  public void subjectMayBeAStringOrGivenByIndex() throws Exception {
    Instances table = ClipTables.noisy(1);
    NominalToString toString = new NominalToString();
    toString.setAttributeIndexes("2");
    toString.setInputFormat(table);
    Instances strings = Filter.useFilter(table, toString);
    List<SubjectFolds.Fold> expected = SubjectFolds.of(table, "subject", 0, 1).folds();
    assertEquals(expected, SubjectFolds.of(strings, "subject", 0, 1).folds());
    assertEquals(expected, SubjectFolds.of(table, "2", 0, 1).folds());
  }

  @Test
  public void declaredSubjectsWithoutClipsAreNoFolds() throws Exception {
    Instances table = ClipTables.noisy(1);
    table.removeIf(clip -> clip.value(1) == 2);
    assertEquals(List.of("s1", "s2", "s4"), SubjectFolds.of(table, "subject", 0, 1).subjects());
  }

  @Test
  public void clipsWithoutClassTakeNoPart() throws Exception {
    Instances table = ClipTables.noisy(1);
    table.get(7).setClassMissing();
    SubjectFolds folds = SubjectFolds.of(table, "subject", 0, 1);
    assertEquals(79, folds.numClips());
    for (SubjectFolds.Fold fold : folds.folds()) {
      assertFalse(IntStream.of(folds.testRows(fold)).anyMatch(row -> row == 7));
      assertFalse(IntStream.of(folds.trainingRows(fold)).anyMatch(row -> row == 7));
    }
  }

  @Test
  public void fewTrainingSubjectsAreSomeOfTheOthers() throws Exception {
    Random random = new Random(6);
    for (int round = 0; round < 60; round++) {
      Instances table = randomTable(random);
      int subjects = table.attribute("subject").numValues();
      int numFolds = round % 2 == 0 ? 0 : 2 + random.nextInt(subjects - 1);
      SubjectFolds all = SubjectFolds.of(table, "subject", numFolds, round);
      int most = all.folds().stream().mapToInt(fold -> fold.training().size()).min().orElseThrow();
      int wanted = 1 + random.nextInt(most);
      SubjectFolds few = few(table, numFolds, round, wanted);
      for (int i = 0; i < all.folds().size(); i++) {
        SubjectFolds.Fold fold = few.folds().get(i);
        assertEquals(all.folds().get(i).subjects(), fold.subjects());
        assertEquals(wanted, fold.training().size());
        assertTrue(all.folds().get(i).training().containsAll(fold.training()));
        assertTrue(Collections.disjoint(fold.subjects(), fold.training()));
        assertArrayEquals(all.testRows(fold), few.testRows(fold));
        int[] expected =
            IntStream.of(all.trainingRows(all.folds().get(i)))
                .filter(row -> fold.training().contains(all.subjectOf(row)))
                .toArray();
        assertArrayEquals("all clips of each, shuffled as ever", expected, few.trainingRows(fold));
      }
    }
  }

  /** Sorted by hexadecimal SHA-256 of seed, fold and name, as sha256sum prints it. */
  @Test
  public void drawIsThatOfTheSmallestHashes() throws Exception {
    Instances table = ClipTables.noisy(1);
    assertEquals(List.of("s3", "s3", "s4", "s3"), drawn(table, 1, 1));
    assertEquals(List.of("s3", "s4", "s4", "s1"), drawn(table, 2, 1));
    assertEquals(List.of("s2+s3", "s1+s3", "s1+s4", "s1+s2"), drawn(table, 3, 2));
  }

  private static List<String> drawn(Instances table, int seed, int number) throws Exception {
    return few(table, 0, seed, number).folds().stream()
        .map(fold -> String.join("+", fold.training()))
        .toList();
  }

  private static SubjectFolds few(Instances table, int numFolds, int seed, int number)
      throws WekaException {
    return SubjectFolds.of(table, "subject", numFolds, seed, OptionalInt.of(number));
  }

  @Test
  public void drawDoesNotDependOnClipsOrTheirOrder() throws Exception {
    Instances table = ClipTables.ofSizes(new Random(1), 5, 6, 7, 8, 9, 10);
    Instances others = ClipTables.ofSizes(new Random(2), 9, 1, 4, 3, 2, 8);
    others.randomize(new Random(3));
    for (int number = 1; number <= 5; number++) {
      assertEquals(drawn(table, 4, number), drawn(others, 4, number));
    }
  }

  @Test
  public void largerDrawHasTheSubjectsOfASmallerOne() throws Exception {
    Instances table = ClipTables.ofSizes(new Random(1), 3, 3, 3, 3, 3, 3, 3, 3);
    List<SubjectFolds.Fold> smaller = few(table, 0, 1, 1).folds();
    for (int number = 2; number <= 7; number++) {
      List<SubjectFolds.Fold> larger = few(table, 0, 1, number).folds();
      for (int i = 0; i < 8; i++) {
        assertTrue(larger.get(i).training().containsAll(smaller.get(i).training()));
      }
      smaller = larger;
    }
    assertEquals(SubjectFolds.of(table, "subject", 0, 1).folds(), smaller);
  }

  /** Neighbouring seeds of a generator would draw alike. */
  @Test
  public void everyOtherSubjectIsDrawnAboutEquallyOften() throws Exception {
    Instances table = ClipTables.ofSizes(new Random(1), 2, 2, 2, 2, 2, 2);
    Map<String, Integer> times = new HashMap<>();
    for (int seed = 1; seed <= 500; seed++) {
      times.merge(few(table, 0, seed, 1).folds().get(0).training().get(0), 1, Integer::sum);
    }
    assertEquals(Set.of("s01", "s02", "s03", "s04", "s05"), times.keySet());
    // A fifth of 500, and four standard deviations of 9.
    times.forEach((name, drawn) -> assertEquals(name, 100, drawn, 36));
  }

  @Test
  public void protocolNamesFewTrainingSubjects() throws Exception {
    Instances table = ClipTables.noisy(1);
    assertEquals(
        "leave-one-subject-out, 4 subjects, 1 training subject in each fold",
        few(table, 0, 1, 1).protocol());
    assertEquals(
        "subject-wise 3-fold cross-validation, 4 subjects, 2 training subjects in each fold",
        few(table, 3, 1, 2).protocol());
  }

  @Test
  public void impossibleNumbersOfTrainingSubjectsAreRejected() {
    Instances table = ClipTables.ofSizes(new Random(1), 5, 5, 5, 5, 5);
    for (int number : new int[] {-1, 0, 5, 100}) {
      String rejection =
          assertThrows(WekaException.class, () -> few(table, 0, 1, number)).getMessage();
      assertEquals(
          "Number of training subjects must be 1 to 4, as table 'clips' has no more outside of each"
              + " fold, but is "
              + number
              + ".",
          rejection);
    }
    String dealt = assertThrows(WekaException.class, () -> few(table, 2, 1, 3)).getMessage();
    assertTrue(dealt, dealt.startsWith("Number of training subjects must be 1 to 2, as "));
  }

  @Test
  public void missingSubjectAttributeIsRejected() {
    Instances table = ClipTables.noisy(1);
    for (String name : new String[] {"speaker", "", "0", "6", "-1"}) {
      assertEquals(
          "Table 'clips' has no attribute '"
              + name
              + "'; name the attribute that holds the subject, or give its index, with -subject.",
          rejection(table, name, 0));
    }
  }

  @Test
  public void numericAttributeAndClassAreNoSubjects() {
    Instances table = ClipTables.noisy(1);
    assertEquals(
        "Attribute 'x' of table 'clips' is numeric, but subjects must be nominal or strings;"
            + " convert it with the filter NumericToNominal.",
        rejection(table, "x", 0));
    assertEquals(
        "Attribute 'emotion' of table 'clips' is the class and cannot be the subject, too.",
        rejection(table, "last", 0));
  }

  @Test
  public void oneSubjectOnlyIsRejected() {
    Instances table = ClipTables.ofSizes(new Random(1), 5);
    assertEquals(
        "Table 'clips' has one subject only ('s00'); testing on unseen subjects needs at least"
            + " two.",
        rejection(table, "subject", 0));
  }

  @Test
  public void missingSubjectsAreRejectedWithTheirNumber() {
    Instances table = ClipTables.noisy(1);
    table.get(3).setMissing(1);
    table.get(5).setMissing(1);
    assertEquals(
        "Subject attribute 'subject' of table 'clips' is missing in 2 of 80 clips; fill it in or"
            + " remove these clips.",
        rejection(table, "subject", 0));
  }

  @Test
  public void impossibleNumbersOfFoldsAreRejected() {
    Instances table = ClipTables.noisy(1);
    assertEquals(
        "Table 'clips' has 4 subjects, which are too few for 5 folds; ask for at most 4.",
        rejection(table, "subject", 5));
    for (int numFolds : new int[] {1, -3}) {
      assertEquals(
          "Number of folds must be at least 2, or 0 to leave one subject out, but is "
              + numFolds
              + ".",
          rejection(table, "subject", numFolds));
    }
  }

  @Test
  public void unknownSubjectIsNobodyToLeaveOut() throws Exception {
    Instances table = ClipTables.empty("emodb-03", "folders-unknown", "s-unknown1");
    ClipTables.add(table, 0, 0, 0);
    ClipTables.add(table, 1, 0, 1);
    ClipTables.add(table, 1, 0, 1);
    ClipTables.add(table, 2, 0, 1);
    assertEquals(
        "The subjects of 2 of 4 clips of table 'clips' are unknown ('folders-unknown'), so that"
            + " nobody can be left out; name them, or remove these clips.",
        rejection(table, "subject", 0));
    table.removeIf(clip -> clip.stringValue(1).equals("folders-unknown"));
    assertEquals(2, SubjectFolds.of(table, "subject", 0, 1).folds().size());
  }

  @Test
  public void tableWithoutLabelledClipsIsRejected() {
    Instances table = ClipTables.noisy(1);
    table.forEach(clip -> clip.setClassMissing());
    assertEquals(
        "Table 'clips' has no clip with a class; there is nothing to test.",
        rejection(table, "subject", 0));
  }

  @Test
  public void selectionTakesRowsInTheGivenOrder() {
    Instances selected = SubjectFolds.select(new int[] {4, 2}, ClipTables.noisy(1));
    assertArrayEquals(new double[] {4, 2}, selected.attributeToDoubleArray(3), 0);
    assertNotEquals(0, selected.get(0).stringValue(0).length());
  }

  private static String rejection(Instances table, String subject, int numFolds) {
    return assertThrows(WekaException.class, () -> SubjectFolds.of(table, subject, numFolds, 1))
        .getMessage();
  }

  private static boolean isSorted(int[] rows) {
    return IntStream.range(1, rows.length).allMatch(i -> rows[i - 1] < rows[i]);
  }

  private static Instances randomTable(Random random) {
    int[] sizes = new int[2 + random.nextInt(9)];
    Arrays.setAll(sizes, i -> 1 + random.nextInt(30));
    return ClipTables.ofSizes(random, sizes);
  }
}
