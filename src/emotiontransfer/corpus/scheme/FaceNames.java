package emotiontransfer.corpus.scheme;

/** Names of corpora of faces, each with an example and the source that fixes it. */
final class FaceNames {

  /**
   * Japanese Female Facial Expression database: {@code KA.AN1.39.tiff} is subject, emotion code and
   * number of the pose, number of the picture.
   *
   * <p>Source: Lyons, Akamatsu, Kamachi and Gyoba, "Coding Facial Expressions with Gabor Wavelets",
   * FG 1998, and the files of the distribution (doi 10.5281/zenodo.3451524).
   */
  static final NameRule JAFFE =
      new NameRule(
          "(?<subject>[A-Z]{2})\\.(?<take>(?<code>[A-Z]{2})[0-9]\\.[0-9]+)",
          "KA.AN1.39 (subject, code and number of the expression, picture)",
          "AN anger, DI disgust, FE fear, HA happiness, NE neutral, SA sadness, SU surprise",
          "code %s is none of AN, DI, FE, HA, NE, SA, SU");

  /**
   * CK+48, pictures of 48 x 48 pixels of the last three frames of each labelled sequence of the
   * Extended Cohn-Kanade Dataset: {@code anger/S010_004_00000017.png} is emotion, subject,
   * sequence, frame.
   *
   * <p>Source: the distribution under this name; the names of the files are those of the dataset
   * (Lucey and others, CVPR Workshops 2010).
   */
  static final NameRule CK48 =
      new NameRule(
          "(?<code>anger|contempt|disgust|fear|happy|sadness|surprise)"
              + "/(?<take>(?<subject>S[0-9]{3})_[0-9]{3}_[0-9]{8})",
          "S010_004_00000017 (subject, sequence, frame) in a folder anger, contempt, disgust, fear,"
              + " happy, sadness or surprise",
          "",
          "");

  /**
   * Yale Face Database: {@code subject01.happy} is subject and condition. Normal faces are taken
   * for neutral ones; conditions of light, glasses, sleepiness and a wink are left out.
   *
   * <p>Source: Belhumeur, Hespanha and Kriegman, "Eigenfaces vs. Fisherfaces", IEEE Transactions on
   * Pattern Analysis and Machine Intelligence 1997, and the database's read-me.
   */
  static final NameRule YALE =
      new NameRule(
          "subject(?<subject>[0-9]{2})\\.(?<take>(?<code>[a-z]+))",
          "subject01.happy (subject, condition)",
          "HAPPY happiness, NORMAL neutral, SAD sadness, SURPRISED surprise, CENTERLIGHT -,"
              + " GLASSES -, LEFTLIGHT -, NOGLASSES -, RIGHTLIGHT -, SLEEPY -, WINK -",
          "'%s' is no condition of this database");

  private FaceNames() {}
}
