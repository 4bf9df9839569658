package emotiontransfer.guide;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Runs the commands of README.md and of all documents of {@code doc}, in order, with what their
 * reader has: in one process, since a process cannot change its working folder, and with the
 * evolutions shortened as {@link CommandRunner#shortened} says. Those that cannot run here are
 * listed with the reason; their classes and options must exist.
 */
public class DocumentedCommandsTest {

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  @Test
  public void everyCommandRuns() throws Exception {
    Path folder = FOLDER.newFolder("reader").toPath();
    Path report = FOLDER.newFile("report.txt").toPath();
    List<String> process = new ArrayList<>();
    process.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    process.addAll(List.of("-Xmx2g", "-Djava.awt.headless=true", "-cp", classPath()));
    process.addAll(List.of("-Dweka.packageManager.offline=true", CommandRunner.class.getName()));
    process.addAll(
        List.of(Path.of("").toAbsolutePath().toString(), FOLDER.newFolder("made").toString()));
    process.add(report.toString());
    File printed = FOLDER.newFile("printed.txt");
    ProcessBuilder builder =
        new ProcessBuilder(process)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed);
    builder.environment().put("WEKA_HOME", FOLDER.newFolder("home").toString());
    int code = builder.start().waitFor();
    List<String> lines = Files.readAllLines(report);
    assertEquals(List.of(), lines.stream().filter(line -> !line.startsWith("ran ")).toList());
    assertEquals(Files.readString(printed.toPath()), 0, code);
    assertTrue("only " + lines.size() + " commands were found", lines.size() > 40);
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> new File(entry).getAbsolutePath())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static List<DocumentedCommand> commands() throws IOException {
    List<DocumentedCommand> commands = new ArrayList<>();
    for (Path document : CommandRunner.documents(Path.of(""))) {
      commands.addAll(DocumentedCommand.of(document));
    }
    return commands;
  }

  @Test
  public void commandsThatDoNotRunNameClassesAndOptionsThatExist() throws IOException {
    List<String> faults = new ArrayList<>();
    List<DocumentedCommand> checked = new ArrayList<>();
    for (DocumentedCommand command : commands()) {
      boolean definition = command.text().equals(DocumentedCommand.DEFINITION);
      boolean program = command.words().stream().anyMatch(word -> word.endsWith(".java"));
      boolean java = !definition && !program && !command.java().isEmpty();
      if (java && CommandsNotRun.reason(command).isPresent()) {
        checked.add(command);
      }
    }
    for (Path document : CommandRunner.documents(Path.of(""))) {
      checked.addAll(DocumentedCommand.inSentences(document));
    }
    for (DocumentedCommand command : checked) {
      faults.addAll(KnownOptions.faults(command));
    }
    assertEquals(List.of(), faults);
    assertTrue("only " + checked.size() + " commands were found", checked.size() > 10);
  }

  @Test
  public void onlyCommandsThatAreThereAreListedAsNotRun() throws IOException {
    Set<String> found = new TreeSet<>();
    commands().forEach(command -> CommandsNotRun.key(command).ifPresent(found::add));
    assertEquals(new TreeSet<>(CommandsNotRun.REASONS.keySet()), found);
  }

  @Test
  public void shortFormIsDefinedBeforeItIsUsed() throws IOException {
    Set<String> defined = new TreeSet<>();
    for (DocumentedCommand command : commands()) {
      if (command.text().startsWith("W()")) {
        assertEquals(command.place(), DocumentedCommand.DEFINITION, command.text());
        defined.add(command.document());
      }
      boolean used = command.text().startsWith("W ");
      assertTrue(command.place(), !used || defined.contains(command.document()));
    }
  }

  @Test
  public void wrongNamesAndHiddenCommandsAreFound() throws IOException {
    String block = "```\nW weka.filters.unsupervised.attribute.FaceCrop -fps 5 -no-such 1\n```\n";
    DocumentedCommand command = DocumentedCommand.of("a.md", "text\n" + block).get(0);
    assertEquals(List.of("a.md:3: unknown option -no-such"), KnownOptions.faults(command));
    DocumentedCommand absent = new DocumentedCommand("a.md", 1, "W weka.core.NoSuch -x");
    assertEquals("a.md:1: no class weka.core.NoSuch", KnownOptions.faults(absent).get(0));
    assertThrows(
        IllegalArgumentException.class,
        () -> DocumentedCommand.of("a.md", "```\noutput\nW weka.core.NoSuch\n```\n"));
  }

  @Test
  public void wordsAreSplitAsByAShell() {
    assertEquals(
        List.of("a", "b c", "d\\e", "\"", ""),
        DocumentedCommand.shellWords("a 'b c'  \"d\\e\" \\\" ''"));
    DocumentedCommand command = new DocumentedCommand("a.md", 1, "W x.Y -o a > b.arff");
    assertEquals(List.of("x.Y", "-o", "a"), command.java());
    assertEquals("b.arff", command.output().orElseThrow());
  }

  @Test
  public void variablesAreReplacedAsByAShell() {
    String block =
        "```\nA=\"weka.filters.A -store default\"\nB=\"weka.filters.B -F \\\"$A\\\"\"\n\n"
            + "W x.Y -F \"$A\"\nW x.Z -F \"$B\"\n```\n";
    List<DocumentedCommand> commands = DocumentedCommand.of("a.md", block);
    assertEquals(2, commands.size());
    assertEquals(List.of("x.Y", "-F", "weka.filters.A -store default"), commands.get(0).java());
    assertEquals(
        List.of("x.Z", "-F", "weka.filters.B -F \"weka.filters.A -store default\""),
        commands.get(1).java());
  }

  @Test
  public void evolutionsAreShortened() {
    assertEquals(
        List.of("weka.PathNetClassifier", "-t", "a", "-G", "2"),
        CommandRunner.shortened(List.of("weka.PathNetClassifier", "-t", "a", "-G", "80")));
    assertEquals(
        List.of("L", "-W", "weka.PathNetClassifier", "--", "-G", "2", "-S", "1"),
        CommandRunner.shortened(List.of("L", "-W", "weka.PathNetClassifier", "--", "-S", "1")));
  }
}
