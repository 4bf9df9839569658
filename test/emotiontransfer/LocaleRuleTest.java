package emotiontransfer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.Assert.assertEquals;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.util.ArrayList;
import java.util.Formatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;

/**
 * Numbers are printed with the digits and the point that programs read, whatever language the
 * system speaks. {@code %s} prints a number so in every locale; {@code %d} and {@code %f} do not.
 */
public class LocaleRuleTest {

  private static final String LITERAL = "\"[^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+\"";

  /** What prints a number in a locale. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "%(?:\\d+\\$)?[-#+ 0,(]*\\d*(?:\\.\\d+)?[deEfgGaAtT](?![-\\w]*\\.(?:png|jpg))"
              // A width that is put together: "%0" + digits + "d".
              + "|%[-+]?[0-9.]+\"$");

  /** Methods of this project that format what they are given with Locale.ROOT. */
  private static final Pattern WITH_ROOT =
      Pattern.compile(
          "Locale\\.ROOT|\\.warnIfCutShort\\(|report\\.line\\(|new Style\\(|globalInfo");

  /** A text, a letter, a comment, or what ends a statement. */
  private static final Pattern TOKEN =
      Pattern.compile(LITERAL + "|'(?:[^'\\\\]|\\\\.)+'|//[^\n]*|/\\*(?s:.*?)\\*/|[;{}]");

  @Test
  public void methodsThatCanTakeALocaleAreGivenOne() {
    ArchRule rule =
        noClasses()
            .should()
            .callMethod(String.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(PrintStream.class, "printf", String.class, Object[].class)
            .orShould()
            .callMethod(PrintStream.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .orShould()
            .callConstructor(DecimalFormat.class, String.class)
            .orShould()
            .callConstructor(Formatter.class);
    rule.check(new ClassFileImporter().importPath(Path.of("build/classes")));
  }

  @Test
  public void noNumberIsFormattedWithoutALocale() throws IOException {
    List<String> found = new ArrayList<>();
    for (String folder : List.of("src", "demo", "bench", "microbench", "spark", "build-tools")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          numbers(Files.readString(file)).forEach(one -> found.add(file + ": " + one));
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  public void aNumberWithoutALocaleIsFound() {
    String code = "a = \"%s %,d\".formatted(x, n);\nb(\"%5.2f;\", y);\nc = \"100 %\" + \"%s\";";
    assertEquals(List.of("\"%s %,d\"", "\"%5.2f;\""), numbers(code));
    assertEquals(List.of("\"_%0\""), numbers("a = \"_%0\" + digits + \"d\";"));
    assertEquals(List.of(), numbers("// \"%d\"\na = String.format(Locale.ROOT, \"%d\", n);"));
  }

  /** Returns the literals that print a number where no locale is named, nor right behind it. */
  private static List<String> numbers(String code) {
    List<String> found = new ArrayList<>();
    List<String> before = new ArrayList<>();
    List<String> literals = new ArrayList<>();
    int start = 0;
    Matcher token = TOKEN.matcher(code);
    while (token.find()) {
      String text = token.group();
      if (text.startsWith("\"") && NUMBER.matcher(text).find()) {
        literals.add(text);
      } else if (";{}".contains(text)) {
        boolean hasRoot = WITH_ROOT.matcher(code.substring(start, token.end())).find();
        found.addAll(hasRoot ? List.of() : before);
        before = hasRoot ? new ArrayList<>() : literals;
        literals = new ArrayList<>();
        start = token.end();
      }
    }
    found.addAll(before);
    return found;
  }
}
