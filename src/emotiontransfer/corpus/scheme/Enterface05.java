package emotiontransfer.corpus.scheme;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

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

  private static final NamePattern NAME =
      new NamePattern(
          "s_?0*([1-9][0-9]?)_(an|di|fe|ha|sa|su)(?:_0*([1-9][0-9]?))?(?:\\.?avi)?",
          "s1_an_1 (subject, one of the codes an, di, fe, ha, sa, su, and sentence), and it is not"
              + " in a tree 'subject 1/anger/sentence 1'");

  private static final NamePattern SUBJECT_FOLDER =
      new NamePattern("subject[ _-]*0*([1-9][0-9]?)", "subject 1");

  private static final NamePattern SENTENCE_FOLDER =
      new NamePattern("sentence[ _-]*0*([1-9][0-9]?)", "sentence 1");

  private static final Map<String, Emotion> CODES =
      Map.of(
          "an", Emotion.ANGER,
          "di", Emotion.DISGUST,
          "fe", Emotion.FEAR,
          "ha", Emotion.HAPPINESS,
          "sa", Emotion.SADNESS,
          "su", Emotion.SURPRISE);

  @Override
  public ParseResult parse(ClipPath path) {
    Optional<ParseResult.Label> fromName =
        NAME.match(path.stem())
            .map(
                name ->
                    label(
                        path,
                        name.group(1),
                        CODES.get(name.group(2).toLowerCase(Locale.ROOT)),
                        name.group(3)));
    Optional<ParseResult> fromTree =
        parseTree(path, fromName.isPresent())
            .map(tree -> fromName.map(name -> withNote(tree, name)).orElse(tree));
    return fromTree.or(() -> fromName).orElseGet(NAME::rejection);
  }

  /** Without a sentence folder only the name shows that the tree is that of this corpus. */
  private static Optional<ParseResult.Label> parseTree(ClipPath path, boolean nameFits) {
    List<String> folders = path.folders();
    int last = folders.size() - 1;
    Optional<Matcher> sentence =
        last >= 2 ? SENTENCE_FOLDER.match(folders.get(last)) : Optional.empty();
    int emotionAt = sentence.isPresent() ? last - 1 : last;
    if (emotionAt < 1 || sentence.isEmpty() && !nameFits) {
      return Optional.empty();
    }
    Optional<Matcher> subject = SUBJECT_FOLDER.match(folders.get(emotionAt - 1));
    Optional<Emotion> emotion =
        Emotion.ofLabel(folders.get(emotionAt)).filter(CODES::containsValue);
    if (subject.isEmpty() || emotion.isEmpty()) {
      return Optional.empty();
    }
    String number = sentence.map(match -> match.group(1)).orElse(null);
    return Optional.of(label(path, subject.get().group(1), emotion.get(), number));
  }

  /**
   * The file's name belongs to the performance: only then are files of different names in one
   * folder never taken for copies.
   */
  private static ParseResult.Label label(
      ClipPath path, String subject, Emotion emotion, String sentence) {
    return new ParseResult.Label(
        subject,
        emotion,
        String.join("/", subject, emotion.keyword(), sentence, path.lowerCaseStem()));
  }

  private static ParseResult.Label withNote(ParseResult.Label tree, ParseResult.Label name) {
    boolean sameEmotion = name.emotion() == tree.emotion();
    if (sameEmotion && name.subject().equals(tree.subject())) {
      return tree;
    }
    String note =
        "the names say subject %s%s, the folders subject %s%s; the folders are believed"
            .formatted(
                name.subject(),
                sameEmotion ? "" : " and " + name.emotion().keyword(),
                tree.subject(),
                sameEmotion ? "" : " and " + tree.emotion().keyword());
    return new ParseResult.Label(tree.subject(), tree.emotion(), tree.performance(), false, note);
  }
}
