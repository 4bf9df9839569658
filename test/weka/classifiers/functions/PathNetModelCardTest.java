package weka.classifiers.functions;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.WekaException;

public class PathNetModelCardTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private String model;

  @Before
  public void train() throws Exception {
    model = new File(folder.getRoot(), "small.pathnet").getPath();
    Instances bags = BagTables.make("plain", 8, 6, 2, 2);
    PathNetClassifier scheme = new PathNetClassifier();
    scheme.setOptions(Utils.splitOptions("-G 2 -L 2 -M 4 -H 3 -N 2 -P 3 -export " + model));
    scheme.buildClassifier(bags);
  }

  private static String printed(String... options) throws Exception {
    PrintStream out = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      new PathNetModelCard().run(null, options);
    } finally {
      System.setOut(out);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private Path text(String name, String... lines) throws Exception {
    return Files.write(folder.getRoot().toPath().resolve(name), List.of(lines));
  }

  @Test
  public void modelsWithoutWordsSayWhatTheyKnow() throws Exception {
    String card = printed(model);
    assertTrue(card, card.startsWith("small.pathnet\n=============\n\nNobody has written what"));
    assertTrue(card, card.contains("\nTrained on       corpus plain"));
    assertTrue(card, card.contains("\nBuilt on         no other model\n"));
    assertTrue(card, card.contains("-G 2"));
    assertTrue(card, card.lines().skip(4).allMatch(line -> line.length() <= 100));
  }

  @Test
  public void networkIsPrintedAsByTheClassifierThatWasTrained() throws Exception {
    String printed = printed("-network", model);
    assertTrue(printed, printed.startsWith("PathNetClassifier\n================="));
    assertTrue(printed, printed.contains("\nBest pathway (") && printed.contains("  layer 2: "));
    assertTrue(printed, printed.contains("\nGenerations:   2\nFitness:       best "));
    assertThrows(WekaException.class, () -> printed("-network"));
    assertThrows(WekaException.class, () -> printed("-network", "-card", "a", "-out", "b", model));
  }

  @Test
  public void wordsAndFiguresAreWrittenIntoTheModel() throws Exception {
    Path words = text("words.txt", "German, acted.", "");
    Path decisions =
        text(
            "loso.csv",
            "file,subject,fold,actual,predicted,prob_a,prob_b",
            "1.wav,x,x,a,a,1,0",
            "2.wav,x,x,b,a,1,0",
            "3.wav,y,y,b,b,0,1",
            "4.wav,y,y,b,b,0,1");
    String target = new File(folder.getRoot(), "described.pathnet").getPath();
    String[] options = {
      "-card", words.toString(), "-predictions", decisions.toString(), "-out", target, model
    };
    assertEquals("", printed(options));
    String card = printed(target);
    assertTrue(
        card,
        card.contains(
            "\n"
                + "German, acted.\n\n"
                + "On 4 clips of 2 subjects, none of whom was in the training data then: WAR"
                + " 0.7500, UAR 0.8333, UAP 0.7500.\n\n"
                + "  a            recall 1.00 of 1 clips\n"
                + "  b            recall 0.67 of 3 clips\n"));
    assertEquals(fingerprint(printed(model)), fingerprint(card));
  }

  private static String fingerprint(String card) {
    return card.lines().filter(line -> line.startsWith("Fingerprint")).findFirst().get();
  }

  @Test
  public void thePackagesOwnModelSaysWhatItMustNotBeUsedFor() throws Exception {
    String card = printed();
    for (String said :
        new String[] {"German", "acted", "CC BY 4.0", "WAR", "UAR", "must not be used", "level"}) {
      assertTrue(said, card.contains(said));
    }
    assertTrue(card, card.contains("10 subjects (emodb-03, emodb-08"));
  }

  @Test
  public void rejectsOptionsInASentence() {
    assertRejected("belong together", "-card", "words.txt", model);
    assertRejected("needs -card and -out", "-predictions", "loso.csv", model);
    assertRejected("Only one model", model, model);
    assertRejected("does not exist", model + ".gone");
  }

  private static void assertRejected(String sentence, String... options) {
    WekaException rejection = assertThrows(WekaException.class, () -> printed(options));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains(sentence));
  }
}
