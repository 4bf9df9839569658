package emotiontransfer.demo.face;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * A picture for a person to look at: a row for each actor, a column for each emotion, in it the
 * last frame of the first take.
 */
public final class CastPicture {

  private static final int CELL = 120;

  private CastPicture() {}

  /**
   * Writes the picture as JPEG.
   *
   * @param corpora the first actors of each are shown
   * @param actors at most how many of each
   * @param seed that of the corpora
   * @param file is overwritten
   * @throws IOException if it cannot be written
   */
  public static void write(List<FaceCorpus> corpora, int actors, long seed, Path file)
      throws IOException {
    int rows = corpora.stream().mapToInt(c -> shown(c, actors) * height(c)).sum();
    BufferedImage sheet =
        new BufferedImage(CELL * Emotion.values().length, rows, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    int y = 0;
    for (FaceCorpus corpus : corpora) {
      for (int actor = 0; actor < shown(corpus, actors); actor++) {
        for (Emotion emotion : Emotion.values()) {
          List<BufferedImage> frames = corpus.record(actor, emotion, 0, seed).frames();
          BufferedImage last = frames.get(frames.size() - 1);
          graphics.drawImage(last, CELL * emotion.ordinal(), y, CELL, height(corpus), null);
        }
        y += height(corpus);
      }
    }
    graphics.dispose();
    if (!ImageIO.write(sheet, "jpeg", file.toFile())) {
      throw new IOException("This Java cannot write JPEG, so there is no '" + file + "'");
    }
  }

  private static int shown(FaceCorpus corpus, int actors) {
    return Math.min(corpus.actors(), actors);
  }

  private static int height(FaceCorpus corpus) {
    return CELL * corpus.scene().height() / corpus.scene().width();
  }
}
