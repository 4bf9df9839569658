package emotiontransfer.corpus.pattern;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.corpus.scheme.ClipPath;
import emotiontransfer.corpus.scheme.NamingScheme.Label;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.Assume;
import org.junit.Test;

public class PatternProposalTest {

  private static final List<String> WORDS = List.of("angry", "happy", "neutral", "sad");

  private static List<ClipPath> paths(Stream<String> names) {
    return names.map(Path::of).map(ClipPath::of).toList();
  }

  /** Returns names of subjects 1 to 4, four emotions, three takes. */
  private static List<ClipPath> names(Naming naming) {
    List<String> names = new ArrayList<>();
    for (int subject = 1; subject <= 4; subject++) {
      for (String emotion : WORDS) {
        for (int take = 1; take <= 3; take++) {
          names.add(naming.name(subject, emotion, take));
        }
      }
    }
    return paths(names.stream());
  }

  private interface Naming {
    String name(int subject, String emotion, int take);
  }

  private static PatternProposal propose(List<ClipPath> names) {
    return PatternProposal.of(names).orElseThrow(() -> new AssertionError("no proposal"));
  }

  /**
   * Asserts the pattern, and that it fits all names with these numbers of subjects and emotions.
   */
  private static void assertProposed(String pattern, int subjects, int emotions, Naming naming) {
    assertProposed(pattern, subjects, emotions, names(naming));
  }

