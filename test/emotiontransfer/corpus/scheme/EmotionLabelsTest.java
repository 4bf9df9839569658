package emotiontransfer.corpus.scheme;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Optional;
import org.junit.Test;

public class EmotionLabelsTest {

  private static Optional<Emotion> meaning(String labels, String code) {
    return EmotionLabels.parse(labels).emotion(code, Emotion::ofLabel);
  }

  @Test
  public void listedCodesStandAboveThoseOfTheScheme() {
    assertEquals(Optional.of(Emotion.FEAR), meaning("AN=fear", "AN"));
    assertEquals(Optional.of(Emotion.HAPPINESS), meaning("sad = joy", "sad"));
    assertEquals(Optional.of(Emotion.SADNESS), meaning("AN=fear", "sad"));
    assertEquals(Optional.empty(), meaning("AN=fear", "AX"));
    assertEquals(Optional.of(Emotion.NEUTRAL), meaning("=neutral", ""));
  }

  @Test
  public void caseMattersOnlyWhereTheListHasBoth() {
    assertEquals(Optional.of(Emotion.ANGER), meaning("AN=anger", "an"));
    assertEquals(Optional.of(Emotion.ANGER), meaning("a=anger,A=fear", "a"));
    assertEquals(Optional.of(Emotion.FEAR), meaning("a=anger,A=fear", "A"));
    assertEquals(Optional.empty(), meaning("xy=anger,XY=fear", "Xy"));
  }

  @Test
  public void hyphenLeavesACodeOut() {
    EmotionLabels labels = EmotionLabels.parse("sleepy=-,AN=anger");
    assertTrue(labels.leaveOut("Sleepy"));
    assertFalse(labels.leaveOut("AN"));
    assertFalse(labels.leaveOut("other"));
    assertEquals(Optional.empty(), labels.emotion("sleepy", Emotion::ofLabel));
  }

  @Test
  public void theTextIsParsedToTheSameLabels() {
    EmotionLabels labels = EmotionLabels.parse(" x=y=Happy ,-=-, 03=wut");
    assertEquals("x=y=happiness,-=-,03=anger", labels.toString());
    assertEquals(labels, EmotionLabels.parse(labels.toString()));
    assertEquals(EmotionLabels.NONE, EmotionLabels.parse("  "));
  }

  @Test
  public void mistakesAreSentencesWithTheEntry() {
    assertFails("AN=anger,AX=bliss", "Entry 2 of the labels, 'AX=bliss'", "one of anger, boredom");
    assertFails("AN", "Entry 1 of the labels, 'AN'");
    assertFails("AN=anger,", "Entry 2 of the labels, ''");
    assertFails("AN=anger,DI=disgust,AN=fear", "Code 'AN' comes twice in the labels", "entry 3");
  }

  private static void assertFails(String list, String... parts) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> EmotionLabels.parse(list)).getMessage();
    for (String part : parts) {
      assertTrue(message, message.contains(part));
    }
  }
}
