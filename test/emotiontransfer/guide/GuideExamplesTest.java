package emotiontransfer.guide;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.media.TestClips;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runners.MethodSorters;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.SerializationHelper;

/** The programs in the user guide, compiled and run from the very text of the guide. */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class GuideExamplesTest {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\n(.*?)^```$");
  private static final Pattern CLASS = Pattern.compile("(?m)^public class (\\w+) \\{$");
  private static final int RATE = 16000;

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static Path root;
  private static URLClassLoader programs;

  @BeforeClass
  public static void compileTheGuide() throws IOException {
    root = FOLDER.getRoot().toPath();
    Map<String, String> sources = sources();
    assertEquals(List.of("Transfer", "Recognise", "Export"), List.copyOf(sources.keySet()));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-d", root.toString(), "-proc:none", "-cp", System.getProperty("java.class.path")));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = root.resolve(source.getKey() + ".java");
      Files.writeString(file, source.getValue());
      arguments.add(file.toString());
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    int status = compiler.run(null, complaints, complaints, arguments.toArray(String[]::new));
    assertEquals(complaints.toString(StandardCharsets.UTF_8), 0, status);
    programs = new URLClassLoader(new URL[] {root.toUri().toURL()});
    writeCorpus(root.resolve("north"), 1);
    writeCorpus(root.resolve("south"), 2);
  }

  private static Map<String, String> sources() throws IOException {
    Map<String, String> sources = new LinkedHashMap<>();
    Matcher block = BLOCK.matcher(Files.readString(Path.of("doc/guide.md")));
    while (block.find()) {
      Matcher name = CLASS.matcher(block.group(1));
      assertTrue("a Java block without a public class", name.find());
      sources.put(name.group(1), block.group(1));
    }
    return sources;
  }

  /** Folders subject/emotion/clip.wav of tones: two subjects, two emotions, two clips of each. */
  private static void writeCorpus(Path folder, int corpus) throws IOException {
    for (int subject = 1; subject <= 2; subject++) {
      for (String emotion : List.of("anger", "sadness")) {
        Path clips =
            Files.createDirectories(
                folder.resolve(folder.getFileName() + "" + subject + "/" + emotion));
        for (int clip = 1; clip <= 2; clip++) {
          double hertz = (emotion.equals("anger") ? 2000 : 300) + 20 * subject + clip + corpus;
          TestClips.tone(clips.resolve("clip" + clip + ".wav"), RATE, 1, 0.8, hertz);
        }
      }
    }
  }

  private static String run(String program, Path... arguments) throws Exception {
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      Class.forName(program, true, programs)
          .getMethod("main", String[].class)
          .invoke(null, (Object) words);
    } finally {
      System.setOut(out);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  public void firstTransferGivesFiguresOfUnseenSpeakers() throws Exception {
    String out =
        run("Transfer", root.resolve("north"), root.resolve("south"), root.resolve("m.model"));
    assertTrue(out, out.contains("folders-south1") && out.contains("Pooled"));
    assertTrue(Files.exists(root.resolve("m.model")));
  }

  @Test
  public void secondRecogniseDecidesAboutARecording() throws Exception {
    String out =
        run("Recognise", root.resolve("m.model"), root.resolve("south/south1/anger/clip1.wav"));
    Matcher lines = Pattern.compile("(anger|sadness) +([01]\\.\\d{4})").matcher(out);
    double sum = 0;
    while (lines.find()) {
      sum += Double.parseDouble(lines.group(2));
    }
    assertEquals(out, 1, sum, 2e-4);
  }

  @Test
  public void thirdExportWritesTheWholePathway() throws Exception {
    Path model = root.resolve("m.model");
    String out = run("Export", model, root.resolve("network.zip"));
    PathNetClassifier classifier = (PathNetClassifier) SerializationHelper.read(model.toString());
    int classes = 2;
    long scaling = 2L * classifier.model().shape().inputs();
    long head = (long) classes * classifier.model().shape().neurons() + classes;
    long expected = classifier.model().pathwayParameters() + head + scaling;
    assertTrue(out, out.startsWith(expected + " parameters in "));
  }
}
