package emotiontransfer.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The inner folders of a store. One is listed when another process has changed it, and not for
 * every clip that is looked for: that would take a time that grows with the square of their number.
 *
 * <p>What is written within the resolution of the file system's clock after a listing may be
 * overlooked, which costs decoding a clip once more.
 */
final class StoreFolders {

  private final Path folder;

  /** When inner folders were last changed, as far as their files are known. */
  private final Map<String, FileTime> known = new ConcurrentHashMap<>();

  StoreFolders(Path folder) {
    this.folder = folder;
  }

  /** Returns when a clip's folder was last changed; nothing if there is none. */
  Optional<FileTime> changed(StoreKey key) throws IOException {
    try {
      return Optional.of(Files.getLastModifiedTime(folder.resolve(key.folder())));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Returns the files in a clip's folder, or none if they are known. */
  List<Entry> unknown(StoreKey key) throws IOException {
    Optional<FileTime> now = changed(key);
    if (now.isEmpty() || now.get().equals(known.get(key.folder()))) {
      return List.of();
    }
    List<Entry> entries = new ArrayList<>();
    for (Path file : list(folder.resolve(key.folder()), "*.npy")) {
      Entry.ofName(file.getFileName().toString()).ifPresent(entries::add);
    }
    known.put(key.folder(), now.get());
    return entries;
  }

  /** Takes note of a change that this process has made to a clip's folder. */
  void wrote(StoreKey key, Optional<FileTime> before) throws IOException {
    Optional<FileTime> now = changed(key);
    if (now.isPresent() && before.equals(Optional.ofNullable(known.get(key.folder())))) {
      known.put(key.folder(), now.get());
    }
  }

  /** Returns the files of a folder; none if it is gone. */
  static List<Path> list(Path folder, String glob) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> some = Files.newDirectoryStream(folder, glob)) {
      some.forEach(files::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    }
    return files;
  }
}
