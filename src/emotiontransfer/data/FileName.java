package emotiontransfer.data;

import emotiontransfer.numeric.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * File names out of names that come from data, such as those of subjects and corpora: what a file
 * system may not like becomes {@code _}, and a short hash keeps names apart that then look alike,
 * or that differ in case only.
 */
public final class FileName {

  private static final int HASH_DIGITS = 8;
  private static final String DISLIKED = "[^A-Za-z0-9_+.-]";

  private FileName() {}

  /** Returns a file name with the hash of the name, for example {@code emodb-03-0c3a1e57}. */
  public static String of(String name) {
    String hash = Sha256.hex(name.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_DIGITS);
    return name.replaceAll(DISLIKED, "_") + '-' + hash;
  }

  /** Returns the name itself where a file system likes it, and otherwise {@link #of}. */
  public static String ofUnlessPlain(String name) {
    return name.matches(".*" + DISLIKED + ".*") ? of(name) : name;
  }
}
