package emotiontransfer.weka.classify;

import emotiontransfer.alexnet.AlexNetFormat;
import emotiontransfer.alexnet.AlexNetModel;
import emotiontransfer.alexnet.AlexNetModel.EpochRecord;
import emotiontransfer.alexnet.AlexNetShape;
import emotiontransfer.alexnet.TemporalPyramid;
import emotiontransfer.alexnet.TrainedAlexNet;
import emotiontransfer.data.Provenance;
import emotiontransfer.pathnet.Pooling;
import emotiontransfer.weka.classify.SegmentClassifier.BagDecision;
import emotiontransfer.weka.options.MetaTransferPaper;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import weka.core.TechnicalInformation;
import weka.core.TechnicalInformation.Field;
import weka.core.TechnicalInformation.Type;

/**
 * A trained AlexNet as Weka's schemes use it.
 *
 * @param svm decides about the pyramids of clips; null where segments' decisions are pooled
 */
public record AlexNetSegmentModel(TrainedAlexNet trained, PyramidSvm svm) implements SegmentModel {

  public static final Kind<AlexNetSegmentModel> KIND =
      new Kind<>(
          AlexNetSegmentModel.class,
          "Emotion recognition with AlexNet: segments of log-mel spectrograms (or faces) are"
              + " resized to 227 x 227 x 3 and classified by a convolutional network that is"
              + " trained by gradient descent, either from scratch or from the weights of a"
              + " network that was trained on images (option weights) or on a source corpus"
              + " (option source). A clip is decided on by the average of its segments'"
              + " probabilities, or by discriminant temporal pyramid matching and a linear support"
              + " vector machine. A baseline for PathNetClassifier, on the same tables.",
          AlexNetSegmentModel::papers,
          new String[] {"epochs", "source", "weights", "decision"},
          AlexNetSegmentModel::measures,
          AlexNetSegmentModel::read);

  /** No machine for a thousand classes is larger. */
  private static final int MOST_SVM_BYTES = 1 << 30;

  private static TechnicalInformation papers() {
    TechnicalInformation paper =
        MetaTransferPaper.cite(
            new TechnicalInformation(Type.ARTICLE),
            "Shiqing Zhang and Shiliang Zhang and Tiejun Huang and Wen Gao",
            "Speech Emotion Recognition Using Deep Convolutional Neural Network and Discriminant"
                + " Temporal Pyramid Matching",
            2018,
            Field.JOURNAL,
            "IEEE Transactions on Multimedia",
            Field.VOLUME,
            "20",
            Field.NUMBER,
            "6",
            Field.PAGES,
            "1576-1590");
    MetaTransferPaper.cite(
        paper.add(Type.INPROCEEDINGS),
        "Alex Krizhevsky and Ilya Sutskever and Geoffrey E. Hinton",
        "ImageNet Classification with Deep Convolutional Neural Networks",
        2012,
        Field.BOOKTITLE,
        "Advances in Neural Information Processing Systems 25");
    return paper;
  }

  private static Map<String, ToDoubleFunction<AlexNetSegmentModel>> measures() {
    Map<String, ToDoubleFunction<AlexNetSegmentModel>> measures = new LinkedHashMap<>();
    measures.put("measureEpochs", it -> it.history().size());
    measures.put("measureTrainingLoss", it -> it.lastEpoch().loss());
    measures.put("measureTrainingAccuracy", it -> it.lastEpoch().accuracy());
    measures.put("measureParameters", it -> it.shape().parameters());
    measures.put("measureTrainingSeconds", it -> it.trained.network().seconds());
    return measures;
  }

  private AlexNetShape shape() {
    return trained.network().weights().shape();
  }

  private List<EpochRecord> history() {
    return trained.network().history();
  }

  private EpochRecord lastEpoch() {
    return history().get(history().size() - 1);
  }

  private static AlexNetSegmentModel read(ObjectInputStream in) throws IOException {
    if (!in.readBoolean()) {
      return null;
    }
    TrainedAlexNet trained = AlexNetFormat.read(in, SchemeInput.left(in));
    int length = in.readInt();
    if (length < 0 || length > MOST_SVM_BYTES || length == 0 != (trained.pyramid() == null)) {
      throw new IOException("is damaged (its support vector machine does not fit)");
    }
    // Not as one array of that length: a damaged length must not ask for a gigabyte.
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("is truncated");
    }
    int values = TemporalPyramid.ALL_PARTS * trained.network().weights().shape().features();
    PyramidSvm svm =
        length == 0 ? null : PyramidSvm.ofBytes(trained.provenance().classLabels(), values, bytes);
    return new AlexNetSegmentModel(trained, svm);
  }

  @Override
  public void write(ObjectOutputStream out) throws IOException {
    out.writeBoolean(true);
    AlexNetFormat.write(trained, out);
    byte[] bytes = svm == null ? new byte[0] : svm.toBytes();
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  @Override
  public Provenance provenance() {
    return trained.provenance();
  }

  @Override
  public BagDecision decide(float[][] segments, Pooling pooling, int threads) throws Exception {
    AlexNetModel.Answer answer = trained.network().answer(segments, threads);
    double[] clip =
        svm == null
            ? pooling.pool(answer.probabilities())
            : svm.distribution(trained.pyramid().vector(answer.features()));
    return new BagDecision(clip, answer.probabilities());
  }

  @Override
  public String report() {
    Report report = new Report("FineTunedAlexNet", provenance());
    report.line("Weights", trained.beginning());
    report.line("Network", "%s, %,d parameters", shape(), shape().parameters());
    report.course("Epochs", "loss (right) after ", history().size(), i -> epoch(history().get(i)));
    if (svm == null) {
      report.line("Decision", "pooled over the segments");
    } else {
      String decision = "temporal pyramid with exponents %s, linear support vector machine";
      report.line("Decision", decision, trained.pyramid().exponents());
    }
    return report.end(trained.network().seconds(), AlexNetFormat.fingerprint(trained));
  }

  private static String epoch(EpochRecord epoch) {
    return String.format(Locale.ROOT, "%.3f (%.3f)", epoch.loss(), epoch.accuracy());
  }
}
