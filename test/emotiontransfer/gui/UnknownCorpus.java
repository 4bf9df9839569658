package emotiontransfer.gui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Recordings in one folder whose names are of no scheme: {@code rec01-f01-ang-s02.wav}. */
final class UnknownCorpus {

  private UnknownCorpus() {}

  /**
   * Copies a corpus of folders.
   *
   * @param corpus has folders {@code velua-SUBJECT/EMOTION}
   */
  static void write(Path corpus, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Path> clips;
    try (Stream<Path> files = Files.walk(corpus, 3)) {
      clips = files.filter(file -> corpus.relativize(file).getNameCount() == 3).sorted().toList();
    }
    for (int i = 0; i < clips.size(); i++) {
      Path clip = corpus.relativize(clips.get(i));
      String subject = clip.getName(0).toString().replace("velua-", "");
      String emotion = clip.getName(1).toString().substring(0, 3);
      String name = "rec%s-%s-%s-%s".formatted(10 + i, subject, emotion, clip.getFileName());
      Files.copy(clips.get(i), folder.resolve(name));
    }
  }
}
