package emotiontransfer.weka.options;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.speech.ShortClip;
import java.io.File;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.junit.Test;
import weka.classifiers.RandomizableClassifier;
import weka.core.CheckOptionHandler;
import weka.core.Instances;
import weka.core.Option;
import weka.core.OptionMetadata;
import weka.core.Utils;

/** Options that are read from annotated getters. */
public class SchemeOptionsTest {

  /** A scheme with an option of each type. */
  public static final class Toy extends RandomizableClassifier {

    private static final long serialVersionUID = 1L;

    private int count = 7;
    private double rate = 25;
    private ShortClip kind = ShortClip.REPEAT;
    private File[] sources = {};
    private String words = "";
    private boolean quick;

    @Override
    public void buildClassifier(Instances data) {}

    @Override
    public Enumeration<Option> listOptions() {
      return options().list(super.listOptions());
    }

    @Override
    public String[] getOptions() {
      return options().get(super.getOptions());
    }

    @Override
    public void setOptions(String[] options) throws Exception {
      options().set(options, super::setOptions);
    }

    private SchemeOptions options() {
      return SchemeOptions.of(this, RandomizableClassifier.class, "kind", "source");
    }

    @OptionMetadata(displayName = "count", description = "Number of things.", displayOrder = 1)
    public int getCount() {
      return count;
    }

    public void setCount(int value) {
      count = SchemeOptions.atLeast(1, value, "count");
    }

    @OptionMetadata(displayName = "rate", description = "Things in a second.", displayOrder = 2)
    public double getRate() {
      return rate;
    }

    public void setRate(double value) {
      if (value < 0) {
        throw new IllegalArgumentException("a rate is not negative");
      }
      rate = value;
    }

    @OptionMetadata(displayName = "kind", description = "Kind of thing.", displayOrder = 3)
    public ShortClip getKind() {
      return kind;
    }

    public void setKind(ShortClip value) {
      kind = value;
    }

    @OptionMetadata(
        displayName = "sources",
        description = "Where things come from (repeatable).",
        commandLineParamName = "source",
        displayOrder = 4)
    public File[] getSources() {
      return sources.clone();
    }

    public void setSources(File[] value) {
      sources = value.clone();
    }

    @OptionMetadata(
        displayName = "someWords",
        description = "Words about things.",
        displayOrder = 5)
    public String getWords() {
      return words;
    }

    public void setWords(String value) {
      words = value;
    }

    @OptionMetadata(displayName = "quick", description = "Be quick.", displayOrder = 6)
    public boolean getQuick() {
      return quick;
    }

    public void setQuick(boolean value) {
      quick = value;
    }
  }

  private static Toy toy(String options) throws Exception {
    Toy toy = new Toy();
    toy.setOptions(Utils.splitOptions(options));
    return toy;
  }

  private static String message(String options) {
    return assertThrows(IllegalArgumentException.class, () -> toy(options)).getMessage();
  }

  @Test
  public void readsEveryType() throws Exception {
    Toy toy =
        toy("-count 3 -rate 0.5 -kind loop -source a -source b -some-words \"x y\" -quick -S 4");
    assertEquals(3, toy.getCount());
    assertEquals(0.5, toy.getRate(), 0);
    assertEquals(ShortClip.LOOP, toy.getKind());
    assertArrayEquals(new File[] {new File("a"), new File("b")}, toy.getSources());
    assertEquals("x y", toy.getWords());
    assertTrue(toy.getQuick());
    assertEquals(4, toy.getSeed());
  }

  @Test
  public void anOptionThatIsNotGivenReturnsToItsDefault() throws Exception {
    Toy toy = toy("-count 3 -kind loop -source a -some-words x -quick");
    toy.setOptions(new String[0]);
    assertEquals(7, toy.getCount());
    assertEquals(ShortClip.REPEAT, toy.getKind());
    assertEquals(0, toy.getSources().length);
    assertEquals("", toy.getWords());
    assertFalse(toy.getQuick());
  }

  @Test
  public void ofAnOptionThatIsGivenTwiceTheLastCounts() throws Exception {
    Toy toy = toy("-count 3 -kind loop -count 4 -kind drop");
    assertEquals(4, toy.getCount());
    assertEquals(ShortClip.DROP, toy.getKind());
  }

  @Test
  public void optionsThatTellSchemesApartComeFirstThenThoseChanged() throws Exception {
    Toy toy = toy("-quick -rate 2 -S 3 -source b -source a");
    assertEquals(
        List.of("-kind repeat -source b -source a -rate 2.0 -quick -S 3 -count 7".split(" ")),
        List.of(toy.getOptions()));
  }

  @Test
  public void optionsReadBackTheSame() throws Exception {
    for (String options :
        List.of(
            "",
            "-count 3 -rate 1e-10 -kind drop -source \"a b\" -some-words \"x -y\" -quick -S 9")) {
      String[] written = toy(options).getOptions();
      Toy again = new Toy();
      again.setOptions(written.clone());
      assertArrayEquals(written, again.getOptions());
    }
  }

  @Test
  public void passesTheOptionCheckOfWeka() {
    CheckOptionHandler check = new CheckOptionHandler();
    check.setSilent(true);
    check.setOptionHandler(new Toy());
    check.setUserOptions(new String[] {"-kind", "loop", "-source", "a", "-count", "2", "-quick"});
    check.doTests();
    assertTrue(check.getSuccess());
  }

  @Test
  public void helpNamesTypeValuesAndDefault() {
    List<Option> options = Collections.list(new Toy().listOptions());
    assertEquals(
        List.of(
            "-count <num>",
            "-rate <num>",
            "-kind <repeat|drop|loop>",
            "-source <file>",
            "-some-words <text>",
            "-quick",
            "-S <num>"),
        options.subList(0, 7).stream().map(Option::synopsis).toList());
    assertEquals("\tNumber of things.\n\t(default: 7)", options.get(0).description());
    assertEquals("\tThings in a second.\n\t(default: 25)", options.get(1).description());
    assertEquals("\tWhere things come from (repeatable).", options.get(3).description());
    assertEquals(0, options.get(5).numArguments());
    assertEquals(
        "each option is listed once",
        options.size(),
        options.stream().map(Option::name).distinct().count());
  }

  @Test
  public void aWrongValueIsRejectedWithOptionAndValue() {
    assertEquals("Option -count needs a whole number, but was given '2.5'.", message("-count 2.5"));
    assertEquals("Option -rate needs a number, but was given 'x'.", message("-rate x"));
    assertEquals(
        "Option -kind must be one of repeat, drop, loop, but was given 'Loop'.",
        message("-kind Loop"));
  }

  @Test
  public void aValueThatTheSetterRejectsIsRejectedWithTheOption() {
    assertEquals("Option -count must be at least 1, but is 0.", message("-count 0"));
    assertEquals("Option -rate: a rate is not negative", message("-rate -1"));
  }

  @Test
  public void aMissingValueIsAnError() {
    Exception missing = assertThrows(Exception.class, () -> toy("-count"));
    assertTrue(missing.getMessage(), missing.getMessage().contains("-count"));
  }

  @Test
  public void optionsBehindTheDoubleHyphenAreLeftAlone() throws Exception {
    String[] line = Utils.splitOptions("-count 3 -- -count 4 -quick");
    Toy toy = new Toy();
    SchemeOptions.of(toy, RandomizableClassifier.class).set(line, rest -> {});
    assertEquals(3, toy.getCount());
    assertFalse(toy.getQuick());
    assertTrue(Arrays.asList(line).containsAll(List.of("-count", "4", "-quick")));
  }
}
