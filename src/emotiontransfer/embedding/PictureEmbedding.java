package emotiontransfer.embedding;

import emotiontransfer.data.FloatSegments;
import emotiontransfer.data.SegmentBlock;
import emotiontransfer.media.ClipReader;
import emotiontransfer.media.ClipRemark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Gives a model the pictures of clips, one after the other. */
public final class PictureEmbedding implements ClipReader {

  /** Weights of red, green and blue in grey (ITU-R BT.601). */
  private static final float[] GREY = {0.299f, 0.587f, 0.114f};

  private final Embedding embedding;
  private final ClipReader pictures;
  private final int height;
  private final int width;

  /**
   * Creates a reader.
   *
   * @param notes takes a sentence about the faces of each clip
   * @throws IllegalArgumentException if the model takes no such pictures
   */
  public PictureEmbedding(Embedding embedding, PictureSettings settings, Consumer<String> notes) {
    this.embedding = embedding;
    this.height = embedding.height();
    this.width = embedding.width();
    this.pictures = settings.reader(height, width, notes);
  }

  @Override
  public List<Path> files(Path clip) throws IOException {
    return pictures.files(clip);
  }

  @Override
  public FloatSegments read(Path clip) throws IOException {
    SegmentBlock read = pictures.read(clip);
    List<float[]> scaled = new ArrayList<>();
    for (int picture = 0; picture < read.segments(); picture++) {
      scaled.add(planes(read, picture));
    }
    return embedding.ofPictures(clip, scaled);
  }

  private float[] planes(SegmentBlock read, int picture) {
    float[] colours = new float[read.length()];
    read.read(picture, 0, colours.length, colours, 0);
    int pixels = height * width;
    float[] planes = new float[embedding.planes() * pixels];
    for (int i = 0; i < colours.length; i++) {
      float colour = colours[i] / 255;
      if (embedding.planes() == 1) {
        planes[i % pixels] += GREY[i / pixels] * colour;
      } else {
        planes[i] = colour;
      }
    }
    return planes;
  }

  @Override
  public List<ClipRemark> remarks() {
    return pictures.remarks();
  }

  @Override
  public void release() {
    pictures.release();
  }
}
