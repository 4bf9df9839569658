package weka.experiment;

import emotiontransfer.media.TestClips;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import weka.core.Instances;
import weka.core.converters.ConverterUtils.DataSource;
import weka.core.converters.EmotionCorpusLoader;

/** Clips of one second in which an emotion is a height, and the corpus file of them. */
final class ToneCorpus {

  static final int SUBJECTS = 3;
  static final int CLIPS = 12;

  private static final int RATE = 16000;
  private static final int TAKES = 2;

  private ToneCorpus() {}

  /**
   * Writes {@code NAME1/anger/t0.wav}, ... into a folder of this name, and the corpus file beside
   * it as the command does.
   *
   * @param shift of all tones, in Hz
   */
  static File write(Path folder, String name, double shift) throws Exception {
    Path clips = folder.resolve(name);
    for (int subject = 1; subject <= SUBJECTS; subject++) {
      for (String emotion : List.of("anger", "sadness")) {
        Path group = Files.createDirectories(clips.resolve(name + subject).resolve(emotion));
        for (int take = 0; take < TAKES; take++) {
          double hertz = (emotion.equals("anger") ? 1000 : 700) + shift + 90 * subject + 60 * take;
          TestClips.tone(group.resolve("t" + take + ".wav"), RATE, 1, 0.9, hertz);
        }
      }
    }
    return describe(clips, folder.resolve(name + ".corpus"));
  }

  /** Writes the corpus file of a folder of clips. */
  static File describe(Path clips, Path file) throws Exception {
    EmotionCorpusLoader loader = new EmotionCorpusLoader();
    loader.run(loader, new String[] {"-dir", clips.toString(), "-o", file.toString()});
    return file.toFile();
  }

  /** Opens a corpus file as Weka does. */
  static Instances clips(File corpus) throws Exception {
    Instances clips = DataSource.read(corpus.getPath());
    clips.setClassIndex(clips.numAttributes() - 1);
    return clips;
  }
}
