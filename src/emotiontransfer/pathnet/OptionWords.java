package emotiontransfer.pathnet;

import java.util.Locale;

/** How constants are written in options: in small letters, with hyphens. */
final class OptionWords {

  private OptionWords() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
