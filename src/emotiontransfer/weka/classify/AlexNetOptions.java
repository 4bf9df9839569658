package emotiontransfer.weka.classify;

import emotiontransfer.alexnet.Decision;
import java.io.File;
import weka.classifiers.functions.FineTunedAlexNet;
import weka.core.OptionMetadata;

/**
 * The options of {@link FineTunedAlexNet}; the defaults of training are Zhang et al.'s but for the
 * epochs. Values are checked when a model is built, where the message can name what they clash
 * with.
 */
public abstract class AlexNetOptions extends AbstractSegmentClassifier {

  private static final long serialVersionUID = 1L;

  private int epochs = 20;
  private double learningRate = 0.001;
  private int miniBatch = 30;
  private double momentum = 0.9;
  private double l2 = 5e-4;
  private double dropout = 0.5;
  private int inputSize = 227;
  private double width = 1;
  private int freeze = 0;
  private File weights = new File("");
  private File source = new File("");
  private Decision decision = Decision.AVERAGE;
  private double deviation = 1;
  private int numSlots = 0;
  private boolean allowSubjectOverlap;

  @OptionMetadata(
      displayName = "epochs",
      description = "Number of passes over the training segments.",
      commandLineParamName = "epochs",
      commandLineParamSynopsis = "-epochs <num>",
      displayOrder = 1)
  public int getEpochs() {
    return epochs;
  }

  /**
   * Sets the value of {@code -epochs}.
   *
   * @param value number of passes over the training segments
   */
  public void setEpochs(int value) {
    epochs = value;
  }

  @OptionMetadata(
      displayName = "learningRate",
      description = "Learning rate of stochastic gradient descent.",
      commandLineParamName = "learning-rate",
      commandLineParamSynopsis = "-learning-rate <num>",
      displayOrder = 2)
  public double getLearningRate() {
    return learningRate;
  }

  /**
   * Sets the value of {@code -learning-rate}.
   *
   * @param value learning rate of stochastic gradient descent
   */
  public void setLearningRate(double value) {
    learningRate = value;
  }

  @OptionMetadata(
      displayName = "miniBatch",
      description = "Number of segments in a mini-batch.",
      commandLineParamName = "mini-batch",
      commandLineParamSynopsis = "-mini-batch <num>",
      displayOrder = 3)
  public int getMiniBatch() {
    return miniBatch;
  }

  /**
   * Sets the value of {@code -mini-batch}.
   *
   * @param value number of segments in a mini-batch
   */
  public void setMiniBatch(int value) {
    miniBatch = value;
  }

  @OptionMetadata(
      displayName = "momentum",
      description = "Momentum of stochastic gradient descent.",
      commandLineParamName = "momentum",
      commandLineParamSynopsis = "-momentum <num>",
      displayOrder = 4)
  public double getMomentum() {
    return momentum;
  }

  /**
   * Sets the value of {@code -momentum}.
   *
   * @param value momentum of stochastic gradient descent
   */
  public void setMomentum(double value) {
    momentum = value;
  }

  @OptionMetadata(
      displayName = "l2",
      description = "Weight decay.",
      commandLineParamName = "l2",
      commandLineParamSynopsis = "-l2 <num>",
      displayOrder = 5)
  public double getL2() {
    return l2;
  }

  /**
   * Sets the value of {@code -l2}.
   *
   * @param value weight decay
   */
  public void setL2(double value) {
    l2 = value;
  }

  @OptionMetadata(
      displayName = "dropout",
      description =
          "Share of the outputs of the two hidden fully connected layers that "
              + "is left out in training.",
      commandLineParamName = "dropout",
      commandLineParamSynopsis = "-dropout <num>",
      displayOrder = 6)
  public double getDropout() {
    return dropout;
  }

  /**
   * Sets the value of {@code -dropout}.
   *
   * @param value share of the outputs of the two hidden fully connected layers that is left out in
   *     training
   */
  public void setDropout(double value) {
    dropout = value;
  }

  @OptionMetadata(
      displayName = "inputSize",
      description = "Rows and columns that segments are resized to, at least 59.",
      commandLineParamName = "input-size",
      commandLineParamSynopsis = "-input-size <num>",
      displayOrder = 7)
  public int getInputSize() {
    return inputSize;
  }

  /**
   * Sets the value of {@code -input-size}.
   *
   * @param value rows and columns that segments are resized to
   */
  public void setInputSize(int value) {
    inputSize = value;
  }

