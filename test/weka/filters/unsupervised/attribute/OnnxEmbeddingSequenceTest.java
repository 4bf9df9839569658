package weka.filters.unsupervised.attribute;

import emotiontransfer.embedding.OnnxFile;
import emotiontransfer.weka.filter.MediaFilter;
import java.nio.file.Path;

/** Weka's own tests of filters, with a model that gives a sequence. */
public class OnnxEmbeddingSequenceTest extends MediaFilterChecks {

  private Path model;

  public OnnxEmbeddingSequenceTest(String name) {
    super(name, ".wav");
  }

  @Override
  void writeClips(Path into, int clips) throws Exception {
    ClipTables.tones(into, clips, 0.001);
    model = OnnxFile.sequence().write(into.resolve("sequence.onnx"));
  }

  @Override
  MediaFilter makeFilter() {
    OnnxEmbedding filter = new OnnxEmbedding();
    filter.setModel(model.toFile());
    return filter;
  }
}
