package weka.classifiers.functions;

import emotiontransfer.alexnet.AlexNetFormat;
import emotiontransfer.alexnet.AlexNetModel;
import emotiontransfer.alexnet.TrainedAlexNet;
import emotiontransfer.pathnet.FeatureInfo;
import emotiontransfer.pathnet.Pooling;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import weka.classifiers.SegmentClassifier;
import weka.classifiers.SubjectAwareClassifier;
import weka.classifiers.rules.ZeroR;
import weka.core.AdditionalMeasureProducer;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.LogHandler;
import weka.core.MultiInstanceCapabilitiesHandler;
import weka.core.SegmentReader;
import weka.core.TechnicalInformation;
import weka.core.TechnicalInformation.Field;
import weka.core.TechnicalInformation.Type;
import weka.core.TechnicalInformationHandler;
import weka.core.WeightedInstancesHandler;
import weka.core.WekaException;
import weka.gui.Logger;

/**
 * AlexNet on bags of segments, fine-tuned or from scratch: the system that Nguyen et al. compare
 * PathNet with, after Zhang et al. (2018).
 *
 * <p>Takes the tables that {@link PathNetClassifier} takes. The work is done by {@link
 * emotiontransfer.alexnet.AlexNetTrainer}.
 */
public class FineTunedAlexNet extends AlexNetOptions
    implements SegmentClassifier,
        SubjectAwareClassifier,
        MultiInstanceCapabilitiesHandler,
        WeightedInstancesHandler,
        TechnicalInformationHandler,
        AdditionalMeasureProducer,
        LogHandler {

  private static final long serialVersionUID = 1L;

  /** Parts of a pyramid: a whole, two halves, four quarters. */
  private static final int PYRAMID_PARTS = 7;

  /** No machine for a thousand classes is larger. */
  private static final int MOST_SVM_BYTES = 1 << 30;

  /** Stands in, as in Weka's own schemes, where a table has no attribute but the class. */
  private ZeroR majority;

  private transient TrainedAlexNet trained;
  private transient PyramidSvm svm;
  private transient Logger log;
  private transient SegmentReader reader;
  private transient Instances readerHeader;

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
  public Capabilities getCapabilities() {
    Capabilities result = super.getCapabilities();
    result.disableAll();
    result.enable(Capability.RELATIONAL_ATTRIBUTES);
    result.enable(Capability.NUMERIC_ATTRIBUTES);
    result.enable(Capability.NOMINAL_ATTRIBUTES);
    result.enable(Capability.STRING_ATTRIBUTES);
    result.enable(Capability.MISSING_VALUES);
    result.enable(Capability.NOMINAL_CLASS);
    result.enable(Capability.MISSING_CLASS_VALUES);
    return result;
  }

  @Override
  public Capabilities getMultiInstanceCapabilities() {
    Capabilities result = new Capabilities(this);
    result.enable(Capability.NUMERIC_ATTRIBUTES);
    result.enable(Capability.MISSING_VALUES);
    result.enable(Capability.NO_CLASS);
    return result;
  }

  @Override
  public void buildClassifier(Instances data) throws Exception {
    getCapabilities().testWithFail(data);
    trained = null;
    svm = null;
    reader = null;
    majority = null;
    if (data.numAttributes() == 1) {
      majority = new ZeroR();
      majority.buildClassifier(data);
      return;
    }
    AlexNetTraining.Result result = new AlexNetTraining(this, data, log).run();
    trained = result.trained();
    svm = result.svm();
  }

  /**
   * Returns the trained network.
   *
   * @return the network with its lineage
   * @throws IllegalStateException if none was trained yet
   */
  public TrainedAlexNet model() {
    if (trained == null) {
      throw new IllegalStateException("FineTunedAlexNet: no model has been built yet.");
    }
    return trained;
  }

  @Override
  public double[] distributionForInstance(Instance instance) throws Exception {
    if (majority != null) {
      return majority.distributionForInstance(instance);
    }
    AlexNetModel.Answer answer = answer(instance);
    if (answer.probabilities().length == 0) {
      return model().lineage().classPriors().stream().mapToDouble(Double::doubleValue).toArray();
    }
    return svm == null
        ? Pooling.MEAN.pool(answer.probabilities())
        : svm.distribution(model().pyramid().vector(answer.features()));
  }

  @Override
  public double[][] distributionsForSegments(Instance instance) throws Exception {
    return answer(instance).probabilities();
  }

  private AlexNetModel.Answer answer(Instance instance) throws WekaException {
    TrainedAlexNet built = model();
    float[][] segments = readerFor(instance.dataset()).segments(instance);
    if (!getAllowSubjectOverlap()) {
      PathNetInputs.checkSubject(instance, Set.copyOf(built.lineage().sourceSubjects()));
    }
    return built.network().answer(segments, AlexNetTraining.threads(getNumSlots()));
  }

  private synchronized SegmentReader readerFor(Instances header) throws WekaException {
    if (header == null) {
      throw new WekaException("An instance without a data set cannot be classified.");
    }
    if (reader == null || readerHeader != header) {
      SegmentReader found = new SegmentReader(header);
      PathNetInputs.checkFeatures(
          new FeatureInfo(
              model().lineage().featureSignature(),
              model().lineage().featureNamesHash(),
              model().network().inputs()),
          PathNetInputs.features(header, found));
      reader = found;
      readerHeader = header;
    }
    return reader;
  }

  @Override
  public Set<String> sourceSubjects() throws Exception {
    return AlexNetTraining.isGiven(getSource())
        ? AlexNetTraining.subjects(AlexNetModelFile.read(getSource()).lineage())
        : Set.of();
  }

  @Override
  public void setLog(Logger log) {
    this.log = log;
  }

  @Override
  public Logger getLog() {
    return log;
  }

  /**
   * Describes the property that Weka's user interfaces set themselves.
   *
   * @return its tool tip
   */
  public String logTipText() {
    return "Receives progress and messages; set by the Explorer.";
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
    if (majority != null) {
      return "FineTunedAlexNet: the table has only its class, so the majority decides.\n\n"
          + majority;
    }
    return trained == null
        ? "FineTunedAlexNet: no model has been built yet."
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
      return;
    }
    try {
      trained = AlexNetFormat.read(in);
      readSvm(in);
    } catch (IOException e) {
      String why = e.getMessage() == null ? "is truncated" : e.getMessage();
      InvalidObjectException invalid =
          new InvalidObjectException("This FineTunedAlexNet " + why + ".");
      invalid.initCause(e);
      throw invalid;
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
