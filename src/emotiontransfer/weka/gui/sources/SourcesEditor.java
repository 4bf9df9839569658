package emotiontransfer.weka.gui.sources;

import java.awt.Component;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.beans.PropertyChangeListener;
import java.beans.PropertyEditorSupport;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.lang3.reflect.FieldUtils;
import org.slf4j.LoggerFactory;
import weka.core.OptionHandler;
import weka.gui.PropertySheetPanel;

/**
 * Edits the sources of a PathNetClassifier, a {@code File[]}, in Weka's dialog of options: the line
 * there names the files, a click on it opens {@link SourcesPanel}.
 */
public final class SourcesEditor extends PropertyEditorSupport {

  private static final int MARGIN = 2;

  private Optional<SourcesPanel> panel = Optional.empty();
  private Optional<PropertySheetPanel> sheet = Optional.empty();

  /** Takes a copy of the files, so that nobody changes them behind the dialog. */
  @Override
  public void setValue(Object value) {
    super.setValue(((File[]) value).clone());
    panel.ifPresent(this::update);
  }

  @Override
  public File[] getValue() {
    return ((File[]) super.getValue()).clone();
  }

  private List<File> files() {
    return List.of(getValue());
  }

  private void update(SourcesPanel shown) {
    shown.show(files(), new Fit(options()));
  }

  /** Weka's dialog of options listens to its editors: the way to the scheme that they edit. */
  @Override
  public synchronized void addPropertyChangeListener(PropertyChangeListener listener) {
    super.addPropertyChangeListener(listener);
    if (listener instanceof PropertySheetPanel options) {
      sheet = Optional.of(options);
    }
  }

  private List<String> options() {
    try {
      return sheet.isPresent()
              && FieldUtils.readField(sheet.get(), "m_Target", true) instanceof OptionHandler scheme
          ? List.of(scheme.getOptions())
          : List.of();
    } catch (IllegalAccessException | IllegalArgumentException other) {
      LoggerFactory.getLogger(SourcesEditor.class)
          .debug("The dialog of options of this Weka is another one", other);
      return List.of();
    }
  }

  @Override
  public boolean isPaintable() {
    return true;
  }

  @Override
  public void paintValue(Graphics graphics, Rectangle box) {
    FontMetrics font = graphics.getFontMetrics();
    int above = (box.height - font.getHeight()) / 2;
    graphics.drawString(getAsText(), MARGIN, font.getAscent() + above);
  }

  @Override
  public boolean supportsCustomEditor() {
    return true;
  }

  @Override
  public Component getCustomEditor() {
    SourcesPanel shown = panel.orElseGet(() -> new SourcesPanel(this::take));
    panel = Optional.of(shown);
    update(shown);
    return shown;
  }

  private void take(List<File> files) {
    setValue(files.toArray(File[]::new));
  }

  /** Returns the names of the files, or that there is none. */
  @Override
  public String getAsText() {
    File[] files = getValue();
    return files.length == 0
        ? "none (from scratch)"
        : Arrays.stream(files).map(File::getName).collect(Collectors.joining(", "));
  }

  /** Text is for reading only: names without their folders are no files. */
  @Override
  public void setAsText(String text) {
    throw new IllegalArgumentException("Sources are chosen in a window of their own.");
  }

  @Override
  public String getJavaInitializationString() {
    return Arrays.stream(getValue())
        .map(file -> "new java.io.File(\"" + file.getPath().replace("\\", "\\\\") + "\")")
        .collect(Collectors.joining(", ", "new java.io.File[] {", "}"));
  }
}
