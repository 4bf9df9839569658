package emotiontransfer.weka.gui;

import emotiontransfer.figure.Figure;
import emotiontransfer.figure.PathwayTimeline;
import emotiontransfer.figure.PathwayTimeline.Show;
import java.awt.BorderLayout;
import java.awt.FlowLayout;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;

/** The pathways of a model with a slider over the generations. */
public final class PathwayPanel extends JPanel {

  private static final long serialVersionUID = 1L;

  private static final int MOST_TICKS = 10;

  private final transient PathwayTimeline timeline;
  private final JComboBox<Show> choice = new JComboBox<>(Show.values());
  private final JSlider slider;
  private final JLabel event = new JLabel();
  private final FigureCanvas canvas;

  public PathwayPanel(PathwayTimeline timeline) {
    super(new BorderLayout());
    this.timeline = timeline;
    int last = timeline.generations();
    this.slider = new JSlider(0, last, last);
    this.canvas = new FigureCanvas(timeline.at(last, Show.BEST));
    slider.setName("generation");
    slider.setMajorTickSpacing(Math.max(1, last / MOST_TICKS));
    slider.setPaintTicks(true);
    slider.setPaintLabels(true);
    slider.setToolTipText("Generation that is shown; 0 is before the evolution");
    slider.addChangeListener(change -> update());
    choice.setName("show");
    choice.setToolTipText("What is shown of a generation");
    choice.addActionListener(change -> update());
    add(controls(), BorderLayout.NORTH);
    add(canvas, BorderLayout.CENTER);
    add(timeControls(), BorderLayout.SOUTH);
    update();
  }

  private JPanel controls() {
    JButton save = new JButton("Export...");
    save.setToolTipText("Save the picture as PNG (300 dots per inch) or SVG");
    save.addActionListener(click -> FigureExport.ask(this, figure()));
    JPanel row = new JPanel(new FlowLayout(FlowLayout.LEFT));
    row.add(new JLabel("Show:"));
    row.add(choice);
    row.add(save);
    return row;
  }

  private JPanel timeControls() {
    JPanel panel = new JPanel(new BorderLayout(8, 4));
    panel.setBorder(BorderFactory.createEmptyBorder(4, 8, 8, 8));
    panel.add(new JLabel("Generation:"), BorderLayout.WEST);
    panel.add(slider, BorderLayout.CENTER);
    panel.add(event, BorderLayout.SOUTH);
    return panel;
  }

  private Figure figure() {
    return timeline.at(slider.getValue(), (Show) choice.getSelectedItem());
  }

  private void update() {
    event.setText(timeline.event(slider.getValue()));
    canvas.show(figure());
  }
}
