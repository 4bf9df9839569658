package emotiontransfer.corpus.pattern;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.corpus.scheme.ClipPath;
import emotiontransfer.corpus.scheme.EmotionLabels;
import emotiontransfer.corpus.scheme.NamingScheme.Label;
import emotiontransfer.corpus.scheme.NamingScheme.LeftOut;
import emotiontransfer.corpus.scheme.NamingScheme.Result;
import emotiontransfer.corpus.scheme.Reject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.Test;

public class NamePatternTest {

  private static final String JAFFE = "(?<subject>[A-Z]{2})\\.(?<emotion>[A-Z]{2})\\d.*";
  private static final EmotionLabels LABELS =
      EmotionLabels.parse("AN=anger,DI=disgust,HA=happiness,XX=-");

  private static ClipPath path(String relative) {
    return ClipPath.of(Path.of(relative));
  }

  /** Returns {@code subject emotion}, or the kind of a reject, or what is left out. */
  private static String read(String pattern, String relative) {
    Result result = NamePattern.of(pattern).parse(path(relative), LABELS);
    if (result instanceof Label label) {
      return label.subject() + " " + label.emotion();
    }
    return result instanceof Reject reject ? reject.kind().name() : ((LeftOut) result).what();
  }

  private static String detail(String pattern, String relative) {
    return ((Reject) NamePattern.of(pattern).parse(path(relative), LABELS)).detail();
  }

  @Test
  public void groupsSaySubjectAndEmotionInAllFolders() {
    assertEquals("KA anger", read(JAFFE, "KA.AN1.39.tiff"));
    assertEquals("KL disgust", read(JAFFE, "jaffe/images/KL.DI2.50.tiff"));
    assertEquals("left out by the labels: XX", read(JAFFE, "KA.XX1.39.tiff"));
    assertEquals("EMOTION", read(JAFFE, "KA.QQ1.39.tiff"));
    assertEquals("NAME", read(JAFFE, "KA.A1.39.tiff"));
  }

  @Test
  public void theExtensionMayBeWrittenOrNot() {
    for (String end : List.of("", "\\.wav", ".*", "$", "\\.wav$")) {
      assertEquals(end, "a fear", read("^(?<subject>.)_(?<emotion>[a-z]+)" + end, "x/a_fear.wav"));
    }
    assertEquals("a fear", read("(?<subject>.+)_(?<emotion>.+)", "a_fear.wav"));
    assertEquals("NAME", read("(?<subject>.)_(?<emotion>[a-z]+)\\.mp3", "a_fear.wav"));
  }

  @Test
  public void slashesSayHowManyFoldersBelongToThePattern() {
    String folders = "(?<subject>[^/]+)/(?<emotion>[a-z]+)/.*";
    assertEquals("anna fear", read(folders, "anna/fear/1.wav"));
    assertEquals("anna fear", read(folders, "data/v2/anna/fear/1.wav"));
    assertEquals("anna fear", read(folders, "anna/fear/old/takes/1.wav"));
    String optional = "(?:(?<subject>[a-z]+)/)?(?<emotion>[a-z]+)\\d";
    assertEquals("anna fear", read(optional, "anna/fear1.wav"));
    assertEquals("SUBJECT", read(optional, "fear1.wav"));
    assertEquals("a_b fear", read("(?<subject>[^/]+)_(?<emotion>[^/]+)", "joy/a_b_fear.wav"));
  }

  @Test
  public void thePatternsOfTheGuideReadItsNames() {
    assertEquals(
        "3 happiness",
        read("spk(?<subject>\\d+)_(?<emotion>[a-z]+)_(?<take>\\d+)", "spk3_happy_02.wav"));
    assertEquals(
        "12 happiness", read("(?<emotion>[^/]+)/s(?<subject>\\d+)_\\d+", "x/happy/s12_0001.wav"));
    assertEquals(
        "F03 anger",
        read(
            "(?<subject>(?<sex>[FM])\\d+)/session(?<session>\\d)/(?<emotion>[a-z]+)-\\d+",
            "F03/session2/angry-7.wav"));
    assertEquals("EMOTION", read("\\d+_(?<subject>[a-z]+)_(?<emotion>[A-Z])", "2021_anna_W.wav"));
  }

