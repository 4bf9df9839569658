package emotiontransfer.weka.gui;

import emotiontransfer.weka.evaluation.SubjectFolds;
import emotiontransfer.weka.table.ClipTable;
import java.awt.Component;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.ButtonGroup;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import weka.core.Attribute;
import weka.core.Instances;

/** Asks for the subject attribute, the folds and the seed. */
public final class SubjectWiseDialog {

  private static final String TITLE = "Leave one subject out";
  private static final int MOST_FOLDS = 1000;

  private final JComboBox<String> subject = new JComboBox<>();
  private final JRadioButton leaveOneOut =
      new JRadioButton("Each subject is a fold of its own", true);
  private final JRadioButton dealt = new JRadioButton("Whole subjects are dealt to folds:");
  private final JSpinner folds = new JSpinner(new SpinnerNumberModel(5, 2, MOST_FOLDS, 1));
  private final JSpinner seed = new JSpinner(new SpinnerNumberModel(1, 0, Integer.MAX_VALUE, 1));
  private final JCheckBox seedsClassifier = new JCheckBox("The classifier takes this seed, too");

  private SubjectWiseDialog(List<String> candidates) {
    candidates.forEach(subject::addItem);
    if (candidates.contains(ClipTable.SUBJECT)) {
      subject.setSelectedItem(ClipTable.SUBJECT);
    }
    subject.setToolTipText("The attribute that says who is heard or seen");
    ButtonGroup protocols = new ButtonGroup();
    protocols.add(leaveOneOut);
    protocols.add(dealt);
    folds.setEnabled(false);
    dealt.addItemListener(change -> folds.setEnabled(dealt.isSelected()));
    seed.setEditor(new JSpinner.NumberEditor(seed, "0"));
    seed.setToolTipText("Of the folds and of the order of the training clips");
    seedsClassifier.setToolTipText(
        "Without it the classifier keeps the seed among its own options");
  }

  /**
   * Shows the dialog.
   *
   * @param parent where it appears
   * @param table whose attributes are offered
   * @param classIndex the attribute that cannot be the subject
   * @return empty where the user cancelled, or was told that there is no attribute to choose
   */
  public static Optional<SubjectWiseSettings> ask(
      Component parent, Instances table, int classIndex) {
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
            parent, dialog.form(), TITLE, JOptionPane.OK_CANCEL_OPTION, JOptionPane.PLAIN_MESSAGE);
    return answer == JOptionPane.OK_OPTION ? Optional.of(dialog.settings()) : Optional.empty();
  }

  private static List<String> candidates(Instances table, int classIndex) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < table.numAttributes(); i++) {
      Attribute attribute = table.attribute(i);
      if (i != classIndex && (attribute.isNominal() || attribute.isString())) {
        names.add(attribute.name());
      }
    }
    return names;
  }

  private JPanel form() {
    JPanel form = new JPanel(new GridBagLayout());
    row(form, 0, new JLabel("Subject attribute:"), subject);
    row(form, 1, leaveOneOut, null);
    row(form, 2, dealt, folds);
    row(form, 3, new JLabel("Seed:"), seed);
    row(form, 4, seedsClassifier, null);
    return form;
  }

  private static void row(JPanel form, int row, JComponent first, JComponent second) {
    GridBagConstraints place = new GridBagConstraints();
    place.gridy = row;
    place.insets = new Insets(4, 4, 4, 4);
    place.anchor = GridBagConstraints.WEST;
    place.gridwidth = second == null ? 2 : 1;
    form.add(first, place);
    if (second != null) {
      place.fill = GridBagConstraints.HORIZONTAL;
      place.weightx = 1;
      form.add(second, place);
    }
  }

  private SubjectWiseSettings settings() {
    return new SubjectWiseSettings(
        (String) subject.getSelectedItem(),
        leaveOneOut.isSelected() ? SubjectFolds.LEAVE_ONE_OUT : (Integer) folds.getValue(),
        (Integer) seed.getValue(),
        seedsClassifier.isSelected());
  }
}
