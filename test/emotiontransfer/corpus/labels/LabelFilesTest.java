package emotiontransfer.corpus.labels;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.corpus.Clip;
import emotiontransfer.corpus.Corpus;
import emotiontransfer.corpus.CorpusFolder;
import emotiontransfer.corpus.CorpusScan;
import emotiontransfer.corpus.CorpusSettings;
import emotiontransfer.corpus.EmptyFiles;
import emotiontransfer.corpus.WantedClips;
import emotiontransfer.corpus.scheme.EmotionLabels;
import emotiontransfer.corpus.scheme.Scheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.Rule;
import org.junit.Test;

/** Corpora with label files, in their published sizes and with their oddities. */
public class LabelFilesTest {

  @Rule public final CorpusFolder folder = new CorpusFolder();

  private Corpus scan(Scheme scheme, String labels) throws IOException {
    CorpusSettings defaults = new CorpusSettings(Scheme.AUTO, WantedClips.ANY);
    return CorpusScan.scan(folder.root(), defaults.with(scheme, "", EmotionLabels.parse(labels)));
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.root().resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static Map<String, Long> perEmotion(Corpus corpus) {
    return corpus.clips().stream()
        .collect(
            Collectors.groupingBy(
                clip -> clip.emotion().keyword(), TreeMap::new, Collectors.counting()));
  }

  private static Map<String, Integer> passedOver(Corpus corpus) {
    return corpus.passedOver().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().size()));
  }

  private static List<String> labels(Corpus corpus) {
    return corpus.clips().stream().map(clip -> clip.subject() + " " + clip.emotion()).toList();
  }

  private static String line(String turn, String code) {
    return "[6.2901 - 8.2357]\t"
        + turn
        + "\t"
        + code
        + "\t[2.5000, 2.5000, 2.5000]\n"
        + "C-E2:\tNeutral;\t()\nA-E3:\tval 3; act 2; dom  2;\t()\n\n";
  }

  @Test
  public void iemocapHas10039TurnsOfTenSpeakers() throws IOException {
    Map<String, Integer> published = new LinkedHashMap<>();
    published.putAll(Map.of("neu", 1708, "fru", 1849, "sad", 1084, "xxx", 2507, "ang", 1103));
    published.putAll(Map.of("exc", 1041, "hap", 595, "sur", 107, "fea", 40, "oth", 3, "dis", 2));
    Map<String, StringBuilder> lists = new TreeMap<>();
    List<String> turns = new ArrayList<>();
    int number = 0;
    for (String code : published.keySet()) {
      for (int i = 0; i < published.get(code); i++) {
        int session = number % 5 + 1;
        String dialogue =
            String.format(
                Locale.ROOT,
                "Ses%02d%s_impro%02d",
                session,
                number % 2 == 0 ? "F" : "M",
                number / 1500 + 1);
        String turn =
            String.format(
                Locale.ROOT,
                "%s_%s%03d",
                dialogue,
                number % 3 == 0 ? "F" : "M",
                number / 10 % 1000);
        lists
            .computeIfAbsent(
                "Session" + session + "/dialog/EmoEvaluation/" + dialogue + ".txt",
                key -> new StringBuilder())
            .append(line(turn, code));
        turns.add("Session%s/sentences/wav/%s/%s.wav".formatted(session, dialogue, turn));
        number++;
      }
    }
    EmptyFiles.in(folder.root(), turns.toArray(new String[0]));
    for (Map.Entry<String, StringBuilder> list : lists.entrySet()) {
      write(
          list.getKey(),
          "% [START_TIME - END_TIME] TURN_NAME EMOTION [V, A, D]\n\n" + list.getValue());
    }
    Corpus corpus = scan(Scheme.AUTO, "");
    assertEquals(Scheme.IEMOCAP, corpus.scheme());
    assertEquals(
        Map.of(
            "neutral",
            1708L,
            "sadness",
            1084L,
            "anger",
            1103L,
            "happiness",
            595L,
            "surprise",
            107L,
            "fear",
            40L,
            "disgust",
            2L),
        perEmotion(corpus));
    assertEquals(10, corpus.subjects().size());
    assertEquals(List.of(), corpus.rejects());
    assertEquals(
        Integer.valueOf(1849),
        passedOver(corpus).get("labelled with none of the ten emotions (see -labels): fru"));
    Corpus usual = scan(Scheme.IEMOCAP, "exc=happiness");
    assertEquals(Long.valueOf(595 + 1041), perEmotion(usual).get("happiness"));
  }

  @Test
  public void theLastLetterOfAnIemocapTurnIsTheSpeaker() throws IOException {
    write(
        "Session1/dialog/EmoEvaluation/Ses01F_script01_1b.txt",
        line("Ses01F_script01_1b_M012", "ang") + line("Ses01F_script01_1b_FXX0", "sad"));
    write(
        "Session1/dialog/EmoEvaluation/Categorical/Ses01F_script01_1b_e1_cat.txt",
        line("Ses01F_script01_1b_M013", "hap"));
    EmptyFiles.in(
        folder.root(),
        "Session1/sentences/wav/Ses01F_script01_1b/Ses01F_script01_1b_M012.wav",
        "Session1/sentences/wav/Ses01F_script01_1b/Ses01F_script01_1b_FXX0.wav",
        "Session1/sentences/wav/Ses01F_script01_1b/Ses01F_script01_1b_M013.wav",
        "Session1/dialog/wav/Ses01F_script01_1b.wav",
        "Session1/dialog/avi/DivX/Ses01F_script01_1b.avi");
    Corpus corpus = scan(Scheme.IEMOCAP, "");
    assertEquals(List.of("iemocap-01F sadness", "iemocap-01M anger"), labels(corpus));
    assertEquals(1, corpus.rejects().size());
    assertTrue(corpus.rejects().get(0).detail().startsWith("no line in dialog/EmoEvaluation"));
    assertEquals(Integer.valueOf(2), passedOver(corpus).get("recordings of whole dialogues"));
  }

  @Test
  public void meldHas13708UtterancesInThreeParts() throws IOException {
    Map<String, int[]> published = new LinkedHashMap<>();
    published.put("train train_splits", new int[] {4710, 1743, 1205, 1109, 683, 271, 268});
    published.put("dev dev_splits_complete", new int[] {470, 163, 150, 153, 111, 22, 40});
    published.put("test output_repeated_splits_test", new int[] {1256, 402, 281, 345, 208, 68, 50});
    String[] words = {"neutral", "joy", "surprise", "anger", "sadness", "disgust", "fear"};
    String[] speakers = {"Chandler", "Dr. Leedbetter", "Ross", "Joey and \"Ross\""};
    for (String part : published.keySet()) {
      StringBuilder table =
          new StringBuilder(
              "Sr No.,Utterance,Speaker,Emotion,Sentiment,Dialogue_ID,Utterance_ID,Season,Episode,StartTime,EndTime\n");
      List<String> files = new ArrayList<>();
      int number = 0;
      for (int e = 0; e < words.length; e++) {
        for (int i = 0; i < published.get(part)[e]; i++) {
          String speaker = speakers[number % speakers.length].replace("\"", "\"\"");
          table.append(
              "%s,\"Oh, \u2019twas \"\"so\"\"\",\"%s\",%s,neutral,%s,%s,1,1,\"00:16:16,059\",\"00:16:21,731\"\n"
                  .formatted(number + 1, speaker, words[e], number / 10, number % 10));
          files.add("%s/dia%s_utt%s.mp4".formatted(part.split(" ")[1], number / 10, number % 10));
          number++;
        }
      }
      write(part.split(" ")[0] + "_sent_emo.csv", table.toString());
      EmptyFiles.in(folder.root(), files.toArray(new String[0]));
    }
    EmptyFiles.in(folder.root(), "output_repeated_splits_test/final_videos_testdia0_utt0.mp4");
    Corpus corpus = scan(Scheme.AUTO, "");
    assertEquals(Scheme.MELD, corpus.scheme());
    assertEquals(9989 + 1109 + 2610, corpus.clips().size());
    assertEquals(Long.valueOf(1743 + 163 + 402), perEmotion(corpus).get("happiness"));
    assertEquals(4, corpus.subjects().size());
    assertTrue(corpus.subjects().contains("meld-Joey and \"Ross\""));
    assertEquals(List.of("dev", "test", "train"), corpus.extraValues("split"));
    assertEquals(1, corpus.rejects().size());
  }

  @Test
  public void meldUtterancesWithoutRowAreRejected() throws IOException {
    write(
        "a/dev_sent_emo.csv",
        "Speaker,Emotion,Dialogue_ID,Utterance_ID\nRoss,joy,0,1\n,fear,0,3\nJoey,bliss,0,4\n");
    EmptyFiles.in(
        folder.root(),
        "dev_splits_complete/dia0_utt1.mp4",
        "dev_splits_complete/dia0_utt2.mp4",
        "dev_splits_complete/dia0_utt3.mp4",
        "dev_splits_complete/dia0_utt4.mp4",
        "train_splits/dia0_utt1.mp4",
        "dia0_utt1.mp4");
    Corpus corpus = scan(Scheme.MELD, "");
    assertEquals(List.of("meld-Ross happiness"), labels(corpus));
    assertEquals(5, corpus.rejects().size());
    write("a/dev_sent_emo.csv", "Who,Emotion\nRoss,joy\n");
    String message = assertThrows(IOException.class, () -> scan(Scheme.MELD, "")).getMessage();
    assertTrue(message, message.contains("must have the columns Speaker, Emotion"));
  }

  @Test
  public void ckPlusHas327LabelledPeakFramesIn593Sequences() throws IOException {
    int[] published = {45, 18, 59, 25, 69, 28, 83};
    List<String> files = new ArrayList<>();
    int number = 0;
    for (int code = 1; code <= published.length; code++) {
      for (int i = 0; i < published[code - 1]; i++) {
        String sequence = sequence(number++, files);
        write("Emotion/" + sequence + "_emotion.txt", "   " + code + ".0000000e+00\n");
      }
    }
    while (number < 593) {
      sequence(number++, files);
    }
    EmptyFiles.in(folder.root(), files.toArray(new String[0]));
    Corpus corpus = scan(Scheme.AUTO, "");
    assertEquals(Scheme.CK_PLUS, corpus.scheme());
    assertEquals(
        Map.of(
            "anger",
            45L,
            "contempt",
            18L,
            "disgust",
            59L,
            "fear",
            25L,
            "happiness",
            69L,
            "sadness",
            28L,
            "surprise",
            83L),
        perEmotion(corpus));
    assertEquals(List.of(), corpus.rejects());
    assertEquals(
        Map.of(
            "frames before the labelled one",
            2 * 327,
            "frames of sequences without a label",
            3 * (593 - 327)),
        passedOver(corpus).entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("frames"))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    Set<String> ends =
        corpus.clips().stream()
            .map(Clip::relative)
            .map(path -> path.substring(path.length() - 6))
            .collect(Collectors.toSet());
    assertEquals(Set.of("13.png"), ends);
  }

  /** Adds the frames of a sequence, and returns the path of the last one without extension. */
  private static String sequence(int number, List<String> files) {
    String last = "";
    for (int frame = 11; frame <= 13; frame++) {
      last =
          String.format(
              Locale.ROOT,
              "S%1$03d/%2$03d/S%1$03d_%2$03d_%3$08d",
              number % 123 + 5,
              number / 123 + 1,
              frame);
      files.add("cohn-kanade-images/" + last + ".png");
    }
    return last;
  }

  @Test
  public void schemesWithoutTheirLabelFilesAreErrorsThatNameThem() throws IOException {
    EmptyFiles.in(folder.root(), "S005_001_00000011.png");
    for (Scheme scheme : List.of(Scheme.IEMOCAP, Scheme.MELD, Scheme.CK_PLUS)) {
      String message = assertThrows(IOException.class, () -> scan(scheme, "")).getMessage();
      assertTrue(message, message.contains(LabelFiles.where(scheme).orElseThrow()));
    }
    write("S005_001_00000011_emotion.txt", "happy");
    String message = assertThrows(IOException.class, () -> scan(Scheme.CK_PLUS, "")).getMessage();
    assertTrue(message, message.contains("the number of an emotion, from 0 to 7"));
  }
}
