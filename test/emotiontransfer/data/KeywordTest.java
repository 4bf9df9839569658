package emotiontransfer.data;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import org.junit.Test;

public class KeywordTest {

  private enum Use implements Keyword {
    FROZEN,
    FINE_TUNE
  }

  @Test
  public void wordsAreJoinedByHyphens() {
    assertEquals("fine-tune", Use.FINE_TUNE.keyword());
    assertEquals("frozen, fine-tune", Keyword.keywords(Use.class));
  }

  @Test
  public void keywordLeadsBackToItsConstant() {
    assertSame(Use.FINE_TUNE, Keyword.ofKeyword(Use.class, " fine-tune "));
  }

  @Test
  public void unknownKeywordIsRejectedWithAllThatThereAre() {
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> Keyword.ofKeyword(Use.class, "FINE_TUNE"))
            .getMessage();
    assertEquals("'FINE_TUNE' must be one of frozen, fine-tune.", message);
  }
}
