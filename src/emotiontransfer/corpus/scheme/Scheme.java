package emotiontransfer.corpus.scheme;

import emotiontransfer.data.Keyword;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;

/** The naming schemes that can be asked for; their keywords also stand before subjects. */
public enum Scheme implements Keyword {
  /** The scheme is found by the names. */
  AUTO("found by the names", null),

  /**
   * Berlin Database of Emotional Speech: {@code 03a01Fa.wav} is subject 03, text a01, emotion
   * letter F (the first letter of the German word), version a.
   *
   * <p>Source: Burkhardt, Paeschke, Rolfes, Sendlmeier and Weiss, "A Database of German Emotional
   * Speech", Interspeech 2005, and the corpus's own page on its file names.
   */
  EMODB(
      "EMO-DB",
      new NameRule(
          "(?<subject>[0-9]{2})(?<take>[ab][0-9]{2}(?<code>[A-Z])[a-z]?)",
          "03a01Fa (speaker, text, emotion letter, version)",
          "W anger, L boredom, E disgust, A fear, F happiness, N neutral, T sadness",
          "letter %s is none of W, L, E, A, F, N, T")),

  /**
   * Surrey Audio-Visual Expressed Emotion: {@code DC/a01.wav}, as the corpus comes, or {@code
   * DC_a01.wav}, as copies have it, is subject DC, anger, sentence 1. The video clips write {@code
   * DC/a1.avi}.
   *
   * <p>Source: Haq and Jackson, "Multimodal Emotion Recognition", 2010, and the corpus's Info.txt.
   */
  SAVEE(
      "SAVEE",
      new NameRule(
          "(?:(?<subject>DC|JE|JK|KL)[_/])?(?<code>a|d|f|h|n|sa|su)"
              + "(?:0(?=.$))?(?<take>[1-9]?[0-9])",
          "DC_a01, or a01 in a folder DC (a speaker of DC, JE, JK, KL; one of the codes a, d, f, h,"
              + " n, sa, su; a sentence)",
          "A anger, D disgust, F fear, H happiness, N neutral, SA sadness, SU surprise",
          "neither name nor folder says the subject (DC, JE, JK or KL)")),

  /** eNTERFACE'05 audio-visual emotion database. */
  ENTERFACE("eNTERFACE'05", new Enterface05()),

  /**
   * Ryerson Audio-Visual Database of Emotional Speech and Song: {@code 03-01-06-01-02-01-12.wav} is
   * modality (01 picture and sound, 02 picture alone, 03 sound alone), vocal channel (01 speech, 02
   * song), emotion, intensity, statement, repetition, subject. The three modalities of one
   * performance are one performance.
   *
   * <p>Source: Livingstone and Russo, "The Ryerson Audio-Visual Database of Emotional Speech and
   * Song", PLoS ONE 2018, table of the file names.
   */
  RAVDESS(
      "RAVDESS",
      new NameRule(
          "0(?:1|(?<silent>2)|3)"
              + "-(?<take>0[12]-(?<code>[0-9]{2})-0[12]-0[12]-0[12])-(?<subject>[0-9]{2})",
          "03-01-06-01-02-01-12 (modality-channel-emotion-intensity-statement-repetition-actor)",
          "01 neutral, 02 calm, 03 happiness, 04 sadness, 05 anger, 06 fear, 07 disgust,"
              + " 08 surprise",
          "number %s is none of 01 to 08")),

  /**
   * Crowd-sourced Emotional Multimodal Actors Dataset: {@code 1001_DFA_ANG_XX.wav} is subject,
   * sentence, emotion (the first letters of the English word), level (LO, MD, HI or XX for
   * unspecified; one file of the corpus has a single X).
   *
   * <p>Source: Cao, Cooper, Keutmann, Gur, Nenkova and Verma, "CREMA-D", IEEE Transactions on
   * Affective Computing 2014, and the corpus's read-me on its file names.
   */
  CREMA_D(
      "CREMA-D",
      new NameRule(
          "(?<subject>1[0-9]{3})_(?<take>[A-Z]{3}_(?<code>[A-Z]{3})_(?:LO|MD|HI|XX?))",
          "1001_DFA_ANG_XX (actor, sentence, emotion, level)",
          "ANG anger, DIS disgust, FEA fear, HAP happiness, NEU neutral, SAD sadness",
          "code %s is none of ANG, DIS, FEA, HAP, NEU, SAD")),

