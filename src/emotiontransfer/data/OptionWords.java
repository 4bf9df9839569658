package emotiontransfer.data;

import java.util.Locale;

/** How constants are written in options: in small letters, with hyphens. */
public final class OptionWords {

  private OptionWords() {}

  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
