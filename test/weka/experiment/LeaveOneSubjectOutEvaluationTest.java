package weka.experiment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.weka.evaluation.CsvFile;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.WekaException;
import weka.core.converters.ConverterUtils.DataSink;
import weka.core.converters.ConverterUtils.DataSource;

public class LeaveOneSubjectOutEvaluationTest {

  private static final String BAYES = " -W weka.classifiers.bayes.NaiveBayes";

  @Rule public TemporaryFolder folder = new TemporaryFolder();

  private String table;

  @Before
  public void writeTable() throws Exception {
    Instances clips = ClipTables.noisy(1);
    table = new File(folder.getRoot(), "clips.arff").getPath();
    DataSink.write(table, clips);
  }

  @Test
  public void printsWekasOutputPooledOverFoldsAndTheSubjects() throws Exception {
    String output = run("-t " + table + BAYES + " -- -K");
    List<String> expected =
        List.of(
            "Scheme:       weka.classifiers.bayes.NaiveBayes -K",
            "Clips:        80",
            "Hidden:       file, subject",
            "Protocol:     leave-one-subject-out, 4 subjects",
            "=== Summary, pooled over 4 folds ===",
            "Total Number of Instances               80",
            "=== Detailed accuracy by class ===",
            "=== Confusion matrix, pooled over 4 folds ===",
            "Subject     Clips      WAR      UAR",
            "s1             30   0.",
            "Std. dev.",
            "Pooled         80   0.");
    for (String line : expected) {
      assertTrue(line + "\n" + output, output.contains(line));
    }
    assertFalse(output, output.contains("seg."));
  }

  @Test
  public void meanAndDeviationAreOverSubjects() throws Exception {
    String[] lines = run("-t " + table + BAYES).split("\n");
    List<Double> wars = new ArrayList<>();
    double mean = 0;
    double deviation = 0;
    for (String line : lines) {
      String[] fields = line.strip().split("\\s+");
      if (line.matches("s\\d .*")) {
        wars.add(Double.valueOf(fields[2]));
      } else if (line.startsWith("Mean  ")) {
        mean = Double.parseDouble(fields[1]);
      } else if (line.startsWith("Std. dev. ")) {
        deviation = Double.parseDouble(fields[2]);
      }
    }
    double[] values = wars.stream().mapToDouble(Double::doubleValue).toArray();
    assertEquals(4, values.length);
    assertEquals(Utils.mean(values), mean, 1e-4);
    assertEquals(Math.sqrt(Utils.variance(values)), deviation, 1e-4);
  }

  @Test
  public void predictionsHaveALineForEveryClip() throws Exception {
    File csv = new File(folder.getRoot(), "predictions.csv");
    run("-t " + table + " -predictions " + csv + BAYES);
    List<String> lines = Files.readAllLines(csv.toPath());
    assertEquals(
        "file,subject,fold,actual,predicted,prob_anger,prob_fear,prob_neutral", lines.get(0));
    assertEquals(81, lines.size());
    String[] fields = lines.get(8).split(",");
    assertEquals("/clips/7.wav", fields[0]);
    assertEquals("s4", fields[1]);
    assertEquals("s4", fields[2]);
    double sum = 0;
    for (int i = 5; i < 8; i++) {
      sum += Double.parseDouble(fields[i]);
    }
    assertEquals(1, sum, 1e-9);
  }

  @Test
  public void undecidedClipsHaveALineAndAColumn() throws Exception {
    File confusion = new File(folder.getRoot(), "confusion.csv");
    String output =
        run("-t " + table + " -confusion " + confusion + " -W " + UnsureClassifier.class.getName());
    assertTrue(output, output.contains("20 of 80 clips were left undecided; they count as wrong."));
    List<String> lines = Files.readAllLines(confusion.toPath());
    assertEquals("actual,anger,fear,neutral,?", lines.get(0));
    double clips =
        lines.stream()
            .skip(1)
            .flatMap(line -> Arrays.stream(line.split(",")).skip(1))
            .mapToDouble(Double::parseDouble)
            .sum();
    assertEquals(80, clips, 0);
  }

  @Test
  public void predictionsAndConfusionAgree() throws Exception {
    File predictions = new File(folder.getRoot(), "predictions.csv");
    File confusion = new File(folder.getRoot(), "confusion.csv");
    run("-t " + table + " -predictions " + predictions + " -confusion " + confusion + BAYES);
    Instances decided = DataSource.read(predictions.getPath());
    Instances matrix = DataSource.read(confusion.getPath());
    for (int actual = 0; actual < 3; actual++) {
      for (int predicted = 0; predicted < 3; predicted++) {
        String actualName = ClipTables.EMOTIONS.get(actual);
        String predictedName = ClipTables.EMOTIONS.get(predicted);
        long count =
            decided.stream()
                .filter(row -> row.stringValue(3).equals(actualName))
                .filter(row -> row.stringValue(4).equals(predictedName))
                .count();
        assertEquals(actualName, matrix.get(actual).stringValue(0));
        assertEquals(count, matrix.get(actual).value(1 + predicted), 0);
      }
    }
  }

