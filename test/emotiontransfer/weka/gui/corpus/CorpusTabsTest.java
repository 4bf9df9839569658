package emotiontransfer.weka.gui.corpus;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.corpus.Clip;
import emotiontransfer.corpus.Corpus;
import emotiontransfer.corpus.CorpusScan;
import emotiontransfer.corpus.CorpusSettings;
import emotiontransfer.corpus.WantedClips;
import emotiontransfer.corpus.scheme.Scheme;
import java.awt.Component;
import java.awt.Container;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class CorpusTabsTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final List<Clip> selected = new ArrayList<>();
  private final CorpusTabs tabs = new CorpusTabs(selected::add);

  /** Speaker 2 has two clips of anger, speaker 10 one of fear. */
  private Corpus corpus() throws Exception {
    for (String clip : List.of("s2/anger/a.wav", "s2/anger/b.wav", "s10/fear/c.wav")) {
      Path file = folder.getRoot().toPath().resolve(clip);
      Files.createDirectories(file.getParent());
      Files.write(file, new byte[] {1});
    }
    return CorpusScan.scan(
        folder.getRoot().toPath(), new CorpusSettings(Scheme.FOLDERS, WantedClips.ANY));
  }

  private JTable table(String name) {
    for (int i = 0; i < tabs.getTabCount(); i++) {
      Component content = ((JScrollPane) tabs.getComponentAt(i)).getViewport().getView();
      if (name.equals(content.getName())) {
        return (JTable) content;
      }
    }
    throw new AssertionError("no table " + name);
  }

  private static List<Object> column(JTable table, int column) {
    return IntStream.range(0, table.getRowCount())
        .mapToObj(row -> table.getValueAt(row, column))
        .toList();
  }

  @Test
  public void aRowOfAnOrderedTableSelectsItsOwnClip() throws Exception {
    tabs.show(corpus());
    JTable clips = table("clips");
    clips.getRowSorter().toggleSortOrder(0);
    clips.getRowSorter().toggleSortOrder(0);
    assertEquals("s10/fear/c.wav", clips.getValueAt(0, 0));
    clips.setRowSelectionInterval(1, 1);
    assertEquals("s2/anger/b.wav", selected.get(selected.size() - 1).relative());
    Clip last = selected.get(0);
    tabs.select(last);
    assertEquals(last.relative(), clips.getValueAt(clips.getSelectedRow(), 0));
  }

  @Test
  public void subjectsAreOrderedByTheirNumbersAndTheTotalStaysLast() throws Exception {
    tabs.show(corpus());
    JTable counts = table("counts");
    String prefix = "folders-";
    assertEquals(List.of(prefix + "s2", prefix + "s10", "total"), column(counts, 0));
    counts.getRowSorter().toggleSortOrder(0);
    assertEquals(List.of(prefix + "s2", prefix + "s10", "total"), column(counts, 0));
    counts.getRowSorter().toggleSortOrder(0);
    assertEquals(List.of(prefix + "s10", prefix + "s2", "total"), column(counts, 0));
    int total = counts.getColumnCount() - 1;
    counts.getRowSorter().toggleSortOrder(total);
    assertEquals(List.of(1L, 2L, 3L), column(counts, total));
  }

  @Test
  public void columnsAreAsWideAsTheirContent() throws Exception {
    tabs.show(corpus());
    JTable counts = table("counts");
    int name = counts.getColumnModel().getColumn(0).getPreferredWidth();
    Component cell = counts.prepareRenderer(counts.getCellRenderer(1, 0), 1, 0);
    assertTrue(name + " pixels", name >= cell.getPreferredSize().width);
    Container parent = counts.getParent();
    parent.setSize(40, 100);
    assertTrue("scrolled sideways", !counts.getScrollableTracksViewportWidth());
    parent.setSize(4000, 100);
    assertTrue("stretched", counts.getScrollableTracksViewportWidth());
  }

  @Test
  public void afterAFailureNothingOfTheCorpusIsLeft() throws Exception {
    tabs.show(corpus());
    tabs.clear("No scheme fits.");
    for (String name : List.of("counts", "clips", "rejects")) {
      assertEquals(name, 0, table(name).getRowCount());
    }
    assertEquals("Clips", tabs.getTitleAt(1));
    assertEquals("Rejected", tabs.getTitleAt(2));
  }
}
