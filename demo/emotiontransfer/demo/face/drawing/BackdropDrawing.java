package emotiontransfer.demo.face.drawing;

import emotiontransfer.demo.face.actor.Scene;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Random;

/** Draws what is behind the actors. */
final class BackdropDrawing {

  private static final List<Color> SPINES =
      Tone.palette(0x7A342C, 0x344A68, 0x545C3C, 0x967A46, 0x463A42);

  private BackdropDrawing() {}

  /**
   * Covers the whole picture.
   *
   * @param graphics to draw on
   * @param scene whose backdrop it is
   * @param random draws what differs from clip to clip
   */
  static void draw(Graphics2D graphics, Scene scene, Random random) {
    switch (scene.backdrop()) {
      case CLOTH -> cloth(graphics, scene, random);
      case ROOM -> room(graphics, scene, random);
    }
  }

  private static void cloth(Graphics2D graphics, Scene scene, Random random) {
    double tone = 0.1 * random.nextDouble();
    graphics.setPaint(
        new RadialGradientPaint(
            new Point2D.Double(
                scene.width() * (0.4 + 0.2 * random.nextDouble()), 0.4 * scene.height()),
            0.75f * scene.width(),
            new float[] {0, 1},
            new Color[] {
              Tone.darker(new Color(176, 188, 204), tone),
              Tone.darker(new Color(92, 104, 124), tone)
            }));
    graphics.fillRect(0, 0, scene.width(), scene.height());
  }

  private static void room(Graphics2D graphics, Scene scene, Random random) {
    int w = scene.width();
    int h = scene.height();
    graphics.setPaint(
        new GradientPaint(0, 0, new Color(150, 132, 108), w, h, new Color(202, 182, 150)));
    graphics.fillRect(0, 0, w, h);
    int shift = random.nextInt(w / 6);
    graphics.setColor(new Color(214, 226, 236));
    graphics.fillRect(w - w / 4 + shift / 2, h / 12, w / 3, h / 2);
    graphics.setColor(new Color(122, 100, 78));
    graphics.fillRect(w - w / 4 + shift / 2, h / 12 + h / 4, w / 3, 3);
    for (int board = 0; board < 3; board++) {
      int y = h / 4 + board * h / 4;
      int x = -shift;
      while (x < w / 3 - shift) {
        int wide = 5 + random.nextInt(7);
        int high = h / 8 + random.nextInt(h / 12);
        graphics.setColor(SPINES.get(random.nextInt(SPINES.size())));
        graphics.fillRect(x, y - high, wide - 1, high);
        x += wide;
      }
      graphics.setColor(new Color(96, 72, 50));
      graphics.fillRect(0, y, w / 3 - shift, 4);
    }
  }
}
