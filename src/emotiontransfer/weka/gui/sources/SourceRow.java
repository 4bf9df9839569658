package emotiontransfer.weka.gui.sources;

import emotiontransfer.data.FeatureInfo;
import emotiontransfer.data.Provenance;
import emotiontransfer.pathnet.model.ModelHeader;
import emotiontransfer.pathnet.network.PathNetShape;
import java.io.File;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.lang3.StringUtils;

/**
 * A source in the list: its file, and what is known of it.
 *
 * @param header empty while the file is being read, and where it cannot be
 * @param problem a clause that says why it cannot be read, behind "it"; empty where it can
 */
record SourceRow(File file, Optional<ModelHeader> header, String problem) {

  /** Returns a row whose file is still to be read. */
  static SourceRow unread(File file) {
    return new SourceRow(file, Optional.empty(), "");
  }

  private String of(Function<ModelHeader, String> what) {
    return header.map(what).orElse(problem.isEmpty() ? "reading..." : "");
  }

  String trainedOn() {
    return of(
        known -> {
          Provenance provenance = known.provenance();
          int subjects = provenance.subjects().size();
          String who = subjects == 1 ? "1 subject" : subjects + " subjects";
          return subjects == 0 ? provenance.corpus() : provenance.corpus() + ", " + who;
        });
  }

  String classes() {
    return of(known -> String.join(", ", known.provenance().classLabels()));
  }

  /** Names the filter alone: its settings fill a line. */
  String features() {
    return of(
        known -> {
          FeatureInfo features = known.provenance().features();
          String filter = StringUtils.substringBefore(features.signature(), " ");
          return (filter.isEmpty() ? "" : filter + ", ") + features.inputs() + " values";
        });
  }

  String grid() {
    return of(known -> grid(known.shape()) + " " + known.kind());
  }

  private static String grid(PathNetShape shape) {
    return "%s x %s x %s, at most %s"
        .formatted(shape.layers(), shape.modules(), shape.neurons(), shape.maxActive());
  }

  /** Returns all that is known, for reading at leisure. */
  String details() {
    if (header.isEmpty()) {
      return file.getPath() + "\n" + (problem.isEmpty() ? "reading..." : "It " + problem + ".\n");
    }
    Provenance provenance = header.get().provenance();
    PathNetShape shape = header.get().shape();
    return """
    %s
    Trained on: %s
    Subjects: %s
    Classes: %s
    Features: %s
    Grid: %s layers x %s modules x %s neurons (%s), at most %s active per layer
    Built on: %s
    """
        .formatted(
            file.getPath(),
            provenance.corpus(),
            provenance.subjects().isEmpty() ? "unknown" : String.join(", ", provenance.subjects()),
            String.join(", ", provenance.classLabels()),
            provenance.features(),
            shape.layers(),
            shape.modules(),
            shape.neurons(),
            header.get().kind(),
            shape.maxActive(),
            provenance.sources().isEmpty()
                ? "no other model"
                : String.join(
                    ", ", provenance.sources().stream().map(source -> source.name()).toList()));
  }
}
