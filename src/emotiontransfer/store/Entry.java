package emotiontransfer.store;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * A file of the store. Its name says all that is known about it, so that there is no second file
 * that could disagree: {@code KEY-f4-192-234-64-34-6-CHECKSUM.npy} has 32-bit floats in 192 lines
 * of 234 values; 6 segments of 64 of them begin 34 apart.
 *
 * @param key of recording and settings
 * @param checksum CRC-32C of the whole file
 * @param remarked whether there are remarks on the clip, in a file beside this one
 */
record Entry(StoreKey key, ArrayLayout layout, int checksum, boolean remarked) {

  private static final String ARRAY = ".npy";
  private static final String REMARKS = ".csv";
  private static final Pattern NAME =
      Pattern.compile(
          "(?<key>[0-9a-f]{%s})-(?<type>f4|u1)-(\\d{1,9})-(\\d{1,9})-(\\d{1,9})-(\\d{1,9})-(\\d{1,9})-(?<sum>[0-9a-f]{8})(?<remarks>-remarks)?\\.npy"
              .formatted(StoreKey.DIGITS));
  private static final int FIRST_NUMBER = 3;

  static Entry of(StoreKey key, ArrayLayout layout, byte[] file, boolean remarked) {
    CRC32C checksum = new CRC32C();
    checksum.update(file, 0, file.length);
    return new Entry(key, layout, (int) checksum.getValue(), remarked);
  }

  /** Returns the entry of a file's name, or nothing for the name of another file. */
  static Optional<Entry> ofName(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int[] numbers = new int[5];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Integer.parseInt(matcher.group(FIRST_NUMBER + i));
    }
    try {
      ArrayLayout layout =
          new ArrayLayout(
              matcher.group("type").equals("u1"),
              numbers[0],
              numbers[1],
              numbers[2],
              numbers[3],
              numbers[4]);
      int checksum = Integer.parseUnsignedInt(matcher.group("sum"), 16);
      boolean remarked = matcher.group("remarks") != null;
      return Optional.of(new Entry(new StoreKey(matcher.group("key")), layout, checksum, remarked));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Returns the path below the store's folder, with slashes. */
  String path() {
    return key.folder() + "/" + name();
  }

  String name() {
    return String.format(
        Locale.ROOT,
        "%s-%s-%d-%d-%d-%d-%d-%08x%s%s",
        key.digits(),
        layout.bytes() ? "u1" : "f4",
        layout.rows(),
        layout.stride(),
        layout.width(),
        layout.step(),
        layout.segments(),
        checksum,
        remarked ? "-remarks" : "",
        ARRAY);
  }

  /** Returns the path of the remarks. */
  String remarksPath() {
    return remarksOf(path());
  }

  /** Returns the path of the remarks on the clip of a file. */
  static String remarksOf(String path) {
    return path.substring(0, path.length() - ARRAY.length()) + REMARKS;
  }
}