  @OptionMetadata(
      displayName = "width",
      description =
          "Share of AlexNet's filters and neurons that every layer has, above "
              + "0 and at most 1; less than 1 for quick tests.",
      commandLineParamName = "width",
      commandLineParamSynopsis = "-width <num>",
      displayOrder = 8)
  public double getWidth() {
    return width;
  }

  /**
   * Sets the value of {@code -width}.
   *
   * @param value share of AlexNet's filters and neurons that every layer has
   */
  public void setWidth(double value) {
    width = value;
  }

  @OptionMetadata(
      displayName = "freeze",
      description =
          "Number of weight layers, from the first, that stay as they were "
              + "loaded: 5 for all convolutions, 7 for all but the output.",
      commandLineParamName = "freeze",
      commandLineParamSynopsis = "-freeze <num>",
      displayOrder = 9)
  public int getFreeze() {
    return freeze;
  }

  /**
   * Sets the value of {@code -freeze}.
   *
   * @param value number of weight layers, from the first, that stay as they were loaded
   */
  public void setFreeze(int value) {
    freeze = value;
  }

  @OptionMetadata(
      displayName = "weights",
      description =
          "Initial weights: an AlexNet in Keras' HDF5 (.h5) or in a "
              + "Deeplearning4j zip; its output layer is replaced.",
      commandLineParamName = "weights",
      commandLineParamSynopsis = "-weights <file>",
      displayOrder = 10)
  public File getWeights() {
    return weights;
  }

  /**
   * Sets the value of {@code -weights}.
   *
   * @param value file with initial weights, or a file with an empty path for none
   */
  public void setWeights(File value) {
    weights = value;
  }

  @OptionMetadata(
      displayName = "source",
      description =
          "Initial weights: a FineTunedAlexNet that was trained on a source "
              + "corpus and saved; its output layer is replaced.",
      commandLineParamName = "source",
      commandLineParamSynopsis = "-source <file>",
      displayOrder = 11)
  public File getSource() {
    return source;
  }

  /**
   * Sets the value of {@code -source}.
   *
   * @param value saved FineTunedAlexNet, or a file with an empty path for none
   */
  public void setSource(File value) {
    source = value;
  }

  @OptionMetadata(
      displayName = "decision",
      description =
          "How a clip is decided on: average of its segments' probabilities, "
              + "or dtpm (discriminant temporal pyramid matching and a linear "
              + "support vector machine).",
      commandLineParamName = "decision",
      commandLineParamSynopsis = "-decision <average|dtpm>",
      displayOrder = 12)
  public Decision getDecision() {
    return decision;
  }

  /**
   * Sets the value of {@code -decision}.
   *
   * @param value how a clip is decided on
   */
  public void setDecision(Decision value) {
    decision = value;
  }

  @OptionMetadata(
      displayName = "deviation",
      description =
          "Standard deviation that each channel of the inputs is scaled to; "
              + "about 64 for weights that were trained on pixels from 0 to 255.",
      commandLineParamName = "deviation",
      commandLineParamSynopsis = "-deviation <num>",
      displayOrder = 13)
  public double getDeviation() {
    return deviation;
  }

  /**
   * Sets the value of {@code -deviation}.
   *
   * @param value standard deviation that each channel of the inputs is scaled to
   */
  public void setDeviation(double value) {
    deviation = value;
  }

  @OptionMetadata(
      displayName = "numSlots",
      description = "Number of threads, 0 for all processors; it never changes a " + "result.",
      commandLineParamName = "num-slots",
      commandLineParamSynopsis = "-num-slots <num>",
      displayOrder = 14)
  public int getNumSlots() {
    return numSlots;
  }

  /**
   * Sets the value of {@code -num-slots}.
   *
   * @param value number of threads, 0 for all processors
   */
  public void setNumSlots(int value) {
    numSlots = value;
  }

  @OptionMetadata(
      displayName = "allowSubjectOverlap",
      description = "Allow predictions for a subject that the source was trained on.",
      commandLineParamName = "allow-subject-overlap",
      commandLineParamSynopsis = "-allow-subject-overlap",
      commandLineParamIsFlag = true,
      displayOrder = 15)
  public boolean getAllowSubjectOverlap() {
    return allowSubjectOverlap;
  }

  /**
   * Sets the value of {@code -allow-subject-overlap}.
   *
   * @param value whether predictions for a subject of the source are allowed
   */
  public void setAllowSubjectOverlap(boolean value) {
    allowSubjectOverlap = value;
  }
}
