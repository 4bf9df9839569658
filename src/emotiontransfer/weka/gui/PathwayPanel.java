package emotiontransfer.weka.gui;

import emotiontransfer.figure.Figure;
import emotiontransfer.figure.FigureFile;
import emotiontransfer.figure.PathwayTimeline;
import emotiontransfer.figure.PathwayTimeline.Show;
import emotiontransfer.weka.classify.ModelFile;
import emotiontransfer.weka.gui.view.ActionButton;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.io.File;
import java.io.IOException;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.filechooser.FileNameExtensionFilter;
import weka.core.WekaException;

/** The pathways of a model with a slider over the generations. */
public final class PathwayPanel extends JPanel {

  private static final long serialVersionUID = 1L;

  private static final int MOST_TICKS = 10;
  private static final String EXPORT = "Export picture";
  private static final String EXPORT_MODEL = "Export model";

  /** Pixels for a point at first; a screen has finer text than 72 dots per inch would give. */
  private static final double SCALE = 1.5;

  private final transient PathwayTimeline timeline;
  private final JComboBox<Show> choice;
  private final JSlider slider;
  private final JLabel event = new JLabel();
  private final Canvas canvas = new Canvas();

  public PathwayPanel(PathwayTimeline timeline) {
    super(new BorderLayout());
    this.timeline = timeline;
    this.choice = new JComboBox<>(timeline.choices().toArray(Show[]::new));
    int last = timeline.generations();
    slider = new JSlider(0, last, last);
    slider.setName("generation");
    slider.setMajorTickSpacing(Math.max(1, last / MOST_TICKS));
    slider.setPaintTicks(true);
    slider.setPaintLabels(true);
    slider.setToolTipText("Generation that is shown; 0 is before the evolution");
    slider.addChangeListener(change -> update());
    choice.setName("show");
    choice.setToolTipText("What is shown of a generation");
    choice.addActionListener(change -> update());
    update();
    Dimension size = new Dimension();
    size.setSize(canvas.figure.width() * SCALE, canvas.figure.height() * SCALE);
    canvas.setPreferredSize(size);
    add(controls(), BorderLayout.NORTH);
    add(canvas, BorderLayout.CENTER);
    add(timeControls(), BorderLayout.SOUTH);
  }

  private JPanel controls() {
    String tip = "Save the picture as PNG (300 dots per inch) or SVG";
    JPanel row = new JPanel(new FlowLayout(FlowLayout.LEFT));
    row.add(new JLabel("Show:"));
    row.add(choice);
    row.add(new ActionButton("Export...", tip, this::export));
    String modelTip = "Save the model as NAME.pathnet, which others can read safely";
    row.add(new ActionButton("Export model...", modelTip, this::exportModel));
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

  private void update() {
    event.setText(timeline.event(slider.getValue()));
    canvas.figure = timeline.at(slider.getValue(), (Show) choice.getSelectedItem());
    canvas.repaint();
  }

  private void export() {
    SaveDialog.ask(
            this,
            EXPORT,
            new File("pathways"),
            new FileNameExtensionFilter("PNG picture", "png"),
            new FileNameExtensionFilter("SVG drawing", "svg"))
        .ifPresent(this::write);
  }

  private void write(File file) {
    try {
      FigureFile.write(canvas.figure, file, FigureFile.DEFAULT_DPI);
    } catch (IOException e) {
      reject(EXPORT, "The picture '" + file + "' cannot be written: " + e.getMessage());
    }
  }

  private void exportModel() {
    SaveDialog.ask(
            this,
            EXPORT_MODEL,
            new File("model"),
            new FileNameExtensionFilter("Model without Java's serialization", "pathnet"))
        .ifPresent(this::writeModel);
  }

  private void writeModel(File file) {
    try {
      ModelFile.write(timeline.model(), file);
    } catch (WekaException e) {
      reject(EXPORT_MODEL, e.getMessage());
    }
  }

  private void reject(String title, String sentence) {
    JOptionPane.showMessageDialog(this, sentence, title, JOptionPane.ERROR_MESSAGE);
  }

  /** Shows a figure as large as there is room, its proportions kept. */
  private static final class Canvas extends JComponent {

    private static final long serialVersionUID = 1L;

    private transient Figure figure;

    @Override
    protected void paintComponent(Graphics graphics) {
      Graphics2D g = (Graphics2D) graphics.create();
      g.setColor(Color.WHITE);
      g.fillRect(0, 0, getWidth(), getHeight());
      double width = figure.width();
      double height = figure.height();
      double scale = Math.min(getWidth() / width, getHeight() / height);
      g.translate((getWidth() - width * scale) / 2, (getHeight() - height * scale) / 2);
      g.scale(scale, scale);
      figure.draw(g);
      g.dispose();
    }
  }
}
