package emotiontransfer.study;

import emotiontransfer.media.TestClips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Tiny corpora in the names of the paper's: half a second of tone a clip, whose pitch depends on
 * the emotion and, less, on the subject.
 */
public final class StudyCorpora {

  private static final int RATE = 16_000;
  private static final int FRAMES = RATE / 2;

  private StudyCorpora() {}

  /** Writes eNTERFACE'05, SAVEE and EMO-DB, as far as a quick study needs them. */
  public static Path write(Path folder) throws IOException {
    enterface(Files.createDirectories(folder.resolve("enter")));
    savee(Files.createDirectories(folder.resolve("surrey")));
    emoDb(Files.createDirectories(folder.resolve("berlin")));
    Files.createDirectories(folder.resolve("nothing"));
    return folder;
  }

  private static void enterface(Path folder) throws IOException {
    List<String> codes = List.of("an", "di", "fe", "ha", "sa", "su");
    for (int subject = 1; subject <= 2; subject++) {
      for (String code : codes) {
        clip(folder.resolve("s" + subject + "_" + code + "_1.wav"), codes.indexOf(code), subject);
      }
    }
  }

  private static void savee(Path folder) throws IOException {
    List<String> codes = List.of("a", "d", "f", "h", "sa", "su", "n");
    for (String subject : List.of("DC", "JE")) {
      for (String code : codes) {
        clip(folder.resolve(subject + "_" + code + "01.wav"), codes.indexOf(code), 3);
      }
    }
  }

  /** The third subject shows no boredom. */
  private static void emoDb(Path folder) throws IOException {
    List<String> codes = List.of("W", "E", "A", "F", "T", "L", "N");
    for (String subject : List.of("03", "08", "09")) {
      for (String text : List.of("a01", "a02")) {
        for (String code : codes) {
          if (!(subject.equals("09") && code.equals("L"))) {
            int pitch = Integer.parseInt(subject);
            clip(folder.resolve(subject + text + code + "a.wav"), codes.indexOf(code), pitch);
          }
        }
      }
    }
  }

  private static void clip(Path file, int emotion, int subject) throws IOException {
    Random noise = new Random(file.getFileName().toString().hashCode());
    double hertz = 300 * (emotion + 1) + 17 * subject;
    TestClips.pcm16(
        file,
        RATE,
        1,
        FRAMES,
        i -> 0.4 * Math.sin(2 * Math.PI * hertz * i / RATE) + 0.05 * noise.nextGaussian());
  }
}
