package weka.filters.unsupervised.attribute;

import emotiontransfer.weka.filter.FrameColumns;
import emotiontransfer.weka.filter.Functionals;
import emotiontransfer.weka.filter.KeepsClipColumns;
import emotiontransfer.weka.table.ClipTable;
import emotiontransfer.weka.table.FeatureSignature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Vector;
import java.util.stream.IntStream;
import weka.core.Attribute;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Option;
import weka.core.Utils;
import weka.core.WeightedAttributesHandler;
import weka.core.WeightedInstancesHandler;
import weka.filters.Filter;
import weka.filters.StreamableFilter;
import weka.filters.UnsupervisedFilter;

/**
 * Summarises each bag in one row of numbers: mean, standard deviation and percentiles over time.
 *
 * <p>Makes a bag table usable for every propositional learner of Weka, for example as the SMO
 * baseline. In bags of spectrogram segments the functionals are taken per channel and band over the
 * frames of the clip; segments overlap, and every frame is counted once. In any other bag they are
 * taken per numeric attribute over the rows of the bag. The bag's place is taken by its
 * functionals, all other attributes stay; a missing or empty bag gives missing values.
 */
public class BagFunctionals extends Filter
    implements UnsupervisedFilter,
        KeepsClipColumns,
        StreamableFilter,
        WeightedInstancesHandler,
        WeightedAttributesHandler {

  /** Channels that are summarised by default. */
  public static final String DEFAULT_CHANNELS = "static,delta";

  /** Percentiles that are computed by default. */
  public static final String DEFAULT_PERCENTILES = "5,25,50,75,95";

  private static final String ALL_CHANNELS = "all";

  private static final long serialVersionUID = 2934170338519203776L;

  private String channels = DEFAULT_CHANNELS;
  private String percentiles = DEFAULT_PERCENTILES;

  private int bagIndex;
  private FrameColumns columns;
  private Functionals functionals;

  /**
   * Describes the filter for the GUI.
   *
   * @return one paragraph
   */
  public String globalInfo() {
    return "Replaces the relational attribute (the bag of segments of a clip) by functionals: mean,"
        + " standard deviation and percentiles over time. For segments of a spectrogram (attributes"
        + " CHANNEL_fBAND_tFRAME) they are computed per channel and band, each frame being counted"
        + " once although segments overlap; the overlap is recognised by its equal values. For"
        + " any other bag they are computed per numeric attribute over the rows of the bag."
        + " The other attributes are kept; a missing bag gives missing values.";
  }

  @Override
  public Enumeration<Option> listOptions() {
    Vector<Option> options = new Vector<>();
    options.add(
        new Option(
            "\tChannels of a spectrogram to summarise, separated by commas,\n"
                + "\tor 'all'; without effect on other bags.\n"
                + "\t(default "
                + DEFAULT_CHANNELS
                + ")",
            "channels",
            1,
            "-channels <list>"));
    options.add(
        new Option(
            "\tPercentiles to compute, 0 to 100, separated by commas, or 'none'.\n"
                + "\t(default "
                + DEFAULT_PERCENTILES
                + ")",
            "percentiles",
            1,
            "-percentiles <list>"));
    options.addAll(Collections.list(super.listOptions()));
    return options.elements();
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    String channelList = Utils.getOption("channels", options);
    setChannels(channelList.isEmpty() ? DEFAULT_CHANNELS : channelList);
    String percentileList = Utils.getOption("percentiles", options);
    setPercentiles(percentileList.isEmpty() ? DEFAULT_PERCENTILES : percentileList);
    super.setOptions(options);
    Utils.checkForRemainingOptions(options);
  }

  @Override
  public String[] getOptions() {
    List<String> options =
        new ArrayList<>(List.of("-channels", getChannels(), "-percentiles", getPercentiles()));
    Collections.addAll(options, super.getOptions());
    return options.toArray(new String[0]);
  }

  public String channelsTipText() {
    return "Channels of a spectrogram to summarise, separated by commas, or 'all'; without effect"
        + " on other bags.";
  }

  /** Returns the channels to summarise: names separated by commas, or {@code all}. */
  public String getChannels() {
    return channels;
  }

  /**
   * Sets the channels to summarise.
   *
   * @param channels names separated by commas, or {@code all}; whether the bags have them shows
   *     when the input format is set
   */
  public void setChannels(String channels) {
    this.channels = channels.strip();
  }

  public String percentilesTipText() {
    return "Percentiles to compute, 0 to 100, separated by commas, or 'none'.";
  }

  /** Returns the percentiles to compute: numbers separated by commas, or {@code none}. */
  public String getPercentiles() {
    return percentiles;
  }

  /**
   * Sets the percentiles to compute.
   *
   * @param percentiles numbers from 0 to 100 separated by commas, or {@code none}
   * @throws IllegalArgumentException if one is not such a number
   */
  public void setPercentiles(String percentiles) {
    Functionals.parse(percentiles);
    this.percentiles = percentiles.strip();
  }

  @Override
  public Capabilities getCapabilities() {
    Capabilities result = super.getCapabilities();
    result.disableAll();
    result.enableAllAttributes();
    result.enable(Capability.MISSING_VALUES);
    result.enableAllClasses();
    result.enable(Capability.MISSING_CLASS_VALUES);
    result.enable(Capability.NO_CLASS);
    return result;
  }

  /**
   * Finds the bag and determines the output format.
   *
   * @param instanceInfo a table with exactly one relational attribute
   * @return true, because the output format is known at once
   * @throws IllegalArgumentException if the table has no bag or several, or if its bags lack a
   *     channel
   */
  @Override
  public boolean setInputFormat(Instances instanceInfo) throws Exception {
    super.setInputFormat(instanceInfo);
    bagIndex = ClipTable.bagIndex(instanceInfo);
    if (bagIndex < 0) {
      throw new IllegalArgumentException(
          "Table '%s' has no bag (relational attribute) to summarise."
              .formatted(instanceInfo.relationName()));
    }
    functionals = Functionals.parse(percentiles);
    columns = new FrameColumns(instanceInfo.attribute(bagIndex).relation(), channelList());
    int[] others =
        IntStream.range(0, instanceInfo.numAttributes()).filter(i -> i != bagIndex).toArray();
    initInputLocators(getInputFormat(), others);
    setOutputFormat(outputFormat(instanceInfo));
    return true;
  }

  private List<String> channelList() {
    return channels.equals(ALL_CHANNELS)
        ? List.of()
        : Arrays.stream(channels.split(",")).map(String::strip).toList();
  }

  private Instances outputFormat(Instances input) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int i = 0; i < input.numAttributes(); i++) {
      if (i != bagIndex) {
        attributes.add((Attribute) input.attribute(i).copy());
        continue;
      }
      for (String quantity : columns.names()) {
        for (String functional : functionals.names()) {
          attributes.add(new Attribute(quantity + "_" + functional));
        }
      }
    }
    Instances output = new Instances(relationName(input), attributes, 0);
    if (input.classIndex() >= 0) {
      boolean behind = input.classIndex() > bagIndex;
      output.setClassIndex(input.classIndex() + (behind ? numFunctionals() - 1 : 0));
    }
    return output;
  }

  /** The features are no longer those of the bag's filter alone, so the signature says so. */
  private String relationName(Instances input) {
    String bagSignature = FeatureSignature.of(input.relationName());
    return FeatureSignature.tag(
        FeatureSignature.corpusOf(input.relationName()),
        "%sBagFunctionals -channels %s -percentiles %s"
            .formatted(bagSignature.isEmpty() ? "" : bagSignature + " | ", channels, percentiles));
  }

  private int numFunctionals() {
    return columns.names().size() * functionals.names().size();
  }

  @Override
  public boolean input(Instance instance) throws Exception {
    if (getInputFormat() == null) {
      throw new IllegalStateException("No input instance format defined");
    }
    if (m_NewBatch) {
      resetQueue();
      m_NewBatch = false;
    }
    double[] values = new double[outputFormatPeek().numAttributes()];
    int to = 0;
    for (int i = 0; i < instance.numAttributes(); i++) {
      if (i == bagIndex) {
        double[] summary = summarise(instance);
        System.arraycopy(summary, 0, values, to, summary.length);
        to += summary.length;
      } else {
        values[to++] = instance.value(i);
      }
    }
    DenseInstance summarised = new DenseInstance(instance.weight(), values);
    copyValues(summarised, false, instance.dataset(), outputFormatPeek());
    push(summarised, false);
    return true;
  }

  private double[] summarise(Instance instance) {
    double[] summary = new double[numFunctionals()];
    Instances bag = instance.relationalValue(bagIndex);
    if (bag == null || bag.isEmpty()) {
      Arrays.fill(summary, Utils.missingValue());
      return summary;
    }
    int to = 0;
    for (double[] series : columns.values(bag)) {
      double[] results = functionals.of(series);
      System.arraycopy(results, 0, summary, to, results.length);
      to += results.length;
    }
    return summary;
  }

  /**
   * Runs the filter from the command line.
   *
   * @param args see {@code -h}
   */
  public static void main(String[] args) {
    runFilter(new BagFunctionals(), args);
  }
}
