package emotiontransfer.weka.gui.recognise;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.TransferHandler;

/** Takes files and folders that are dropped or pasted. */
final class FileDrop extends TransferHandler {

  private static final long serialVersionUID = 1L;

  private final transient Consumer<List<File>> take;

  FileDrop(Consumer<List<File>> take) {
    this.take = take;
  }

  @Override
  public boolean canImport(TransferSupport given) {
    return given.isDataFlavorSupported(DataFlavor.javaFileListFlavor);
  }

  @Override
  public boolean importData(TransferSupport given) {
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
}
