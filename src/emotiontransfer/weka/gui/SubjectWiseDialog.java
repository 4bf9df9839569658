package emotiontransfer.weka.gui;

import emotiontransfer.weka.evaluation.SubjectFolds;
import emotiontransfer.weka.table.ClipTable;
import java.awt.Component;
import java.awt.GridLayout;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javax.swing.ButtonGroup;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import weka.core.Attribute;
import weka.core.Instances;

/** Asks for the subject attribute, the folds, the training subjects and the seed. */
public final class SubjectWiseDialog {

  /**
   * How subjects are divided into folds.
   *
   * @param subject name of the attribute that holds the subject
   * @param folds number of folds, or {@link SubjectFolds#LEAVE_ONE_OUT}
   * @param trainingSubjects number in each fold; empty for all others
   * @param seed of the folds, of the training subjects and of the order of training clips
   * @param classifierSeed empty where the classifier keeps its own
   */
  public record Settings(
      String subject,
      int folds,
      OptionalInt trainingSubjects,
      int seed,
      OptionalInt classifierSeed) {}

  private static final String TITLE = "Leave one subject out";
  private static final int MOST_FOLDS = 1000;

  private final JPanel form = new JPanel(new GridLayout(0, 2, 8, 8));
  private final JComboBox<String> subject;
  private final JRadioButton leaveOneOut =
      new JRadioButton("Each subject is a fold of its own", true);
  private final JRadioButton dealt = new JRadioButton("Whole subjects are dealt to folds:");
  private final JSpinner folds = new JSpinner(new SpinnerNumberModel(5, 2, MOST_FOLDS, 1));
  private final JCheckBox few = new JCheckBox("Train on that many of the other subjects only:");
  private final JSpinner trainingSubjects =
      new JSpinner(new SpinnerNumberModel(1, 1, MOST_FOLDS, 1));
  private final JSpinner seed = new JSpinner(new SpinnerNumberModel(1, 0, Integer.MAX_VALUE, 1));
  private final JCheckBox seedsClassifier = new JCheckBox("The classifier takes this seed, too");

  private SubjectWiseDialog(List<String> candidates) {
    subject = new JComboBox<>(candidates.toArray(new String[0]));
    subject.setSelectedItem(ClipTable.SUBJECT);
    subject.setToolTipText("The attribute that says who is heard or seen");
    ButtonGroup protocols = new ButtonGroup();
    protocols.add(leaveOneOut);
    protocols.add(dealt);
    folds.setEnabled(false);
    dealt.addItemListener(change -> folds.setEnabled(dealt.isSelected()));
    few.setToolTipText("Drawn by the seed, others for each fold");
    trainingSubjects.setEnabled(false);
    few.addItemListener(change -> trainingSubjects.setEnabled(few.isSelected()));
    seed.setEditor(new JSpinner.NumberEditor(seed, "0"));
    seed.setToolTipText("Of the folds, the training subjects and the order of the training clips");
    seedsClassifier.setToolTipText(
        "Without it the classifier keeps the seed among its own options");
    form.add(new JLabel("Subject attribute:"));
    form.add(subject);
    form.add(leaveOneOut);
    form.add(new JLabel());
    form.add(dealt);
    form.add(folds);
    form.add(few);
    form.add(trainingSubjects);
    form.add(new JLabel("Seed:"));
    form.add(seed);
    form.add(seedsClassifier);
  }

  /**
   * Shows the dialog.
   *
   * @param classIndex the attribute that cannot be the subject
   * @return empty where the user cancelled, or there is no attribute to choose
   */
  public static Optional<Settings> ask(Component parent, Instances table, int classIndex) {
    List<String> candidates = candidates(table, classIndex);
    if (candidates.isEmpty()) {
      JOptionPane.showMessageDialog(
          parent,
          "This table has no nominal or string attribute besides the class that could say who the"
              + " subject is.",
          TITLE,
          JOptionPane.WARNING_MESSAGE);
      return Optional.empty();
    }
    SubjectWiseDialog dialog = new SubjectWiseDialog(candidates);
    int answer =
        JOptionPane.showConfirmDialog(
            parent, dialog.form, TITLE, JOptionPane.OK_CANCEL_OPTION, JOptionPane.PLAIN_MESSAGE);
    return answer == JOptionPane.OK_OPTION ? Optional.of(dialog.settings()) : Optional.empty();
  }

  private static List<String> candidates(Instances table, int classIndex) {
    return IntStream.range(0, table.numAttributes())
        .filter(index -> index != classIndex)
        .mapToObj(table::attribute)
        .filter(attribute -> attribute.isNominal() || attribute.isString())
        .map(Attribute::name)
        .toList();
  }

  private Settings settings() {
    int number = (Integer) seed.getValue();
    return new Settings(
        (String) subject.getSelectedItem(),
        leaveOneOut.isSelected() ? SubjectFolds.LEAVE_ONE_OUT : (Integer) folds.getValue(),
        few.isSelected()
            ? OptionalInt.of((Integer) trainingSubjects.getValue())
            : OptionalInt.empty(),
        number,
        seedsClassifier.isSelected() ? OptionalInt.of(number) : OptionalInt.empty());
  }
}
