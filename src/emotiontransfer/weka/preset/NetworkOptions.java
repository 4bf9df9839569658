package emotiontransfer.weka.preset;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.data.Keyword;
import emotiontransfer.frames.Augmentation;
import emotiontransfer.frames.Extent;
import emotiontransfer.layers.Optimizer;
import emotiontransfer.layers.Schedule;
import emotiontransfer.numeric.HeapCheck;
import emotiontransfer.pathnet.kind.ModuleKinds;
import emotiontransfer.pathnet.network.Kernel;
import emotiontransfer.pathnet.network.ModuleKind;
import emotiontransfer.pathnet.sequence.FitnessMeasure;
import emotiontransfer.pathnet.sequence.SequenceSettings;
import emotiontransfer.pathnet.transfer.SourceWeight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What the textual options of PathNetClassifier mean. */
public final class NetworkOptions {

  /** What is kept of a layer at the least, whatever its modules are. */
  private static final int LAYER_BYTES = 200;

  private static final Set<String> CHANGES =
      Set.of(
          "crop", "band-mask", "time-mask", "band-shift", "gain", "noise", "mirror", "pixel-shift");

  private NetworkOptions() {}

  /** An option that a preset can switch on and its user off. */
  public enum YesNo implements Keyword {
    NO,
    YES;
  }

  /** How much each class counts in training. */
  public enum ClassWeights implements Keyword {
    NONE,
    BALANCED;
  }

  /**
   * Returns the kind of modules.
   *
   * @param module one keyword, or one for each layer
   * @param widths of conv modules, for each layer
   * @param dilations of conv modules, for each layer
   * @param frame layout of the table's frames, which conv2d modules see as images
   */
  public static ModuleKind kind(
      String module, String widths, String dilations, int layers, Extent frame) {
    HeapCheck.require((double) LAYER_BYTES * layers, "-L " + layers + " layers");
    String[] words = module.split(",");
    isTrue(
        words.length == 1 || words.length == layers,
        "Option -module names %s kinds for %s layers; name one, or one for each layer.",
        words.length,
        layers);
    List<String> kinds = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      String word = words[words.length == 1 ? 0 : layer].trim();
      int width = number(widths, layer, "width");
      int dilation = number(dilations, layer, "dilation");
      kinds.add(
          switch (word) {
            case "conv" -> "conv-%sx%s".formatted(width, dilation);
            case "conv2d" -> word + image(frame);
            default -> word;
          });
    }
    boolean alike = kinds.stream().distinct().count() == 1;
    return ModuleKinds.ofKeyword(alike ? kinds.get(0) : String.join(",", kinds));
  }

  private static String image(Extent frame) {
    isTrue(
        frame.columns() > 1,
        "Option -module conv2d needs frames that are images, as FaceCrop makes them; for speech"
            + " there is conv.");
    return "-%sx%sx%s".formatted(frame.channels(), frame.rows(), frame.columns());
  }

  private static int number(String list, int layer, String option) {
    String[] words = list.split(",");
    try {
      return Integer.parseInt(words[Math.min(layer, words.length - 1)].trim());
    } catch (NumberFormatException e) {
      String sentence = "Option -%s needs whole numbers, separated by commas, but was given '%s'.";
      throw new IllegalArgumentException(sentence.formatted(option, list), e);
    }
  }

  /** Returns whether a kind of modules sees neighbouring frames in any layer. */
  public static boolean isFramed(ModuleKind kind, int layers) {
    return IntStream.range(0, layers)
        .anyMatch(layer -> kind.kernel(layer).map(Kernel::normalized).orElse(false));
  }

  /** Returns whether networks are trained as in the paper as far as these settings go. */
  public static boolean isPaper(SequenceSettings settings) {
    return settings.dropout() == 0
        && settings.smoothing() == 0
        && settings.optimizer() == Optimizer.SGD
        && settings.weightDecay() == 0
        && settings.schedule() == Schedule.CONSTANT
        && settings.augmentation().equals(Augmentation.NONE)
        && settings.fitness() == FitnessMeasure.TRAINING
        && settings.sourceWeight() == SourceWeight.MEAN
        && settings.ensemble() == 1
        && !settings.summary().skip();
  }

  /** Reads the option {@code -augmentation}. */
  public static Augmentation augmentation(String text) {
    if (text.trim().equals("none") || text.isBlank()) {
      return Augmentation.NONE;
    }
    Map<String, String> given = new LinkedHashMap<>();
    for (String word : text.split(",")) {
      String[] parts = word.trim().split("=", 2);
      isTrue(
          parts.length == 2 && CHANGES.contains(parts[0]),
          "Option -augmentation takes some of %s, each with =number (crop=least-most), but was"
              + " given '%s'.",
          CHANGES.stream().sorted().toList(),
          word.trim());
      given.put(parts[0], parts[1]);
    }
    String[] crop = given.getOrDefault("crop", "0-0").split("-");
    try {
      return new Augmentation(
          Integer.parseInt(crop[0]),
          Integer.parseInt(crop[crop.length - 1]),
          whole(given, "band-mask"),
          whole(given, "time-mask"),
          whole(given, "band-shift"),
          Double.parseDouble(given.getOrDefault("gain", "0")),
          Double.parseDouble(given.getOrDefault("noise", "0")),
          whole(given, "mirror") > 0,
          whole(given, "pixel-shift"));
    } catch (NumberFormatException e) {
      String sentence = "Option -augmentation needs numbers behind =, but was given '%s' (%s).";
      throw new IllegalArgumentException(sentence.formatted(text, Arrays.toString(crop)), e);
    }
  }

  private static int whole(Map<String, String> given, String name) {
    return Integer.parseInt(given.getOrDefault(name, "0"));
  }
}
