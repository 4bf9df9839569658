package emotiontransfer.weka.progress;

import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JTextField;
import org.slf4j.LoggerFactory;
import weka.gui.LogPanel;
import weka.gui.Logger;
import weka.gui.explorer.ClassifierPanel;

/**
 * A run that Start of a Classify tab began: a model of all data, then one for each fold. The turn
 * is read off the status line, which the tab has just written in this thread.
 */
final class ExplorerRun {

  private static final String ALL = "Building model on training data...";
  private static final String SPLIT = "Building model on training split (";
  private static final Pattern FOLD = Pattern.compile("Building model for fold (\\d+)\\.\\.\\.");

  private ExplorerRun() {}

  static Optional<WindowRun> find(Thread thread) {
    try {
      return WindowRun.windowOf(thread, ClassifierPanel.class)
          .filter(panel -> panel.getLog() != null)
          .map(panel -> new WindowRun(panel.getLog(), turns(panel, thread)));
    } catch (RuntimeException other) {
      LoggerFactory.getLogger(TaskProgress.class)
          .debug("The Classify tab of this Weka is another one", other);
      return Optional.empty();
    }
  }

  private static Optional<WindowRun.Turns> turns(ClassifierPanel panel, Thread thread) {
    String status = status(panel.getLog());
    Matcher fold = FOLD.matcher(status);
    int models = isSelected(panel, "m_OutputModelBut") ? 1 : 0;
    if (isSelected(panel, "m_CVBut") && (status.equals(ALL) || fold.matches())) {
      String typed = WindowRun.field(panel, "m_CVText", JTextField.class).getText().strip();
      int folds = Integer.parseInt(typed);
      long done = status.equals(ALL) ? 0 : models + Integer.parseInt(fold.group(1)) - 1;
      LongFunction<String> label =
          turn ->
              turn < models
                  ? "model of all data"
                  : "fold %s of %s".formatted(turn - models + 1, folds);
      return Optional.of(turns(thread, models + folds, label, done));
    }
    boolean split = status.startsWith(SPLIT);
    if (isSelected(panel, "m_PercentBut") && models == 1 && (split || status.equals(ALL))) {
      LongFunction<String> label = turn -> turn == 0 ? "model of all data" : "model of the split";
      return Optional.of(turns(thread, 2, label, split ? 1 : 0));
    }
    return Optional.empty();
  }

  private static WindowRun.Turns turns(
      Thread thread, long models, LongFunction<String> label, long done) {
    return new WindowRun.Turns(thread, Task.of("Models", "run", models, label), done);
  }

  private static boolean isSelected(ClassifierPanel panel, String button) {
    return WindowRun.field(panel, button, AbstractButton.class).isSelected();
  }

  private static String status(Logger log) {
    return log instanceof LogPanel panel
        ? WindowRun.field(panel, "m_StatusLab", JLabel.class).getText()
        : "";
  }
}
