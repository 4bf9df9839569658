package emotiontransfer.corpus;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.corpus.scheme.ClipPath;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.EmotionLabels;
import emotiontransfer.corpus.scheme.Reject;
import emotiontransfer.corpus.scheme.Scheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;

/** Corpora that are named by their files alone: sizes as published, and no name of two of them. */
public class PublishedLayoutsTest {

  @Rule public final CorpusFolder folder = new CorpusFolder();

  /** Asserts that a corpus is found by its names, in this size, without a reject. */
  private Corpus assertSize(Scheme scheme, int clips, int subjects) throws IOException {
    String[] names = PublishedLayouts.of(scheme).toArray(new String[0]);
    Corpus corpus = EmptyFiles.scan(EmptyFiles.in(folder.root(), names));
    assertEquals(scheme, corpus.scheme());
    assertEquals(List.of(), corpus.rejects());
    assertEquals(clips, corpus.clips().size());
    assertEquals(subjects, corpus.subjects().size());
    return corpus;
  }

  private static List<Long> perEmotion(Corpus corpus) {
    return Arrays.stream(corpus.counts().get(Corpus.TOTAL))
        .limit(corpus.emotions().size())
        .boxed()
        .toList();
  }

  @Test
  public void urduHas400ClipsOf38Speakers() throws IOException {
    Corpus corpus = assertSize(Scheme.URDU, 400, 38);
    assertEquals(List.of(100L, 100L, 100L, 100L), perEmotion(corpus));
    assertTrue(corpus.subjects().contains("urdu-SF11"));
  }

  @Test
  public void asedHas2474ClipsOf65Speakers() throws IOException {
    Corpus corpus = assertSize(Scheme.ASED, 2474, 65);
    assertEquals(5, corpus.emotions().size());
  }

  @Test
  public void turevHas1735ClipsOfSixSpeakers() throws IOException {
    Corpus corpus = assertSize(Scheme.TUREV, 1735, 6);
    assertEquals(
        List.of(Emotion.ANGER, Emotion.CALM, Emotion.HAPPINESS, Emotion.SADNESS),
        corpus.emotions());
  }

  @Test
  public void emovoHas588ClipsOfSixActors() throws IOException {
    Corpus corpus = assertSize(Scheme.EMOVO, 588, 6);
    assertEquals(7, corpus.emotions().size());
    assertEquals("emovo-f1", corpus.subjects().get(0));
    assertEquals(14, EmptyFiles.count(corpus, "emovo-m3", Emotion.SURPRISE));
  }

  @Test
  public void aesddHas500ClipsOfFiveActors() throws IOException {
    assertEquals(
        List.of(100L, 100L, 100L, 100L, 100L), perEmotion(assertSize(Scheme.AESDD, 500, 5)));
  }

  @Test
  public void cafeHas936ClipsOfTwelveActors() throws IOException {
    Corpus corpus = assertSize(Scheme.CAFE, 936, 12);
    assertEquals(6, EmptyFiles.count(corpus, "cafe-01", Emotion.NEUTRAL));
    assertEquals(12, EmptyFiles.count(corpus, "cafe-12", Emotion.SADNESS));
  }

  @Test
  public void mesdHas864ClipsWhoseNamesTellTheVoiceAndNobody() throws IOException {
    Corpus corpus = assertSize(Scheme.MESD, 864, 1);
    assertEquals(List.of("mesd-unknown"), corpus.subjects());
    assertEquals(List.of("voice"), corpus.extraColumns());
    assertEquals(List.of("C", "F", "M"), corpus.extraValues("voice"));
    assertEquals(List.of(144L, 144L, 144L, 144L, 144L, 144L), perEmotion(corpus));
    String note = corpus.notes().firstKey();
    assertTrue(note, note.startsWith("the names of the files give no subjects"));
  }

  @Test
  public void shemoHas3000ClipsOf87Speakers() throws IOException {
    Corpus corpus = assertSize(Scheme.SHEMO, 3000, 87);
    assertEquals(List.of(1059L, 38L, 201L, 1028L, 449L, 225L), perEmotion(corpus));
  }

