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
 * Extended Cohn-Kanade Dataset: {@code cohn-kanade-images/S005/001/S005_001_00000011.png} is frame
 * 11 of sequence 1 of subject S005, and {@code Emotion/S005/001/S005_001_00000011_emotion.txt} has
 * the number of its emotion.
 *
 * <p>A sequence goes from the neutral face to the peak of the expression, and the label is that of
 * the last frame: this picture is the clip. The frames before it, and sequences without a label
 * (266 of the 593), are left out.
 *
 * <p>Source: Lucey, Cohn, Kanade, Saragih, Ambadar and Matthews, "The Extended Cohn-Kanade Dataset
 * (CK+)", CVPR Workshops 2010, and the read-me of the distribution.
 */
record CkPlusLabels(Map<String, String> codeByFrame, Map<String, String> frameBySequence)
    implements NamingScheme {

  static final String WHERE = "Emotion/S*/*/S*_emotion.txt";

  private static final Pattern FRAME =
      Pattern.compile("(?<sequence>(?<subject>S[0-9]{3})_[0-9]{3})_[0-9]{8}");

  private static final Map<String, Emotion> EMOTIONS =
      Map.of(
          "0", Emotion.NEUTRAL,
          "1", Emotion.ANGER,
          "2", Emotion.CONTEMPT,
          "3", Emotion.DISGUST,
          "4", Emotion.FEAR,
          "5", Emotion.HAPPINESS,
          "6", Emotion.SADNESS,
          "7", Emotion.SURPRISE);

  private static final Pattern LABEL = Pattern.compile("(.*)_emotion");

  static Optional<NamingScheme> read(Path folder, List<ClipPath> files) throws IOException {
    Map<String, String> codes = new HashMap<>();
    Map<String, String> frames = new HashMap<>();
    for (ClipPath file : files) {
      Matcher label = LABEL.matcher(file.stem());
      Matcher frame = FRAME.matcher(label.matches() ? label.group(1) : "");
      if (file.extension().equals("txt") && frame.matches()) {
        codes.put(frame.group(), code(folder.resolve(file.relative())));
        frames.put(frame.group("sequence"), frame.group());
      }
    }
    return codes.isEmpty() ? Optional.empty() : Optional.of(new CkPlusLabels(codes, frames));
  }

  private static String code(Path file) throws IOException {
    String text = LabelFiles.text(file, StandardCharsets.ISO_8859_1).strip();
    try {
      return Integer.toString(Math.toIntExact(Math.round(Double.parseDouble(text))));
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IOException(
          "Label file '%s' must have the number of an emotion, from 0 to 7.".formatted(file), e);
    }
  }

  @Override
  public Result parse(ClipPath path, EmotionLabels labels) {
    Matcher frame = FRAME.matcher(path.stem());
    if (!frame.matches()) {
      String detail = "not like S005_001_00000011 (subject, sequence, frame)";
      return new Reject(path.relative(), Reject.Kind.NAME, detail);
    }
    String code = codeByFrame.get(path.stem());
    if (code == null) {
      boolean labelled = frameBySequence.containsKey(frame.group("sequence"));
      return new LeftOut(
          labelled ? "frames before the labelled one" : "frames of sequences without a label");
    }
    if (labels.leaveOut(code)) {
      return LeftOut.byLabels(code);
    }
    Optional<Emotion> emotion =
        labels.emotion(code, number -> Optional.ofNullable(EMOTIONS.get(number)));
    return emotion.isEmpty()
        ? new Reject(path.relative(), Reject.Kind.EMOTION, "number " + code + " is none of 0 to 7")
        : new Label(frame.group("subject"), emotion.get(), path.stem(), false, "");
  }
}
