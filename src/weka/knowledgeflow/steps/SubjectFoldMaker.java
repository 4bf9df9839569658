package weka.knowledgeflow.steps;

import emotiontransfer.weka.evaluation.SubjectFolds;
import emotiontransfer.weka.table.ClipTable;
import java.util.List;
import weka.core.Instances;
import weka.core.OptionMetadata;
import weka.core.WekaException;
import weka.knowledgeflow.Data;
import weka.knowledgeflow.StepManager;

/**
 * Makes pairs of training and test sets whose subjects differ: one subject left out at a time, or
 * folds of whole subjects.
 *
 * <p>The sets are those of {@link SubjectFolds}, so that the figures of a flow are those of the
 * command LeaveOneSubjectOutEvaluation with the same seed. All columns of the table stay.
 */
@KFStep(
    name = "SubjectFoldMaker",
    category = "Evaluation",
    toolTipText = "Makes training and test sets of whole subjects (leave one subject out)",
    iconPath = "weka/gui/knowledgeflow/icons/CrossValidationFoldMaker.gif")
public class SubjectFoldMaker extends BaseStep {

  private static final long serialVersionUID = 1L;

  private static final List<String> SETS =
      List.of(StepManager.CON_TRAININGSET, StepManager.CON_TESTSET);
  private static final List<String> TABLES =
      List.of(StepManager.CON_DATASET, StepManager.CON_TRAININGSET, StepManager.CON_TESTSET);

  // All three may name variables of the flow.
  private String subject = ClipTable.SUBJECT;
  private String numFolds = String.valueOf(SubjectFolds.LEAVE_ONE_OUT);
  private String seed = "1";

  private int resolvedFolds;
  private int resolvedSeed;

  public String getSubject() {
    return subject;
  }

  @OptionMetadata(
      displayName = "Subject",
      description = "The attribute that holds the subject: its name, or its index from 1",
      displayOrder = 0)
  public void setSubject(String value) {
    subject = value;
  }

  public String getNumFolds() {
    return numFolds;
  }

  @OptionMetadata(
      displayName = "Number of folds",
      description =
          "Number of folds that whole subjects are dealt to; 0 leaves one subject out at a time",
      displayOrder = 1)
  public void setNumFolds(String value) {
    numFolds = value;
  }

  public String getSeed() {
    return seed;
  }

  @OptionMetadata(
      displayName = "Random seed",
      description = "Shuffles the training clips and chooses between equally good folds",
      displayOrder = 2)
  public void setSeed(String value) {
    seed = value;
  }

  @Override
  public void stepInit() throws WekaException {
    resolvedFolds = number("Number of folds", numFolds);
    resolvedSeed = number("Random seed", seed);
  }

  private int number(String name, String setting) throws WekaException {
    String text = environmentSubstitute(setting);
    try {
      return Integer.parseInt(text.trim());
    } catch (NumberFormatException e) {
      throw new WekaException("%s must be a whole number, but is '%s'.".formatted(name, text), e);
    }
  }

  @Override
  public void processIncoming(Data data) throws WekaException {
    getStepManager().processing();
    Instances table = data.getPrimaryPayload();
    SubjectFolds folds =
        SubjectFolds.of(table, environmentSubstitute(subject), resolvedFolds, resolvedSeed);
    getStepManager().logBasic("Making folds: " + folds.protocol());
    try {
      folds.visit(folds.folds(), table, split -> send(split, folds));
      getStepManager().finished();
    } catch (InterruptedException stopped) {
      getStepManager().interrupted();
    }
  }

  private void send(SubjectFolds.Split split, SubjectFolds folds) throws WekaException {
    if (isStopRequested()) {
      Thread.currentThread().interrupt();
      return;
    }
    getStepManager().statusMessage("Fold " + split.fold().name());
    int fold = folds.folds().indexOf(split.fold()) + 1;
    int size = folds.folds().size();
    getStepManager()
        .outputData(
            set(StepManager.CON_TRAININGSET, split.training(), fold, size),
            set(StepManager.CON_TESTSET, split.test(), fold, size));
  }

  private static Data set(String kind, Instances clips, int fold, int folds) {
    Data data = new Data(kind, clips);
    data.setPayloadElement(StepManager.CON_AUX_DATA_SET_NUM, fold);
    data.setPayloadElement(StepManager.CON_AUX_DATA_MAX_SET_NUM, folds);
    return data;
  }

  @Override
  public List<String> getIncomingConnectionTypes() {
    return getStepManager().numIncomingConnections() > 0 ? List.of() : TABLES;
  }

  @Override
  public List<String> getOutgoingConnectionTypes() {
    return getStepManager().numIncomingConnections() > 0 ? SETS : List.of();
  }

  @Override
  public Instances outputStructureForConnectionType(String connectionName) throws WekaException {
    if (!SETS.contains(connectionName)) {
      return null;
    }
    for (String kind : TABLES) {
      Instances structure = getStepManager().getIncomingStructureForConnectionType(kind);
      if (structure != null) {
        return structure;
      }
    }
    return null;
  }
}
