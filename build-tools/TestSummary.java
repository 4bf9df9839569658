import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Counts the tests in a folder of JUnit reports, names those that failed or were skipped, and
 * writes the line {@code N passed, N failed} (and {@code , N skipped} if any) to {@code
 * summary.txt} there. Started as {@code java TestSummary.java FOLDER STRICT}; ends with status 1 if
 * a test failed, if there was none, or if STRICT is {@code true} and one was skipped for another
 * reason than that there are no recordings beside the checkout.
 */
public final class TestSummary {

  /** How the message of test/emotiontransfer/SharedData.java begins. */
  private static final String NO_RECORDINGS = "needs recordings: there is no folder ";

  private int tests;
  private final List<String> failed = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();
  private int forbiddenSkips;

  private TestSummary() {}

  public static void main(String[] args)
      throws IOException, ParserConfigurationException, SAXException {
    Path folder = Path.of(args[0]);
    boolean strict = Boolean.parseBoolean(args[1]);
    TestSummary summary = new TestSummary();
    summary.read(folder);
    summary.failed.forEach(test -> System.out.println("FAILED  " + test));
    summary.skipped.forEach(test -> System.out.println("SKIPPED " + test));
    System.out.println(summary.line());
    Files.writeString(folder.resolve("summary.txt"), summary.line() + System.lineSeparator());
    boolean bad =
        summary.tests == 0 || !summary.failed.isEmpty() || (strict && summary.forbiddenSkips > 0);
    System.exit(bad ? 1 : 0);
  }

  private String line() {
    String line =
        String.format(
            Locale.ROOT,
            "%d passed, %d failed",
            tests - failed.size() - skipped.size(),
            failed.size());
    return skipped.isEmpty()
        ? line
        : line + String.format(Locale.ROOT, ", %d skipped", skipped.size());
  }

  private void read(Path folder) throws IOException, ParserConfigurationException, SAXException {
    DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    List<Path> reports;
    try (Stream<Path> files = Files.walk(folder)) {
      reports =
          files
              .filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
              .sorted()
              .toList();
    }
    for (Path report : reports) {
      NodeList cases = parser.parse(report.toFile()).getElementsByTagName("testcase");
      for (int i = 0; i < cases.getLength(); i++) {
        count((Element) cases.item(i));
      }
    }
  }

  private void count(Element testcase) {
    tests++;
    String name = testcase.getAttribute("classname") + "." + testcase.getAttribute("name");
    NodeList children = testcase.getElementsByTagName("*");
    for (int i = 0; i < children.getLength(); i++) {
      Element child = (Element) children.item(i);
      switch (child.getTagName()) {
        case "failure", "error" -> {
          failed.add(name + System.lineSeparator() + child.getTextContent().strip());
          return;
        }
        case "skipped" -> {
          String message = child.getAttribute("message");
          skipped.add(name + ": " + message);
          forbiddenSkips += message.startsWith(NO_RECORDINGS) ? 0 : 1;
          return;
        }
        default -> {}
      }
    }
  }
}
