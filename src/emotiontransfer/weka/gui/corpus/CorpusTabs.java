package emotiontransfer.weka.gui.corpus;

import emotiontransfer.corpus.Clip;
import emotiontransfer.corpus.Corpus;
import emotiontransfer.corpus.CorpusReport;
import emotiontransfer.weka.gui.view.PinnedOrder;
import emotiontransfer.weka.gui.view.SizedTable;
import java.awt.Component;
import java.awt.Font;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.ListSelectionModel;
import javax.swing.table.TableModel;
import javax.swing.table.TableRowSorter;

/** What is in a corpus: counts, clips, rejected files, and the report. A click orders a table. */
final class CorpusTabs extends JTabbedPane {

  private static final long serialVersionUID = 1L;

  private static final String CLIPS = "Clips";
  private static final String REJECTED = "Rejected";
  private static final int CLIPS_TAB = 1;
  private static final int REJECTED_TAB = 2;
  private static final int REPORT_TAB = 3;

  /** Longer texts, such as reasons, are scrolled to, or shown where the mouse rests on them. */
  private static final int WIDEST = 900;

  private static final FixedRows NONE = FixedRows.of(List.of(), List.<String>of(), List::of);
  private static final Comparator<Object> NATURAL =
      Comparator.comparing(Object::toString, Corpus.NATURAL_ORDER);

  private final JTable counts = tab("Counts", new SizedTable(NONE, WIDEST), "counts");
  private final JTable clips = tab(CLIPS, new SizedTable(NONE, WIDEST), "clips");
  private final JTable rejects = tab(REJECTED, new SizedTable(NONE, WIDEST), "rejects");
  private final JTextArea report = tab("Report", new JTextArea(), "report");
  private transient List<Clip> shown = List.of();

  /** Takes who is given the clip that the user selects. */
  CorpusTabs(Consumer<Clip> select) {
    report.setEditable(false);
    report.setFont(new Font(Font.MONOSPACED, Font.PLAIN, report.getFont().getSize()));
    clips.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    clips
        .getSelectionModel()
        .addListSelectionListener(
            change -> {
              if (!change.getValueIsAdjusting()) {
                selected().ifPresent(select);
              }
            });
  }

  private <C extends Component> C tab(String title, C content, String name) {
    content.setName(name);
    addTab(title, new JScrollPane(content));
    return content;
  }

  private Optional<Clip> selected() {
    int row = clips.getSelectedRow();
    return row < 0 || shown.isEmpty()
        ? Optional.empty()
        : Optional.of(shown.get(clips.convertRowIndexToModel(row)));
  }

  /** Selects a clip of the corpus that is shown. */
  void select(Clip clip) {
    int row = clips.convertRowIndexToView(shown.indexOf(clip));
    clips.setRowSelectionInterval(row, row);
    clips.scrollRectToVisible(clips.getCellRect(row, 0, true));
  }

  /** Shows a corpus, and selects its first clip. */
  void show(Corpus corpus) {
    shown = corpus.clips();
    List<String> emotions = corpus.emotions().stream().map(emotion -> emotion.keyword()).toList();
    List<String> columns =
        Stream.of(List.of("subject"), emotions, List.of(Corpus.TOTAL))
            .flatMap(List::stream)
            .toList();
    counts.setModel(
        FixedRows.of(
            columns,
            corpus.counts().entrySet(),
            row ->
                Stream.concat(Stream.of(row.getKey()), Arrays.stream(row.getValue()).boxed())
                    .toList()));
    order(counts, new PinnedOrder(counts.getModel()));
    fill(
        clips,
        FixedRows.of(
            List.of("file", "subject", "emotion", "kind"),
            corpus.clips(),
            clip ->
                List.of(
                    clip.relative(),
                    clip.subject(),
                    clip.emotion().keyword(),
                    clip.modality().keyword())));
    fill(
        rejects,
        FixedRows.of(
            List.of("file", "detail", "why"),
            corpus.rejects(),
            reject -> List.of(reject.path(), reject.detail(), reject.kind().title())));
    setTitleAt(CLIPS_TAB, CLIPS + " (" + corpus.clips().size() + ")");
    setTitleAt(REJECTED_TAB, REJECTED + " (" + corpus.rejects().size() + ")");
    tell(new CorpusReport(corpus).toString(), false);
    clips.setRowSelectionInterval(0, 0);
  }

  /** Empties the tables; the report says why. */
  void clear(String reason) {
    shown = List.of();
    for (JTable table : List.of(counts, clips, rejects)) {
      table.setRowSorter(null);
      table.setModel(NONE);
    }
    setTitleAt(CLIPS_TAB, CLIPS);
    setTitleAt(REJECTED_TAB, REJECTED);
    tell(reason, true);
  }

  /** Brings the report to the front. */
  void showReport() {
    setSelectedIndex(REPORT_TAB);
  }

  /** The report is a table whose lines must not be wrapped, a reason is a sentence. */
  private void tell(String text, boolean wrapped) {
    report.setLineWrap(wrapped);
    report.setWrapStyleWord(wrapped);
    report.setText(text);
    report.setCaretPosition(0);
  }

  private static void fill(JTable table, TableModel rows) {
    table.setModel(rows);
    order(table, new TableRowSorter<>(rows));
  }

  private static void order(JTable table, TableRowSorter<TableModel> sorter) {
    for (int column = 0; column < table.getModel().getColumnCount(); column++) {
      if (table.getModel().getColumnClass(column) == String.class) {
        sorter.setComparator(column, NATURAL);
      }
    }
    table.setRowSorter(sorter);
  }
}
