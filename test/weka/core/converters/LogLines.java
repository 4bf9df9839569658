package weka.core.converters;

import java.util.ArrayList;
import java.util.List;
import weka.gui.Logger;

/** Keeps all messages. */
final class LogLines implements Logger {

  final List<String> messages = new ArrayList<>();

  @Override
  public void logMessage(String message) {
    messages.add(message);
  }

  @Override
  public void statusMessage(String message) {
    messages.add(message);
  }
}
