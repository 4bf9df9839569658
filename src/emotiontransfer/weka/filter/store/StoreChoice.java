package emotiontransfer.weka.filter.store;

import emotiontransfer.media.ClipLimits;
import emotiontransfer.media.ClipReader;
import emotiontransfer.store.SegmentStore;
import emotiontransfer.store.StoredClips;
import emotiontransfer.weka.progress.WindowLog;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import weka.core.ResourceUtils;
import weka.gui.Logger;

/**
 * Where decoded clips are kept for all processes.
 *
 * @param where a folder, or {@link #DEFAULT}; {@link #NONE} or an empty path for none
 * @param gigabytes what the store may take on the disk; 0 for any
 */
public record StoreChoice(File where, int gigabytes) {

  /** Names the folder below WEKA_HOME. */
  public static final String DEFAULT = "default";

  public static final String NONE = "none";

  /** What a store takes unless something else is asked for, in GB. */
  public static final int USUAL_GIGABYTES = 10;

  private static final String FOLDER = "emotionTransfer-store";

  /** Returns the folder, which need not exist; empty for no store. */
  public Optional<Path> folder() {
    String path = where.getPath();
    return switch (path) {
      case "", NONE -> Optional.empty();
      case DEFAULT -> Optional.of(ResourceUtils.getWekaHome().toPath().resolve(FOLDER));
      default -> Optional.of(Path.of(inHome(path)).toAbsolutePath().normalize());
    };
  }

  /** A shell leaves a tilde alone that stands in quotes, as the options of a filter do. */
  private static String inHome(String path) {
    boolean isInHome = path.startsWith("~" + File.separator);
    return isInHome ? System.getProperty("user.home") + path.substring(1) : path;
  }

  /**
   * Returns a reader that takes clips out of the store, or the given one where there is none.
   *
   * @param settings all options that change a decoded clip
   * @param limits a clip beyond them is rejected, whoever has decoded it
   * @param create whether the folder is made; a model from elsewhere must not make one
   * @param log takes warnings; null for the window's
   */
  public ClipReader reader(
      ClipReader reader, String settings, ClipLimits limits, boolean create, Logger log) {
    Optional<Path> folder = folder().filter(path -> create || Files.isDirectory(path));
    if (folder.isEmpty()) {
      return reader;
    }
    SegmentStore store = SegmentStore.at(folder.get());
    store.bound(gigabytes == 0 ? Long.MAX_VALUE : (long) gigabytes << 30);
    String all =
        "%s -max-seconds %s -max-pixels %s -formats %s -version %s"
            .formatted(settings, limits.seconds(), limits.pixels(), limits.formats(), version());
    return new StoredClips(reader, store, all, sentence -> WindowLog.warn(log, sentence));
  }

  /** Returns what distinguishes clips of this store in a cache; empty for no store. */
  @Override
  public String toString() {
    return folder().map(path -> " -store " + path).orElse("");
  }

  /** Another version may decode otherwise. */
  private static String version() {
    String version = StoreChoice.class.getPackage().getImplementationVersion();
    return Objects.requireNonNullElse(version, "development");
  }
}
