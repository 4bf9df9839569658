package emotiontransfer.corpus;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.SharedData;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Scheme;
import java.io.IOException;
import java.util.List;
import org.junit.Test;

/** Counts of recordings that are published with the corpora. */
public class RealCorporaTest {

  @Test
  public void emoDbHas535ClipsOf10SpeakersAnd7Emotions() throws IOException {
    Corpus corpus = EmptyFiles.scan(SharedData.require("data/emodb-2s"));
    assertEquals(Scheme.EMODB, corpus.scheme());
    assertEquals(535, corpus.clips().size());
    assertEquals(
        List.of(
            "emodb-03",
            "emodb-08",
            "emodb-09",
            "emodb-10",
            "emodb-11",
            "emodb-12",
            "emodb-13",
            "emodb-14",
            "emodb-15",
            "emodb-16"),
        corpus.subjects());
    assertEquals(
        List.of(
            Emotion.ANGER,
            Emotion.BOREDOM,
            Emotion.DISGUST,
            Emotion.FEAR,
            Emotion.HAPPINESS,
            Emotion.NEUTRAL,
            Emotion.SADNESS),
        corpus.emotions());
    assertArrayEquals(new long[] {127, 81, 46, 69, 71, 79, 62}, counts(corpus));
    assertTrue(corpus.rejects().isEmpty());
    assertEquals(0, EmptyFiles.count(corpus, "emodb-08", Emotion.DISGUST));
  }

  @Test
  public void ravdessSpeechHas60ClipsOfEachOf8Actors() throws IOException {
    Corpus corpus = EmptyFiles.scan(SharedData.require("data/ravdess-speech"));
    assertEquals(Scheme.RAVDESS, corpus.scheme());
    assertEquals(480, corpus.clips().size());
    assertEquals(8, corpus.subjects().size());
    assertArrayEquals(new long[] {64, 64, 64, 64, 64, 32, 64, 64}, counts(corpus));
    assertTrue(corpus.rejects().isEmpty());
  }

  private static long[] counts(Corpus corpus) {
    return corpus.emotions().stream()
        .mapToLong(
            emotion -> corpus.clips().stream().filter(clip -> clip.emotion() == emotion).count())
        .toArray();
  }
}
