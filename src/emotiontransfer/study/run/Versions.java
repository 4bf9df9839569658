package emotiontransfer.study.run;

import weka.core.Version;

/** The versions that made the results. */
public final class Versions {

  private Versions() {}

  /**
   * Returns the version of this package: {@code development} where the classes do not come out of
   * its jar.
   */
  public static String own() {
    String version = Versions.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** Returns Weka's version, for example {@code 3.8.7}. */
  public static String weka() {
    return Version.VERSION;
  }
}
