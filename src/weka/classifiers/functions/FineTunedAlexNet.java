package weka.classifiers.functions;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.alexnet.AlexNetShape;
import emotiontransfer.alexnet.Decision;
import emotiontransfer.alexnet.TrainingSettings;
import emotiontransfer.pathnet.Pooling;
import emotiontransfer.weka.classify.AbstractSegmentClassifier;
import emotiontransfer.weka.classify.AlexNetSegmentModel;
import emotiontransfer.weka.classify.AlexNetTraining;
import emotiontransfer.weka.classify.ModelFile;
import emotiontransfer.weka.classify.SegmentTable;
import emotiontransfer.weka.command.ClassifierCommand;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.Set;
import weka.core.OptionMetadata;

/**
 * AlexNet on the tables of {@link PathNetClassifier}, fine-tuned or from scratch: the system that
 * Nguyen et al. compare PathNet with, after Zhang et al. (2018), whose settings of training are the
 * defaults but for the epochs. {@link emotiontransfer.alexnet.AlexNetTrainer} does the work.
 */
public class FineTunedAlexNet extends AbstractSegmentClassifier<AlexNetSegmentModel> {

  private static final long serialVersionUID = 1L;

  private int epochs = 20;
  private File source = new File("");
  private File weights = new File("");
  private Decision decision = Decision.AVERAGE;
  private int inputSize = 227;
  private double width = 1;
  private double momentum = 0.9;
  private double l2 = 5e-4;
  private double dropout = 0.5;
  private int freeze = 0;
  private double deviation = 1;

  public FineTunedAlexNet() {
    super(AlexNetSegmentModel.KIND, 0.001, 30);
  }

  /** Rejects statistics pooling, which needs a network that sees frames. */
  @Override
  public void setPool(Pooling value) {
    isTrue(
        value != Pooling.STATISTICS,
        "AlexNet sees segments, no whole clips: mean, product or vote.");
    super.setPool(value);
  }

  @Override
  protected AlexNetTraining begin(SegmentTable table, AlexNetSegmentModel built) throws Exception {
    TrainingSettings trainer =
        new TrainingSettings(
            epochs,
            getLearningRate(),
            getMiniBatch(),
            momentum,
            l2,
            dropout,
            freeze,
            deviation,
            getSeed(),
            threads());
    AlexNetShape shape = new AlexNetShape(inputSize, width, table.classes());
    AlexNetTraining.Settings settings =
        new AlexNetTraining.Settings(trainer, shape, decision, weights, source);
    return new AlexNetTraining(settings, saved(), table, getLog());
  }

  @Override
  public Set<String> sourceSubjects() throws Exception {
    return source.getPath().isEmpty()
        ? Set.of()
        : ModelFile.alexNetSource(source).provenance().allSubjects();
  }

  @OptionMetadata(
      displayName = "epochs",
      description = "Number of passes over the training segments.",
      displayOrder = 1)
  public int getEpochs() {
    return epochs;
  }

  public void setEpochs(int value) {
    epochs = value;
  }

  @OptionMetadata(
      displayName = "source",
      description = "Initial weights: a saved FineTunedAlexNet; its output layer is replaced.",
      displayOrder = 2)
  public File getSource() {
    return source;
  }

  public void setSource(File value) {
    source = value;
  }

  @OptionMetadata(
      displayName = "weights",
      description = "Initial weights: an AlexNet in Keras' HDF5 (.h5) or a Deeplearning4j zip.",
      displayOrder = 3)
  public File getWeights() {
    return weights;
  }

  public void setWeights(File value) {
    weights = value;
  }

  @OptionMetadata(
      displayName = "decision",
      description = "Pooling of the segments (average), or pyramid matching and an SVM (dtpm).",
      displayOrder = 7)
  public Decision getDecision() {
    return decision;
  }

  public void setDecision(Decision value) {
    decision = value;
  }

  @OptionMetadata(
      displayName = "inputSize",
      description = "Rows and columns that segments are resized to, at least 59.",
      displayOrder = 8)
  public int getInputSize() {
    return inputSize;
  }

  public void setInputSize(int value) {
    inputSize = value;
  }

  @OptionMetadata(
      displayName = "width",
      description = "Fraction of AlexNet's filters and neurons in every layer, for quick tests.",
      displayOrder = 9)
  public double getWidth() {
    return width;
  }

  public void setWidth(double value) {
    width = value;
  }

  @OptionMetadata(
      displayName = "momentum",
      description = "Momentum of stochastic gradient descent.",
      category = "Training")
  public double getMomentum() {
    return momentum;
  }

  public void setMomentum(double value) {
    momentum = value;
  }

  @OptionMetadata(displayName = "l2", description = "Weight decay.", category = "Training")
  public double getL2() {
    return l2;
  }

  public void setL2(double value) {
    l2 = value;
  }

  @OptionMetadata(
      displayName = "dropout",
      description = "Fraction of the outputs of fc6 and fc7 that is left out in training.",
      category = "Training")
  public double getDropout() {
    return dropout;
  }

  public void setDropout(double value) {
    dropout = value;
  }

  @OptionMetadata(
      displayName = "freeze",
      description =
          "Number of weight layers, from the first, that stay as loaded: 5 for all convolutions, 7"
              + " for all but the output.",
      category = "Training")
  public int getFreeze() {
    return freeze;
  }

  public void setFreeze(int value) {
    freeze = value;
  }

  @OptionMetadata(
      displayName = "deviation",
      description =
          "Standard deviation that inputs are scaled to; about 64 for weights that were trained on"
              + " pixels from 0 to 255.",
      category = "Training")
  public double getDeviation() {
    return deviation;
  }

  public void setDeviation(double value) {
    deviation = value;
  }

  private void readObject(ObjectInputStream in) throws IOException {
    readFormer(in, AlexNetSegmentModel.KIND);
  }

  @Override
  public void run(Object toRun, String[] options) throws Exception {
    ClassifierCommand.run(this, options);
  }

  /** Runs the scheme with Weka's evaluation options and its own. */
  public static void main(String[] arguments) throws Exception {
    ClassifierCommand.run(new FineTunedAlexNet(), arguments);
  }
}
