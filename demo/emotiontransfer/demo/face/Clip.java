package emotiontransfer.demo.face;

import emotiontransfer.media.Natives;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

/**
 * Frames in order of time.
 *
 * @param frames pictures of type {@link BufferedImage#TYPE_3BYTE_BGR} and of one size, at least one
 * @param framesPerSecond their rate
 */
record Clip(List<BufferedImage> frames, int framesPerSecond) {

  /** MPEG-4's scale of quantisation, 1 (best) to 31. */
  private static final double QUANTISER = 3;

  Clip {
    frames = List.copyOf(frames);
  }

  /**
   * Writes the frames as MPEG-4 in AVI, as eNTERFACE'05 has it.
   *
   * @param file is overwritten
   * @throws IOException if it cannot be written
   */
  void save(Path file) throws IOException {
    Natives.loadFFmpeg();
    int width = frames.get(0).getWidth();
    int height = frames.get(0).getHeight();
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), width, height, 0)) {
      recorder.setFormat("avi");
      recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
      recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
      recorder.setFrameRate(framesPerSecond);
      recorder.setVideoQuality(QUANTISER);
      // One thread, and no name of the encoder in the file: the same frames give the same bytes.
      recorder.setVideoOption("threads", "1");
      recorder.setVideoOption("flags", "+bitexact");
      recorder.setOption("fflags", "+bitexact");
      recorder.start();
      for (BufferedImage frame : frames) {
        recorder.record(copy(frame), avutil.AV_PIX_FMT_BGR24);
      }
      recorder.stop();
    } catch (FFmpegFrameRecorder.Exception e) {
      throw new IOException("The clip '" + file + "' cannot be written: " + e.getMessage(), e);
    }
  }

  private static Frame copy(BufferedImage picture) {
    byte[] values = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    Frame frame = new Frame(picture.getWidth(), picture.getHeight(), Frame.DEPTH_UBYTE, 3);
    ByteBuffer target = (ByteBuffer) frame.image[0];
    int row = 3 * picture.getWidth();
    for (int y = 0; y < picture.getHeight(); y++) {
      target.position(y * frame.imageStride);
      target.put(values, y * row, row);
    }
    target.rewind();
    return frame;
  }
}
