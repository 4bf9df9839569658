package emotiontransfer.torture;

import java.util.Locale;

/**
 * What a kind of fault came to, a row of the table in {@code doc/reliability.md}.
 *
 * @param fault what was done
 * @param tries how often
 * @param lost tries that cost more than their own clip or result: hangs, errors that are not one
 *     sentence, rejections that take more than 64 MB
 * @param wrong tries whose result is not what it should be, without a word
 * @param crashes tries that ended the process
 * @param message what was said, in figures or words
 */
record Fault(String fault, int tries, int lost, int wrong, int crashes, String message) {

  /** How much memory a rejection may take. */
  static final long MOST_KILOBYTES = 64 * 1024;

  /** Returns a row of something that this machine does not allow. */
  static Fault skipped(String fault, String why) {
    return new Fault(fault, 0, 0, 0, 0, "skipped: " + why);
  }

  boolean isWithstood() {
    return lost + wrong + crashes == 0;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %d | %d | %s |",
        fault,
        tries,
        lost,
        wrong,
        crashes,
        message);
  }
}
