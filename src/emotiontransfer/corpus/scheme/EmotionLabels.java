package emotiontransfer.corpus.scheme;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.data.Keyword;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the codes of a corpus mean where its scheme alone does not say so: {@code
 * AN=anger,DI=disgust,sleepy=-}.
 *
 * <p>A code that is listed stands above what a scheme knows; one that is not has the meaning that
 * it has in the scheme. Upper and lower case make a difference only where the list has both.
 *
 * @param byCode emotion by code, in the order of the list; an empty one leaves clips out on purpose
 */
public record EmotionLabels(Map<String, Optional<Emotion>> byCode) {

  /** No codes beside those of the scheme. */
  public static final EmotionLabels NONE = new EmotionLabels(Map.of());

  private static final String LEAVE_OUT = "-";

  private static final String FORM =
      "Entry %s of the labels, '%s', must be a code, =, and one of %s, or - to leave its clips out"
          + " (as in AN=anger,sleepy=-).";

  public EmotionLabels {
    byCode = Collections.unmodifiableMap(new LinkedHashMap<>(byCode));
  }

  /**
   * Parses a list {@code code=emotion,code=-}; blank for none.
   *
   * @throws IllegalArgumentException if an entry has another form, an emotion is not known, or a
   *     code comes twice; the message is one sentence with the number of the entry
   */
  public static EmotionLabels parse(String list) {
    Map<String, Optional<Emotion>> byCode = new LinkedHashMap<>();
    String[] entries = list.isBlank() ? new String[0] : list.split(",", -1);
    for (int i = 0; i < entries.length; i++) {
      String entry = entries[i].strip();
      int equals = entry.lastIndexOf('=');
      String word = entry.substring(equals + 1).strip();
      Optional<Emotion> emotion = Emotion.ofLabel(word);
      boolean known = equals >= 0 && (emotion.isPresent() || word.equals(LEAVE_OUT));
      isTrue(known, FORM, i + 1, entry, Keyword.keywords(Emotion.class));
      String code = entry.substring(0, equals).strip();
      boolean isNew = byCode.putIfAbsent(code, emotion) == null;
      isTrue(isNew, "Code '%s' comes twice in the labels, again as entry %s.", code, i + 1);
    }
    return new EmotionLabels(byCode);
  }

  public boolean isEmpty() {
    return byCode.isEmpty();
  }

  /** Returns whether clips with this code are left out on purpose. */
  public boolean leaveOut(String code) {
    return listed(code).filter(Optional::isEmpty).isPresent();
  }

  /** Returns the emotion of a code: as listed, else as the scheme has it. */
  public Optional<Emotion> emotion(String code, Function<String, Optional<Emotion>> scheme) {
    return listed(code).orElseGet(() -> scheme.apply(code));
  }

  private Optional<Optional<Emotion>> listed(String code) {
    if (byCode.containsKey(code)) {
      return Optional.of(byCode.get(code));
    }
    List<Optional<Emotion>> inAnyCase =
        byCode.entrySet().stream()
            .filter(entry -> entry.getKey().equalsIgnoreCase(code))
            .map(Map.Entry::getValue)
            .toList();
    return inAnyCase.size() == 1 ? Optional.of(inAnyCase.get(0)) : Optional.empty();
  }

  /** Returns the list as it is parsed. */
  @Override
  public String toString() {
    return byCode.entrySet().stream()
        .map(
            entry ->
                entry.getKey() + "=" + entry.getValue().map(Emotion::keyword).orElse(LEAVE_OUT))
        .collect(Collectors.joining(","));
  }
}
