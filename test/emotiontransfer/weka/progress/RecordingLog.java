package emotiontransfer.weka.progress;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import weka.gui.Logger;

/** Keeps what is logged. */
public final class RecordingLog implements Logger {

  public final List<String> messages = Collections.synchronizedList(new ArrayList<>());
  public final List<String> statuses = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void logMessage(String message) {
    messages.add(message);
  }

  @Override
  public void statusMessage(String message) {
    statuses.add(message);
  }
}
