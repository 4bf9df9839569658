package weka.filters.unsupervised.attribute;

import emotiontransfer.media.DrawnFaces;
import emotiontransfer.weka.filter.MediaFilter;
import java.nio.file.Path;

/** Weka's own tests of filters, on a table of images with a missing path. */
public class FaceCropTest extends MediaFilterChecks {

  public FaceCropTest(String name) {
    super(name, ".png");
  }

  @Override
  void writeClips(Path into, int clips) throws Exception {
    for (int i = 0; i < clips; i++) {
      DrawnFaces.write(
          DrawnFaces.face(160, 120, 70 + 2 * i, 60, 60), into.resolve("c" + i + ".png"));
    }
  }

  @Override
  MediaFilter makeFilter() {
    FaceCrop filter = new FaceCrop();
    filter.setCropSize(4);
    return filter;
  }
}
