package emotiontransfer.store;

import emotiontransfer.numeric.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a clip is known by: the contents of its files, and all settings that change a value. */
record StoreKey(String digits) {

  /** Half of a SHA-256, which no two clips of any store have in common. */
  static final int DIGITS = 32;

  private static final int FOLDER_DIGITS = 2;

  static StoreKey of(String settings, List<String> hashes) {
    String text = settings + "\n" + String.join("\n", hashes);
    return new StoreKey(Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS));
  }

  /** Returns the name of the folder, one of 256. */
  String folder() {
    return digits.substring(0, FOLDER_DIGITS);
  }
}
