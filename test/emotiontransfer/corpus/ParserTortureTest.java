package emotiontransfer.corpus;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Rule;
import org.junit.Test;

public class ParserTortureTest {

  @Rule public final CorpusFolder folder = new CorpusFolder();

  @Test
  public void mutatedInputsGiveAResultOrASentence() throws Exception {
    assertEquals(List.of(), ParserTorture.run(1, 300, folder.root()));
  }
}
