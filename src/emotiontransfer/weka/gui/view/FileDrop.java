package emotiontransfer.weka.gui.view;

import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.TransferHandler;

/**
 * Takes files and folders that are dropped or pasted; what else a component takes it still does.
 */
public final class FileDrop extends TransferHandler {

  private static final long serialVersionUID = 1L;

  private final transient Consumer<List<File>> take;
  private final TransferHandler otherwise;

  private FileDrop(Consumer<List<File>> take, TransferHandler otherwise) {
    this.take = take;
    this.otherwise = otherwise;
  }

  /** Makes components take files, which are handed on in one list. */
  public static void install(Consumer<List<File>> take, JComponent... components) {
    for (JComponent component : components) {
      TransferHandler before = component.getTransferHandler();
      component.setTransferHandler(
          new FileDrop(take, before == null ? new TransferHandler("") : before));
    }
  }

  @Override
  public boolean canImport(TransferSupport given) {
    return given.isDataFlavorSupported(DataFlavor.javaFileListFlavor) || otherwise.canImport(given);
  }

  @Override
  public boolean importData(TransferSupport given) {
    if (!given.isDataFlavorSupported(DataFlavor.javaFileListFlavor)) {
      return otherwise.importData(given);
    }
    try {
      List<?> files =
          (List<?>) given.getTransferable().getTransferData(DataFlavor.javaFileListFlavor);
      take.accept(files.stream().map(File.class::cast).toList());
      return true;
    } catch (UnsupportedFlavorException | IOException e) {
      // The other program has withdrawn what it offered.
      return false;
    }
  }

  /** Copying and cutting stay as they were. */
  @Override
  public void exportToClipboard(JComponent component, Clipboard clipboard, int action) {
    otherwise.exportToClipboard(component, clipboard, action);
  }
}
