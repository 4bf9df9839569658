package emotiontransfer.corpus.scheme;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * eNTERFACE'05: {@code s1_an_1.avi} is subject, emotion, sentence; the corpus comes as a tree
 * {@code subject 1/anger/sentence 1/s1_an_1.avi}, where subject 6 has no sentence folders.
 *
 * <p>The corpus has names such as {@code s_3_su_4.avi}, {@code s16_su_3avi.avi} and {@code
 * s6_an.avi}, and all files of its folder {@code subject 11} say {@code s12}: inside the tree the
 * folders are believed, and a note reports a name that contradicts them. Source: Martin, Kotsia,
 * Macq and Pitas, "The eNTERFACE'05 Audio-Visual Emotion Database", 2006, and the corpus as it is
 * distributed.
 */
final class Enterface05 implements NamingScheme {

  private static final NameRule NAME =
      new NameRule(
          "s_?0*(?<subject>[1-9][0-9]?)_(?<code>an|di|fe|ha|sa|su)"
              + "(?:_0*(?<take>[1-9][0-9]?))?(?:\\.?avi)?",
          "s1_an_1 (subject, one of the codes an, di, fe, ha, sa, su, and sentence), and it is not"
              + " in a tree 'subject 1/anger/sentence 1'",
          "AN anger, DI disgust, FE fear, HA happiness, SA sadness, SU surprise",
          "");

  private static final Pattern TREE =
      Pattern.compile(
          "(?:.*/)?subject[ _-]*0*(?<subject>[1-9][0-9]?)/(?<emotion>[^/]+)"
              + "(?:/sentence[ _-]*0*(?<sentence>[1-9][0-9]?))?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  @Override
  public Result parse(ClipPath path, EmotionLabels labels) {
    Result name = NAME.parse(path, labels);
    if (name instanceof LeftOut) {
      return name;
    }
    Matcher tree = TREE.matcher(String.join("/", path.folders()));
    // Without a sentence folder only the name shows that the tree is that of this corpus.
    boolean fits = tree.matches() && (name instanceof Label || tree.group("sentence") != null);
    Optional<Emotion> emotion =
        fits ? labels.emotion(tree.group("emotion"), Enterface05::ofFolder) : Optional.empty();
    if (emotion.isEmpty()) {
      return name instanceof Label said
          ? label(path, said.subject(), said.emotion(), said.performance(), "")
          : name;
    }
    String subject = tree.group("subject");
    String performance = String.join("/", subject, emotion.get().keyword(), tree.group("sentence"));
    String note = name instanceof Label said ? contradiction(said, subject, emotion.get()) : "";
    return label(path, subject, emotion.get(), performance, note);
  }

  private static Optional<Emotion> ofFolder(String folder) {
    return Emotion.ofLabel(folder).filter(one -> NAME.codes().containsValue(Optional.of(one)));
  }

  /** With its name in the performance, no file is taken for a copy of another in its folder. */
  private static Label label(
      ClipPath path, String subject, Emotion emotion, String performance, String note) {
    String stem = path.stem().toLowerCase(Locale.ROOT);
    return new Label(subject, emotion, performance + "/" + stem, false, note);
  }

  private static String contradiction(Label name, String subject, Emotion emotion) {
    boolean sameEmotion = name.emotion() == emotion;
    if (sameEmotion && name.subject().equals(subject)) {
      return "";
    }
    String said = name.subject() + (sameEmotion ? "" : " and " + name.emotion());
    String believed = subject + (sameEmotion ? "" : " and " + emotion);
    return "the names say subject %s, the folders subject %s; the folders are believed"
        .formatted(said, believed);
  }
}
