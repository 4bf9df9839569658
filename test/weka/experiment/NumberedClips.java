package weka.experiment;

import emotiontransfer.data.FloatSegments;
import emotiontransfer.media.ClipReader;
import emotiontransfer.weka.filter.MediaFilter;
import java.util.List;

/** A media filter that reads no file: clip {@code 7.wav} becomes two segments, 7 and 8. */
public class NumberedClips extends MediaFilter {

  private static final long serialVersionUID = 1L;

  @Override
  public ClipReader createReader() {
    return file -> {
      float number = Float.parseFloat(file.getFileName().toString().replace(".wav", ""));
      return new FloatSegments(new float[] {number, number + 1}, 1, 1, 2, 1, 2);
    };
  }

  @Override
  public String signature() {
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
