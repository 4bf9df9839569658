package emotiontransfer.guide;

import emotiontransfer.demo.face.FaceCorpus;
import emotiontransfer.demo.face.actor.Scene;
import emotiontransfer.demo.speech.SyntheticCorpus;
import emotiontransfer.embedding.OnnxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder with what a reader of a document has before its first command: recordings of made
 * voices, and tables and models of them.
 */
final class CommandFolder {

  private static final String SPEECH = "W weka.filters.unsupervised.attribute.MelDeltaSpectrogram";

  private static final String MANY =
      "file,subject,x,emotion\nc1.wav,s1,0.5,anger\nc2.wav,s1,0.1,neutral\n"
          + "c3.wav,s2,0.7,anger\nc4.wav,s2,0.2,neutral\n";

  /** Commands that make the things once from which all documents take theirs. */
  private static final List<String> MAKING =
      List.of(
          "W weka.core.converters.EmotionCorpusLoader -dir nordan -o source-clips.arff",
          "W weka.core.converters.EmotionCorpusLoader -dir velua -o clips.arff",
          "W weka.core.converters.EmotionCorpusLoader -dir nordan -o nordan.corpus",
          "W weka.core.converters.EmotionCorpusLoader -dir velua -o velua.corpus",
          SPEECH + " -i source-clips.arff -o source-bags.arff -c last",
          SPEECH + " -i clips.arff -o bags.arff -c last",
          "W .PathNetClassifier -t source-bags.arff -no-cv -v -d source.model",
          "W .PathNetClassifier -t bags.arff -no-cv -v -d destination.model -source source.model");

  /** What the reader of a document has before its first command. */
  static final Map<String, List<String>> GIVEN =
      Map.ofEntries(
          Map.entry(
              "README.md",
              List.of(
                  "recording.wav=velua/velua-f01/anger/s01.wav",
                  "build/demo/corpora/nordan=nordan",
                  "build/demo/corpora/velua=velua")),
          Map.entry("doc/alexnet.md", List.of("nordan.corpus", "nordan", "velua.corpus", "velua")),
          Map.entry("doc/evaluation.md", List.of("source.model", "emodb.corpus", "velua")),
          Map.entry("doc/faces.md", List.of("data/savee=faces")),
          Map.entry(
              "doc/features.md",
              List.of(
                  "ravdess.model=source.model",
                  "emodb.corpus",
                  "velua",
                  "model.onnx=vector.onnx",
                  "wav2vec2.onnx=sequence.onnx")),
          Map.entry(
              "doc/guide.md",
              List.of(
                  "recording.wav=velua/velua-f01/anger/s01.wav",
                  "recordings=recordings",
                  "new=velua/velua-f01/anger",
                  "build/demo/corpora/nordan=nordan",
                  "build/demo/corpora/nordan/nordan-m06=nordan/nordan-m02",
                  "build/demo/corpora/velua=velua")),
          Map.entry(
              "doc/models.md", List.of("velua.corpus", "velua", "destination.model", "words.txt")),
          Map.entry("doc/scaling.md", List.of("many.csv")),
          Map.entry(
              "doc/corpora.md",
              List.of(
                  "data/emodb=velua",
                  "data/faces/KA.AN1.39.tiff=words.txt",
                  "data/faces/YM.SA2.7.tiff=words.txt")),
          Map.entry("doc/speech.md", List.of("data/emodb=velua")),
          Map.entry(
              "doc/study.md",
              List.of(
                  "DIR/ravdess=nordan",
                  "DIR/emodb=velua",
                  "A=nordan",
                  "B/other1=nordan/nordan-f01",
                  "B/other2=nordan/nordan-m02",
                  "C=velua")));

  private final Path made;

  /** Makes everything in a folder. */
  CommandFolder(Path made) throws IOException {
    this.made = Files.createDirectories(made);
    few(SyntheticCorpus.SOURCE).write(made.resolve("nordan"), 1);
    few(SyntheticCorpus.DESTINATION).write(made.resolve("velua"), 1);
    describe(made.resolve("velua"), Files.createDirectories(made.resolve("recordings")));
    new FaceCorpus("ovela", Scene.HOME, 2, 1, 6).write(made.resolve("faces"), 1);
    Files.writeString(made.resolve("emodb.corpus"), "dir=velua\nscheme=folders\n");
    Files.writeString(made.resolve("many.csv"), MANY);
    Files.writeString(made.resolve("words.txt"), "Made voices, for a test.");
    OnnxFile.vector().write(made.resolve("vector.onnx"));
    OnnxFile.sequence().write(made.resolve("sequence.onnx"));
  }

  /** Returns three of a corpus's speakers and emotions, and one of its sentences. */
  private static SyntheticCorpus few(SyntheticCorpus all) {
    return new SyntheticCorpus(all.language(), 3, all.emotions().subList(0, 3), 1);
  }

  /** Copies a corpus under names that no naming scheme knows: {@code jan-ANG-01.wav}. */
  private static void describe(Path corpus, Path recordings) throws IOException {
    List<String> names = List.of("eva", "jan", "tom");
    List<String> codes = List.of("ANG", "HAP", "NEU");
    List<Path> clips;
    try (Stream<Path> files = Files.walk(corpus)) {
      clips = files.filter(Files::isRegularFile).sorted().toList();
    }
    for (int i = 0; i < clips.size(); i++) {
      String name = names.get(i / codes.size()) + "-" + codes.get(i % codes.size());
      Files.copy(clips.get(i), recordings.resolve(name + "-01.wav"));
    }
  }

  /** Returns the commands of the first folder, which must run before any document's. */
  static List<DocumentedCommand> making() {
    return MAKING.stream().map(text -> new DocumentedCommand("(made)", 0, text)).toList();
  }

  /**
   * Empties a folder and puts copies of what was made into it.
   *
   * @param given {@code NAME=MADE}, or a name that is both
   */
  void fill(Path folder, List<String> given) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(folder)) {
          Files.delete(file);
        }
      }
    }
    for (String pair : given) {
      String[] names = pair.split("=");
      copy(made.resolve(names[names.length - 1]), folder.resolve(names[0]));
    }
  }

  /** Keeps all files of a folder for others. */
  void keep(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, made.resolve(file.getFileName()));
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (!Files.isDirectory(copy)) {
          Files.copy(file, copy);
        }
      }
    }
  }
}
