package emotiontransfer.weka.gui.sources;

import emotiontransfer.pathnet.model.ModelHeader;
import emotiontransfer.pathnet.network.PathNetShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import weka.core.Utils;

/**
 * Says whether sources fit each other and the options beside them, as far as that is known without
 * the table: training says the rest.
 *
 * @param options of the scheme that the sources are for; empty where they are not known
 */
record Fit(List<String> options) {

  static final String FITS = "yes";

  /** Returns {@link #FITS}, or what does not fit; empty while the file is being read. */
  String of(SourceRow row, List<SourceRow> all) {
    if (row.header().isEmpty()) {
      return row.problem().isEmpty() ? "" : "no: it " + row.problem();
    }
    ModelHeader header = row.header().get();
    List<String> faults = new ArrayList<>();
    PathNetShape shape = header.shape();
    compare(faults, "L", "layers", shape.layers());
    compare(faults, "M", "modules", shape.modules());
    compare(faults, "H", "neurons", shape.neurons());
    compare(faults, "N", "active modules", shape.maxActive());
    // With widths and kinds of several layers, only the beginning of training can say.
    String module = option("module");
    if (!module.isEmpty() && module.equals("linear") != header.kind().equals("linear")) {
      faults.add("modules of the kind %s instead of %s (-module)".formatted(header.kind(), module));
    }
    Optional<SourceRow> first = all.stream().filter(one -> one.header().isPresent()).findFirst();
    first
        .filter(other -> !fits(header, other.header().orElseThrow()))
        .ifPresent(
            other ->
                faults.add("features or modules differ from those of " + other.file().getName()));
    return faults.isEmpty() ? FITS : "no: " + String.join("; ", faults);
  }

  private static boolean fits(ModelHeader one, ModelHeader other) {
    return one.kind().equals(other.kind())
        && one.provenance().features().fits(other.provenance().features())
        && one.shape().equals(other.shape().withClasses(one.shape().classes()));
  }

  private void compare(List<String> faults, String name, String what, int found) {
    String wanted = option(name);
    if (!wanted.isEmpty() && !wanted.equals(String.valueOf(found))) {
      faults.add("%s %s instead of %s (-%s)".formatted(what, found, wanted, name));
    }
  }

  private String option(String name) {
    int at = Utils.getOptionPos(name, options.toArray(String[]::new));
    return at < 0 || at + 1 >= options.size() ? "" : StringUtils.strip(options.get(at + 1));
  }
}
