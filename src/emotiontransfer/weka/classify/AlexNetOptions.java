package emotiontransfer.weka.classify;

import emotiontransfer.alexnet.Decision;
import java.io.File;
import weka.core.OptionMetadata;

/**
 * The options of FineTunedAlexNet; the defaults of training are Zhang et al.'s but for the epochs.
 * Values are checked when a model is built, where the message can name what they clash with.
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

  @OptionMetadata(
      displayName = "epochs",
      description = "Number of passes over the training segments.",
      commandLineParamName = "epochs",
      displayOrder = 1)
  public int getEpochs() {
    return epochs;
  }

  public void setEpochs(int value) {
    epochs = value;
  }

  @OptionMetadata(
      displayName = "learningRate",
      description = "Learning rate of stochastic gradient descent.",
      commandLineParamName = "learning-rate",
      displayOrder = 2)
  public double getLearningRate() {
    return learningRate;
  }

  public void setLearningRate(double value) {
    learningRate = value;
  }

  @OptionMetadata(
      displayName = "miniBatch",
      description = "Number of segments in a mini-batch.",
      commandLineParamName = "mini-batch",
      displayOrder = 3)
  public int getMiniBatch() {
    return miniBatch;
  }

  public void setMiniBatch(int value) {
    miniBatch = value;
  }

  @OptionMetadata(
      displayName = "momentum",
      description = "Momentum of stochastic gradient descent.",
      commandLineParamName = "momentum",
      displayOrder = 4)
  public double getMomentum() {
    return momentum;
  }

  public void setMomentum(double value) {
    momentum = value;
  }

  @OptionMetadata(
      displayName = "l2",
      description = "Weight decay.",
      commandLineParamName = "l2",
      displayOrder = 5)
  public double getL2() {
    return l2;
  }

  public void setL2(double value) {
    l2 = value;
  }

  @OptionMetadata(
      displayName = "dropout",
      description =
          "Share of the outputs of the two hidden fully connected layers that is left out in"
              + " training.",
      commandLineParamName = "dropout",
      displayOrder = 6)
  public double getDropout() {
    return dropout;
  }

  public void setDropout(double value) {
    dropout = value;
  }

  @OptionMetadata(
      displayName = "inputSize",
      description = "Rows and columns that segments are resized to, at least 59.",
      commandLineParamName = "input-size",
      displayOrder = 7)
  public int getInputSize() {
    return inputSize;
  }

  public void setInputSize(int value) {
    inputSize = value;
  }

  @OptionMetadata(
      displayName = "width",
      description =
          "Share of AlexNet's filters and neurons that every layer has, above 0 and at most 1; less"
              + " than 1 for quick tests.",
      commandLineParamName = "width",
      displayOrder = 8)
  public double getWidth() {
    return width;
  }

  public void setWidth(double value) {
    width = value;
  }

  @OptionMetadata(
      displayName = "freeze",
      description =
          "Number of weight layers, from the first, that stay as they were loaded: 5 for all"
              + " convolutions, 7 for all but the output.",
      commandLineParamName = "freeze",
      displayOrder = 9)
  public int getFreeze() {
    return freeze;
  }

  public void setFreeze(int value) {
    freeze = value;
  }

  @OptionMetadata(
      displayName = "weights",
      description =
          "Initial weights: an AlexNet in Keras' HDF5 (.h5) or in a Deeplearning4j zip; its output"
              + " layer is replaced.",
      commandLineParamName = "weights",
      displayOrder = 10)
  public File getWeights() {
    return weights;
  }

  public void setWeights(File value) {
    weights = value;
  }

  @OptionMetadata(
      displayName = "source",
      description =
          "Initial weights: a FineTunedAlexNet that was trained on a source corpus and saved; its"
              + " output layer is replaced.",
      commandLineParamName = "source",
      displayOrder = 11)
  public File getSource() {
    return source;
  }

  public void setSource(File value) {
    source = value;
  }

  @OptionMetadata(
      displayName = "decision",
      description =
          "How a clip is decided on: average of its segments' probabilities, or dtpm (discriminant"
              + " temporal pyramid matching and a linear support vector machine).",
      commandLineParamName = "decision",
      displayOrder = 12)
  public Decision getDecision() {
    return decision;
  }

  public void setDecision(Decision value) {
    decision = value;
  }

  @OptionMetadata(
      displayName = "deviation",
      description =
          "Standard deviation that each channel of the inputs is scaled to; about 64 for weights"
              + " that were trained on pixels from 0 to 255.",
      commandLineParamName = "deviation",
      displayOrder = 13)
  public double getDeviation() {
    return deviation;
  }

  public void setDeviation(double value) {
    deviation = value;
  }
}
