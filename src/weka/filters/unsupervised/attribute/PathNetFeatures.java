package weka.filters.unsupervised.attribute;

import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.model.ModelFormat;
import emotiontransfer.weka.classify.ModelFile;
import emotiontransfer.weka.classify.SegmentTable;
import emotiontransfer.weka.command.FilterCommand;
import emotiontransfer.weka.filter.LayerStatistics;
import emotiontransfer.weka.filter.ModelFilter;
import emotiontransfer.weka.options.SchemeOptions;
import emotiontransfer.weka.table.ClipTable;
import emotiontransfer.weka.table.FeatureSignature;
import emotiontransfer.weka.table.FiniteNumbers;
import emotiontransfer.weka.table.SegmentReader;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Set;
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
import weka.core.WekaException;
import weka.filters.Filter;
import weka.filters.StreamableFilter;

/**
 * Replaces each bag by what the last layer of a trained PathNet makes of it, so that any learner of
 * Weka can use the features that a network has learned.
 *
 * <p>The filter keeps the model: once it has been given a table, its file is not needed any more.
 */
public class PathNetFeatures extends Filter implements ModelFilter, StreamableFilter {

  private static final long serialVersionUID = 1L;

  private File model = new File("");
  private boolean allowSubjectOverlap;

  /** The model of the last input format, which a saved filter carries. */
  private byte[] trained = {};

  /** Made when they are needed. */
  private transient PathNetModel read;

  private transient LayerStatistics statistics;

  @Override
  public void run(Object toRun, String[] options) throws Exception {
    FilterCommand.run(this, options);
  }

  public static void main(String[] options) {
    FilterCommand.main(new PathNetFeatures(), options);
  }

  public String globalInfo() {
    return "Replaces the relational attribute (the bag of segments of a clip) by what the last"
        + " layer of a trained PathNet makes of it: mean and standard deviation of each of"
        + " its outputs over the clip's frames, where the model decides about whole clips"
        + " (-pool statistics), or else over its segments; the members of an ensemble one"
        + " after the other. In a table without bags, which the model must have been trained"
        + " on, the outputs for a row replace its numeric attributes. The other attributes"
        + " are kept; a missing bag gives missing values. Subjects that the model was"
        + " trained on are rejected.";
  }

  @Override
  public Enumeration<Option> listOptions() {
    return options().list(super.listOptions());
  }

  @Override
  public String[] getOptions() {
    return options().get(super.getOptions());
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    options().set(options, super::setOptions);
    Utils.checkForRemainingOptions(options);
  }

  private SchemeOptions options() {
    return SchemeOptions.of(this, Filter.class);
  }

  @OptionMetadata(
      displayName = "model",
      description =
          "File of the trained model: NAME.pathnet, or a PathNetClassifier as Weka saves it.",
      displayOrder = 1)
  public File getModel() {
    return model;
  }

  public void setModel(File value) {
    model = value;
  }

  @OptionMetadata(
      displayName = "allowSubjectOverlap",
      description =
          "Allows features of subjects that the model was trained on; figures on them are not"
              + " subject-independent.",
      displayOrder = 2)
  @Override
  public boolean getAllowSubjectOverlap() {
    return allowSubjectOverlap;
  }

  public void setAllowSubjectOverlap(boolean value) {
    allowSubjectOverlap = value;
  }

  @Override
  public Set<String> trainedSubjects() throws WekaException {
    return readModel().provenance().allSubjects();
  }

  private PathNetModel readModel() throws WekaException {
    if (model.getPath().isEmpty()) {
      throw new WekaException("PathNetFeatures needs the file of a trained model (-model FILE).");
    }
    return ModelFile.pathNet(model).finished();
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
    read = readModel();
    trained = ModelFormat.toBytes(read);
    SegmentReader reader = new SegmentReader(instanceInfo);
    SegmentTable.checkFits("Model " + model, read.provenance().features(), reader.features());
    for (Instance row : instanceInfo) {
      checkSubject(row);
    }
    statistics = new LayerStatistics(read, reader);
    int[] others = IntStream.range(0, instanceInfo.numAttributes()).toArray();
    initInputLocators(getInputFormat(), ArrayUtils.removeElements(others, reader.columns()));
    Instances output = outputFormat(instanceInfo, reader.columns());
    setOutputFormat(output);
    // Weka appends class and options, that is the path of the model.
    outputFormatPeek().setRelationName(output.relationName());
    return true;
  }

  private Instances outputFormat(Instances input, int[] replaced) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int i = 0; i < input.numAttributes(); i++) {
      if (i == replaced[0]) {
        statistics.names().forEach(name -> attributes.add(new Attribute(name)));
      }
      if (!ArrayUtils.contains(replaced, i)) {
        attributes.add((Attribute) input.attribute(i).copy());
      }
    }
    String hash = ModelFormat.fingerprint(read).substring(0, 12);
    String relation =
        FeatureSignature.append(input.relationName(), "PathNetFeatures -model " + hash);
    Instances output = new Instances(relation, attributes, 0);
    if (input.classIndex() >= 0) {
      output.setClass(output.attribute(input.classAttribute().name()));
    }
    return output;
  }

  private void checkSubject(Instance row) throws WekaException {
    int index = allowSubjectOverlap ? -1 : ClipTable.subjectIndex(getInputFormat());
    if (index >= 0
        && !row.isMissing(index)
        && model().provenance().allSubjects().contains(row.stringValue(index))) {
      String sentence =
          "Model %s was trained on subject %s, or one of its sources was, so that figures on its"
              + " features would not be subject-independent; use another model, or"
              + " -allow-subject-overlap.";
      throw new WekaException(sentence.formatted(model, row.stringValue(index)));
    }
  }

  private synchronized PathNetModel model() {
    if (read == null) {
      try {
        read = ModelFormat.fromBytes(trained);
      } catch (IOException e) {
        throw new IllegalStateException("The model in this PathNetFeatures " + e.getMessage(), e);
      }
    }
    return read;
  }

  private synchronized LayerStatistics statistics() {
    if (statistics == null) {
      statistics = new LayerStatistics(model(), new SegmentReader(getInputFormat()));
    }
    return statistics;
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
    checkSubject(instance);
    int[] replaced = statistics().columns();
    double[] kept = ArrayUtils.removeAll(instance.toDoubleArray(), replaced);
    double[] values = ArrayUtils.insert(replaced[0], kept, statistics().of(instance));
    DenseInstance result = new DenseInstance(instance.weight(), values);
    copyValues(result, false, instance.dataset(), outputFormatPeek());
    push(result, false);
    return true;
  }
}