  @Test
  public void subjectWiseFoldsAreNamedByNumber() throws Exception {
    File csv = new File(folder.getRoot(), "predictions.csv");
    String output = run("-t " + table + " -folds 2 -predictions " + csv + BAYES);
    assertTrue(output, output.contains("subject-wise 2-fold cross-validation, 4 subjects"));
    for (String line : Files.readAllLines(csv.toPath()).subList(1, 81)) {
      assertTrue(line, line.matches(".*,s\\d,[12],.*"));
    }
  }

  @Test
  public void valuesWithCommasAndQuotesAreQuoted() {
    assertEquals(
        "\"a,b\",\"say \"\"hi\"\"\",0.5,3", CsvFile.row(List.of("a,b", "say \"hi\"", 0.5, 3.0)));
  }

  @Test
  public void clipsWithoutFileAreNamedByTheirRow() throws Exception {
    Instances clips = ClipTables.noisy(1);
    clips.deleteAttributeAt(0);
    DataSink.write(table, clips);
    File csv = new File(folder.getRoot(), "predictions.csv");
    run("-t " + table + " -predictions " + csv + BAYES);
    assertTrue(Files.readAllLines(csv.toPath()).get(1).startsWith("row 1,s1,s1,"));
  }

  @Test
  public void fewTrainingSubjectsAreNamedInTheReportAndTheFiles() throws Exception {
    File predictions = new File(folder.getRoot(), "predictions.csv");
    File confusion = new File(folder.getRoot(), "confusion.csv");
    String output =
        run(
            "-t %s -training-subjects 2 -seed 3 -predictions %s -confusion %s"
                    .formatted(table, predictions, confusion)
                + BAYES);
    for (String line :
        List.of(
            "Protocol:     leave-one-subject-out, 4 subjects, 2 training subjects in each fold",
            "=== Training subjects of each fold ===\n\ns1: s2, s3\ns2: s1, s3\ns3: s1, s4\n",
            "=== Summary, pooled over 4 folds of 2 training subjects ===",
            "=== Confusion matrix, pooled over 4 folds of 2 training subjects ===",
            "All figures are of 2 training subjects in each fold.")) {
      assertTrue(line + "\n" + output, output.contains(line));
    }
    List<String> clips = Files.readAllLines(predictions.toPath());
    assertTrue(clips.get(0), clips.get(0).endsWith(",prob_neutral,trained_on"));
    assertTrue(clips.get(8), clips.get(8).matches("/clips/7.wav,s4,s4,.*,\"s1, s2\""));
    List<String> classes = Files.readAllLines(confusion.toPath());
    assertEquals("actual,anger,fear,neutral,training_subjects", classes.get(0));
    classes.stream().skip(1).forEach(line -> assertTrue(line, line.endsWith(",2")));
  }

  @Test
  public void allOtherSubjectsGiveTheFiguresOfTheOrdinaryFolds() throws Exception {
    List<String> files = new ArrayList<>();
    for (String training : List.of("", " -training-subjects 3")) {
      File csv = new File(folder.getRoot(), "predictions.csv");
      run("-t " + table + training + " -predictions " + csv + BAYES);
      files.add(Files.readString(csv.toPath()));
    }
    assertEquals(files.get(0), files.get(1).replace(",trained_on", "").replaceAll(",\"s.*\"", ""));
  }

  @Test
  public void segmentScoresStandBesideThoseOfClips() throws Exception {
    String output =
        run(
            "-t "
                + table
                + " -W weka.classifiers.meta.FilteredClassifier -- -F weka.experiment.NumberedClips"
                + " -W weka.experiment.SegmentByNumber");
    assertTrue(output, output.contains("Clips      WAR      UAR   Segments  seg. WAR  seg. UAR"));
    assertTrue(output, output.matches("(?s).*Pooled +80 +0\\.\\d+ +0\\.\\d+ +160 +0\\.\\d+ .*"));
    assertTrue(
        output, output.contains("Hidden:       subject, file (once the filter has read it)"));
  }

  @Test
  public void classAndSubjectMayBeChosen() throws Exception {
    String output = run("-t " + table + " -c emotion -subject 2" + BAYES);
    assertEquals(run("-t " + table + BAYES), output);
    assertEquals(output, run("-t " + table + " -c last" + BAYES));
  }

  @Test
  public void helpListsEveryOption() throws Exception {
    String help = run("-h");
    for (String option :
        List.of(
            "-t",
            "-c",
            "-subject",
            "-folds",
            "-training-subjects",
            "-seed",
            "-predictions",
            "-confusion",
            "-W")) {
      assertTrue(option, help.contains("\n" + option + " "));
    }
  }

