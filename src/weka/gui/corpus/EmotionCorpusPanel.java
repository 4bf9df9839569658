package weka.gui.corpus;

import emotiontransfer.corpus.Corpus;
import emotiontransfer.corpus.CorpusFile;
import emotiontransfer.corpus.CorpusReport;
import emotiontransfer.corpus.CorpusScan;
import emotiontransfer.corpus.CorpusSettings;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.weka.gui.ClipPreview;
import emotiontransfer.weka.gui.ClipsInExplorer;
import emotiontransfer.weka.gui.CorpusForm;
import emotiontransfer.weka.gui.CorpusTables;
import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.Font;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JMenuBar;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.ListSelectionModel;
import javax.swing.SwingWorker;
import javax.swing.filechooser.FileNameExtensionFilter;
import javax.swing.table.TableModel;
import weka.core.converters.EmotionCorpusLoader;
import weka.gui.GUIChooser.GUIChooserMenuPlugin;

/**
 * The window "Emotion corpus...": reads a folder, shows what is in it and what was rejected, writes
 * a corpus file, or opens the Explorer on the clips.
 */
public class EmotionCorpusPanel extends JPanel implements GUIChooserMenuPlugin {

  private static final long serialVersionUID = 1L;

  private static final String TITLE = "Emotion corpus";
  private static final double LEFT_SHARE = 0.6;
  private static final int NAME_WIDTH = 200;

  private final CorpusForm form = new CorpusForm(this::scan);
  private final JTable counts = new JTable();
  private final JTable clips = new JTable();
  private final JTable rejects = new JTable();
  private final JTextArea report = new JTextArea();
  private final JTabbedPane tabs = new JTabbedPane();
  private final ClipPreview preview = new ClipPreview();
  private final JTextArea summary = new JTextArea(2, 40);
  private final JButton save = new JButton("Save corpus file...");
  private final JButton explore = new JButton("Open in Explorer");
  private transient Corpus corpus;
  private transient CorpusSettings settings;
  private String[] options;

