package emotiontransfer.corpus;

import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.corpus.scheme.Reject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The recordings in a folder and below it, whatever their names mean.
 *
 * @param files paths that begin with the folder's, ordered by their path below it
 * @param rejects what could not be reached
 */
public record MediaFolder(List<Path> files, List<Reject> rejects) {

  /** Copies the lists. */
  public MediaFolder {
    files = List.copyOf(files);
    rejects = List.copyOf(rejects);
  }

  /**
   * Looks through a folder. Files and folders whose name starts with a dot are left alone.
   *
   * @param folder that is read
   * @param wanted what files may hold, judged by their extensions
   * @return its recordings
   * @throws IOException if the folder itself cannot be read
   */
  public static MediaFolder of(Path folder, Set<Modality> wanted) throws IOException {
    FolderWalk walk = FolderWalk.of(folder);
    List<Path> files = new ArrayList<>();
    for (FolderWalk.Found found : walk.files()) {
      String name = found.file().getFileName().toString();
      String extension = name.substring(name.lastIndexOf('.') + 1);
      if (Modality.ofExtension(extension).filter(wanted::contains).isPresent()) {
        files.add(found.file());
      }
    }
    return new MediaFolder(files, walk.rejects());
  }
}
