package emotiontransfer.demo;

import emotiontransfer.demo.Phone.Manner;
import emotiontransfer.demo.Phone.Noise;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sounds of both invented languages.
 *
 * <p>Vowels: Peterson and Barney (1952), means of the men; front rounded vowels and schwa as usual
 * in descriptions of German. Consonants: target values of Klatt (1980), Table III.
 */
final class Phones {

  private static final Map<Character, Phone> ALL = new LinkedHashMap<>();

  static {
    List.of(
            Phone.vowel('i', 270, 2290, 3010),
            Phone.vowel('I', 390, 1990, 2550),
            Phone.vowel('e', 400, 2150, 2700),
            Phone.vowel('E', 530, 1840, 2480),
            Phone.vowel('a', 730, 1250, 2440),
            Phone.vowel('O', 570, 840, 2410),
            Phone.vowel('o', 430, 800, 2400),
            Phone.vowel('U', 440, 1020, 2240),
            Phone.vowel('u', 300, 870, 2240),
            Phone.vowel('y', 280, 1700, 2200),
            Phone.vowel('2', 390, 1480, 2250),
            Phone.vowel('@', 490, 1400, 2450),
            Phone.nasal('m', 480, 1270, 2130),
            Phone.nasal('n', 480, 1340, 2470),
            Phone.approximant('w', 290, 610, 2150),
            Phone.approximant('j', 260, 2070, 3020),
            Phone.approximant('r', 310, 1060, 1380),
            Phone.approximant('l', 310, 1050, 2880),
            fricative('f', false, 340, 1100, 2080, new Noise(5500, 5000, 0.05)),
            fricative('v', true, 220, 1100, 2080, new Noise(5500, 5000, 0.03)),
            fricative('s', false, 320, 1390, 2530, new Noise(6300, 2200, 0.16)),
            fricative('z', true, 240, 1390, 2530, new Noise(6300, 2200, 0.09)),
            fricative('S', false, 300, 1840, 2750, new Noise(3300, 1500, 0.20)),
            fricative('x', false, 400, 1500, 2400, new Noise(1700, 900, 0.12)),
            stop('p', false, 400, 1100, 2150, new Noise(1000, 1200, 0.18)),
            stop('b', true, 200, 1100, 2150, new Noise(1000, 1200, 0.10)),
            stop('t', false, 400, 1600, 2600, new Noise(4500, 2500, 0.25)),
            stop('d', true, 200, 1600, 2600, new Noise(4500, 2500, 0.12)),
            stop('k', false, 300, 1990, 2850, new Noise(2200, 900, 0.25)),
            stop('g', true, 200, 1990, 2850, new Noise(2200, 900, 0.12)),
            new Phone('h', Manner.BREATH, false, 490, 1400, 2450, 55, Noise.NONE))
        .forEach(phone -> ALL.put(phone.symbol(), phone));
  }

  private Phones() {}

  private static Phone fricative(
      char symbol, boolean voiced, double f1, double f2, double f3, Noise noise) {
    return new Phone(symbol, Manner.FRICATIVE, voiced, f1, f2, f3, voiced ? 65 : 95, noise);
  }

  private static Phone stop(
      char symbol, boolean voiced, double f1, double f2, double f3, Noise noise) {
    return new Phone(symbol, Manner.STOP, voiced, f1, f2, f3, voiced ? 65 : 85, noise);
  }

  /**
   * Returns the sound of a symbol.
   *
   * @param symbol one character
   * @return the sound
   * @throws IllegalArgumentException if no sound has that symbol
   */
  static Phone of(char symbol) {
    Phone phone = ALL.get(symbol);
    if (phone == null) {
      throw new IllegalArgumentException("no sound has the symbol '" + symbol + "'");
    }
    return phone;
  }
}
