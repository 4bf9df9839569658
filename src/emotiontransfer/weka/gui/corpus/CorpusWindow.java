package emotiontransfer.weka.gui.corpus;

import emotiontransfer.corpus.Clip;
import emotiontransfer.corpus.Corpus;
import emotiontransfer.corpus.CorpusFile;
import emotiontransfer.corpus.CorpusScan;
import emotiontransfer.corpus.FolderWalk;
import emotiontransfer.corpus.WantedClips;
import emotiontransfer.corpus.pattern.PatternProposal;
import emotiontransfer.weka.gui.Background;
import emotiontransfer.weka.gui.SaveDialog;
import emotiontransfer.weka.gui.corpus.StatusArea.Kind;
import emotiontransfer.weka.gui.view.ActionButton;
import emotiontransfer.weka.gui.view.FileDrop;
import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.apache.commons.lang3.function.FailableFunction;
import weka.core.converters.AbstractFileLoader;

/**
 * The content of the window "Emotion corpus...": reads a folder, shows what is in it and what was
 * rejected, reads and writes corpus files, or opens the Explorer on the clips.
 */
public final class CorpusWindow extends JPanel {

  private static final long serialVersionUID = 1L;

  private static final double LEFT_FRACTION = 0.6;

  private final transient Supplier<? extends AbstractFileLoader> loaders;
  private final CorpusForm form =
      new CorpusForm(
          this::scan,
          new PatternFields.Actions() {

            @Override
            public void count() {
              CorpusWindow.this.count("");
            }

            @Override
            public void propose() {
              proposePattern();
            }
          });
  private final ClipPreview preview = new ClipPreview(this::choose);
  private final CorpusTabs tabs =
      new CorpusTabs(clip -> preview.show(corpus().clips(), clip, wantsSound()));
  private final StatusArea status = new StatusArea(CorpusForm.NO_FOLDER);
  private final JButton save =
      new ActionButton(
          "Save corpus file...",
          "Write a small file that this window and Weka's loaders open as this corpus",
          this::save);
  private final JButton explore =
      new ActionButton(
          "Open in Explorer", "Load the table of clips into a new Explorer", this::explore);
  private transient Optional<FolderWalk> walk = Optional.empty();
  private transient Optional<Background<Corpus>> scan = Optional.empty();
  private transient Optional<Corpus> found = Optional.empty();
  private transient CorpusFile asked;

  /**
   * Makes the window's content.
   *
   * @param loaders makes loaders with an option for each key of corpus files
   */
  public CorpusWindow(Supplier<? extends AbstractFileLoader> loaders) {
    super(new BorderLayout(4, 4));
    this.loaders = loaders;
    JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, tabs, preview);
    split.setResizeWeight(LEFT_FRACTION);
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT));
    buttons.add(save);
    buttons.add(explore);
    JPanel bottom = new JPanel(new BorderLayout());
    bottom.add(status, BorderLayout.CENTER);
    bottom.add(buttons, BorderLayout.SOUTH);
    add(form, BorderLayout.NORTH);
    add(split, BorderLayout.CENTER);
    add(bottom, BorderLayout.SOUTH);
    FileDrop.install(files -> form.choose(files.get(0)), this, tabs, preview);
    clear("");
  }

  /** Ends what would be heard from a closed window. */
  @Override
  public void removeNotify() {
    preview.silence();
    super.removeNotify();
  }

  private void choose(Clip clip) {
    tabs.select(clip);
  }

  private Corpus corpus() {
    return found.get();
  }

  private boolean wantsSound() {
    return asked.settings().modality() == WantedClips.AUDIO;
  }

  /** Reads the folder anew. */
  private void scan() {
    walk = Optional.empty();
    read("", wanted -> CorpusScan.scan(wanted.directory(), wanted.settings()));
  }

  /** Reads the names anew, of which the folder is not asked again. */
  private void count(String proposed) {
    read(
        proposed,
        wanted ->
            Files.isDirectory(wanted.directory())
                ? CorpusScan.scan(walk(wanted.directory()), wanted.settings())
                : CorpusScan.scan(wanted.directory(), wanted.settings()));
  }

  private synchronized FolderWalk walk(Path folder) throws IOException {
    Optional<FolderWalk> last = walk.filter(done -> done.root().equals(folder));
    walk = Optional.of(last.isPresent() ? last.get() : FolderWalk.of(folder));
    return walk.get();
  }

  private void read(String first, FailableFunction<CorpusFile, Corpus, IOException> reader) {
    try {
      CorpusFile wanted = form.corpus();
      clear("");
      asked = wanted;
      status.say(Kind.PLAIN, "Reading " + wanted.directory() + " ...");
      Background<Corpus> reading =
          new Background<>(() -> reader.apply(wanted), corpus -> show(first, corpus), this::fail);
      scan = Optional.of(reading);
      reading.execute();
    } catch (IllegalArgumentException | IOException e) {
      fail(e.getMessage());
    }
  }

  /** Fills the fields of the pattern with what the names suggest, and counts. */
  private void proposePattern() {
    Path folder = form.source();
    status.say(Kind.PLAIN, "Looking for a pattern in the names of " + folder + " ...");
    new Background<>(
            () -> PatternProposal.of(walk(folder).paths(form.wanted())),
            proposal ->
                proposal.ifPresentOrElse(
                    this::take, () -> fail("The names suggest no pattern; write one.")),
            this::fail)
        .execute();
  }

  private void take(PatternProposal proposal) {
    form.patternFields().fill(proposal.pattern(), proposal.labels());
    count("Proposed; it %s, so check it. ".formatted(proposal.assumption()));
  }

  private void clear(String reason) {
    scan.ifPresent(reading -> reading.cancel(false));
    found = Optional.empty();
    save.setEnabled(false);
    explore.setEnabled(false);
    tabs.clear(reason);
    preview.clear();
  }

  private void fail(String reason) {
    clear(reason);
    status.say(Kind.FAILED, reason);
  }

  /** Shows a corpus, with a sentence in front of the others. */
  private void show(String first, Corpus corpus) {
    found = Optional.of(corpus);
    save.setEnabled(true);
    explore.setEnabled(true);
    tabs.show(corpus);
    String from = form.corpusFile().map(file -> "From " + file.getFileName() + ": ").orElse("");
    status.say(
        Kind.DONE,
        "%s%sScheme %s, %s. %s clips of %s subjects, %s rejected."
            .formatted(
                first,
                from,
                corpus.scheme(),
                corpus.choice(),
                corpus.clips().size(),
                corpus.subjects().size(),
                corpus.rejects().size()));
  }

  private void save() {
    Path beside = corpus().source().resolveSibling(corpus().name() + CorpusFile.EXTENSION);
    SaveDialog.ask(
            this,
            "Save corpus file",
            form.corpusFile().orElse(beside).toFile(),
            new FileNameExtensionFilter("Corpus files", CorpusFile.EXTENSION.substring(1)))
        .ifPresent(this::write);
  }

  private void write(File file) {
    try {
      asked.write(file.toPath());
      status.say(Kind.DONE, "Written: " + file);
    } catch (IOException e) {
      status.say(Kind.FAILED, "Corpus file '" + file + "' cannot be written: " + e.getMessage());
    }
  }

  private void explore() {
    NewExplorer.open(loaders.get(), asked, this);
  }
}
