package emotiontransfer.weka.gui.view;

import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Line2D;
import java.util.Optional;
import javax.swing.JComponent;

/** A picture over time in the size of the window, with a line that a click moves. */
public final class TimeView extends JComponent {

  private static final long serialVersionUID = 1L;

  /** Pixels for a point: a screen has finer text than 72 dots per inch would give. */
  private static final double SCALE = 1.25;

  private transient Optional<TimePicture> picture = Optional.empty();
  private double position;

  /** Makes a view without a picture. */
  public TimeView() {
    setName("picture");
    addMouseListener(
        new MouseAdapter() {

          @Override
          public void mousePressed(MouseEvent press) {
            picture.ifPresent(shown -> moveTo(timeAt(shown, press.getX())));
          }
        });
  }

  /** Shows a picture, with the line at its beginning, or nothing. */
  public void show(Optional<TimePicture> shown) {
    picture = shown;
    moveTo(0);
  }

  /** Returns the time at the line. */
  public double position() {
    return position;
  }

  /** Moves the line. */
  public void moveTo(double time) {
    position = time;
    repaint();
  }

  private double timeAt(TimePicture shown, int pixel) {
    double start = shown.x(0, points(getWidth()));
    double end = shown.x(shown.length(), points(getWidth()));
    double fraction = (pixel / SCALE - start) / (end - start);
    return Math.max(0, Math.min(1, fraction)) * shown.length();
  }

  private static int points(int pixels) {
    return (int) (pixels / SCALE);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, getWidth(), getHeight());
    picture.ifPresent(shown -> paint(g, shown));
    g.dispose();
  }

  private void paint(Graphics2D g, TimePicture shown) {
    int width = points(getWidth());
    int height = points(getHeight());
    g.scale(SCALE, SCALE);
    shown.figure(width, height).draw(g);
    double x = shown.x(position, width);
    int[] edges = shown.edges(height);
    g.setColor(Color.RED);
    g.draw(new Line2D.Double(x, edges[0], x, edges[1]));
  }
}
