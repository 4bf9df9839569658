package emotiontransfer.demo.face.drawing;

import emotiontransfer.demo.face.actor.Scene;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Random;

/** The camera: colour of the light, brightness, softness and noise. */
final class Sensor {

  /** Prime, so that rows do not repeat; drawing a normal deviate for each value takes too long. */
  private static final int NOISE = 65_521;

  private final Scene scene;
  private final Random random;
  private final float[] noise = new float[NOISE];

  /**
   * Makes a camera.
   *
   * @param scene with its light and noise
   * @param random the clip's generator
   */
  Sensor(Scene scene, Random random) {
    this.scene = scene;
    this.random = random;
    for (int i = 0; i < NOISE; i++) {
      noise[i] = (float) (scene.grain() * random.nextGaussian());
    }
  }

  /**
   * Changes a drawing into what the camera delivers.
   *
   * @param picture of type {@link BufferedImage#TYPE_3BYTE_BGR}
   * @param light factor on brightness
   */
  void expose(BufferedImage picture, double light) {
    byte[] values = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    byte[] sharp = values.clone();
    float[] gains = {
      (float) (light * scene.tint().getBlue() / 255),
      (float) (light * scene.tint().getGreen() / 255),
      (float) (light * scene.tint().getRed() / 255)
    };
    int row = 3 * picture.getWidth();
    float near = (float) scene.softness() / 4;
    float own = (float) (1 - scene.softness());
    int grain = random.nextInt(NOISE);
    for (int i = 0; i < values.length; i++) {
      int column = i % row;
      int left = column < 3 ? i : i - 3;
      int right = column >= row - 3 ? i : i + 3;
      int above = i < row ? i : i - row;
      int below = i >= values.length - row ? i : i + row;
      float v =
          own * grey(sharp[i])
              + near
                  * (grey(sharp[left])
                      + grey(sharp[right])
                      + grey(sharp[above])
                      + grey(sharp[below]));
      v = v * gains[column % 3] + noise[grain];
      grain = grain + 1 == NOISE ? 0 : grain + 1;
      values[i] = (byte) Math.max(0, Math.min(255, Math.round(v)));
    }
  }

  private static int grey(byte value) {
    return value & 0xFF;
  }
}
