package emotiontransfer.weka.gui.corpus;

import emotiontransfer.corpus.CorpusFile;
import emotiontransfer.corpus.CorpusSettings;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JFrame;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.function.Failable;
import weka.core.LogHandler;
import weka.core.OptionHandler;
import weka.core.Utils;
import weka.core.converters.AbstractFileLoader;
import weka.gui.explorer.ClassifierPanel;
import weka.gui.explorer.Explorer;

/** An Explorer of its own that reads a corpus. */
final class NewExplorer {

  private static final Dimension SIZE = new Dimension(1024, 768);

  private NewExplorer() {}

  /**
   * Opens the window, which reads the clips in the background; counts and rejected files go to its
   * log.
   *
   * @param loader has the options of a corpus file's keys
   * @param over the window stands above this
   */
  static <L extends AbstractFileLoader> void open(L loader, CorpusFile corpus, Component over) {
    Failable.run(() -> ((OptionHandler) loader).setOptions(options(corpus)));
    Explorer explorer = new Explorer();
    JFrame frame = Utils.getWekaJFrame("Weka Explorer", over);
    frame.add(explorer, BorderLayout.CENTER);
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent closing) {
            explorer.terminate();
            frame.dispose();
          }
        });
    frame.setSize(SIZE);
    frame.setLocationRelativeTo(over);
    frame.setVisible(true);
    // Weka's Preprocess tab has the log, too, but neither gives it to loaders nor to us.
    explorer.getPanels().stream()
        .filter(ClassifierPanel.class::isInstance)
        .map(ClassifierPanel.class::cast)
        .forEach(panel -> ((LogHandler) loader).setLog(panel.getLog()));
    explorer.getPreprocessPanel().setInstancesFromFile(loader);
  }

  /** Returns the options of a loader for what a corpus file says. */
  static String[] options(CorpusFile corpus) {
    CorpusSettings settings = corpus.settings();
    List<String> options =
        new ArrayList<>(
            List.of(
                "-dir", corpus.directory().toString(),
                "-scheme", settings.scheme().keyword(),
                "-modality", settings.modality().keyword(),
                "-emotions", StringUtils.join(settings.emotions(), ','),
                "-subject-prefix", settings.subjectPrefix(),
                "-pattern", settings.pattern(),
                "-labels", settings.labels().toString()));
    if (settings.subjectsFromFolders()) {
      options.add("-subjects-from-folders");
    }
    if (settings.failOnRejects()) {
      options.add("-fail-on-rejects");
    }
    corpus.relativeTo().ifPresent(path -> options.addAll(List.of("-relative-to", path.toString())));
    return options.toArray(new String[0]);
  }
}
