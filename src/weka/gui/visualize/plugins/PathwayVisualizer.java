package weka.gui.visualize.plugins;

import emotiontransfer.figure.PathwayTimeline;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.weka.classify.ModelFile;
import emotiontransfer.weka.gui.PathwayPanel;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.EventObject;
import java.util.List;
import java.util.Optional;
import javax.swing.JFrame;
import javax.swing.JList;
import javax.swing.JMenuItem;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import weka.classifiers.Classifier;
import weka.classifiers.evaluation.Prediction;
import weka.core.Attribute;
import weka.core.Utils;
import weka.gui.ResultHistoryPanel;

/**
 * Puts "Pathways" among the plugins of the Explorer's result list where the result has a trained
 * {@link weka.classifiers.functions.PathNetClassifier}, alone or inside another classifier.
 *
 * <p>Weka asks plugins for their menu entries while it handles a click on the list, and gives them
 * the predictions, but not the model. The list is the source of the event in hand, and it has the
 * model among the objects of the clicked entry.
 */
public class PathwayVisualizer implements VisualizePlugin {

  private static final String DESIGNED_FOR = "3.8.7";
  private static final String ABOVE_ALL = "4.0.0";

  /**
   * Returns the menu entry.
   *
   * @param predictions not used
   * @param classAttribute not used
   * @return null where the result has no PathNet
   */
  @Override
  public JMenuItem getVisualizeMenuItem(
      ArrayList<Prediction> predictions, Attribute classAttribute) {
    EventObject click = EventQueue.getCurrentEvent();
    if (click == null || !(click.getSource() instanceof JList<?> list)) {
      return null;
    }
    String result = String.valueOf(list.getSelectedValue());
    Optional<PathNetModel> model = model(list, result);
    JMenuItem item = new JMenuItem("Pathways");
    item.addActionListener(event -> open(model.get(), result, list));
    return model.isPresent() ? item : null;
  }

  private static Optional<PathNetModel> model(JList<?> list, String result) {
    Component history = SwingUtilities.getAncestorOfClass(ResultHistoryPanel.class, list);
    return list.getSelectedIndices().length == 1
            && history instanceof ResultHistoryPanel results
            && results.getNamedObject(result) instanceof List<?> objects
        ? objects.stream()
            .filter(Classifier.class::isInstance)
            .findFirst()
            .flatMap(ModelFile::pathNetIn)
        : Optional.empty();
  }

  private static void open(PathNetModel model, String result, Component list) {
    Component over = SwingUtilities.getWindowAncestor(list);
    JFrame frame = Utils.getWekaJFrame("Pathways: " + result, over);
    frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
    frame.add(new PathwayPanel(new PathwayTimeline(model)), BorderLayout.CENTER);
    frame.pack();
    frame.setLocationRelativeTo(over);
    frame.setVisible(true);
  }

  @Override
  public String getMinVersion() {
    return DESIGNED_FOR;
  }

  @Override
  public String getMaxVersion() {
    return ABOVE_ALL;
  }

  @Override
  public String getDesignVersion() {
    return DESIGNED_FOR;
  }
}
