package emotiontransfer.media;

import emotiontransfer.media.picture.PictureConverter;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** The frames of the best video stream of a file; a still image is a video of one frame. */
final class VideoFile implements AutoCloseable {

  private static final String DAMAGED = "has no video that FFmpeg can read; it may be damaged";

  private final Path file;
  private final ClipBudget budget;
  private final MediaStream video;
  private final PictureConverter converter;
  private final boolean still;
  private final double rate;
  private long frames;
  private double seconds;

  VideoFile(Path file, ClipBudget budget) throws MediaException {
    this.file = file;
    this.budget = budget;
    MediaStream.check(file);
    Natives.loadOpenCv();
    video = new MediaStream(file, "a video or image", MediaStream.PROBED_PACKETS, budget);
    try {
      select();
      still = video.isStill();
      converter = new PictureConverter(file, still, budget.pixels());
    } catch (IllegalArgumentException tooLarge) {
      throw video.failure(tooLarge.getMessage());
    } catch (IOException e) {
      throw e instanceof MediaException said ? said : video.failure("cannot be read: " + e);
    }
    double declared = avutil.av_q2d(video.stream().avg_frame_rate());
    rate = declared > 0 ? declared : 25;
  }

  private void select() throws MediaException {
    int best =
        avformat.av_find_best_stream(
            video.format(), avutil.AVMEDIA_TYPE_VIDEO, -1, -1, (PointerPointer<?>) null, 0);
    int disposition = best < 0 ? 0 : video.format().streams(best).disposition();
    if (best < 0 || (disposition & avformat.AV_DISPOSITION_ATTACHED_PIC) != 0) {
      throw video.failure(
          video.first(avutil.AVMEDIA_TYPE_AUDIO) >= 0
              ? "has no video stream, only sound"
              : DAMAGED);
    }
    AVCodecParameters declared = video.format().streams(best).codecpar();
    PictureConverter.requireAtMost(budget.pixels(), declared.width(), declared.height());
    if (!video.select(best, "has video that FFmpeg cannot decode, or is damaged")) {
      throw video.failure("has video in a format that this FFmpeg cannot decode");
    }
  }

  /** Goes to the next frame; returns false behind the last one. */
  boolean advance() throws MediaException {
    if (video.advance()) {
      seconds = time();
      frames++;
      return true;
    }
    if (frames == 0) {
      throw new MediaException(file, "has no frame that can be decoded");
    }
    warnIfCutShort();
    return false;
  }

  private void warnIfCutShort() {
    long declared = video.stream().nb_frames();
    if (video.stream().duration() != avutil.AV_NOPTS_VALUE && declared >= 2) {
      video.warnIfCutShort("%.0f frames", declared, frames);
    } else {
      double held = Math.max(video.furthestSeconds(), seconds + 1 / rate);
      video.warnIfCutShort("%.2f s", declaredSeconds(), held);
    }
  }

  private double time() {
    long stamp = video.frame().best_effort_timestamp();
    double regular = frames == 0 ? 0 : seconds + 1 / rate;
    if (stamp == avutil.AV_NOPTS_VALUE) {
      return regular;
    }
    double stamped = stamp * avutil.av_q2d(video.stream().time_base());
    return frames > 0 && stamped <= seconds ? regular : stamped;
  }

  /** Returns when the current frame is shown, in s; the first frame need not be at 0. */
  double seconds() {
    return seconds;
  }

  /** Returns how long the video says that it is, in s, and 0 where it does not. */
  double declaredSeconds() {
    return still ? 0 : video.declaredSeconds();
  }

  /** Returns how many frames a second has. */
  double rate() {
    return rate;
  }

  Mat picture() throws MediaException {
    try {
      return converter.convert(video.frame(), aspect());
    } catch (IllegalArgumentException e) {
      throw new MediaException(file, e.getMessage(), e);
    }
  }

  /**
   * Returns the width of a pixel over its height. That of a still image would come from the
   * resolution that its file names for printing, which viewers do not take for a shape.
   */
  private double aspect() {
    AVRational ratio =
        avformat.av_guess_sample_aspect_ratio(video.format(), video.stream(), video.frame());
    return still || ratio.num() <= 0 || ratio.den() <= 0 ? 1 : avutil.av_q2d(ratio);
  }

  @Override
  public void close() {
    converter.close();
    video.close();
  }
}
