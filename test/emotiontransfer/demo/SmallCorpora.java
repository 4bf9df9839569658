package emotiontransfer.demo;

import emotiontransfer.demo.speech.SyntheticCorpus;
import java.io.IOException;
import java.nio.file.Path;

/** The demonstration's two corpora, but of four speakers, four emotions and two sentences. */
public final class SmallCorpora {

  /** Clips of either corpus. */
  public static final int CLIPS = 32;

  private SmallCorpora() {}

  /** Writes the source corpus. */
  public static void writeSource(Path folder) throws IOException {
    small(SyntheticCorpus.SOURCE).write(folder, 1);
  }

  /** Writes the destination corpus. */
  public static void writeDestination(Path folder) throws IOException {
    small(SyntheticCorpus.DESTINATION).write(folder, 2);
  }

  private static SyntheticCorpus small(SyntheticCorpus corpus) {
    return new SyntheticCorpus(corpus.language(), 4, corpus.emotions().subList(0, 4), 2);
  }
}
