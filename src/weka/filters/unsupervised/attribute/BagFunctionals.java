package weka.filters.unsupervised.attribute;

import emotiontransfer.data.Functionals;
import emotiontransfer.weka.command.FilterCommand;
import emotiontransfer.weka.filter.BagSummary;
import emotiontransfer.weka.filter.KeepsClipColumns;
import emotiontransfer.weka.options.SchemeOptions;
import emotiontransfer.weka.table.FeatureSignature;
import emotiontransfer.weka.table.FiniteNumbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.lang3.ArrayUtils;
import weka.core.Attribute;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Option;
import weka.core.OptionMetadata;
import weka.core.Utils;
import weka.filters.Filter;
import weka.filters.StreamableFilter;

/**
 * Summarises each bag in one row of numbers: mean, standard deviation and percentiles over time.
 *
 * <p>Makes a bag table usable for every propositional learner of Weka, for example as the SMO
 * baseline; {@link BagSummary} says over which values the functionals are taken.
 */
public class BagFunctionals extends Filter implements KeepsClipColumns, StreamableFilter {

  private static final long serialVersionUID = 2934170338519203776L;

  private String channels = "static,delta";
  private String percentiles = "5,25,50,75,95";

  /** Filters that were saved before there was a grid have 0: no grid. */
  private int cells = 8;

  /** Made when it is needed, so that a saved filter depends on its options alone. */
  private transient BagSummary summary;

  @Override
  public void setOptions(String[] options) throws Exception {
    options().set(options, super::setOptions);
    Utils.checkForRemainingOptions(options);
  }

  public String globalInfo() {
    return "Replaces the relational attribute (the bag of segments of a clip) by functionals: mean,"
        + " standard deviation and percentiles over time. For segments of a spectrogram (attributes"
        + " CHANNEL_fBAND_tFRAME) they are computed per channel and band, each frame being counted"
        + " once although segments overlap; the overlap is recognised by its equal values. For"
        + " pictures (attributes COLOUR_yROW_xCOLUMN) they are computed per colour and cell of a"
        + " grid, of the cell's mean in each picture. For"
        + " any other bag they are computed per numeric attribute over the rows of the bag."
        + " The other attributes are kept; a missing bag gives missing values.";
  }

  @Override
  public Enumeration<Option> listOptions() {
    return options().list(super.listOptions());
  }

  private SchemeOptions options() {
    return SchemeOptions.of(this, Filter.class, "channels", "percentiles");
  }

  @Override
  public String[] getOptions() {
    return options().get(super.getOptions());
  }

  @OptionMetadata(
      displayName = "channels",
      description =
          "Channels of a spectrogram to summarise, separated by commas, or 'all'; without effect on"
              + " other bags.",
      displayOrder = 1)
  public String getChannels() {
    return channels;
  }

  public void setChannels(String value) {
    channels = value.strip();
  }

  @OptionMetadata(
      displayName = "percentiles",
      description = "Percentiles to compute, 0 to 100, separated by commas, or 'none'.",
      displayOrder = 2)
  public String getPercentiles() {
    return percentiles;
  }

  public void setPercentiles(String value) {
    Functionals.parse(value);
    percentiles = value.strip();
  }

  @OptionMetadata(
      displayName = "cells",
      description =
          "Cells of a grid on each side of a picture, whose means are summarised for each colour;"
              + " 0: every pixel by itself. Without effect on other bags.",
      displayOrder = 3)
  public int getCells() {
    return cells;
  }

  public void setCells(int value) {
    cells = SchemeOptions.atLeast(0, value, "cells");
  }

  @Override
  public Capabilities getCapabilities() {
    Capabilities result = super.getCapabilities();
    result.disableAllAttributeDependencies();
    result.disableAllClassDependencies();
    result.enable(Capability.NO_CLASS);
    return result;
  }

  @Override
  public boolean setInputFormat(Instances instanceInfo) throws Exception {
    super.setInputFormat(instanceInfo);
    summary = null;
    int bag = summary().bagIndex();
    int[] others = IntStream.range(0, instanceInfo.numAttributes()).toArray();
    initInputLocators(getInputFormat(), ArrayUtils.remove(others, bag));
    setOutputFormat(outputFormat(instanceInfo, bag));
    return true;
  }

  private BagSummary summary() {
    if (summary == null) {
      List<String> chosen =
          channels.equals("all")
              ? List.of()
              : Arrays.stream(channels.split(",")).map(String::strip).toList();
      summary = new BagSummary(getInputFormat(), chosen, cells, Functionals.parse(percentiles));
    }
    return summary;
  }

  private Instances outputFormat(Instances input, int bag) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int i = 0; i < input.numAttributes(); i++) {
      attributes.add((Attribute) input.attribute(i).copy());
    }
    attributes.remove(bag);
    attributes.addAll(bag, summary().names().stream().map(Attribute::new).toList());
    // The features are no longer those of the bag's filter alone, so the signature says so.
    String signature =
        "BagFunctionals -channels %s -percentiles %s".formatted(channels, percentiles)
            + (summary().isGridded() ? " -cells " + cells : "");
    String relation = FeatureSignature.append(input.relationName(), signature);
    Instances output = new Instances(relation, attributes, 0);
    if (input.classIndex() >= 0) {
      output.setClass(output.attribute(input.classAttribute().name()));
    }
    return output;
  }

  @Override
  public boolean input(Instance instance) throws Exception {
    if (getInputFormat() == null) {
      throw new IllegalStateException("No input instance format defined");
    }
    if (isNewBatch()) {
      resetQueue();
      m_NewBatch = false;
    }
    FiniteNumbers.check(instance);
    double[] values = instance.toDoubleArray();
    int bag = summary().bagIndex();
    values = ArrayUtils.insert(bag, ArrayUtils.remove(values, bag), summary().of(instance));
    DenseInstance summarised = new DenseInstance(instance.weight(), values);
    copyValues(summarised, false, instance.dataset(), outputFormatPeek());
    push(summarised, false);
    return true;
  }

  @Override
  public void run(Object toRun, String[] options) throws Exception {
    FilterCommand.run(this, options);
  }

  public static void main(String[] options) {
    FilterCommand.main(new BagFunctionals(), options);
  }
}
