package emotiontransfer.media.picture;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * How luma and chroma of a frame stand for blue, green and red (ITU-T H.273); without a meaning for
 * frames that hold these themselves.
 *
 * @param matrix one of FFmpeg's {@code AVCOL_SPC_}, which swscale can convert
 * @param full whether 8-bit luma runs from 0 to 255 and not from 16 to 235
 */
record ColourCoding(int matrix, boolean full) {

  /** Of video that does not say its matrix, from this height on, players take it for BT.709. */
  private static final int HIGH_DEFINITION = 720;

  /**
   * Returns what a frame says. Where it says nothing, a still image is taken for JPEG's full range
   * and BT.601, video for the limited range and, as players do, BT.601 or BT.709 by its height.
   *
   * @throws IllegalArgumentException if swscale does not know the matrix
   */
  static ColourCoding of(AVFrame frame, boolean still) {
    AVPixFmtDescriptor pixels = avutil.av_pix_fmt_desc_get(frame.format());
    boolean luma = pixels != null && (pixels.flags() & avutil.AV_PIX_FMT_FLAG_RGB) == 0;
    boolean grey = luma && pixels.nb_components() < 3;
    String name = pixels == null ? "" : pixels.name().getString();
    boolean unsaid = frame.color_range() == avutil.AVCOL_RANGE_UNSPECIFIED;
    boolean full =
        frame.color_range() == avutil.AVCOL_RANGE_JPEG
            || name.startsWith("yuvj")
            || unsaid && (still || grey);
    return new ColourCoding(luma && !grey ? matrix(frame, still) : avutil.AVCOL_SPC_BT470BG, full);
  }

  private static int matrix(AVFrame frame, boolean still) {
    int said = frame.colorspace();
    return switch (said) {
      case avutil.AVCOL_SPC_UNSPECIFIED, avutil.AVCOL_SPC_RESERVED, avutil.AVCOL_SPC_RGB ->
          still || frame.height() < HIGH_DEFINITION
              ? avutil.AVCOL_SPC_BT470BG
              : avutil.AVCOL_SPC_BT709;
      case avutil.AVCOL_SPC_BT709,
          avutil.AVCOL_SPC_FCC,
          avutil.AVCOL_SPC_BT470BG,
          avutil.AVCOL_SPC_SMPTE170M,
          avutil.AVCOL_SPC_SMPTE240M,
          avutil.AVCOL_SPC_BT2020_NCL,
          avutil.AVCOL_SPC_BT2020_CL ->
          said;
      default ->
          throw new IllegalArgumentException(
              "has colours in the form '%s', which cannot be converted; convert it to bt709 first"
                  .formatted(avutil.av_color_space_name(said).getString()));
    };
  }
}
