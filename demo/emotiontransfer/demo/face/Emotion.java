package emotiontransfer.demo.face;

import emotiontransfer.demo.face.actor.FacialActions;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The emotions that the actors show, those of eNTERFACE'05; each name in lower case is the folder's
 * name.
 *
 * <p>Prototypes and variants follow the FACS Investigator's Guide (Ekman, Friesen and Hager 2002,
 * Table 10-1), as far as the units can be drawn.
 */
enum Emotion {
  ANGER("4E 5C 7D 24D", "4D 7C 17C 24C", "4D 5C 7D 10B 25C 26B"),
  DISGUST("9D 10C 17B 4B", "10D 9B 25B 7B 15B", "9D 15C 7C 4C 17C"),
  FEAR("1D 2C 4C 5D 20D 25C", "1D 4D 5C 20C 25C 26C", "1C 2D 5D 20C 25B 26B"),
  HAPPINESS("6D 12D 25C", "6C 12D", "6D 12E 25D 26B"),
  SADNESS("1D 4C 15D", "1C 4D 15C 17C", "1D 4B 15B 17B 7B"),
  SURPRISE("1D 2D 5C 25D 26D", "1C 2D 5D 25C 26C", "1D 2C 5B 25D 26E");

  private final List<FacialActions> variants;

  Emotion(String... variants) {
    this.variants = Stream.of(variants).map(FacialActions::parse).toList();
  }

  /** Returns the prototype. */
  FacialActions prototype() {
    return variants.get(0);
  }

  /** Returns one of the variants. */
  FacialActions any(Random random) {
    return variants.get(random.nextInt(variants.size()));
  }

  /** Returns the word that the corpus uses. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
