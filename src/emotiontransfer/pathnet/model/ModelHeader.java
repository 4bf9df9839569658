package emotiontransfer.pathnet.model;

import emotiontransfer.data.Provenance;
import emotiontransfer.data.SourceInfo;
import emotiontransfer.numeric.BinaryReader;
import emotiontransfer.pathnet.network.PathNetShape;
import java.io.IOException;
import org.apache.commons.lang3.StringUtils;

/**
 * What stands at the beginning of a model, before its weights.
 *
 * @param provenance without levels and card, which stand at the end
 * @param modules how the modules are used, and their kind
 */
public record ModelHeader(Provenance provenance, PathNetShape shape, String modules) {

  static ModelHeader read(BinaryReader in) throws IOException {
    Provenance provenance =
        Provenance.read(in)
            .with(
                in.integer(),
                in.list(() -> new SourceInfo(in.text(), in.text(), in.list(in::text), in.text())));
    PathNetShape shape =
        new PathNetShape(
            in.integer(), in.integer(), in.integer(), in.integer(), in.integer(), in.integer());
    return new ModelHeader(provenance, shape, in.text());
  }

  /** Returns the keyword of the kind of modules. */
  public String kind() {
    String text = StringUtils.removeStart(modules, ModelFormat.PER_CLASS);
    return StringUtils.removeStart(text, ModelFormat.SEQUENCES);
  }
}
