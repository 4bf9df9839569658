package emotiontransfer.corpus.scheme;

import emotiontransfer.data.Keyword;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A naming scheme that one pattern describes.
 *
 * <p>The pattern stands for the file's name without extension, or for its folder, a slash and the
 * name, in upper or lower case. Its groups are {@code subject}, {@code code} (of the emotion) and
 * {@code take} (with these two it tells one performance from another). It may have the groups
 * {@code silent}, which matches where a video has no sound, and {@code voice}, an extra column;
 * without the group {@code subject} the names do not say who is heard.
 *
 * @param example how names look, for the message of a name that does not
 * @param codes emotion by its code in upper case, none for clips that are left out; empty where
 *     each label of {@link Emotion} is one
 * @param wrong message where subject or emotion is unknown; {@code %s} stands for the code
 * @param subjectOf makes the subject of the group in upper case
 */
record NameRule(
    Pattern pattern,
    String example,
    Map<String, Optional<Emotion>> codes,
    String wrong,
    UnaryOperator<String> subjectOf)
    implements NamingScheme {

  private static final String VOICE = "voice";

  /** Makes a rule whose codes are written {@code "W anger, L boredom, X -"}. */
  NameRule(
      String pattern, String example, String codes, String wrong, UnaryOperator<String> subjectOf) {
    this(
        Pattern.compile("(?:[^/]*/)??(?:" + pattern + ")", Pattern.CASE_INSENSITIVE),
        example,
        Stream.of(codes.split(", "))
            .filter(code -> !code.isEmpty())
            .map(code -> code.split(" "))
            .collect(
                Collectors.toMap(
                    code -> code[0],
                    code ->
                        Optional.of(code[1])
                            .filter(word -> !word.equals("-"))
                            .map(word -> Keyword.ofKeyword(Emotion.class, word)))),
        wrong,
        subjectOf);
  }

  NameRule(String pattern, String example, String codes, String wrong) {
    this(pattern, example, codes, wrong, UnaryOperator.identity());
  }

  @Override
  public Result parse(ClipPath path, EmotionLabels labels) {
    Matcher name = pattern.matcher(path.parent() + "/" + path.stem());
    if (!name.matches()) {
      return new Reject(path.relative(), Reject.Kind.NAME, "not like " + example);
    }
    String code = name.group("code");
    String upper = code.toUpperCase(Locale.ROOT);
    if (labels.leaveOut(code)) {
      return LeftOut.byLabels(code);
    }
    Optional<Emotion> emotion = labels.emotion(code, this::own);
    if (emotion.isEmpty() && codes.containsKey(upper)) {
      return new LeftOut("other conditions: " + code.toLowerCase(Locale.ROOT));
    }
    boolean named = has("subject");
    if (named && name.group("subject") == null || emotion.isEmpty()) {
      Reject.Kind kind = emotion.isEmpty() ? Reject.Kind.EMOTION : Reject.Kind.SUBJECT;
      return new Reject(path.relative(), kind, wrong.formatted(codes.isEmpty() ? code : upper));
    }
    String subject =
        named
            ? subjectOf.apply(name.group("subject").toUpperCase(Locale.ROOT))
            : EmotionFolders.UNKNOWN_SUBJECT;
    String take = String.valueOf(name.group("take")).toLowerCase(Locale.ROOT);
    return new Label(
        subject,
        emotion.get(),
        subject + "/" + emotion.get() + "/" + take,
        has("silent") && name.group("silent") != null,
        "",
        has(VOICE) ? Map.of(VOICE, name.group(VOICE).toUpperCase(Locale.ROOT)) : Map.of());
  }

  @Override
  public List<String> extraColumns() {
    return has(VOICE) ? List.of(VOICE) : List.of();
  }

  private boolean has(String group) {
    return pattern.pattern().contains("(?<" + group + ">");
  }

  private Optional<Emotion> own(String code) {
    Optional<Emotion> none = Optional.empty();
    return codes.isEmpty()
        ? Emotion.ofLabel(code)
        : codes.getOrDefault(code.toUpperCase(Locale.ROOT), none);
  }
}
