package emotiontransfer.weka.classify;

import java.util.List;
import weka.core.Utils;

/**
 * What a model says about one clip.
 *
 * @param file the clip's path
 * @param distribution class probabilities; empty where the clip has no segment
 * @param segments class probabilities, {@code [segments][classes]}
 */
public record ClipPrediction(String file, double[] distribution, double[][] segments) {

  /** What stands in the place of a class where there is no decision. */
  private static final String UNDECIDED = "?";

  /** Returns the most probable class. */
  String decision(List<String> labels) {
    return decision(distribution, labels);
  }

  /** Returns the most probable class of one segment. */
  String decision(int segment, List<String> labels) {
    return decision(segments[segment], labels);
  }

  private static String decision(double[] probabilities, List<String> labels) {
    return probabilities.length == 0 ? UNDECIDED : labels.get(Utils.maxIndex(probabilities));
  }
}
