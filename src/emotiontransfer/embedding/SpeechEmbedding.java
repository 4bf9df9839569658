package emotiontransfer.embedding;

import emotiontransfer.data.FloatSegments;
import emotiontransfer.media.ClipLimits;
import emotiontransfer.media.ClipReader;
import emotiontransfer.speech.ClipSamples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Gives a model the samples of clips, mixed to one channel and resampled to its rate. */
public final class SpeechEmbedding implements ClipReader {

  private final Embedding embedding;
  private final ClipLimits limits;
  private final ConcurrentLinkedQueue<ClipSamples> idle = new ConcurrentLinkedQueue<>();

  public SpeechEmbedding(Embedding embedding, ClipLimits limits) {
    this.embedding = embedding;
    this.limits = limits;
  }

  @Override
  public FloatSegments read(Path file) throws IOException {
    ClipSamples samples =
        Objects.requireNonNullElseGet(
            idle.poll(), () -> new ClipSamples(embedding.sampleRate(), limits));
    try {
      return embedding.ofSamples(file, samples.read(file));
    } finally {
      idle.add(samples);
    }
  }

  @Override
  public void release() {
    for (ClipSamples samples = idle.poll(); samples != null; samples = idle.poll()) {
      samples.close();
    }
  }
}
