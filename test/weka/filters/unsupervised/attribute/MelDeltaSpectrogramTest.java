package weka.filters.unsupervised.attribute;

import emotiontransfer.weka.filter.MediaFilter;
import java.nio.file.Path;

/** Weka's own tests of filters, on a table of sounds with a missing path. */
public class MelDeltaSpectrogramTest extends MediaFilterChecks {

  public MelDeltaSpectrogramTest(String name) {
    super(name, ".wav");
  }

  @Override
  void writeClips(Path into, int clips) throws Exception {
    ClipTables.tones(into, clips, 0.1);
  }

  @Override
  MediaFilter makeFilter() {
    MelDeltaSpectrogram filter = new MelDeltaSpectrogram();
    filter.setBands(4);
    filter.setSegmentFrames(4);
    filter.setStepFrames(2);
    return filter;
  }
}
