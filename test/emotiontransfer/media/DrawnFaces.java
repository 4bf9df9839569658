package emotiontransfer.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;

/** Draws faces that the cascade finds, for tests without recordings. */
public final class DrawnFaces {

  private static final Color WALL = new Color(120, 130, 140);
  private static final Color SKIN = new Color(225, 180, 160);
  private static final Color SHADE = new Color(150, 100, 85);
  private static final Color DARK = new Color(50, 35, 30);
  private static final Color LIPS = new Color(150, 60, 60);

  private DrawnFaces() {}

  /** Returns an empty room with a little noise, the same for the same seed. */
  public static BufferedImage wall(int width, int height, long seed) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Random random = new Random(seed);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int noise = random.nextInt(7) - 3;
        int red = WALL.getRed() + noise;
        int green = WALL.getGreen() + noise;
        int blue = WALL.getBlue() + noise;
        picture.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
    return picture;
  }

  /** Returns a room with one face of a size about its centre. */
  public static BufferedImage face(int width, int height, int x, int y, int size) {
    BufferedImage picture = wall(width, height, 1);
    draw(picture, x, y, size);
    return picture;
  }

  /** Adds a face about a centre; the cascade's box has about its size. */
  public static void draw(BufferedImage picture, double x, double y, double size) {
    BufferedImage sharp =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = sharp.createGraphics();
    graphics.drawImage(picture, 0, 0, null);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.translate(x, y);
    graphics.scale(size, size);
    oval(graphics, DARK, 0, -0.12, 0.92, 1.16);
    oval(graphics, SKIN, 0, 0.03, 0.8, 1.1);
    for (int side = -1; side <= 1; side += 2) {
      oval(graphics, SHADE, side * 0.19, -0.13, 0.27, 0.2);
      oval(graphics, Color.WHITE, side * 0.19, -0.1, 0.17, 0.07);
      oval(graphics, DARK, side * 0.19, -0.1, 0.09, 0.09);
      graphics.setColor(DARK);
      graphics.fill(new Rectangle2D.Double(side * 0.19 - 0.13, -0.23, 0.26, 0.055));
    }
    graphics.setColor(SKIN.brighter());
    graphics.fill(new Rectangle2D.Double(-0.035, -0.2, 0.07, 0.3));
    oval(graphics, SHADE, 0, 0.14, 0.2, 0.07);
    oval(graphics, LIPS, 0, 0.3, 0.32, 0.1);
    graphics.dispose();
    int reach = Math.max(1, (int) Math.round(size / 60));
    float[] mean = new float[(2 * reach + 1) * (2 * reach + 1)];
    Arrays.fill(mean, 1f / mean.length);
    Kernel kernel = new Kernel(2 * reach + 1, 2 * reach + 1, mean);
    BufferedImage soft = new ConvolveOp(kernel, ConvolveOp.EDGE_NO_OP, null).filter(sharp, null);
    Graphics2D onto = picture.createGraphics();
    onto.setClip(new Ellipse2D.Double(x - 0.5 * size, y - 0.75 * size, size, 1.4 * size));
    onto.drawImage(soft, 0, 0, null);
    onto.dispose();
  }

  private static void oval(
      Graphics2D graphics, Color color, double x, double y, double width, double height) {
    graphics.setColor(color);
    graphics.fill(new Ellipse2D.Double(x - width / 2, y - height / 2, width, height));
  }

  /** Writes a picture in the format of its extension. */
  public static Path write(BufferedImage picture, Path file) throws IOException {
    String name = file.getFileName().toString();
    String format = name.substring(name.lastIndexOf('.') + 1);
    if (!ImageIO.write(picture, format, file.toFile())) {
      throw new IOException("no writer for " + format);
    }
    return file;
  }
}
