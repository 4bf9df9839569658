package emotiontransfer.corpus;

import emotiontransfer.corpus.labels.LabelFiles;
import emotiontransfer.corpus.scheme.ClipPath;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.corpus.scheme.NamingScheme;
import emotiontransfer.corpus.scheme.Reject;
import emotiontransfer.corpus.scheme.Scheme;
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
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * All files below a folder, in an order that does not depend on the file system.
 *
 * <p>Symbolic links are followed. Links that lead back into their own path, links to nothing and
 * folders that the system does not let us read are rejects, not errors. Files and folders whose
 * name starts with a dot (also macOS's {@code ._a01.wav}) are left alone.
 */
public final class FolderWalk extends SimpleFileVisitor<Path> {

  /** A file; two paths to one file have the same key, where the file system can say so. */
  record Found(Path file, ClipPath path, Object key, boolean readable) {

    boolean isAnyOf(Collection<Modality> kinds) {
      return path.modality(kinds).isPresent();
    }

    String relative() {
      return path.relative();
    }
  }

  /** What Java puts where a name has bytes that the language setting cannot decode. */
  private static final String UNDECODABLE = "\uFFFD";

  /** Each further link could double the paths of a tree of links. */
  private static final int MOST_VISITS = 8;

  final List<Found> files = new ArrayList<>();
  final List<String> hidden = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();
  private final Map<Object, Integer> visits = new HashMap<>();
  private final Path root;

  private FolderWalk(Path root) {
    this.root = root;
  }

  /** Walks through a folder; only that itself must be readable. */
  public static FolderWalk of(Path root) throws IOException {
    FolderWalk walk = new FolderWalk(root);
    Files.walkFileTree(root, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    walk.files.sort(Comparator.comparing(Found::relative));
    walk.hidden.sort(Comparator.naturalOrder());
    return walk;
  }

  /** Returns the folder, as it was given. */
  public Path root() {
    return root;
  }

  /** Returns how the label files of a scheme label the clips, where there are some. */
  Optional<NamingScheme> labelled(Scheme scheme) throws IOException {
    return LabelFiles.read(scheme, root, files.stream().map(Found::path).toList());
  }

  /** Returns the paths below the folder of the files that clips can be taken from. */
  public List<ClipPath> paths(WantedClips wanted) {
    return files.stream().filter(found -> found.isAnyOf(wanted.kinds())).map(Found::path).toList();
  }

  /** Returns the files of some kinds, ordered by the path below the folder. */
  public List<Path> media(Set<Modality> kinds) {
    return files.stream().filter(found -> found.isAnyOf(kinds)).map(Found::file).toList();
  }

  /** Returns what could not be read. */
  public List<Reject> rejects() {
    return rejects;
  }

  private ClipPath relative(Path path) {
    return ClipPath.of(root.relativize(path));
  }

  private void reject(Path path, Reject.Kind kind, String detail) {
    rejects.add(new Reject(relative(path).relative(), kind, detail));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    if (!folder.equals(root) && isHidden(folder)) {
      hidden.add(relative(folder).relative());
      return FileVisitResult.SKIP_SUBTREE;
    }
    Object key = Objects.requireNonNullElse(attributes.fileKey(), folder);
    if (visits.merge(key, 1, Integer::sum) > MOST_VISITS) {
      String detail = "links have led to this folder " + MOST_VISITS + " times before";
      reject(folder, Reject.Kind.COPY, detail);
      return FileVisitResult.SKIP_SUBTREE;
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    ClipPath path = relative(file);
    if (isHidden(file)) {
      hidden.add(path.relative());
    } else if (attributes.isSymbolicLink()) {
      reject(file, Reject.Kind.BROKEN_LINK, "the link leads to nothing");
    } else if (path.relative().contains(UNDECODABLE)) {
      String fix = "set LC_ALL=C.UTF-8";
      String detail = "Java cannot read this name under the present language setting; " + fix;
      reject(file, Reject.Kind.CHARACTERS, detail);
    } else if (attributes.isRegularFile()) {
      Object key = Objects.requireNonNullElse(attributes.fileKey(), file);
      boolean asked = path.modality().isPresent();
      files.add(new Found(file, path, key, !asked || Files.isReadable(file)));
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
      reject(path, Reject.Kind.UNREADABLE, Reject.LOCKED);
    } else if (problem != null) {
      reject(path, Reject.Kind.UNREADABLE, "reading it fails: " + problem.getMessage());
    }
    return FileVisitResult.CONTINUE;
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }
}
