package emotiontransfer.weka.gui.recognise;

import emotiontransfer.weka.gui.view.ActionButton;
import emotiontransfer.weka.gui.view.FileDrop;
import emotiontransfer.weka.predict.PredictionModel;
import emotiontransfer.weka.predict.Recognition;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;

/**
 * The content of the window "Recognise emotions...": decides about files that are dropped or
 * recorded, and shows each over time.
 */
public final class RecognisePanel extends JPanel {

  private static final long serialVersionUID = 1L;

  private static final String NO_CLIPS =
      "Drop recordings or folders here, press Add files..., or Record your voice.";
  private static final String RECORD = "Record";
  private static final int CARD = 0;
  private static final int CLIP = 1;
  private static final String SPEAKER = "speaker";
  private static final double TABLE_FRACTION = 0.35;
  private static final Dimension SIZE = new Dimension(1180, 800);

  private final ModelChooser models = new ModelChooser(this::take);
  private final ClipTable rows = new ClipTable();
  private final DecisionTable table = new DecisionTable(rows);
  private final ClipView view = new ClipView();
  private final JTabbedPane tabs = new JTabbedPane();
  private final JTextArea status = new JTextArea(NO_CLIPS, 2, 40);
  private final JProgressBar progress = new JProgressBar(0, 100);
  private final JCheckBox together = new JCheckBox("All of one speaker");
  private final JButton record =
      new ActionButton(RECORD, "Record with the microphone; press again to end", this::record);
  private final JButton stop =
      new ActionButton("Stop", "Stop deciding; what is decided stays", this::stop);
  private final transient List<Path> waiting = new ArrayList<>();
  private final transient Set<Path> recorded = new LinkedHashSet<>();
  private transient Optional<PredictionModel> model = Optional.empty();
  private transient Optional<RecognitionWork> work = Optional.empty();
  private transient Optional<RecordingWork> recording = Optional.empty();

