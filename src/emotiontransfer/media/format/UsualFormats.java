package emotiontransfer.media.format;

import java.util.Set;

/**
 * Formats and codecs, by FFmpeg's names, in which recordings and pictures of people come. FFmpeg
 * has some 350 formats and 550 decoders, most of them of games and old players, seldom used and
 * seldom tested against hostile files.
 */
final class UsualFormats {

  /** Formats that only name other files or addresses, and are never opened. */
  static final Set<String> PLAYLISTS =
      names("concat dash hls imf rtp rtsp sap sdp webm_dash_manifest");

  /** Formats of files, as an input format's name has them: with commas between synonyms. */
  static final Set<String> FORMATS =
      names(
          """
          aac ac3 aiff amr ape asf au avi caf dv eac3 flac flv gif h261 h263 h264 hevc ivf
          loas m4v matroska,webm mjpeg mov,mp4,m4a,3gp,3g2,mj2 mp3 mpeg mpegts mpegvideo
          mxf nistsphere nsp nut obu ogg shn sox tta voc w64 wav wv xwma yuv4mpegpipe
          apng image2 bmp_pipe gif_pipe j2k_pipe jpeg_pipe jpegls_pipe pam_pipe pbm_pipe pfm_pipe
          pgm_pipe png_pipe ppm_pipe sgi_pipe tiff_pipe webp_pipe
          """);

  /** Decoders of compressed sound. */
  private static final String SOUND =
      """
      aac aac_latm ac3 adpcm_ima_qt adpcm_ima_wav adpcm_ms adpcm_swf adpcm_yamaha alac amrnb amrwb
      ape dvaudio eac3 flac g722 g723_1 g726 g726le g729 gsm gsm_ms ilbc libspeex mace3
      mace6 mp1 mp1float mp2 mp2float mp3 mp3float opus qcelp qdm2
      shorten speex tta vorbis wavpack wmalossless wmapro wmav1 wmav2
      wmavoice
      """;

  private static final String PICTURES =
      """
      apng av1 bmp cinepak dnxhd dvvideo ffv1 ffvhuff flv gif h261 h263 h263i h263p
      h264 hevc huffyuv indeo3 indeo5 jpeg2000 jpegls libaom-av1 libdav1d mjpeg
      mjpegb mpeg1video mpeg2video mpeg4 msmpeg4 msmpeg4v1 msmpeg4v2 msrle msvideo1 pam pbm pfm pgm
      pgmyuv png ppm prores qtrle rawvideo rpza sgi svq1 svq3 theora tiff
      utvideo v210 vc1 vp3 vp6 vp6a vp6f vp8 vp9 webp wmv1 wmv2 wmv3
      """;

  private static final String SAMPLES =
      """
      pcm_alaw pcm_f32be pcm_f32le pcm_f64be pcm_f64le pcm_mulaw pcm_s8
      pcm_s8_planar pcm_s16be pcm_s16be_planar pcm_s16le pcm_s16le_planar pcm_s24be pcm_s24le
      pcm_s24le_planar pcm_s32be pcm_s32le pcm_s32le_planar pcm_s64be pcm_s64le pcm_u8 pcm_u16be
      pcm_u16le pcm_u24be pcm_u24le pcm_u32be pcm_u32le
      """;

  /** Decoders of the codecs of these formats. */
  static final Set<String> DECODERS = names(SOUND + SAMPLES + PICTURES);

  private UsualFormats() {}

  private static Set<String> names(String text) {
    return Set.of(text.strip().split("\\s+"));
  }
}
