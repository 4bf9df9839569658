package emotiontransfer.gui;

import java.awt.Window;
import java.nio.file.Path;

/** A way through Weka's windows. */
abstract class Tour {

  /** Eyes and hands. */
  Screen screen;

  /** What Weka's windows have in common. */
  Weka weka;

  /**
   * Starts Weka and goes all the way.
   *
   * @param eyesAndHands for all windows
   * @param corpora folder with {@code nordan} and {@code velua}, and a corpus file of each
   * @throws Exception if something is not as it should be
   */
  final void walk(Screen eyesAndHands, Path corpora) throws Exception {
    screen = eyesAndHands;
    weka = new Weka(screen);
    walk(start(corpora), corpora);
  }

  /** Opens the window that the tour begins with: the GUI chooser, if nothing else is said. */
  Window start(Path corpora) throws Exception {
    return weka.start();
  }

  /**
   * Goes on from the first window.
   *
   * @param first the GUI chooser, if nothing else was opened
   * @param corpora as above
   * @throws Exception if something is not as it should be
   */
  abstract void walk(Window first, Path corpora) throws Exception;
}
