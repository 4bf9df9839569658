package weka.experiment;

import emotiontransfer.media.ClipReader;
import emotiontransfer.media.FloatSegments;
import java.util.List;
import weka.filters.unsupervised.attribute.MediaFilter;

/** A media filter that reads no file: clip {@code 7.wav} becomes two segments, 7 and 8. */
public class NumberedClips extends MediaFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected ClipReader createReader() {
    return file -> {
      float number = Float.parseFloat(file.getFileName().toString().replace(".wav", ""));
      return new FloatSegments(new float[] {number, number + 1}, 1, 1, 2, 1, 2);
    };
  }

  @Override
  protected String signature() {
    return "NumberedClips";
  }

  @Override
  protected List<String> valueNames() {
    return List.of("number");
  }

  public String globalInfo() {
    return "Numbers.";
  }
}
