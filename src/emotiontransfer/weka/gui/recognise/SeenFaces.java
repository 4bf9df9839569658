package emotiontransfer.weka.gui.recognise;

import emotiontransfer.data.ByteSegments;
import emotiontransfer.face.CropsPicture;
import emotiontransfer.weka.table.SegmentInstance;
import emotiontransfer.weka.table.SegmentReader;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import weka.core.Instance;

/** Pictures of the crops that a model has decided by; reading a video again would take minutes. */
final class SeenFaces {

  /** As many as the widest screen has room for. */
  private static final int MOST = 24;

  private static final int COLOURS = 3;

  private SeenFaces() {}

  /** Returns crops of a row that {@code FaceCrop} has made, evenly over the clip. */
  static List<BufferedImage> of(Instance row) {
    List<SegmentInstance> crops = new SegmentReader(row.dataset()).values(row);
    int count = Math.min(MOST, crops.size());
    if (count == 0) {
      return List.of();
    }
    List<byte[]> chosen =
        IntStream.range(0, count)
            .mapToObj(i -> bytes(crops.get((int) ((i + 0.5) / count * crops.size()))))
            .toList();
    int size = (int) Math.round(Math.sqrt(chosen.get(0).length / (double) COLOURS));
    BufferedImage strip = CropsPicture.of(new ByteSegments(chosen), size, count, count);
    return IntStream.range(0, count)
        .mapToObj(i -> strip.getSubimage(i * size, 0, size, size))
        .toList();
  }

  private static byte[] bytes(SegmentInstance crop) {
    float[] values = crop.toFloatArray();
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) Math.round(values[i]);
    }
    return bytes;
  }
}
