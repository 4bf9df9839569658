package weka.experiment;

import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.weka.command.AbstractCommand;
import java.util.List;
import org.junit.Test;
import weka.core.WekaException;
import weka.gui.experiment.EmotionExperimenter;

/** What engines, and the window that sends them experiments, reject. */
public class EmotionEngineTest {

  private static void assertRejected(String sentence, AbstractCommand command, String... options) {
    String message =
        assertThrows(WekaException.class, () -> command.run(null, options)).getMessage();
    assertTrue(message, message.startsWith(sentence));
  }

  @Test
  public void engineRejectsPortsThatAreNone() {
    for (String port : List.of("0", "65536", "home")) {
      assertRejected("Option -p must be", new EmotionEngine(), "-p", port);
    }
  }

  @Test
  public void secretIsNamedOrRenounced() {
    assertRejected(
        "Options -secret and -no-secret exclude each other.",
        new EmotionEngine(),
        "-no-secret",
        "-secret",
        "engine.secret");
    assertRejected(
        "The secret of engines, 'test' (option -secret), is no",
        new EmotionEngine(),
        "-secret",
        "test");
  }

  @Test
  public void windowNeedsTheSecretOfTheEngines() {
    assertRejected(
        "The secret of engines, 'absent' (option -secret), is not there",
        new EmotionExperimenter(),
        "-secret",
        "absent");
  }
}
