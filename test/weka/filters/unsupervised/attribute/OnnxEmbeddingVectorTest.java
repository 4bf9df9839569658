package weka.filters.unsupervised.attribute;

import emotiontransfer.embedding.OnnxFile;
import emotiontransfer.weka.filter.MediaFilter;
import java.nio.file.Path;

/** Weka's own tests of filters, with a model that gives a vector. */
public class OnnxEmbeddingVectorTest extends MediaFilterChecks {

  private Path model;

  public OnnxEmbeddingVectorTest(String name) {
    super(name, ".wav");
  }

  @Override
  void writeClips(Path into, int clips) throws Exception {
    ClipTables.tones(into, clips, 0.001);
    model = OnnxFile.vector().write(into.resolve("vector.onnx"));
  }

  @Override
  MediaFilter makeFilter() {
    OnnxEmbedding filter = new OnnxEmbedding();
    filter.setModel(model.toFile());
    return filter;
  }
}