  /** Makes the content; the package's own model is read when it is shown for the first time. */
  public RecognisePanel() {
    super(new BorderLayout(4, 4));
    setPreferredSize(SIZE);
    table.getSelectionModel().addListSelectionListener(change -> showSelected());
    status.setName("status");
    status.setEditable(false);
    status.setLineWrap(true);
    status.setWrapStyleWord(true);
    progress.setVisible(false);
    together.setVisible(false);
    together.setToolTipText("Standardise each recording by all of them, as this model needs it");
    together.addActionListener(change -> decideAgain());
    stop.setEnabled(false);
    JPanel recordings = new JPanel(new BorderLayout());
    recordings.add(buttons(), BorderLayout.NORTH);
    recordings.add(new JScrollPane(table), BorderLayout.CENTER);
    tabs.addTab("Model card", new JScrollPane(models.card()));
    tabs.addTab("Clip", view);
    JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, recordings, tabs);
    split.setResizeWeight(TABLE_FRACTION);
    add(models, BorderLayout.NORTH);
    add(split, BorderLayout.CENTER);
    add(bottom(), BorderLayout.SOUTH);
    FileDrop.install(this::add, this, table);
  }

  private JPanel buttons() {
    JPanel row = new JPanel(new FlowLayout(FlowLayout.LEFT));
    row.add(new ActionButton("Add files...", "Files, or folders of recordings", this::open));
    row.add(record);
    row.add(stop);
    row.add(new ActionButton("Remove", "Remove the selected rows", this::remove));
    row.add(together);
    return row;
  }

  private JPanel bottom() {
    JPanel panel = new JPanel(new BorderLayout());
    panel.add(progress, BorderLayout.NORTH);
    panel.add(new JScrollPane(status), BorderLayout.CENTER);
    panel.add(new ExportBar(table, view, recorded, status::setText), BorderLayout.SOUTH);
    return panel;
  }

  @Override
  public void addNotify() {
    super.addNotify();
    models.start();
  }

  /** Ends what would go on behind a closed window. */
  @Override
  public void removeNotify() {
    stop();
    recording.ifPresent(RecordingWork::finish);
    view.clear(ClipView.NONE);
    super.removeNotify();
  }

  private void take(Optional<PredictionModel> chosen) {
    model = chosen;
    together.setVisible(chosen.filter(PredictionModel::isTransductive).isPresent());
    decideAgain();
  }

  /** Decides about all files anew, as another model or speaker makes it necessary. */
  private void decideAgain() {
    work.ifPresent(running -> running.cancel(true));
    waiting.addAll(0, rows.rows().stream().map(ClipRow::file).toList());
    rows.clear(model.map(PredictionModel::labels).orElse(List.of()));
    view.clear(ClipView.NONE);
    tabs.setSelectedIndex(CARD);
    start();
  }

  private void open() {
    JFileChooser chooser = new JFileChooser(new File(System.getProperty("user.dir")));
    chooser.setDialogTitle("Recordings");
    chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
    chooser.setMultiSelectionEnabled(true);
    if (chooser.showOpenDialog(this) == JFileChooser.APPROVE_OPTION) {
      add(List.of(chooser.getSelectedFiles()));
    }
  }

  private void add(List<File> files) {
    for (File file : files) {
      if (ModelChooser.isModel(file)) {
        models.choose(file);
      } else {
        waiting.add(file.toPath().toAbsolutePath().normalize());
      }
    }
    start();
  }

  /** Decides about what waits, unless there is no model yet or something is being decided. */
  private void start() {
    if (model.isEmpty() || work.isPresent() || waiting.isEmpty()) {
      return;
    }
    boolean oneSpeaker = model.get().isTransductive() && together.isSelected();
    Set<Path> files = new LinkedHashSet<>();
    if (oneSpeaker) {
      rows.rows().forEach(row -> files.add(row.file()));
    }
    files.addAll(waiting);
    waiting.clear();
    Recognition recognition =
        new Recognition(model.get(), oneSpeaker ? Optional.of(SPEAKER) : Optional.empty(), true);
    RecognitionWork next =
        new RecognitionWork(recognition, List.copyOf(files), this::show, this::finished);
    next.getPropertyChangeSupport()
        .addPropertyChangeListener(
            RecognitionWork.READING,
            change -> status.setText("Reading " + change.getNewValue() + " ..."));
    next.addPropertyChangeListener(change -> progress.setValue(next.getProgress()));
    work = Optional.of(next);
    status.setText("Deciding...");
    setBusy(true);
    next.execute();
  }

  private void setBusy(boolean busy) {
    progress.setVisible(busy);
    progress.setValue(0);
    stop.setEnabled(busy);
  }

  private void show(ClipRow row) {
    rows.add(row);
    if (table.getSelectedRow() < 0) {
      table.setRowSelectionInterval(0, 0);
    }
  }

  private void finished(String sentence) {
    work = Optional.empty();
    setBusy(false);
    long read = rows.decisions().size();
    long doubtful = rows.rows().stream().filter(row -> !row.note().isEmpty()).count();
    int count = rows.getRowCount();
    String summary = "%s recording%s, %s decided, %s with a note. ";
    status.setText(summary.formatted(count, count == 1 ? "" : "s", read, doubtful) + sentence);
    status.setCaretPosition(0);
    start();
  }

  private void stop() {
    waiting.clear();
    work.ifPresent(running -> running.cancel(true));
  }

  private void remove() {
    rows.remove(table.selected());
    view.clear(ClipView.NONE);
  }

  private void showSelected() {
    List<ClipRow> selected = table.selected();
    if (selected.size() != 1 || model.isEmpty()) {
      view.clear(ClipView.NONE);
      return;
    }
    ClipRow row = selected.get(0);
    tabs.setSelectedIndex(CLIP);
    if (row.clip().isPresent()) {
      view.show(model.get(), row);
    } else {
      view.clear(row.file().getFileName() + ": " + row.note());
    }
  }

  private void record() {
    if (recording.isPresent()) {
      recording.get().finish();
      return;
    }
    record.setText("End recording");
    status.setText("Recording; speak as long as a sentence or two.");
    progress.setString("microphone");
    progress.setStringPainted(true);
    progress.setVisible(true);
    RecordingWork next =
        new RecordingWork(
            peak -> progress.setValue((int) (100 * peak)),
            file -> {
              recorded.add(file);
              recorded(" ");
              add(List.of(file.toFile()));
            },
            this::recorded);
    recording = Optional.of(next);
    next.execute();
  }

  private void recorded(String sentence) {
    recording = Optional.empty();
    record.setText(RECORD);
    progress.setStringPainted(false);
    progress.setVisible(work.isPresent());
    status.setText(sentence);
  }
}
