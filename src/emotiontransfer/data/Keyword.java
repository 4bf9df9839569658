package emotiontransfer.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A constant that options, files and reports name by a keyword: small letters, words joined by
 * hyphens.
 */
public interface Keyword {

  String name();

  /** Returns the keyword: {@code FINE_TUNE} is {@code fine-tune}. */
  default String keyword() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns the constant of a keyword.
   *
   * @throws IllegalArgumentException if there is none; the message lists all keywords
   */
  static <E extends Enum<E> & Keyword> E ofKeyword(Class<E> type, String keyword) {
    for (E constant : type.getEnumConstants()) {
      if (constant.keyword().equals(keyword.trim())) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        "'%s' must be one of %s.".formatted(keyword, keywords(type)));
  }

  /** Returns all keywords of an enumeration, separated by commas. */
  static <E extends Enum<E> & Keyword> String keywords(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Keyword::keyword)
        .collect(Collectors.joining(", "));
  }
}
