package emotiontransfer.weka.gui;

import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.swing.SwingUtilities;
import weka.gui.ResultHistoryPanel;

/** An entry of a result list that grows while its run goes on. */
final class ResultEntry {

  private final ResultHistoryPanel history;
  private final String name;
  private final StringBuffer text = new StringBuffer();

  /** Adds an entry and shows it. */
  ResultEntry(ResultHistoryPanel history, String what) {
    this.history = history;
    this.name = new SimpleDateFormat("HH:mm:ss").format(new Date()) + " - " + what;
    SwingUtilities.invokeLater(
        () -> {
          history.addResult(name, text);
          history.setSingle(name);
        });
  }

  String name() {
    return name;
  }

  void append(String more) {
    text.append(more);
    SwingUtilities.invokeLater(() -> history.updateResult(name));
  }

  /** Gives the entry what its menu works on. */
  void keep(List<?> objects) {
    SwingUtilities.invokeLater(() -> history.addObject(name, new ArrayList<Object>(objects)));
  }
}
