package emotiontransfer.weka.command;

import java.lang.reflect.Modifier;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import weka.core.CapabilitiesHandler;
import weka.core.Instances;
import weka.filters.Filter;

/** Finds the learner or filter of Weka, or of another package, in whose code a failure lies. */
final class FailedScheme {

  private FailedScheme() {}

  /**
   * Returns what failed, with the name of a class; empty where this package has failed, or has
   * called what failed, or where the failure is one of the JVM.
   */
  static Optional<String> of(Throwable failure) {
    boolean inFilter = false;
    StackTraceElement[] trace =
        failure instanceof Error ? new StackTraceElement[0] : failure.getStackTrace();
    for (StackTraceElement frame : trace) {
      String name = StringUtils.substringBefore(frame.getClassName(), "$");
      Optional<Class<?>> type = find(name);
      if (name.startsWith("emotiontransfer.")
          || name.startsWith("weka.") && type.isPresent() && !isOfWeka(type.get())) {
        return Optional.empty();
      }
      // Tables, and what schemes inherit, fail where the scheme gives them what they cannot take.
      if (name.startsWith("weka.") && type.map(FailedScheme::isScheme).orElse(true)) {
        // Many filters inherit all that makes their rows: their own names are not in the trace.
        boolean isFilter = type.filter(Filter.class::isAssignableFrom).isPresent();
        return Optional.of(inFilter && !isFilter ? "A filter of " + name : name);
      }
      inFilter |= type.filter(Filter.class::isAssignableFrom).isPresent();
    }
    return Optional.empty();
  }

  /** Returns a class, unless it is of a package that this one does not see. */
  private static Optional<Class<?>> find(String name) {
    try {
      return Optional.of(Class.forName(name, false, FailedScheme.class.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }

  private static boolean isScheme(Class<?> type) {
    return CapabilitiesHandler.class.isAssignableFrom(type)
        && !Modifier.isAbstract(type.getModifiers());
  }

  /** Returns whether a class comes with Weka: its packages have classes of this package, too. */
  private static boolean isOfWeka(Class<?> type) {
    return Instances.class
        .getProtectionDomain()
        .getCodeSource()
        .equals(type.getProtectionDomain().getCodeSource());
  }
}
