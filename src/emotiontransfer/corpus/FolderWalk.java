package emotiontransfer.corpus;

import emotiontransfer.corpus.scheme.ClipPath;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.corpus.scheme.Reject;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * All files below a folder, in an order that does not depend on the file system.
 *
 * <p>Symbolic links are followed. Links that lead back into their own path, links to nothing and
 * folders that the system does not let us read are rejects, not errors. Files and folders whose
 * name starts with a dot (also macOS's {@code ._a01.wav}) are left alone.
 */
public final class FolderWalk extends SimpleFileVisitor<Path> {

  /**
   * A file with its path below the folder, in pieces and as written.
   *
   * @param key the same for two paths to one file, where the file system can say so
   */
  record Found(Path file, ClipPath path, String relative, Object key) {

    /** Returns whether the file is of one of these kinds by its extension. */
    boolean isAnyOf(Set<Modality> kinds) {
      return path.modality().filter(kinds::contains).isPresent();
    }
  }

  /** What Java puts where a name has bytes that the language setting cannot decode. */
  private static final char UNDECODABLE = '\uFFFD';

  private final Path root;
  private final List<Found> files = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();
  private final List<String> hidden = new ArrayList<>();

  private FolderWalk(Path root) {
    this.root = root;
  }

  /**
   * Walks through a folder.
   *
   * @throws IOException if the folder itself cannot be read
   */
  public static FolderWalk of(Path root) throws IOException {
    FolderWalk walk = new FolderWalk(root);
    Set<FileVisitOption> links = EnumSet.of(FileVisitOption.FOLLOW_LINKS);
    Files.walkFileTree(root, links, Integer.MAX_VALUE, walk);
    walk.files.sort(Comparator.comparing(Found::relative));
    walk.hidden.sort(Comparator.naturalOrder());
    return walk;
  }

  /** Returns the files of some kinds, ordered by the path below the folder. */
  public List<Path> media(Set<Modality> kinds) {
    return files.stream().filter(found -> found.isAnyOf(kinds)).map(Found::file).toList();
  }

  /** Returns what could not be read. */
  public List<Reject> rejects() {
    return rejects;
  }

  List<Found> files() {
    return files;
  }

  List<String> hidden() {
    return hidden;
  }

  private String relative(Path path) {
    return root.relativize(path).toString().replace(root.getFileSystem().getSeparator(), "/");
  }

  private void reject(Path path, Reject.Kind kind, String detail) {
    rejects.add(new Reject(relative(path), kind, detail));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    if (!folder.equals(root) && isHidden(folder)) {
      hidden.add(relative(folder));
      return FileVisitResult.SKIP_SUBTREE;
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    String relative = relative(file);
    if (isHidden(file)) {
      hidden.add(relative);
    } else if (attributes.isSymbolicLink()) {
      reject(file, Reject.Kind.BROKEN_LINK, "the link leads to nothing");
    } else if (relative.indexOf(UNDECODABLE) >= 0) {
      reject(
          file,
          Reject.Kind.CHARACTERS,
          "Java cannot read this name under the present language setting; set LC_ALL=C.UTF-8");
    } else if (attributes.isRegularFile()) {
      Object key = Objects.requireNonNullElse(attributes.fileKey(), file);
      files.add(new Found(file, ClipPath.of(root.relativize(file)), relative, key));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
    if (file.equals(root)) {
      throw problem;
    }
    return postVisitDirectory(file, problem);
  }

  @Override
  public FileVisitResult postVisitDirectory(Path path, IOException problem) {
    if (problem instanceof FileSystemLoopException) {
      reject(path, Reject.Kind.LINK_LOOP, "the link leads to a folder above it");
    } else if (problem instanceof AccessDeniedException) {
      reject(path, Reject.Kind.UNREADABLE, "the system does not let us read it");
    } else if (problem != null) {
      reject(path, Reject.Kind.UNREADABLE, "reading it fails: " + problem.getMessage());
    }
    return FileVisitResult.CONTINUE;
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }
}
