package emotiontransfer.corpus.labels;

import emotiontransfer.corpus.scheme.ClipPath;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.EmotionLabels;
import emotiontransfer.corpus.scheme.NamingScheme;
import emotiontransfer.corpus.scheme.Reject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Interactive emotional dyadic motion capture database: {@code
 * Session1/sentences/wav/Ses01F_impro01/Ses01F_impro01_M003.wav} is a turn of session 1; the last F
 * or M says which of the two people of the session speaks (the first one, who wears the markers).
 *
 * <p>Lines such as {@code [6.2901 - 8.2357] Ses01F_impro01_F000 neu [2.5000, 2.5000, 2.5000]} of
 * {@code Session1/dialog/EmoEvaluation/Ses01F_impro01.txt} give the label on which the judges
 * agree: ang, dis, fea, hap, neu, sad and sur are known; exc (excitement), fru (frustration), oth
 * and xxx (no agreement) are left out unless the labels say what they count as.
 *
 * <p>Source: Busso, Bulut, Lee, Kazemzadeh, Mower, Kim, Chang, Lee and Narayanan, "IEMOCAP:
 * interactive emotional dyadic motion capture database", Language Resources and Evaluation 2008,
 * and the corpus's read-me.
 */
record IemocapLabels(Map<String, String> codeByTurn) implements NamingScheme {

  static final String WHERE = "dialog/EmoEvaluation/Ses*.txt";

  private static final Pattern LINE =
      Pattern.compile("(?m)^\\[[0-9.]+ - [0-9.]+\\]\\s+(\\S+)\\s+(\\S+)\\s+\\[");

  private static final Pattern TURN =
      Pattern.compile("Ses(?<session>[0-9]{2})[FM]_(?:impro|script)\\w*_(?<sex>[FM])\\w{3}");

  private static final Pattern DIALOGUE =
      Pattern.compile("Ses[0-9]{2}[FM]_(?:impro|script)[0-9]{2}\\w*");

  static Optional<NamingScheme> read(Path folder, List<ClipPath> files) throws IOException {
    Map<String, String> codes = new HashMap<>();
    for (ClipPath file : files) {
      boolean isList =
          file.extension().equals("txt")
              && file.isIn("EmoEvaluation")
              && DIALOGUE.matcher(file.stem()).matches();
      if (isList) {
        String text = LabelFiles.text(folder.resolve(file.relative()), StandardCharsets.ISO_8859_1);
        Matcher line = LINE.matcher(text);
        while (line.find()) {
          codes.putIfAbsent(line.group(1), line.group(2));
        }
      }
    }
    return codes.isEmpty() ? Optional.empty() : Optional.of(new IemocapLabels(codes));
  }

  @Override
  public Result parse(ClipPath path, EmotionLabels labels) {
    String code = codeByTurn.get(path.stem());
    Matcher turn = TURN.matcher(path.stem());
    if (code == null || !turn.matches()) {
      return unlabelled(path, turn.matches());
    }
    if (labels.leaveOut(code)) {
      return LeftOut.byLabels(code);
    }
    Optional<Emotion> emotion = labels.emotion(code, Emotion::ofLabel);
    if (emotion.isEmpty()) {
      return new LeftOut("labelled with none of the ten emotions (see -labels): " + code);
    }
    String subject = turn.group("session") + turn.group("sex");
    return new Label(subject, emotion.get(), path.stem(), false, "");
  }

  private static Result unlabelled(ClipPath path, boolean isTurn) {
    if (!isTurn && DIALOGUE.matcher(path.stem()).matches()) {
      return new LeftOut("recordings of whole dialogues");
    }
    String detail =
        isTurn
            ? "no line in " + WHERE + " gives its label"
            : "not like Ses01F_impro01_M003 (session, dialogue, speaker and number of the turn)";
    return new Reject(path.relative(), Reject.Kind.NAME, detail);
  }
}
