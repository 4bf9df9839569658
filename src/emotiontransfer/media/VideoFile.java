package emotiontransfer.media;

import emotiontransfer.media.format.FormatChoice;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** The frames of the best video stream of a file; a still image is a video of one frame. */
final class VideoFile implements AutoCloseable {

  private final Path file;
  private final MediaStream video;
  private final PictureConverter converter;
  private final double rate;
  private long frames;
  private double seconds;

  VideoFile(Path file, FormatChoice formats) throws MediaException {
    this.file = file;
    Natives.loadOpenCv();
    video = new MediaStream(file, "a video or image", MediaStream.PROBED_PACKETS, formats);
    int best =
        avformat.av_find_best_stream(
            video.format(), avutil.AVMEDIA_TYPE_VIDEO, -1, -1, (PointerPointer<?>) null, 0);
    int disposition = best < 0 ? 0 : video.format().streams(best).disposition();
    if (best < 0 || (disposition & avformat.AV_DISPOSITION_ATTACHED_PIC) != 0) {
      throw video.failure(
          video.first(avutil.AVMEDIA_TYPE_AUDIO) >= 0
              ? "has no video stream, only sound"
              : "has no video that FFmpeg can read; it may be damaged");
    }
    if (!video.select(best, "has video that FFmpeg cannot decode, or is damaged")) {
      throw video.failure("has video in a format that this FFmpeg cannot decode");
    }
    double declared = avutil.av_q2d(video.stream().avg_frame_rate());
    rate = declared > 0 ? declared : 25;
    converter = new PictureConverter(file);
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
    long declared = video.stream().nb_frames();
    if (video.stream().duration() != avutil.AV_NOPTS_VALUE && declared >= 2) {
      MediaStream.warnIfCutShort(file, "%.0f frames", declared, frames);
    }
    return false;
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

  Mat picture() throws MediaException {
    return converter.convert(video.frame());
  }

  @Override
  public void close() {
    converter.close();
    video.close();
  }
}
