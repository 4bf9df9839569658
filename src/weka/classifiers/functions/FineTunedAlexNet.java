package weka.classifiers.functions;

import emotiontransfer.alexnet.AlexNetFormat;
import emotiontransfer.alexnet.AlexNetModel;
import emotiontransfer.alexnet.Lineage;
import emotiontransfer.alexnet.TrainedAlexNet;
import emotiontransfer.alexnet.TrainingSettings;
import emotiontransfer.data.FeatureInfo;
import emotiontransfer.pathnet.Pooling;
import emotiontransfer.weka.classify.AlexNetModelFile;
import emotiontransfer.weka.classify.AlexNetOptions;
import emotiontransfer.weka.classify.AlexNetReport;
import emotiontransfer.weka.classify.AlexNetRequest;
import emotiontransfer.weka.classify.AlexNetScheme;
import emotiontransfer.weka.classify.AlexNetTraining;
import emotiontransfer.weka.classify.PyramidSvm;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import weka.classifiers.rules.ZeroR;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.TechnicalInformation;
import weka.core.TechnicalInformation.Field;
import weka.core.TechnicalInformation.Type;
import weka.core.WekaException;

/**
 * AlexNet on bags of segments, fine-tuned or from scratch: the system that Nguyen et al. compare
 * PathNet with, after Zhang et al. (2018).
 *
 * <p>Takes the tables that {@link PathNetClassifier} takes. The work is done by {@link
 * emotiontransfer.alexnet.AlexNetTrainer}.
 */
public class FineTunedAlexNet extends AlexNetOptions implements AlexNetScheme {

  private static final long serialVersionUID = 1L;

  /** Parts of a pyramid: a whole, two halves, four quarters. */
  private static final int PYRAMID_PARTS = 7;

  /** No machine for a thousand classes is larger. */
  private static final int MOST_SVM_BYTES = 1 << 30;

  /** Stands in, as in Weka's own schemes, where a table has no attribute but the class. */
  private ZeroR majority;

  private transient TrainedAlexNet trained;
  private transient PyramidSvm svm;

  /**
   * Describes the scheme.
   *
   * @return text for Weka's user interfaces
   */
  public String globalInfo() {
    return "Emotion recognition with AlexNet: segments of log-mel spectrograms (or faces) are"
        + " resized to 227 x 227 x 3 and classified by a convolutional network that is"
        + " trained by gradient descent, either from scratch or from the weights of a"
        + " network that was trained on images (option weights) or on a source corpus"
        + " (option source). A clip is decided on by the average of its segments'"
        + " probabilities, or by discriminant temporal pyramid matching and a linear support"
        + " vector machine. A baseline for PathNetClassifier, on the same tables.\n\n"
        + "For more information see:\n\n"
        + getTechnicalInformation();
  }

  @Override
  public TechnicalInformation getTechnicalInformation() {
    TechnicalInformation paper = new TechnicalInformation(Type.ARTICLE);
    paper.setValue(Field.AUTHOR, "Shiqing Zhang and Shiliang Zhang and Tiejun Huang and Wen Gao");
    paper.setValue(
        Field.TITLE,
        "Speech Emotion Recognition Using Deep Convolutional Neural Network and Discriminant"
            + " Temporal Pyramid Matching");
    paper.setValue(Field.JOURNAL, "IEEE Transactions on Multimedia");
    paper.setValue(Field.VOLUME, "20");
    paper.setValue(Field.NUMBER, "6");
    paper.setValue(Field.PAGES, "1576-1590");
    paper.setValue(Field.YEAR, "2018");
    TechnicalInformation network = paper.add(Type.INPROCEEDINGS);
    network.setValue(Field.AUTHOR, "Alex Krizhevsky and Ilya Sutskever and Geoffrey E. Hinton");
    network.setValue(
        Field.TITLE, "ImageNet Classification with Deep Convolutional Neural Networks");
    network.setValue(Field.BOOKTITLE, "Advances in Neural Information Processing Systems 25");
    network.setValue(Field.YEAR, "2012");
    return paper;
  }

