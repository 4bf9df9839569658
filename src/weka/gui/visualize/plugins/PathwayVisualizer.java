package weka.gui.visualize.plugins;

import emotiontransfer.figure.PathwayTimeline;
import emotiontransfer.weka.classify.ModelFile;
import emotiontransfer.weka.gui.ClickedResult;
import emotiontransfer.weka.gui.PathwayPanel;
import java.awt.BorderLayout;
import java.awt.Component;
import java.util.ArrayList;
import java.util.Optional;
import javax.swing.JFrame;
import javax.swing.JMenuItem;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import weka.classifiers.evaluation.Prediction;
import weka.core.Attribute;
import weka.core.Utils;

/**
 * Puts "Pathways" among the plugins of the Explorer's result list where the result has a trained
 * {@link weka.classifiers.functions.PathNetClassifier}, alone or inside another classifier.
 */
public class PathwayVisualizer implements VisualizePlugin {

  private static final String DESIGNED_FOR = "3.8.7";
  private static final String ABOVE_ALL = "4.0.0";

  /** Makes a plugin; Weka does so whenever it shows the menu. */
  public PathwayVisualizer() {}

  /**
   * Returns the menu entry.
   *
   * @param predictions not used: the model is taken from the result list that shows the menu
   * @param classAttribute not used
   * @return null where the result has no PathNet
   */
  @Override
  public JMenuItem getVisualizeMenuItem(
      ArrayList<Prediction> predictions, Attribute classAttribute) {
    Optional<ClickedResult> result = ClickedResult.now();
    Optional<PathwayTimeline> timeline =
        result
            .flatMap(ClickedResult::classifier)
            .flatMap(ModelFile::pathNetIn)
            .map(PathwayTimeline::new);
    if (timeline.isEmpty()) {
      return null;
    }
    JMenuItem item = new JMenuItem("Pathways");
    item.addActionListener(event -> open(timeline.get(), result.get()));
    return item;
  }

  private static void open(PathwayTimeline timeline, ClickedResult result) {
    Component over = SwingUtilities.getWindowAncestor(result.list());
    JFrame frame = Utils.getWekaJFrame("Pathways: " + result.name(), over);
    frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
    frame.getContentPane().add(new PathwayPanel(timeline), BorderLayout.CENTER);
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
