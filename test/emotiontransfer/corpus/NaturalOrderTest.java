package emotiontransfer.corpus;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.Test;

public class NaturalOrderTest {

  @Test
  public void numbersInsideWordsCountAsNumbers() {
    List<String> names = Arrays.asList("s10", "s2", "s1", "s2b", "a", "s", "s02");
    names.sort(Corpus.NATURAL_ORDER);
    assertEquals(List.of("a", "s", "s1", "s02", "s2", "s2b", "s10"), names);
  }

  @Test
  public void differentTextsNeverCountAsEqual() {
    assertNotEquals(0, Corpus.NATURAL_ORDER.compare("s1", "s01"));
  }

  @Test
  public void numbersBeyondLongAreCompared() {
    assertEquals(
        1, Corpus.NATURAL_ORDER.compare("x100000000000000000000", "x99999999999999999999"));
  }
}
