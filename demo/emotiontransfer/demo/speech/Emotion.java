package emotiontransfer.demo.speech;

/** The emotions that the synthetic speakers act; each name in lower case is the folder's name. */
enum Emotion {
  ANGER(new Style(4.5, 1.8, 1.0, -4, 1.15, 6, -7, -0.10, 2, 0.008, 0, 0.6, 1.10, 1.10)),
  BOREDOM(new Style(-2, 0.45, 0.2, -1, 0.78, -3, 4, 0.06, 2, 0.002, 0, 1.5, 0.82, 0.96)),
  DISGUST(new Style(-2.5, 1.2, 0.5, -6, 0.72, -1, -2, -0.08, 0, 0.020, 0, 1.6, 1.0, 0.94)),
  FEAR(new Style(7, 1.1, 0.6, 0.5, 1.28, 0, 2, 0.06, 7, 0.012, 0.6, 0.8, 1.05, 1.0)),
  HAPPINESS(new Style(4.5, 1.9, 0.1, 2, 1.08, 3, -3, 0, 1, 0.002, 0, 0.9, 1.08, 1.08)),
  NEUTRAL(Style.NEUTRAL),
  SADNESS(new Style(-0.5, 0.6, 0.1, -2.5, 0.78, -6, 8, 0.12, 8, 0.004, 0.15, 1.9, 0.78, 0.96)),
  SURPRISE(new Style(6, 2.2, 0.3, 8, 1.0, 3, -2, 0.02, 3, 0.002, 0, 0.8, 1.05, 1.06));

  private final Style style;

  Emotion(Style style) {
    this.style = style;
  }

  Style style() {
    return style;
  }

  /** Returns the word that the corpus uses. */
  String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