  @Test
  public void subescoHas7000ClipsOf20Speakers() throws IOException {
    Corpus corpus = assertSize(Scheme.SUBESCO, 7000, 20);
    assertEquals(List.of(1000L, 1000L, 1000L, 1000L, 1000L, 1000L, 1000L), perEmotion(corpus));
    assertTrue(corpus.subjects().contains("subesco-F02"));
  }

  @Test
  public void jaffeHas213PicturesOfTenSubjects() throws IOException {
    Corpus corpus = assertSize(Scheme.JAFFE, 213, 10);
    assertEquals(List.of(30L, 29L, 32L, 31L, 30L, 31L, 30L), perEmotion(corpus));
  }

  @Test
  public void ck48Has981PicturesOf118Subjects() throws IOException {
    Corpus corpus = assertSize(Scheme.CK48, 981, 118);
    assertEquals(List.of(135L, 177L, 75L, 207L, 84L, 249L, 54L), perEmotion(corpus));
    assertTrue(corpus.choice(), corpus.choice().contains("981 of 981 media files fit CK+48"));
  }

  @Test
  public void yaleHas15SubjectsWithFourEmotionsAmongElevenConditions() throws IOException {
    Corpus corpus = assertSize(Scheme.YALE, 60, 15);
    assertEquals(List.of(15L, 15L, 15L, 15L), perEmotion(corpus));
    Map<String, Integer> passedOver = EmptyFiles.passedOver(corpus);
    assertEquals(7, passedOver.size());
    assertEquals(Integer.valueOf(15), passedOver.get("other conditions: sleepy"));
  }

  @Test
  public void gifPicturesAreVideosUnlessImagesAreWanted() throws IOException {
    EmptyFiles.in(folder.root(), "subject01.sad", "subject01.happy.gif", "subject02.sad.png");
    for (WantedClips wanted : List.of(WantedClips.VIDEO, WantedClips.IMAGE)) {
      Corpus corpus = EmptyFiles.scan(folder.root(), new CorpusSettings(Scheme.YALE, wanted));
      List<String> kinds =
          corpus.clips().stream().map(clip -> clip.modality().keyword()).distinct().toList();
      assertEquals(List.of(wanted.keyword()), kinds);
      assertEquals(wanted == WantedClips.IMAGE ? 3 : 2, corpus.clips().size());
    }
  }

  @Test
  public void noSchemeFitsANameOfAnother() {
    for (Scheme of : Scheme.values()) {
      List<ClipPath> names =
          PublishedLayouts.of(of).stream().map(Path::of).map(ClipPath::of).toList();
      for (Scheme other : Scheme.values()) {
        if (other != of && other != Scheme.FOLDERS && other.naming().isPresent()) {
          for (ClipPath name : names) {
            String message = of + " name '" + name.relative() + "' read as " + other;
            assertTrue(message, other.naming().get().parse(name) instanceof Reject);
          }
        }
      }
      assertEquals(
          "layout of " + of, of.naming().isPresent() && of != Scheme.FOLDERS, !names.isEmpty());
    }
  }

  @Test
  public void labelsSayWhatAConditionCountsAs() throws IOException {
    EmptyFiles.in(folder.root(), "subject01.sleepy", "subject01.happy.gif", "subject02.wink");
    CorpusSettings settings =
        new CorpusSettings(Scheme.AUTO, WantedClips.ANY)
            .with(Scheme.AUTO, "", EmotionLabels.parse("sleepy=boredom"));
    Corpus corpus = EmptyFiles.scan(folder.root(), settings);
    assertEquals(
        List.of("subject01.happy.gif yale-01 happiness", "subject01.sleepy yale-01 boredom"),
        EmptyFiles.labels(corpus));
    assertEquals(Map.of("other conditions: wink", 1), EmptyFiles.passedOver(corpus));
  }
}
