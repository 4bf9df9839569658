package emotiontransfer.gui;

import java.nio.file.Path;

/** Starts a tour in a JVM whose class path has Weka and the tours, but nothing of the package. */
public final class TourMain {

  private TourMain() {}

  /**
   * Walks a tour; the exit status says whether it came to its end.
   *
   * @param arguments name of the tour, folder of the corpora, folder for screenshots
   */
  public static void main(String[] arguments) {
    int status = 1;
    try {
      Class<?> tour = Class.forName("emotiontransfer.gui." + arguments[0]);
      Screen screen = new Screen(Path.of(arguments[2]));
      ((Tour) tour.getDeclaredConstructor().newInstance()).walk(screen, Path.of(arguments[1]));
      status = 0;
    } catch (Throwable failure) {
      Thread self = Thread.currentThread();
      self.getUncaughtExceptionHandler().uncaughtException(self, failure);
    }
    // Weka's windows would keep the JVM alive.
    System.exit(status);
  }
}
