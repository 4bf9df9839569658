package emotiontransfer.weka.gui;

import emotiontransfer.corpus.Clip;
import emotiontransfer.corpus.Corpus;
import emotiontransfer.corpus.scheme.Reject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Vector;
import java.util.stream.Stream;
import javax.swing.table.DefaultTableModel;
import javax.swing.table.TableModel;

/** What a scan found, as tables. */
public final class CorpusTables {

  private CorpusTables() {}

  /** Nobody edits what was found. */
  private static final class Fixed extends DefaultTableModel {

    private static final long serialVersionUID = 1L;

    Fixed(List<String> columns) {
      super(new Vector<>(columns), 0);
    }

    @Override
    public boolean isCellEditable(int row, int column) {
      return false;
    }

    @Override
    public Class<?> getColumnClass(int column) {
      return getRowCount() == 0 ? Object.class : getValueAt(0, column).getClass();
    }
  }

  /** Clips by subject and emotion, with totals. */
  public static TableModel counts(Corpus corpus) {
    List<String> columns = new ArrayList<>(List.of("subject"));
    corpus.emotions().forEach(emotion -> columns.add(emotion.keyword()));
    columns.add(Corpus.TOTAL);
    Fixed table = new Fixed(columns);
    corpus.counts().forEach((subject, counts) -> table.addRow(row(subject, counts)));
    return table;
  }

  private static Object[] row(String head, long[] counts) {
    return Stream.concat(Stream.of(head), Arrays.stream(counts).boxed()).toArray();
  }

  /** Every clip, in the corpus's order. */
  public static TableModel clips(Corpus corpus) {
    Fixed table = new Fixed(List.of("file", "subject", "emotion", "kind"));
    for (Clip clip : corpus.clips()) {
      table.addRow(
          new Object[] {
            clip.relative(), clip.subject(), clip.emotion().keyword(), clip.modality().keyword()
          });
    }
    return table;
  }

  /** Every rejected file with its reason. */
  public static TableModel rejects(Corpus corpus) {
    Fixed table = new Fixed(List.of("file", "why", "detail"));
    for (Reject reject : corpus.rejects()) {
      table.addRow(new Object[] {reject.path(), reject.kind().title(), reject.detail()});
    }
    return table;
  }
}
