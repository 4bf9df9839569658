package emotiontransfer.corpus;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.corpus.scheme.Scheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Whole corpora as empty files, laid out as they are distributed; sizes are the published ones. */
public class PublishedSizesTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Corpus scan(List<String> files, WantedClips modality) throws IOException {
    Path root = EmptyFiles.in(folder.getRoot().toPath(), files.toArray(new String[0]));
    return EmptyFiles.scan(root, Scheme.AUTO, modality);
  }

  @Test
  public void saveeHas480ClipsOfFourSpeakers() throws IOException {
    List<String> files = new ArrayList<>(List.of("AudioData/Info.txt"));
    for (String speaker : List.of("DC", "JE", "JK", "KL")) {
      for (String code : List.of("a", "d", "f", "h", "n", "sa", "su")) {
        for (int i = 1; i <= (code.equals("n") ? 30 : 15); i++) {
          files.add(String.format("AudioData/%s/%s%02d.wav", speaker, code, i));
          files.add(String.format("AudioVisualClip/%s/%s%d.avi", speaker, code, i));
        }
      }
    }
    Corpus corpus = scan(files, WantedClips.ANY);
    assertEquals(Scheme.SAVEE, corpus.scheme());
    assertEquals(480, corpus.clips().size());
    assertEquals(List.of("savee-DC", "savee-JE", "savee-JK", "savee-KL"), corpus.subjects());
    assertEquals(30, EmptyFiles.count(corpus, "savee-KL", Emotion.NEUTRAL));
    assertEquals(15, EmptyFiles.count(corpus, "savee-DC", Emotion.SADNESS));
    assertEquals(Collections.nCopies(480, Modality.AUDIO), modalities(corpus));
    assertTrue(corpus.rejects().isEmpty());
  }

  @Test
  public void enterfaceHas1293ClipsOf44SubjectsWithAllItsIrregularNames() throws IOException {
    Corpus corpus = scan(enterface(), WantedClips.AUDIO);
    assertEquals(Scheme.ENTERFACE, corpus.scheme());
    assertEquals(1293, corpus.clips().size());
    assertEquals(44, corpus.subjects().size());
    assertEquals(30, corpus.clips().stream().filter(c -> c.subject().endsWith("-11")).count());
    assertEquals(30, corpus.clips().stream().filter(c -> c.subject().endsWith("-12")).count());
    assertEquals(6, corpus.clips().stream().filter(c -> c.subject().endsWith("-6")).count());
    assertEquals(
        Map.of("the names say subject 12, the folders subject 11; the folders are believed", 30),
        EmptyFiles.notes(corpus));
    assertTrue(corpus.rejects().isEmpty());
  }

  /** 42 subjects with 30 clips, subject 6 without sentences, subject 23 with three clips less. */
  private static List<String> enterface() {
    Map<String, String> codes =
        Map.of(
            "anger",
            "an",
            "disgust",
            "di",
            "fear",
            "fe",
            "happiness",
            "ha",
            "sadness",
            "sa",
            "surprise",
            "su");
    List<String> files = new ArrayList<>(List.of("enterface database/subject 1/Thumbs.db"));
    for (int subject = 1; subject <= 44; subject++) {
      for (String emotion : codes.keySet()) {
        String parent = "enterface database/subject " + subject + "/" + emotion + "/";
        String code = codes.get(emotion);
        if (subject == 6) {
          files.add(parent + "s6_" + code + ".avi");
          continue;
        }
        for (int sentence = 1; sentence <= 5; sentence++) {
          if (subject == 23 && code.equals("ha") && sentence > 2) {
            continue;
          }
          files.add(parent + "sentence " + sentence + "/" + name(subject, code, sentence));
        }
      }
    }
    return files;
  }

  private static String name(int subject, String code, int sentence) {
    String said = subject == 3 ? "_3" : subject == 11 ? "12" : Integer.toString(subject);
    String suffix = subject == 16 && code.equals("su") && sentence == 3 ? "avi" : "";
    return "s" + said + "_" + code + "_" + sentence + suffix + ".avi";
  }

  private static List<Modality> modalities(Corpus corpus) {
    return corpus.clips().stream().map(Clip::modality).toList();
  }
}
