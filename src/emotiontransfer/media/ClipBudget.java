package emotiontransfer.media;

import emotiontransfer.file.Shown;
import emotiontransfer.media.format.FormatChoice;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one clip may take, from the moment on when its reading began. For one thread. */
public final class ClipBudget {

  /** Containers declare a little more or less than they hold. */
  static final double TOLERANCE = 0.05;

  private static final Logger LOG = LoggerFactory.getLogger(ClipBudget.class);
  private static final double NANOS = 1e9;
  private static final double MEGABYTE = 1 << 20;

  private final Path clip;
  private final ClipLimits limits;
  private final long mostBytes;
  private final double bytesPerSecond;
  private final long start = System.nanoTime();
  private boolean collects;
  private Optional<String> shortfall = Optional.empty();

  ClipBudget(Path clip, ClipLimits limits, long mostBytes, double bytesPerSecond) {
    this.clip = clip;
    this.limits = limits;
    this.mostBytes = mostBytes;
    this.bytesPerSecond = bytesPerSecond;
  }

  /** Has a clip that was cut short noted for who reads it, instead of logged. */
  public ClipBudget collecting() {
    collects = true;
    return this;
  }

  /** Returns how much a clip declares and how much it holds, in words, where it was cut short. */
  public Optional<String> shortfall() {
    return shortfall;
  }

  void warnIfCutShort(String unit, double declared, double held) {
    if (declared - held > TOLERANCE * declared) {
      String most = String.format(Locale.ROOT, unit, declared);
      String least = String.format(Locale.ROOT, unit, held);
      shortfall = Optional.of("declares %s but holds %s".formatted(most, least));
      if (!collects) {
        LOG.warn(
            "Clip '{}' {}; it may have been cut off in a copy.", Shown.name(clip), shortfall.get());
      }
    }
  }

  FormatChoice formats() {
    return limits.formats();
  }

  long pixels() {
    return limits.pixels();
  }

  /** Rejects a clip that declares, or has already given, more seconds than it may. */
  public void requireSeconds(double seconds) throws MediaException {
    if (seconds > limits.seconds()) {
      throw new MediaException(
          clip,
          "is longer than the limit of %s s; cut it into utterances or raise the limit (-max-seconds)"
              .formatted(limits.seconds()));
    }
    requireBytes((long) (seconds * bytesPerSecond));
  }

  /** Rejects a clip whose segments take more memory than they may. */
  public void requireBytes(long bytes) throws MediaException {
    if (bytes > mostBytes) {
      throw new MediaException(
          clip,
          String.format(
              Locale.ROOT,
              "needs more than %.1f MB of memory, the limit for a clip; cut it, take fewer frames"
                  + " of a video (-fps), or raise the limit (-max-bytes) and the heap (java -Xmx)",
              mostBytes / MEGABYTE));
    }
  }

  /** Rejects a clip that has been read for too long. */
  public void requireTime() throws MediaException {
    if ((System.nanoTime() - start) / NANOS > limits.time()) {
      throw new MediaException(
          clip,
          "took longer to read than the limit of %s s; cut it or raise the limit (-max-time)"
              .formatted(limits.time()));
    }
  }
}
