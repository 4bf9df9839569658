package emotiontransfer.weka.gui.corpus;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;
import javax.swing.JComponent;

/** A picture whose pixels are values, as wide as the room it has, or as high. */
final class PixelView extends JComponent {

  private static final long serialVersionUID = 1L;

  private transient Optional<BufferedImage> image = Optional.empty();

  void show(Optional<BufferedImage> shown) {
    image = shown;
    repaint();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    image.ifPresent(shown -> paint((Graphics2D) graphics, shown));
  }

  private void paint(Graphics2D g, BufferedImage shown) {
    double scale =
        Math.min((double) getWidth() / shown.getWidth(), (double) getHeight() / shown.getHeight());
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    int width = (int) (scale * shown.getWidth());
    int height = (int) (scale * shown.getHeight());
    g.drawImage(shown, 0, 0, width, height, null);
  }
}
