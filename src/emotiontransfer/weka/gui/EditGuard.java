package emotiontransfer.weka.gui;

import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.awt.event.HierarchyEvent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.gui.explorer.ClassifierPanel;
import weka.gui.explorer.PreprocessPanel;

/**
 * Asks before the Preprocess tab's <i>Edit...</i> opens a table of bags.
 *
 * <p>Weka's editor shows a bag as the text of all its numbers, made and laid out on the event
 * thread: the Explorer stood still for 40 s with four clips of 25 segments, 307,200 numbers. Weka
 * asks no package how to show a bag, so that the question stands before the button's own action.
 */
public final class EditGuard implements ActionListener {

  /** So many numbers take some seconds. */
  private static final long MOST_NUMBERS = 50_000;

  private static final String EDIT = "Edit...";
  private static final String OPEN = "Open all the same";
  private static final String CANCEL = "Cancel";

  private final PreprocessPanel panel;
  private final List<ActionListener> guarded;

  private EditGuard(PreprocessPanel panel, JButton button) {
    this.panel = panel;
    this.guarded = List.of(button.getActionListeners());
    guarded.forEach(button::removeActionListener);
    button.addActionListener(this);
  }

  /** Guards the buttons in the window of a Classify tab, once it has one. */
  public static void watch(ClassifierPanel tab) {
    tab.addHierarchyListener(
        change -> {
          long flags = change.getChangeFlags() & HierarchyEvent.DISPLAYABILITY_CHANGED;
          Window window = SwingUtilities.getWindowAncestor(tab);
          if (flags != 0 && window != null) {
            guardAll(window);
          }
        });
  }

  private static void guardAll(Container window) {
    components(window)
        .filter(PreprocessPanel.class::isInstance)
        .map(PreprocessPanel.class::cast)
        .forEach(
            panel ->
                components(panel)
                    .filter(JButton.class::isInstance)
                    .map(JButton.class::cast)
                    .filter(button -> EDIT.equals(button.getText()) && !isGuarded(button))
                    .forEach(button -> new EditGuard(panel, button)));
  }

  private static boolean isGuarded(JButton button) {
    return Stream.of(button.getActionListeners()).anyMatch(EditGuard.class::isInstance);
  }

  private static Stream<Component> components(Container container) {
    return Stream.of(container.getComponents())
        .flatMap(
            child ->
                child instanceof Container inner
                    ? Stream.concat(Stream.of(child), components(inner))
                    : Stream.of(child));
  }

  @Override
  public void actionPerformed(ActionEvent click) {
    long numbers = numbers(panel.getInstances());
    if (numbers <= MOST_NUMBERS || isWanted(numbers)) {
      guarded.forEach(action -> action.actionPerformed(click));
    }
  }

  private boolean isWanted(long numbers) {
    String question =
        String.format(
            Locale.ROOT,
            "The bags of this table hold %,d numbers, which Weka's editor shows as text.\n"
                + "It answers again after minutes, as 300,000 numbers take about 40 s.\n"
                + "Single clips are shown in Tools, Emotion corpus... of the GUI chooser.",
            numbers);
    int answer =
        JOptionPane.showOptionDialog(
            panel,
            question,
            "Edit bags",
            JOptionPane.DEFAULT_OPTION,
            JOptionPane.WARNING_MESSAGE,
            null,
            new String[] {OPEN, CANCEL},
            CANCEL);
    return answer == 0;
  }

  /** Returns how many numbers are in the bags of a table. */
  static long numbers(Instances table) {
    long numbers = 0;
    for (int i = 0; i < table.numAttributes(); i++) {
      if (table.attribute(i).type() == Attribute.RELATIONAL) {
        for (Instance row : table) {
          long segments = row.isMissing(i) ? 0 : row.relationalValue(i).numInstances();
          numbers += segments * table.attribute(i).relation().numAttributes();
        }
      }
    }
    return numbers;
  }
}
