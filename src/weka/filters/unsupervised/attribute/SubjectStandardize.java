package weka.filters.unsupervised.attribute;

import emotiontransfer.weka.command.FilterCommand;
import emotiontransfer.weka.filter.SubjectStandardizer;
import emotiontransfer.weka.filter.SubjectStandardizer.Row;
import emotiontransfer.weka.filter.TransductiveFilter;
import emotiontransfer.weka.table.FeatureSignature;
import emotiontransfer.weka.table.FiniteNumbers;
import java.util.List;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;
import weka.filters.Filter;

/**
 * Standardises each subject by its own clips, which takes away how it speaks in general.
 *
 * <p>{@link SubjectStandardizer} says over which values and rows. A row of a batch behind the first
 * waits until it is asked for: then all rows that wait are standardised together, so that a table
 * that is filtered at once gives the same as if it were filtered first.
 */
public class SubjectStandardize extends Filter implements TransductiveFilter {

  private static final long serialVersionUID = 1L;

  private SubjectStandardizer standardizer;
  private boolean headerTaken;

  /** Weka's command line asks for each row at once unless it is told that there is none yet. */
  private transient boolean wholeBatches;

  public String globalInfo() {
    return "Standardises each subject by its own rows, those with the same value of the attribute"
        + " 'subject': mean 0 and standard deviation 1. In bags of a spectrogram (attributes"
        + " CHANNEL_fBAND_tFRAME) each band of each channel is standardised over all frames of the"
        + " subject's clips, a frame that segments share being counted once; in bags of faces"
        + " (CHANNEL_yROW_xCOLUMN) each channel; in other bags, and in tables without a bag, each"
        + " numeric attribute, the class excepted. What does not vary is only shifted; missing"
        + " values stay missing; the other columns are kept.\n\n"
        + "The filter is transductive: it uses the unlabelled rows of a test subject. Subjects of"
        + " the first batch keep its statistics; those of later batches have their own. Inside a"
        + " FilteredClassifier, where test rows come one by one, only"
        + " LeaveOneSubjectOutEvaluation, its result producer and its button in the Explorer show"
        + " all rows of a test subject at once; elsewhere filter the whole table first.";
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
    standardizer = new SubjectStandardizer(instanceInfo);
    Instances header = new Instances(instanceInfo, 0);
    header.setRelationName(
        FeatureSignature.append(instanceInfo.relationName(), SubjectStandardizer.SIGNATURE));
    startTable(header);
    return true;
  }

  /** Starts with empty columns; Weka would append the class to the relation name each time. */
  private void startTable(Instances header) {
    setOutputFormat(header);
    outputFormatPeek().setRelationName(header.relationName());
  }

  @Override
  public void enroll(Instances rows) throws WekaException {
    FiniteNumbers.check(rows);
    standardizer.enroll(rows);
  }

  @Override
  public boolean input(Instance instance) throws Exception {
    if (isNewBatch()) {
      // Drops the bags of earlier batches, unless rows of the last one may still be on their way.
      if (isFirstBatchDone() && !headerTaken) {
        startTable(outputFormatPeek());
      }
      headerTaken = false;
    }
    FiniteNumbers.check(instance);
    super.input(instance);
    return isFirstBatchDone() && !wholeBatches;
  }

  @Override
  public boolean batchFinished() throws Exception {
    if (getInputFormat() != null) {
      convertBuffered();
    }
    return super.batchFinished();
  }

  private void convertBuffered() {
    Instances rows = getInputFormat();
    List<Row> results = isFirstBatchDone() ? standardizer.later(rows) : standardizer.first(rows);
    int bag = standardizer.bagIndex();
    for (int i = 0; i < results.size(); i++) {
      Row result = results.get(i);
      Instance row = rows.get(i).copy(result.values());
      if (result.bag().isPresent()) {
        row.setMissing(bag);
      }
      push(row, false);
      result.bag().ifPresent(b -> row.setValue(bag, row.attribute(bag).addRelation(b)));
    }
    flushInput();
  }

  private void convertWaiting() {
    if (isFirstBatchDone() && !getInputFormat().isEmpty()) {
      convertBuffered();
    }
  }

  @Override
  public Instance output() {
    convertWaiting();
    return super.output();
  }

  @Override
  public Instance outputPeek() {
    convertWaiting();
    return super.outputPeek();
  }

  @Override
  public int numPendingOutput() {
    return super.numPendingOutput() + (isFirstBatchDone() ? getInputFormat().size() : 0);
  }

  @Override
  public Instances getOutputFormat() {
    headerTaken = true;
    return super.getOutputFormat();
  }

  /** Leaves out the bags of the last batch: a saved classifier holds no training data. */
  protected Object writeReplace() {
    if (isOutputFormatDefined() && numPendingOutput() == 0) {
      startTable(outputFormatPeek());
    }
    return this;
  }

  @Override
  public void run(Object toRun, String[] options) throws Exception {
    wholeBatches = true;
    FilterCommand.run(this, options);
  }

  public static void main(String[] options) {
    FilterCommand.main(new SubjectStandardize(), options);
  }
}
