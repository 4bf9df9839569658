package emotiontransfer.torture;

import emotiontransfer.corpus.ParserTorture;
import emotiontransfer.weka.classify.ModelTorture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.io.FileUtils;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.TestInstances;
import weka.core.Utils;

/** The package's own parsers, fed with damaged models, corpus files, tables and folders. */
final class Parsers {

  private static final String SMALL = "-G 2 -L 2 -M 4 -H 3 -N 2 -P 3 -export ";

  private Parsers() {}

  /** Damages a small model at every place, in both formats. */
  static List<Fault> models(Path folder) throws Exception {
    Files.createDirectories(folder);
    TestInstances random = new TestInstances();
    random.setNumNominal(0);
    random.setNumNumeric(3);
    Instances table = random.generate();
    Path own = folder.resolve("small.pathnet");
    Path serialized = folder.resolve("small.model");
    PathNetClassifier scheme = new PathNetClassifier();
    scheme.setOptions(Utils.splitOptions(SMALL + Utils.quote(own.toString())));
    scheme.buildClassifier(table);
    SerializationHelper.write(serialized.toString(), scheme);
    return List.of(model(own), model(serialized));
  }

  private static Fault model(Path whole) throws Exception {
    String name = whole.getFileName().toString().replace("small", "");
    Path damaged = whole.resolveSibling("damaged" + name);
    ModelTorture.Result result = ModelTorture.of(Files.readAllBytes(whole), damaged, 1);
    List<String> faults = result.faults();
    return new Fault(
        name + ", damaged at every byte",
        result.tries(),
        faults.size(),
        0,
        0,
        String.format(
            Locale.ROOT,
            "%d read, %d rejected in one sentence%s",
            result.read(),
            result.tries() - result.read() - faults.size(),
            first(faults)));
  }

  /** Feeds the readers of corpora. */
  static Fault corpora(long seed, int tries, Path folder) throws Exception {
    FileUtils.deleteDirectory(folder.toFile());
    List<String> faults = ParserTorture.run(seed, tries, Files.createDirectories(folder));
    return new Fault(
        "corpus files, CSV tables, folder names",
        2 * tries + tries / 20,
        faults.size(),
        0,
        0,
        "a corpus or one sentence each" + first(faults));
  }

  private static String first(List<String> faults) {
    return faults.isEmpty() ? "" : "; " + faults.get(0).replaceAll("\\R", " / ");
  }
}
