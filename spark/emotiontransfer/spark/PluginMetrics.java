package emotiontransfer.spark;

import java.io.IOException;
import java.io.InputStream;
import weka.core.PluginManager;

/**
 * Makes the package's metrics known to Weka, whose package manager does so only for packages that
 * it loads itself; here they are on the class path.
 */
final class PluginMetrics {

  private static boolean registered;

  private PluginMetrics() {}

  static synchronized void register() throws Exception {
    if (!registered) {
      try (InputStream plugins = PluginMetrics.class.getResourceAsStream("PluginManager.props")) {
        if (plugins == null) {
          throw new IOException("emotionTransfer-spark.jar has lost its PluginManager.props.");
        }
        PluginManager.addFromProperties(plugins);
      }
      registered = true;
    }
  }
}
