package emotiontransfer.corpus.scheme;

import emotiontransfer.data.Keyword;
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
 * {@code take} (with these two it tells one performance from another); the group {@code silent}, if
 * it has one, matches where a video has no sound.
 *
 * @param example how names look, for the message of a name that does not
 * @param codes emotion by its code in upper case; empty where each label of {@link Emotion} is one
 * @param wrong message where subject or emotion is unknown; {@code %s} stands for the code
 * @param subjectOf makes the subject of the group in upper case
 */
record NameRule(
    Pattern pattern,
    String example,
    Map<String, Emotion> codes,
    String wrong,
    UnaryOperator<String> subjectOf)
    implements NamingScheme {

  /** Makes a rule whose codes are written {@code "W anger, L boredom"}. */
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
                    code -> code[0], code -> Keyword.ofKeyword(Emotion.class, code[1]))),
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
    if (name.group("subject") == null || emotion.isEmpty()) {
      Reject.Kind kind = emotion.isEmpty() ? Reject.Kind.EMOTION : Reject.Kind.SUBJECT;
      return new Reject(path.relative(), kind, wrong.formatted(codes.isEmpty() ? code : upper));
    }
    String subject = subjectOf.apply(name.group("subject").toUpperCase(Locale.ROOT));
    String take = String.valueOf(name.group("take")).toLowerCase(Locale.ROOT);
    boolean silent = pattern.pattern().contains("(?<silent>") && name.group("silent") != null;
    return new Label(
        subject, emotion.get(), subject + "/" + emotion.get() + "/" + take, silent, "");
  }

  private Optional<Emotion> own(String code) {
    String upper = code.toUpperCase(Locale.ROOT);
    return codes.isEmpty() ? Emotion.ofLabel(code) : Optional.ofNullable(codes.get(upper));
  }
}
