package emotiontransfer.demo.speech;

import emotiontransfer.demo.speech.Phone.Manner;
import emotiontransfer.demo.speech.Phone.Noise;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sounds of both invented languages.
 *
 * <p>Vowels: Peterson and Barney (1952), means of the men; front rounded vowels and schwa as usual
 * in descriptions of German. Consonants: target values of Klatt (1980), Table III.
 */
final class Phones {

  private static final Map<Character, Phone> ALL = new HashMap<>();

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
            fricative('f', 340, 1100, 2080, new Noise(5500, 5000, 0.05)),
            fricative('s', 320, 1390, 2530, new Noise(6300, 2200, 0.16)),
            fricative('S', 300, 1840, 2750, new Noise(3300, 1500, 0.20)),
            fricative('x', 400, 1500, 2400, new Noise(1700, 900, 0.12)),
            stop('p', 400, 1100, 2150, new Noise(1000, 1200, 0.18)),
            stop('t', 400, 1600, 2600, new Noise(4500, 2500, 0.25)),
            stop('k', 300, 1990, 2850, new Noise(2200, 900, 0.25)),
            new Phone('h', Manner.BREATH, false, 490, 1400, 2450, 55, Noise.NONE))
        .forEach(Phones::put);
    put(of('f').voiced('v', 220, 0.03));
    put(of('s').voiced('z', 240, 0.09));
    put(of('p').voiced('b', 200, 0.10));
    put(of('t').voiced('d', 200, 0.12));
    put(of('k').voiced('g', 200, 0.12));
  }

  private Phones() {}

  private static void put(Phone phone) {
    ALL.put(phone.symbol(), phone);
  }

  private static Phone fricative(char symbol, double f1, double f2, double f3, Noise noise) {
    return new Phone(symbol, Manner.FRICATIVE, false, f1, f2, f3, 95, noise);
  }

  private static Phone stop(char symbol, double f1, double f2, double f3, Noise noise) {
    return new Phone(symbol, Manner.STOP, false, f1, f2, f3, 85, noise);
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
