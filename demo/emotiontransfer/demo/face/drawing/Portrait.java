package emotiontransfer.demo.face.drawing;

import emotiontransfer.demo.face.actor.Actor;
import emotiontransfer.demo.face.actor.Moment;
import emotiontransfer.demo.face.actor.Scene;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Draws the frames of one clip. */
public record Portrait(Actor actor, Scene scene, BufferedImage backdrop, Sensor sensor) {

  /**
   * Begins a clip.
   *
   * @param actor who is seen
   * @param scene where
   * @param random the clip's generator
   */
  public static Portrait begin(Actor actor, Scene scene, Random random) {
    BufferedImage backdrop = picture(scene);
    Graphics2D graphics = backdrop.createGraphics();
    BackdropDrawing.draw(graphics, scene, random);
    graphics.dispose();
    return new Portrait(actor, scene, backdrop, new Sensor(scene, random));
  }

  /**
   * Draws a frame.
   *
   * @param moment what is seen
   * @return a picture of type {@link BufferedImage#TYPE_3BYTE_BGR}, as large as the scene
   */
  public BufferedImage at(Moment moment) {
    BufferedImage picture = picture(scene);
    Graphics2D graphics = picture.createGraphics();
    graphics.drawImage(backdrop, 0, 0, null);
    FaceCanvas canvas = FaceCanvas.on(graphics, actor.head(), moment.pose());
    HairDrawing hair = new HairDrawing(canvas, actor, scene);
    HeadDrawing head = new HeadDrawing(canvas, actor, moment, scene);
    hair.drawBehind();
    head.drawBody();
    Shape contour = head.drawHead();
    FaceCanvas face = canvas.inside(contour);
    new NoseDrawing(face, actor, moment, scene).draw();
    new EyeDrawing(face, actor, moment, scene).draw();
    new BrowDrawing(face, actor, moment).draw();
    new MouthDrawing(face, actor, moment, scene).draw();
    hair.drawFront();
    graphics.dispose();
    sensor.expose(picture, moment.light());
    return picture;
  }

  private static BufferedImage picture(Scene scene) {
    return new BufferedImage(scene.width(), scene.height(), BufferedImage.TYPE_3BYTE_BGR);
  }
}