  @Test
  public void aFilterOfWekaThatFailsOnBagsIsNoFaultOfThisPackage() throws Exception {
    DataSink.write(table, SpeechTables.bags("a", 1));
    String filtered = " -W weka.classifiers.meta.FilteredClassifier -- -F \"%s\" -W %s";
    String balanced = "weka.filters.supervised.instance.ClassBalancer";
    String network = "weka.classifiers.functions.PathNetClassifier -- -M 4 -P 2 -G 1";
    WekaException failure =
        assertThrows(
            WekaException.class, () -> run("-t " + table + filtered.formatted(balanced, network)));
    String sentence = failure.getMessage();
    assertTrue(
        sentence,
        sentence.startsWith(
            "A filter of weka.classifiers.meta.FilteredClassifier failed. If it was given bags"
                + " (relational attributes), it does not support them: "));
    String resampled = "weka.filters.supervised.instance.Resample -B 1";
    String output = run("-t " + table + filtered.formatted(resampled, network));
    assertTrue(output, output.contains("Clips:        12"));
  }

  @Test
  public void badOptionsAreRejectedInOneSentence() {
    assertRejected("Option -t is missing.", BAYES);
    assertRejected("Option -W is missing.", "-t " + table);
    assertRejected("File 'absent.arff' (option -t) is not there.", "-t absent.arff" + BAYES);
    assertRejected(
        "Option -folds must be a whole number, but is 'all'.", "-folds all -t " + table + BAYES);
    assertRejected(
        "Option -seed must be a whole number, but is '1.5'.", "-seed 1.5 -t " + table + BAYES);
    assertRejected(
        "Table 'clips' has no attribute 'mood' (option -c).", "-c mood -t " + table + BAYES);
    assertRejected(
        "Table 'clips' has 4 subjects, which are too few for 9 folds; ask for at most 4.",
        "-folds 9 -t " + table + BAYES);
    for (String number : List.of("0", "4")) {
      assertRejected(
          "Number of training subjects must be 1 to 3, as table 'clips' has no more outside of each"
              + " fold, but is %s.".formatted(number),
          "-training-subjects " + number + " -t " + table + BAYES);
    }
  }

  @Test
  public void schemeThatIsNoneOrRejectsItsOptionsIsNamed() {
    assertRejected(
        "'weka.classifiers.trees.J49' (option -W) is not a classifier of Weka or of an installed"
            + " package.",
        "-t " + table + " -W weka.classifiers.trees.J49");
    assertRejected(
        "SMO rejects its options: For input string: \"x\"",
        "-t " + table + " -W weka.classifiers.functions.SMO -- -C x");
  }

  @Test
  public void tableThatCannotBeReadIsNamed() throws Exception {
    String broken = folder.newFile("broken.arff").getPath();
    Files.writeString(Path.of(broken), "@relation r\n@attribute subject {a}\n@data\nb\n");
    assertTrue(message("-t " + broken + BAYES).contains("cannot be read: nominal value"));
    String unknown = folder.newFile("table.unknown").getPath();
    assertRejected(
        "No loader of Weka opens '" + unknown + "' (option -t).", "-t " + unknown + BAYES);
    assertTrue(message("-t " + folder.getRoot() + BAYES).contains("is a folder; give a table"));
  }

  @Test
  public void unknownOptionsAreRejected() {
    assertTrue(message("-fold 3 -t " + table + BAYES).contains("-fold"));
    assertTrue(message("-t " + table + BAYES + " -- -no-such-option").contains("no-such-option"));
  }

  @Test
  public void destinationIsCheckedBeforeTraining() {
    SpyClassifier.forget();
    String message =
        message(
            "-t "
                + table
                + " -predictions "
                + folder.getRoot()
                + "/absent/p.csv -W weka.experiment.SpyClassifier");
    assertTrue(message, message.contains("(option -predictions) cannot be written"));
    assertEquals(List.of(), SpyClassifier.TRAININGS);
  }

  /** weka.Run prints a stack trace unless the message has these words. */
  @Test
  public void messagesMakeWekaRunPrintNoStackTrace() {
    assertTrue(message("-t absent.arff" + BAYES).contains("General options"));
    assertTrue(message("-fold 3 -t " + table + BAYES).contains("General options"));
  }

  private static void assertRejected(String sentence, String options) {
    assertEquals(sentence, message(options).lines().findFirst().orElse(""));
  }

  private static String message(String options) {
    return assertThrows(WekaException.class, () -> run(options)).getMessage();
  }

  private static String run(String options) throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream console = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      LeaveOneSubjectOutEvaluation command = new LeaveOneSubjectOutEvaluation();
      command.run(command, Utils.splitOptions(options));
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
