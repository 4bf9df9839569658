package emotiontransfer.torture;

import emotiontransfer.demo.SmallCorpora;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import weka.core.Instances;
import weka.core.converters.ArffSaver;
import weka.core.converters.EmotionCorpusLoader;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.MelDeltaSpectrogram;

/** What the commands under torture read: two small corpora, a clip table and a bag table. */
final class Inputs {

  private Inputs() {}

  /** Writes {@code source}, {@code destination}, {@code clips.arff} and {@code bags.arff}. */
  static Path write(Path folder) throws Exception {
    Path destination = Files.createDirectories(folder.resolve("destination"));
    SmallCorpora.writeSource(Files.createDirectories(folder.resolve("source")));
    SmallCorpora.writeDestination(destination);
    EmotionCorpusLoader loader = new EmotionCorpusLoader();
    loader.setOptions(new String[] {"-dir", destination.toString()});
    Instances clips = loader.getDataSet();
    clips.setClassIndex(clips.numAttributes() - 1);
    save(clips, folder.resolve("clips.arff"));
    save(bags(clips, 1), folder.resolve("bags.arff"));
    return folder;
  }

  /** Returns the bags of clips. */
  static Instances bags(Instances clips, int threads) throws Exception {
    MelDeltaSpectrogram filter = new MelDeltaSpectrogram();
    filter.setOptions(new String[] {"-num-slots", String.valueOf(threads)});
    filter.setInputFormat(clips);
    return Filter.useFilter(clips, filter);
  }

  private static void save(Instances table, Path file) throws IOException {
    ArffSaver saver = new ArffSaver();
    saver.setInstances(table);
    saver.setFile(file.toFile());
    saver.writeBatch();
  }
}