  @Test
  public void furtherGroupsAreExtraColumns() {
    NamePattern pattern =
        NamePattern.of("(?<sex>[FM])?(?<subject>\\d+)(?<emotion>[a-z]+)(?<take>\\d*)");
    assertEquals(List.of("sex", "take"), pattern.extraColumns());
    Label label = (Label) pattern.parse(path("F12fear3.wav"));
    assertEquals(Map.of("sex", "F", "take", "3"), label.extras());
    assertEquals(Map.of(), ((Label) pattern.parse(path("12fear.wav"))).extras());
  }

  @Test
  public void withoutSubjectAllClipsHaveTheUnknownOne() {
    assertEquals("unknown fear", read("(?<emotion>[a-z]+)\\d+", "fear12.wav"));
  }

  @Test
  public void aMisfitNamesThePlaceWhereThePatternStopsFitting() {
    assertEquals(
        "fits up to 'KA.' (character 3); '1.39.tiff' does not", detail(JAFFE, "x/KA.1.39.tiff"));
    assertEquals(
        "fits up to 'KA.A' (character 4); 'n1.39.tiff' does not", detail(JAFFE, "KA.An1.39.tiff"));
    assertEquals(
        "the pattern does not fit from the first character of 'ka.AN1.39.tiff'",
        detail(JAFFE, "ka.AN1.39.tiff"));
    assertEquals(
        "fits up to 'anna/' (character 5); 'FEAR/1.wav' does not",
        detail("(?<subject>[^/]+)/(?<emotion>[a-z]+)/.*", "anna/FEAR/1.wav"));
    assertEquals(
        "fits up to 'ab.wav' (character 6); there the pattern expects more",
        detail("(?<emotion>.*)_end", "ab.wav"));
  }

  @Test
  public void aCodeThatIsNoEmotionIsShownWithItsPlace() {
    assertTrue(
        detail(JAFFE, "x/KA.QQ1.1.tiff").startsWith("'QQ' (characters 6 to 7) is no emotion"));
  }

  @Test
  public void partsSayWhereInThePathEachGroupIs() {
    assertEquals(
        List.of(
            new NamePattern.Part("subject", "KA", 6, 8),
            new NamePattern.Part("emotion", "AN", 9, 11)),
        NamePattern.of(JAFFE).parts(path("jaffe/KA.AN1.39.tiff"), LABELS));
    assertEquals(List.of(), NamePattern.of(JAFFE).parts(path("other.tiff"), LABELS));
  }

  @Test
  public void mistakesAreSentencesWithThePosition() {
    assertMistake(
        "(?<emotion>[a-z)", 15, "has a mistake at character 16: Unclosed character class.");
    assertMistake("(?<emotion>a)(?<emotion>b)", 23, "<emotion> is already defined");
    assertMistake("(?<subject>a)", -1, "must have a group (?<emotion>...)", "only subject");
    assertMistake("emotion", -1, "it has no group");
    assertMistake("(".repeat(1001), 1000, "A pattern of 1001 characters is too long");
    assertMistake("\\(?<emotion>", -1, "it has no group");
    assertMistake("\\Q(?<emotion>a)\\E", -1, "it has no group");
    assertMistake("(?<file>a)(?<emotion>b)", 0, "must not call a group 'file' (character 1)");
    assertMistake("(?<emotion>b)(?<Subject>a)", 13, "'Subject' (character 14)");
  }

  private static void assertMistake(String pattern, int position, String... parts) {
    PatternException e = assertThrows(PatternException.class, () -> NamePattern.of(pattern));
    for (String part : parts) {
      assertTrue(e.getMessage(), e.getMessage().contains(part));
    }
    assertEquals(position < 0 ? OptionalInt.empty() : OptionalInt.of(position), e.position());
  }

  @Test(timeout = 60_000)
  public void aPatternThatBacktracksWithoutEndIsAnErrorThatSaysSo() {
    NamePattern pattern = NamePattern.of("(?<emotion>(.*a){25})!");
    ClipPath path = path("a".repeat(60) + ".wav");
    PatternException e = assertThrows(PatternException.class, () -> pattern.parse(path));
    assertTrue(e.getMessage(), e.getMessage().contains("takes too long for 'aaaa"));
    assertTrue(e.getMessage(), e.getMessage().contains("repetition inside a repetition"));
    assertThrows(PatternException.class, () -> pattern.parts(path, LABELS));
  }
}
