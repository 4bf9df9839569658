package emotiontransfer.weka.gui.recognise;

import emotiontransfer.file.WholeFile;
import emotiontransfer.weka.gui.SaveDialog;
import emotiontransfer.weka.gui.view.ActionButton;
import emotiontransfer.weka.predict.PredictionText;
import java.awt.FlowLayout;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.JPanel;
import javax.swing.filechooser.FileNameExtensionFilter;

/** Writes what the window shows to files. */
final class ExportBar extends JPanel {

  private static final long serialVersionUID = 1L;

  /** What can be exported of the window. */
  private interface Export {
    void write(File file) throws IOException;
  }

  private final DecisionTable table;
  private final ClipView view;
  private final transient Set<Path> recorded;
  private final transient Consumer<String> say;

  /**
   * Makes the buttons.
   *
   * @param recorded what was recorded in this window, now and later
   * @param say takes a sentence about each export
   */
  ExportBar(DecisionTable table, ClipView view, Set<Path> recorded, Consumer<String> say) {
    super(new FlowLayout(FlowLayout.RIGHT));
    this.table = table;
    this.view = view;
    this.recorded = recorded;
    this.say = say;
    add(new ActionButton("Export table...", "All decisions as CSV or JSON", this::exportTable));
    add(new ActionButton("Export picture...", "The clip as PNG or SVG", this::exportPicture));
    add(new ActionButton("Save recording...", "A recording as WAV", this::exportSound));
  }

  private void exportTable() {
    ClipTable rows = table.rows();
    if (rows.decisions().isEmpty()) {
      say.accept("There is no decision to export yet.");
      return;
    }
    PredictionText text = new PredictionText(rows.labels(), rows.decisions());
    save(
        "decisions",
        file -> {
          boolean json = file.getName().endsWith(".json");
          WholeFile.write(file.toPath(), json ? text.json(true) : text.csv(false));
        },
        new FileNameExtensionFilter("Comma-separated values", "csv"),
        new FileNameExtensionFilter("JSON, with decisions over time", "json"));
  }

  private void exportPicture() {
    if (!view.hasPicture()) {
      say.accept(ClipView.NONE);
      return;
    }
    save(
        "clip",
        view::write,
        new FileNameExtensionFilter("PNG picture", "png"),
        new FileNameExtensionFilter("SVG drawing", "svg"));
  }

  private void exportSound() {
    Optional<Path> chosen =
        table.selected().stream().map(ClipRow::file).filter(recorded::contains).findFirst();
    if (chosen.isEmpty()) {
      say.accept("Choose the row of a recording that you made here.");
      return;
    }
    save(
        "recording",
        file -> Files.copy(chosen.get(), file.toPath(), StandardCopyOption.REPLACE_EXISTING),
        new FileNameExtensionFilter("WAV sound", "wav"));
  }

  private void save(String suggested, Export export, FileNameExtensionFilter... kinds) {
    SaveDialog.ask(this, "Export", new File(suggested), kinds)
        .ifPresent(
            file -> {
              try {
                export.write(file);
                say.accept("Written: " + file);
              } catch (IOException e) {
                say.accept("'" + file + "' cannot be written: " + e.getMessage());
              }
            });
  }
}