  /** Makes the window's content; Weka does so once, when the GUI chooser starts. */
  public EmotionCorpusPanel() {
    super(new BorderLayout(4, 4));
    report.setEditable(false);
    report.setFont(new Font(Font.MONOSPACED, Font.PLAIN, report.getFont().getSize()));
    summary.setEditable(false);
    summary.setLineWrap(true);
    summary.setWrapStyleWord(true);
    summary.setName("summary");
    summary.setText("Choose the folder of a corpus.");
    counts.setName("counts");
    clips.setName("clips");
    rejects.setName("rejects");
    clips.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    clips.getSelectionModel().addListSelectionListener(change -> showSelected());
    tabs.addTab("Counts", new JScrollPane(counts));
    tabs.addTab("Clips", new JScrollPane(clips));
    tabs.addTab("Rejected", new JScrollPane(rejects));
    tabs.addTab("Report", new JScrollPane(report));
    JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, tabs, preview);
    split.setResizeWeight(LEFT_SHARE);
    add(form, BorderLayout.NORTH);
    add(split, BorderLayout.CENTER);
    add(bottom(), BorderLayout.SOUTH);
    show(Optional.empty());
  }

  private JPanel bottom() {
    save.setToolTipText("Write a small file that Weka's loaders open as this corpus");
    save.addActionListener(click -> save());
    explore.setToolTipText("Load the table of clips into a new Explorer");
    explore.addActionListener(
        click -> ClipsInExplorer.open(this, new EmotionCorpusLoader(), options));
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT));
    buttons.add(save);
    buttons.add(explore);
    JPanel bottom = new JPanel(new BorderLayout());
    bottom.add(new JScrollPane(summary), BorderLayout.CENTER);
    bottom.add(buttons, BorderLayout.SOUTH);
    return bottom;
  }

  private void scan() {
    if (form.isEmpty()) {
      summary.setText("Choose the folder of a corpus.");
      return;
    }
    show(Optional.empty());
    try {
      summary.setText("Reading " + form.source() + " ...");
      settings = form.settings();
      options = form.options();
      new Scan(form.source(), settings).execute();
    } catch (IllegalArgumentException e) {
      summary.setText(e.getMessage());
    }
  }

  /** The reading of a folder in the background. */
  private final class Scan extends SwingWorker<Corpus, Void> {

    private final Path source;
    private final CorpusSettings asked;

    Scan(Path source, CorpusSettings asked) {
      this.source = source;
      this.asked = asked;
    }

    @Override
    protected Corpus doInBackground() throws IOException {
      return CorpusScan.scan(source, asked);
    }

    @Override
    protected void done() {
      if (asked != settings) {
        return;
      }
      try {
        show(Optional.of(get()));
      } catch (ExecutionException e) {
        summary.setText(e.getCause().getMessage());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void show(Optional<Corpus> found) {
    corpus = found.orElse(null);
    save.setEnabled(found.isPresent());
    explore.setEnabled(found.isPresent());
    preview.clear();
    if (found.isEmpty()) {
      return;
    }
    fill(counts, CorpusTables.counts(corpus));
    fill(clips, CorpusTables.clips(corpus));
    fill(rejects, CorpusTables.rejects(corpus));
    tabs.setTitleAt(1, "Clips (" + corpus.clips().size() + ")");
    tabs.setTitleAt(2, "Rejected (" + corpus.rejects().size() + ")");
    report.setText(new CorpusReport(corpus).toString());
    report.setCaretPosition(0);
    summary.setText("Scheme " + corpus.scheme().keyword() + ", " + corpus.choice() + ".");
    clips.setRowSelectionInterval(0, 0);
  }

  /** Names of subjects and files need more room than counts and words. */
  private static void fill(JTable table, TableModel found) {
    table.setModel(found);
    table.getColumnModel().getColumn(0).setPreferredWidth(NAME_WIDTH);
  }

  private void showSelected() {
    int row = clips.getSelectedRow();
    if (corpus != null && row >= 0 && row < corpus.clips().size()) {
      preview.show(
          corpus.clips().get(row), settings.modality().equals(Optional.of(Modality.AUDIO)));
    }
  }

  private void save() {
    JFileChooser chooser = new JFileChooser();
    chooser.setDialogTitle("Save corpus file");
    chooser.setFileFilter(
        new FileNameExtensionFilter("Corpus files", CorpusFile.EXTENSION.substring(1)));
    Path folder = Optional.ofNullable(corpus.source().getParent()).orElse(corpus.source());
    chooser.setSelectedFile(folder.resolve(corpus.name() + CorpusFile.EXTENSION).toFile());
    if (chooser.showSaveDialog(this) != JFileChooser.APPROVE_OPTION) {
      return;
    }
    File chosen = chooser.getSelectedFile();
    File file =
        chosen.getName().endsWith(CorpusFile.EXTENSION)
            ? chosen
            : new File(chosen.getPath() + CorpusFile.EXTENSION);
    if (file.exists() && !mayReplace(file)) {
      return;
    }
    try {
      new CorpusFile(corpus.source(), settings, Optional.empty()).write(file.toPath());
      summary.setText("Written: " + file);
    } catch (IOException e) {
      summary.setText("Corpus file '" + file + "' cannot be written: " + e.getMessage());
    }
  }

  private boolean mayReplace(File file) {
    return JOptionPane.showConfirmDialog(
            this,
            "'" + file.getName() + "' exists already. Replace it?",
            TITLE,
            JOptionPane.YES_NO_OPTION)
        == JOptionPane.YES_OPTION;
  }

  @Override
  public String getApplicationName() {
    return TITLE;
  }

  @Override
  public Menu getMenuToDisplayIn() {
    return Menu.TOOLS;
  }

  @Override
  public String getMenuEntryText() {
    return "Emotion corpus...";
  }

  @Override
  public JMenuBar getMenuBar() {
    return null;
  }
}