  /**
   * Toronto emotional speech set: {@code OAF_back_angry.wav} is subject (OAF older, YAF younger),
   * word, emotion; {@code ps} is pleasant surprise. One file of the corpus writes {@code OA} for
   * OAF.
   *
   * <p>Source: Pichora-Fuller and Dupuis, "Toronto emotional speech set", 2010 (doi
   * 10.5683/SP2/E8H2MF).
   */
  TESS(
      "TESS",
      new NameRule(
          "(?<subject>[OY]AF?)_(?<take>[^_/]+)_(?<code>[^/]+)",
          "OAF_back_angry (OAF or YAF, word, emotion)",
          "",
          "'%s' is none of angry, disgust, fear, happy, neutral, ps, sad",
          subject -> StringUtils.appendIfMissing(subject, "F"))),

  /** Urdu, see {@link SpeechNames#URDU}. */
  URDU("URDU", SpeechNames.URDU),

  /** Amharic, see {@link SpeechNames#ASED}. */
  ASED("ASED", SpeechNames.ASED),

  /** Turkish, see {@link SpeechNames#TUREV}. */
  TUREV("TurEV-DB", SpeechNames.TUREV),

  /** Italian, see {@link SpeechNames#EMOVO}. */
  EMOVO("EMOVO", SpeechNames.EMOVO),

  /** Greek, see {@link SpeechNames#AESDD}. */
  AESDD("AESDD", SpeechNames.AESDD),

  /** French of Canada, see {@link SpeechNames#CAFE}. */
  CAFE("CaFE", SpeechNames.CAFE),

  /** Spanish of Mexico, see {@link SpeechNames#MESD}. */
  MESD("MESD", SpeechNames.MESD),

  /** Persian, see {@link SpeechNames#SHEMO}. */
  SHEMO("ShEMO", SpeechNames.SHEMO),

  /** Bangla, see {@link SpeechNames#SUBESCO}. */
  SUBESCO("SUBESCO", SpeechNames.SUBESCO),

  /** Interactive emotional dyadic motion capture database; has label files. */
  IEMOCAP("IEMOCAP", null),

  /** Multimodal EmotionLines Dataset; has label files. */
  MELD("MELD", null),

  /** Faces, see {@link FaceNames#JAFFE}. */
  JAFFE("JAFFE", FaceNames.JAFFE),

  /** Extended Cohn-Kanade Dataset; has label files. */
  CK_PLUS("CK+", null),

  /** Faces, see {@link FaceNames#CK48}. */
  CK48("CK+48", FaceNames.CK48),

  /** Faces, see {@link FaceNames#YALE}. */
  YALE("Yale Face Database", FaceNames.YALE),

  /** Folders named after subjects and emotions. */
  FOLDERS("folders named after subjects and emotions", new EmotionFolders()),

  /** A CSV file that lists file, subject and emotion. */
  CSV("CSV file with the columns file, subject, emotion", null),

  /** A pattern of the user's own; never found by the names. */
  PATTERN("names that a pattern of your own describes", null);

  private final String title;
  private final Optional<NamingScheme> naming;

  Scheme(String title, NamingScheme namingOrNull) {
    this.title = title;
    this.naming = Optional.ofNullable(namingOrNull);
  }

  public String title() {
    return title;
  }

  /** Returns how names are read; empty where the path alone does not say so. */
  public Optional<NamingScheme> naming() {
    return naming;
  }

  @Override
  public String toString() {
    return keyword();
  }
}
