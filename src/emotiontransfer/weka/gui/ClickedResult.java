package emotiontransfer.weka.gui;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.util.List;
import java.util.Optional;
import javax.swing.JList;
import javax.swing.SwingUtilities;
import weka.classifiers.Classifier;
import weka.gui.ResultHistoryPanel;

/**
 * The entry of a result list that the user has just clicked on.
 *
 * <p>Weka asks plugins for their menu entries while it handles that click, and gives them the
 * predictions, but not the model. The list is the source of the event in hand, and it has the model
 * among the objects of its entry.
 *
 * @param objects what Weka keeps with the entry
 */
public record ClickedResult(JList<?> list, String name, List<?> objects) {

  /** Returns the entry; empty where no menu of a result list is being made. */
  public static Optional<ClickedResult> now() {
    AWTEvent event = EventQueue.getCurrentEvent();
    if (event == null || !(event.getSource() instanceof JList<?> list)) {
      return Optional.empty();
    }
    List<?> names = list.getSelectedValuesList();
    ResultHistoryPanel history =
        (ResultHistoryPanel) SwingUtilities.getAncestorOfClass(ResultHistoryPanel.class, list);
    if (history == null || names.size() != 1) {
      return Optional.empty();
    }
    String name = String.valueOf(names.get(0));
    return history.getNamedObject(name) instanceof List<?> objects
        ? Optional.of(new ClickedResult(list, name, objects))
        : Optional.empty();
  }

  /** Returns the model of the result, if Weka kept one. */
  public Optional<Classifier> classifier() {
    return objects.stream()
        .filter(Classifier.class::isInstance)
        .map(Classifier.class::cast)
        .findFirst();
  }
}
