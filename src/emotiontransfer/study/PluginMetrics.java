package emotiontransfer.study;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import weka.core.PluginManager;

/**
 * Makes the package's metrics known to Weka, whose package manager does so only for packages that
 * it loads itself; here they are on the class path.
 */
public final class PluginMetrics {

  private static boolean registered;

  private PluginMetrics() {}

  /**
   * Registers what {@code PluginManager.props} lists, once in a process.
   *
   * @throws IOException if it is not on the class path
   */
  public static synchronized void register() throws Exception {
    if (!registered) {
      List<URL> lists =
          Collections.list(
              PluginMetrics.class.getClassLoader().getResources("PluginManager.props"));
      if (lists.isEmpty()) {
        throw new IOException("The class path has no PluginManager.props of this package.");
      }
      for (URL list : lists) {
        try (InputStream plugins = list.openStream()) {
          PluginManager.addFromProperties(plugins);
        }
      }
      registered = true;
    }
  }
}