  private static void assertProposed(
      String pattern, int subjects, int emotions, List<ClipPath> names) {
    PatternProposal proposal = propose(names);
    assertEquals(pattern, proposal.pattern());
    assertEquals(names.size(), proposal.fits());
    assertEquals(names.size(), proposal.names());
    NamePattern compiled = NamePattern.of(pattern);
    List<Label> labels =
        names.stream().map(name -> (Label) compiled.parse(name, proposal.labels())).toList();
    assertEquals(subjects, labels.stream().map(Label::subject).distinct().count());
    assertEquals(emotions, labels.stream().map(Label::emotion).distinct().count());
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  @Test
  public void wordsAndNumbersOfPersonsAreFound() {
    assertProposed(
        "spk(?<subject>\\d+)_(?<emotion>[a-z]+)_.*",
        4,
        4,
        (s, e, t) -> "spk" + s + "_" + e + "_0" + t + ".wav");
    assertProposed(
        "actor(?<subject>\\d+)-(?<emotion>[a-z]+)-.*",
        4,
        4,
        (s, e, t) -> "actor" + s + "-" + e + "-00" + t + ".wav");
    assertProposed(
        "(?<emotion>[a-z]+)/s(?<subject>\\d+)_.*",
        4,
        4,
        (s, e, t) -> e + "/s1" + s + "_000" + t + ".wav");
    assertProposed(
        "(?<subject>\\d+)_(?<emotion>[A-Za-z]+)_.*",
        4,
        4,
        (s, e, t) -> "data/0" + s + "_" + capital(e) + "_" + t + ".wav");
    assertProposed(
        "(?<emotion>[a-z]+)_speaker_(?<subject>\\d+)_.*",
        4,
        4,
        (s, e, t) -> e + "_speaker_" + s + "_" + t + ".wav");
  }

  @Test
  public void codesThatBeginTheWordsGetLabels() {
    List<String> codes = List.of("AN", "DI", "FE", "HA", "NE", "SA", "SU");
    List<String> people = List.of("KA", "KL", "KM", "KR", "MK", "NA", "NM", "TM", "UY", "YM");
    List<String> names = new ArrayList<>();
    for (String person : people) {
      for (String code : codes) {
        for (int take = 1; take <= 3; take++) {
          names.add("%s.%s%s.%s.tiff".formatted(person, code, take, names.size() + 1));
        }
      }
    }
    List<ClipPath> jaffe = paths(names.stream());
    assertProposed("(?<subject>[A-Z]{2})\\.(?<emotion>[A-Z]{2})\\d.*", 10, 7, jaffe);
    PatternProposal proposal = propose(jaffe);
    assertEquals(
        "AN=anger,DI=disgust,FE=fear,HA=happiness,NE=neutral,SA=sadness,SU=surprise",
        proposal.labels().toString());
    assertEquals(
        "takes 'KA', 'KL', 'KM', 'KR', ... (10) for subjects, 'AN', 'DI', 'FE', 'HA', ... (7) for"
            + " emotions",
        proposal.assumption());
  }

  @Test
  public void sexAndNumberTogetherAreThePerson() {
    IntFunction<String> sex = s -> s % 2 == 0 ? "F" : "M";
    assertProposed(
        "(?<subject>[A-Z]\\d+)_(?<emotion>[a-z]+)_.*",
        4,
        4,
        (s, e, t) -> sex.apply(s) + "0" + (s + 1) / 2 + "_" + e + "_" + t + ".wav");
    List<String> subesco = new ArrayList<>();
    String[] people = {"OISHI", "TITHI", "RASEL", "ROBI"};
    for (int person = 0; person < 4; person++) {
      for (String emotion : List.of("ANGRY", "HAPPY", "SAD")) {
        for (int sentence = 1; sentence <= 4; sentence++) {
          for (int take = 1; take <= 2; take++) {
            subesco.add(
                "%s_%02d_%s_S_%s_%s_%s.wav"
                    .formatted(
                        person < 2 ? "F" : "M",
                        person % 2 + 1,
                        people[person],
                        sentence,
                        emotion,
                        take));
          }
        }
      }
    }
    assertProposed(
        "(?<subject>[A-Z]_\\d+)_[A-Z]+_S_\\d+_(?<emotion>[A-Z]+)_.*",
        4,
        3,
        paths(subesco.stream()));
  }

  @Test
  public void namesOfPeopleInFoldersAndFilesAreFound() {
    String[] people = {"", "Anna", "Bert", "Caro", "Dora"};
    assertProposed(
        "(?<emotion>[a-z]+)_(?<subject>[A-Za-z]+)_.*",
        4,
        4,
        (s, e, t) -> e + "_" + people[s] + "_" + t + ".wav");
    assertProposed(
        "(?<subject>[A-Za-z]+)/take \\d+/(?<emotion>[a-z]+)",
        4,
        4,
        (s, e, t) -> people[s] + "/take " + t + "/" + e + ".wav");
  }

  @Test
  public void whatCountsClipsIsNoSubject() {
    PatternProposal proposal =
        propose(
            paths(
                IntStream.rangeClosed(1, 20)
                    .boxed()
                    .flatMap(i -> WORDS.stream().map(word -> word + "_" + i + ".wav"))));
    assertEquals("(?<emotion>[a-z]+)_.*", proposal.pattern());
    assertTrue(proposal.assumption(), proposal.assumption().startsWith("takes nothing for subj"));
    assertEquals(
        "(?<emotion>[a-z]+)_.*",
        propose(names((s, e, t) -> "session" + s + "/" + e + "_" + t + ".wav")).pattern());
    assertEquals(
        "(?<emotion>[a-z]+)_.*",
        propose(names((s, e, t) -> (s < 3 ? "train/" : "test/") + e + "_" + (s * 3 + t) + ".wav"))
            .pattern());
  }

  @Test
  public void namesWithoutEmotionsSuggestNothing() {
    assertEquals(
        Optional.empty(),
        PatternProposal.of(paths(IntStream.range(0, 40).mapToObj(i -> "clip" + i + ".wav"))));
    assertEquals(Optional.empty(), PatternProposal.of(List.of()));
    assertEquals(
        Optional.empty(),
        PatternProposal.of(
            paths(Stream.of("a_x.wav", "b_y.wav", "a_y.wav", "b_x.wav", "c_x.wav"))));
  }

  @Test
  public void fewNamesOfAnotherBuildMayBeAmongThem() {
    List<ClipPath> names = new ArrayList<>(names((s, e, t) -> "p" + s + "_" + e + t + ".wav"));
    names.add(ClipPath.of(Path.of("noise.wav")));
    names.add(ClipPath.of(Path.of("cover.png")));
    PatternProposal proposal = propose(names);
    assertEquals("p(?<subject>\\d+)_(?<emotion>[a-z]+)\\d.*", proposal.pattern());
    assertEquals(48, proposal.fits());
    assertEquals(49, proposal.names());
  }

  @Test
  public void optionsAreQuotedForTheShell() {
    Assume.assumeTrue("a shell of Unix", File.separatorChar == '/');
    PatternProposal proposal = propose(names((s, e, t) -> "o'k" + s + "/" + e + t + ".wav"));
    assertEquals(
        "-dir '/a b' -scheme pattern -pattern"
            + " 'o'\\''k(?<subject>\\d+)/(?<emotion>[a-z]+)\\d.*'",
        proposal.options(Path.of("/a b")));
  }
}
