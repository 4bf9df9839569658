package emotiontransfer.demo.speech;

import java.util.ArrayList;
import java.util.List;

/**
 * A sentence as a row of syllables.
 *
 * @param syllables in order, at least one
 */
record Sentence(List<Syllable> syllables) {

  /**
   * A syllable.
   *
   * @param phones in order
   * @param stressed whether it carries the word's stress
   * @param endsWord whether a word ends after it
   * @param endsPhrase whether a phrase ends after it
   */
  record Syllable(List<Phone> phones, boolean stressed, boolean endsWord, boolean endsPhrase) {}

  Sentence {
    syllables = List.copyOf(syllables);
    if (syllables.isEmpty()) {
      throw new IllegalArgumentException("a sentence needs at least one syllable");
    }
  }

  /**
   * Reads a sentence: words parted by blanks, syllables by dots, {@code '} before a stressed
   * syllable, a comma after a word that ends a phrase.
   *
   * @param notation for example {@code "ta.'lo.ma, ne.'ri.o"}
   * @return the sentence; its last syllable ends a phrase
   */
  static Sentence parse(String notation) {
    List<Syllable> syllables = new ArrayList<>();
    String[] words = notation.trim().split("\\s+");
    for (int w = 0; w < words.length; w++) {
      boolean phraseEnd = w == words.length - 1 || words[w].endsWith(",");
      String[] parts = words[w].replace(",", "").split("\\.");
      for (int s = 0; s < parts.length; s++) {
        boolean last = s == parts.length - 1;
        boolean stressed = parts[s].startsWith("'");
        String symbols = stressed ? parts[s].substring(1) : parts[s];
        List<Phone> phones = symbols.chars().mapToObj(c -> Phones.of((char) c)).toList();
        syllables.add(new Syllable(phones, stressed, last, last && phraseEnd));
      }
    }
    return new Sentence(syllables);
  }
}