  @Override
  public void buildClassifier(Instances data) throws Exception {
    getCapabilities().testWithFail(data);
    trained = null;
    svm = null;
    forgetReader();
    majority = majorityOf(data);
    if (majority == null) {
      AlexNetTraining.Result result = new AlexNetTraining(request(), data, getLog()).run();
      trained = result.trained();
      svm = result.svm();
    }
  }

  private AlexNetRequest request() {
    TrainingSettings settings =
        new TrainingSettings(
            getEpochs(),
            getLearningRate(),
            getMiniBatch(),
            getMomentum(),
            getL2(),
            getDropout(),
            getFreeze(),
            getDeviation(),
            getSeed(),
            threads());
    return new AlexNetRequest(
        settings,
        getInputSize(),
        getWidth(),
        getDecision(),
        getWeights(),
        getSource(),
        getOptions());
  }

  /**
   * Returns the trained network.
   *
   * @return the network with its lineage
   * @throws IllegalStateException if none was trained yet
   */
  public TrainedAlexNet model() {
    return built(trained);
  }

  @Override
  public double[] distributionForInstance(Instance instance) throws Exception {
    return decide(instance).clip();
  }

  @Override
  public BagDecision decide(Instance instance) throws Exception {
    if (majority != null) {
      return new BagDecision(majority.distributionForInstance(instance), new double[0][]);
    }
    AlexNetModel.Answer answer = answer(instance);
    double[][] segments = answer.probabilities();
    if (segments.length == 0) {
      return new BagDecision(
          model().lineage().classPriors().stream().mapToDouble(Double::doubleValue).toArray(),
          segments);
    }
    return new BagDecision(
        svm == null
            ? Pooling.MEAN.pool(segments)
            : svm.distribution(model().pyramid().vector(answer.features())),
        segments);
  }

  private AlexNetModel.Answer answer(Instance instance) throws WekaException {
    TrainedAlexNet built = model();
    Lineage lineage = built.lineage();
    FeatureInfo learnt =
        new FeatureInfo(
            lineage.featureSignature(), lineage.featureNamesHash(), built.network().inputs());
    Set<String> forbidden =
        getAllowSubjectOverlap() ? Set.of() : Set.copyOf(lineage.sourceSubjects());
    return built.network().answer(segments(instance, learnt, forbidden), threads());
  }

  @Override
  public Set<String> sourceSubjects() throws Exception {
    return AlexNetTraining.isGiven(getSource())
        ? AlexNetTraining.subjects(AlexNetModelFile.read(getSource()).lineage())
        : Set.of();
  }

  @Override
  public Enumeration<String> enumerateMeasures() {
    return Collections.enumeration(AlexNetReport.MEASURES.keySet());
  }

  @Override
  public double getMeasure(String name) {
    return AlexNetReport.measure(model().network(), name);
  }

  /**
   * Describes the trained network: settings, weights it began with, course of the training.
   *
   * @return several lines of text
   */
  @Override
  public String toString() {
    return majority != null || trained == null
        ? withoutModel(majority)
        : AlexNetReport.describe(trained);
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    out.defaultWriteObject();
    out.writeBoolean(trained != null);
    if (trained != null) {
      AlexNetFormat.write(trained, out);
      byte[] bytes = svm == null ? new byte[0] : svm.toBytes();
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    if (!in.readBoolean()) {
      restoreOptions("");
      return;
    }
    try {
      trained = AlexNetFormat.read(in);
      readSvm(in);
      restoreOptions(trained.lineage().options());
    } catch (IOException e) {
      throw invalid(e.getMessage() == null ? "is truncated" : e.getMessage(), e);
    }
  }

  private void readSvm(ObjectInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MOST_SVM_BYTES || length == 0 != (trained.pyramid() == null)) {
      throw new IOException("is damaged (its support vector machine does not fit)");
    }
    // Not as one array of that length: a damaged length must not ask for a gigabyte.
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("is truncated");
    }
    svm =
        length == 0
            ? null
            : PyramidSvm.ofBytes(
                trained.lineage().classLabels(),
                PYRAMID_PARTS * trained.network().shape().features(),
                bytes);
  }

  /**
   * Runs the scheme from the command line.
   *
   * @param arguments Weka's evaluation options and the scheme's own
   */
  public static void main(String[] arguments) {
    runClassifier(new FineTunedAlexNet(), arguments);
  }
}
