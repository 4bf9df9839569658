package emotiontransfer.weka.predict;

import emotiontransfer.corpus.FolderWalk;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.corpus.scheme.Reject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Clips to decide about.
 *
 * @param obstacles a sentence on each thing that cannot be one
 */
public record Recordings(List<Path> files, List<String> obstacles) {

  public Recordings {
    files = List.copyOf(files);
    obstacles = List.copyOf(obstacles);
  }

  /** Takes files as they are, and of folders those of a kind, in folders below, too. */
  public static Recordings find(List<Path> paths, Set<Modality> wanted) throws IOException {
    List<Path> files = new ArrayList<>();
    List<String> obstacles = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.isDirectory(path)) {
        files.add(path);
        continue;
      }
      FolderWalk folder = FolderWalk.of(path);
      List<Path> found = folder.media(wanted);
      files.addAll(found);
      for (Reject reject : folder.rejects()) {
        obstacles.add("%s: %s.".formatted(path.resolve(reject.path()), reject.detail()));
      }
      if (found.isEmpty()) {
        obstacles.add("Folder '%s' has no clip.".formatted(path));
      }
    }
    return new Recordings(files, obstacles);
  }
}
