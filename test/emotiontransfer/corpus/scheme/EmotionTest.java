package emotiontransfer.corpus.scheme;

import static org.junit.Assert.assertEquals;

import emotiontransfer.data.Keyword;
import java.util.Optional;
import org.junit.Test;

public class EmotionTest {

  @Test
  public void classOrderAndWordsAreThePapers() {
    assertEquals(
        "anger, boredom, calm, disgust, fear, happiness, neutral, sadness, surprise, contempt",
        Keyword.keywords(Emotion.class));
  }

  @Test
  public void otherSpellingsMeanTheSameEmotion() {
    assertMeans(Emotion.ANGER, "Angry", "ANGER", "ang", "Wut", "Ärger");
    assertMeans(Emotion.BOREDOM, "bored", "Langeweile");
    assertMeans(Emotion.CALM, "Calm", "calmness");
    assertMeans(Emotion.DISGUST, "disgusted", "DIS", "Ekel");
    assertMeans(Emotion.FEAR, "fearful", "Anxiety", "angst", "FEA");
    assertMeans(Emotion.HAPPINESS, "happy", "Joy", "Freude", "HAP");
    assertMeans(Emotion.NEUTRAL, "neutral", "NEU");
    assertMeans(Emotion.SADNESS, "sad", "Trauer", "SAD");
    assertMeans(
        Emotion.SURPRISE,
        "surprised",
        "ps",
        "pleasant_surprise",
        "Pleasant-Surprise",
        "pleasant surprised",
        "Überraschung",
        "Ueberraschung");
    assertMeans(Emotion.CONTEMPT, "contempt", "Verachtung");
  }

  @Test
  public void decomposedAccentsOfMacFileSystemsAreTheSame() {
    assertMeans(Emotion.DISGUST, "de\u0301gou\u0302t", "d\u00e9go\u00fbt");
  }

  @Test
  public void numberInFrontGivesTheOrderOnly() {
    assertMeans(Emotion.NEUTRAL, "01Neutral", "0_neutral", "(7) Neutral", "5:neutral");
    assertMeans(Emotion.HAPPINESS, "1_happy", "3. Joy");
    assertMeans(Emotion.ANGER, "03-angry", "[1] anger", "1 - Ärger");
  }

  @Test
  public void otherEmotionsAreNotForcedIntoTheList() {
    for (String label :
        new String[] {"excitement", "frustration", "", "a", "Actor_01", "other", "01", "1x"}) {
      assertEquals(label, Optional.empty(), Emotion.ofLabel(label));
    }
  }

  private static void assertMeans(Emotion emotion, String... labels) {
    for (String label : labels) {
      assertEquals(label, Optional.of(emotion), Emotion.ofLabel(label));
    }
  }
}
