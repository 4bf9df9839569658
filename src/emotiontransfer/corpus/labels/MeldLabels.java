package emotiontransfer.corpus.labels;

import emotiontransfer.corpus.scheme.ClipPath;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.EmotionLabels;
import emotiontransfer.corpus.scheme.NamingScheme;
import emotiontransfer.corpus.scheme.Reject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.lang3.StringUtils;

/**
 * Multimodal EmotionLines Dataset: scenes of a television series. {@code
 * train_splits/dia0_utt3.mp4} is utterance 3 of dialogue 0 in the training part, whose row in
 * {@code train_sent_emo.csv} names speaker and emotion; so are {@code dev_splits_complete} and
 * {@code output_repeated_splits_test} with the tables of {@code dev} and {@code test}. The part is
 * an extra column.
 *
 * <p>Source: Poria, Hazarika, Majumder, Naik, Cambria and Mihalcea, "MELD: A Multimodal Multi-Party
 * Dataset for Emotion Recognition in Conversations", ACL 2019, and the read-me of the corpus.
 */
record MeldLabels(Map<String, Row> rows) implements NamingScheme {

  static final String WHERE = "train_sent_emo.csv, dev_sent_emo.csv, test_sent_emo.csv";

  private static final String SPLIT = "split";

  private static final Pattern TABLE = Pattern.compile("(train|dev|test)_sent_emo");
  private static final Pattern NAME = Pattern.compile("dia([0-9]+)_utt([0-9]+)");
  private static final Pattern PART = Pattern.compile("train|dev|test");

  /** What a table says of an utterance. */
  record Row(String speaker, String emotion) {}

  static Optional<NamingScheme> read(Path folder, List<ClipPath> files) throws IOException {
    Map<String, Row> rows = new HashMap<>();
    for (ClipPath file : files) {
      Matcher table = TABLE.matcher(file.stem());
      if (file.extension().equals("csv") && table.matches()) {
        read(folder.resolve(file.relative()), table.group(1), rows);
      }
    }
    return rows.isEmpty() ? Optional.empty() : Optional.of(new MeldLabels(rows));
  }

  private static void read(Path file, String split, Map<String, Row> rows) throws IOException {
    String text = LabelFiles.text(file, StandardCharsets.UTF_8);
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).build();
    try (CSVParser parser = CSVParser.parse(StringUtils.removeStart(text, "\uFEFF"), format)) {
      for (CSVRecord row : parser) {
        String key = key(split, row.get("Dialogue_ID").strip(), row.get("Utterance_ID").strip());
        rows.putIfAbsent(key, new Row(row.get("Speaker").strip(), row.get("Emotion").strip()));
      }
    } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
      throw new IOException(
          "Label file '%s' must have the columns Speaker, Emotion, Dialogue_ID and Utterance_ID: %s."
              .formatted(file, StringUtils.removeEnd(e.getMessage(), ".")),
          e);
    }
  }

  private static String key(String split, String dialogue, String utterance) {
    return String.join("/", split, dialogue, utterance);
  }

  @Override
  public List<String> extraColumns() {
    return List.of(SPLIT);
  }

  @Override
  public Result parse(ClipPath path, EmotionLabels labels) {
    Matcher name = NAME.matcher(path.stem());
    Optional<String> split = split(path);
    if (!name.matches() || split.isEmpty()) {
      String detail =
          "not like dia0_utt3 (dialogue and utterance) in a folder of train, dev or test";
      return new Reject(path.relative(), Reject.Kind.NAME, detail);
    }
    String key = key(split.get(), name.group(1), name.group(2));
    Row row = rows.get(key);
    if (row == null || row.speaker().isEmpty()) {
      Reject.Kind kind = row == null ? Reject.Kind.NAME : Reject.Kind.SUBJECT;
      String detail = split.get() + "_sent_emo.csv has no row or no speaker for it";
      return new Reject(path.relative(), kind, detail);
    }
    if (labels.leaveOut(row.emotion())) {
      return LeftOut.byLabels(row.emotion());
    }
    Optional<Emotion> emotion = labels.emotion(row.emotion(), Emotion::ofLabel);
    return emotion.isEmpty()
        ? new Reject(path.relative(), Reject.Kind.EMOTION, "labelled '" + row.emotion() + "'")
        : new Label(row.speaker(), emotion.get(), key, false, "", Map.of(SPLIT, split.get()));
  }

  /** Returns the part that the innermost folder is called after. */
  private static Optional<String> split(ClipPath path) {
    List<String> folders = path.folders();
    for (int i = folders.size() - 1; i >= 0; i--) {
      Matcher part = PART.matcher(folders.get(i).toLowerCase(Locale.ROOT));
      if (part.find()) {
        return Optional.of(part.group());
      }
    }
    return Optional.empty();
  }
}
