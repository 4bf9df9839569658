package emotiontransfer.gui;

import java.nio.file.Path;

/** A way through Weka's windows. */
interface Tour {

  /**
   * Goes all the way.
   *
   * @param desk eyes and hands
   * @param corpora folder with {@code nordan} and {@code velua}, and a corpus file of each
   * @throws Exception if something is not as it should be
   */
  void walk(Desk desk, Path corpora) throws Exception;
}
