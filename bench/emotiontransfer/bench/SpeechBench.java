package emotiontransfer.bench;

import emotiontransfer.media.AudioDecoder;
import emotiontransfer.media.AudioSink;
import emotiontransfer.media.ClipLimits;
import emotiontransfer.speech.SpeechSegments;
import emotiontransfer.speech.SpeechSettings;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.MelDeltaSpectrogram;

/**
 * Speed of the speech front end, in seconds of audio per second on one thread.
 *
 * @param folder takes the clips
 */
record SpeechBench(Path folder) {

  private static final int ROUNDS = 15;
  private static final int CLIPS = 100;
  private static final int CLIP_SECONDS = 2;

  /**
   * Returns the ratios mel_xrt (log-mel, deltas and segments from samples), clips_16k_xrt and
   * clips_44k_xrt (the same from files of 2 s, resampled from 44.1 kHz in the latter), all in
   * multiples of real time, and decode_overhead: the filter's time over that of bare decoding and
   * the bare front end of the same clips at 16 kHz, one thread each, in interleaved rounds.
   */
  List<Ratio> run() throws Exception {
    SpeechSegments speech = new SpeechSegments(SpeechSettings.PAPER);
    double audio = CLIPS * CLIP_SECONDS;
    float[] samples = samples();
    warmUp(() -> readAll(speech, samples));
    double mel = Ratio.medianSeconds(ROUNDS, () -> readAll(speech, samples));
    List<Path> clips16 = clips(16000);
    warmUp(() -> readAll(speech, clips16));
    double files16 = Ratio.medianSeconds(ROUNDS, () -> readAll(speech, clips16));
    List<Path> clips44 = clips(44100);
    double files44 = Ratio.medianSeconds(ROUNDS, () -> readAll(speech, clips44));
    double overhead = decodeOverhead(speech, samples, clips16);
    speech.release();
    return List.of(
        new Ratio("mel_xrt", audio / mel),
        new Ratio("clips_16k_xrt", audio / files16),
        new Ratio("clips_44k_xrt", audio / files44),
        new Ratio("decode_overhead", overhead));
  }

  private static double decodeOverhead(SpeechSegments speech, float[] samples, List<Path> clips)
      throws Exception {
    double[] overheads = new double[ROUNDS];
    warmUp(() -> filter(clips));
    for (int i = 0; i < ROUNDS; i++) {
      double decoding = Ratio.seconds(() -> decodeAll(clips));
      double frontEnd = Ratio.seconds(() -> readAll(speech, samples));
      double filter = Ratio.seconds(() -> filter(clips));
      overheads[i] = filter / (decoding + frontEnd);
    }
    return Ratio.median(overheads);
  }

  private static void warmUp(Ratio.Work work) throws Exception {
    double spent = 0;
    // Java compiles what runs often: two seconds are enough.
    while (spent < 2) {
      spent += Ratio.seconds(work);
    }
  }

  private static void decodeAll(List<Path> clips) throws Exception {
    AudioSink sink =
        new AudioSink() {
          @Override
          public void begin(int sampleRate) {
            // The samples are not used.
          }

          @Override
          public void accept(float[] mono, int length) {
            // The samples are not used.
          }
        };
    for (Path clip : clips) {
      AudioDecoder.decode(clip, ClipLimits.DEFAULT.start(clip, 0), sink);
    }
  }

  private static void filter(List<Path> clips) throws Exception {
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute("file", (List<String>) null));
    Instances table = new Instances("clips", attributes, clips.size());
    for (Path clip : clips) {
      double[] row = {table.attribute(0).addStringValue(clip.toString())};
      table.add(new DenseInstance(1, row));
    }
    MelDeltaSpectrogram filter = new MelDeltaSpectrogram();
    filter.setNumSlots(1);
    filter.setCacheMegabytes(0);
    filter.setInputFormat(table);
    Filter.useFilter(table, filter);
  }

  private static void readAll(SpeechSegments speech, float[] samples) {
    for (int i = 0; i < CLIPS; i++) {
      speech.read(samples);
    }
  }

  private static void readAll(SpeechSegments speech, List<Path> clips) throws Exception {
    for (Path clip : clips) {
      speech.read(clip);
    }
  }

  private static float[] samples() {
    Random random = new Random(1);
    float[] samples = new float[16000 * CLIP_SECONDS];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.1 * random.nextGaussian());
    }
    return samples;
  }

  private List<Path> clips(int rate) throws Exception {
    Random random = new Random(2);
    List<Path> clips = new ArrayList<>();
    for (int i = 0; i < CLIPS; i++) {
      byte[] noise = new byte[2 * rate * CLIP_SECONDS];
      random.nextBytes(noise);
      Path clip = folder.resolve(rate + "-" + i + ".wav");
      AudioFormat format = new AudioFormat(rate, 16, 1, true, false);
      try (AudioInputStream stream =
          new AudioInputStream(new ByteArrayInputStream(noise), format, noise.length / 2)) {
        AudioSystem.write(stream, AudioFileFormat.Type.WAVE, clip.toFile());
      }
      clips.add(clip);
    }
    return clips;
  }
}
