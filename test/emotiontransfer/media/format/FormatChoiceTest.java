package emotiontransfer.media.format;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import emotiontransfer.media.Natives;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Pointer;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FormatChoiceTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @BeforeClass
  public static void loadFfmpeg() {
    Natives.loadFFmpeg();
  }

  private static String option(FormatChoice formats, String name) {
    AVDictionary options = new AVDictionary(null);
    formats.restrict(options);
    AVDictionaryEntry entry = avutil.av_dict_get(options, name, null, 0);
    String value = entry == null ? "" : entry.value().getString();
    avutil.av_dict_free(options);
    return value;
  }

  private static Set<String> formats(FormatChoice choice) {
    return new TreeSet<>(List.of(option(choice, "format_whitelist").split(",")));
  }

  @Test
  public void usualFormatsAreFormatsOfFfmpegButNoPlaylistsAndNoneOfGames() {
    Set<String> known = new TreeSet<>();
    try (Pointer position = new Pointer()) {
      for (var format = avformat.av_demuxer_iterate(position);
          format != null;
          format = avformat.av_demuxer_iterate(position)) {
        known.addAll(List.of(format.name().getString().split(",")));
      }
    }
    Set<String> usual = formats(FormatChoice.USUAL);
    assertTrue(known.containsAll(usual));
    assertTrue(usual.containsAll(List.of("wav", "mp4", "matroska", "nistsphere", "png_pipe")));
    for (String shut : List.of("hls", "concat", "dash", "rtsp", "bink", "tty", "s16le", "lavfi")) {
      assertFalse(shut, usual.contains(shut));
    }
    assertTrue(formats(FormatChoice.ANY).containsAll(List.of("bink", "s16le")));
    assertFalse(formats(FormatChoice.ANY).contains("concat"));
  }

  @Test
  public void nothingButTheFileItselfIsOpened() {
    for (FormatChoice choice : FormatChoice.values()) {
      assertEquals("file", option(choice, "protocol_whitelist"));
      assertEquals("none", option(choice, "pattern_type"));
    }
  }

  @Test
  public void decodersBeyondTheUsualOnesNeedTheOption() {
    var bink = avcodec.avcodec_find_decoder(avcodec.AV_CODEC_ID_BINKVIDEO);
    String reason = FormatChoice.USUAL.reason(bink).orElseThrow();
    assertTrue(reason, reason.startsWith("has the codec 'binkvideo', which recordings seldom"));
    assertTrue(reason, reason.contains("-any-format"));
    assertEquals(Optional.empty(), FormatChoice.ANY.reason(bink));
    for (int codec :
        new int[] {
          avcodec.AV_CODEC_ID_AAC, avcodec.AV_CODEC_ID_MP3, avcodec.AV_CODEC_ID_H264,
          avcodec.AV_CODEC_ID_AV1, avcodec.AV_CODEC_ID_PCM_MULAW, avcodec.AV_CODEC_ID_WEBP
        }) {
      var decoder = avcodec.avcodec_find_decoder(codec);
      assertEquals(Optional.empty(), FormatChoice.USUAL.reason(decoder));
    }
  }

  @Test
  public void decodersWithKnownFaultsThatNoRecordingNeedsAreShut() {
    for (String name : List.of("magicyuv", "sanm", "tdsc", "flic", "apac", "mpc7", "mpc8")) {
      var decoder = avcodec.avcodec_find_decoder_by_name(name);
      if (decoder != null) {
        assertTrue(name, FormatChoice.USUAL.reason(decoder).isPresent());
      }
    }
  }

  /** A Smacker file, as games have them. */
  private Path smacker() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(2000).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("SMK2".getBytes(StandardCharsets.US_ASCII)).putInt(320).putInt(200).putInt(10);
    return Files.write(folder.getRoot().toPath().resolve("game.avi"), bytes.array());
  }

  @Test
  public void formatBeyondTheUsualOnesIsNamed() throws IOException {
    assertEquals(
        Optional.of(
            "has the format 'smk', which recordings seldom have; convert it, or open it with"
                + " -any-format if you trust it"),
        FormatChoice.USUAL.reason(smacker()));
    assertEquals(Optional.empty(), FormatChoice.ANY.reason(smacker()));
  }

  @Test
  public void playlistIsNeverOpened() throws IOException {
    Path list = folder.newFile("list.mpd").toPath();
    Files.writeString(
        list,
        "<?xml version=\"1.0\"?>\n<MPD profiles=\"urn:mpeg:dash:profile:isoff-live:2011\"/>\n");
    for (FormatChoice choice : FormatChoice.values()) {
      String reason = choice.reason(list).orElseThrow();
      assertEquals("is a playlist (dash); give the files that it names", reason);
    }
  }
}
