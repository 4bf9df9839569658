package emotiontransfer.corpus.scheme;

import java.util.Locale;

/** Names of speech corpora, each with an example and the source that fixes it. */
final class SpeechNames {

  /**
   * URDU: {@code SM1_F10_A010.wav} is speaker SM1 (M or F is the sex), file 10 of the speaker,
   * emotion letter and its number.
   *
   * <p>Source: Latif, Qayyum, Usman and Qadir, "Cross Lingual Speech Emotion Recognition: Urdu vs.
   * Western Languages", 2018, and the files of the authors' repository.
   */
  static final NameRule URDU =
      new NameRule(
          "(?<subject>S[MF][0-9]+)_(?<take>F[0-9]+_(?<code>[A-Z])[0-9]+)",
          "SM1_F10_A010 (speaker, file, letter and number of the emotion)",
          "A anger, H happiness, N neutral, S sadness",
          "letter %s is none of A, H, N, S");

  /**
   * Amharic Speech Emotion Dataset: {@code a5-03-01-02-50.wav} is emotion letter and number of its
   * folder, sentence, repetition, sex, speaker.
   *
   * <p>Source: Retta, Almekhlafi, Sutcliffe, Mhamed, Ali and Feng, "A New Amharic Speech Emotion
   * Dataset and Classification Benchmark", 2022, and the corpus's read-me.
   */
  static final NameRule ASED =
      new NameRule(
          "(?<take>(?<code>[a-z])[0-9]-[0-9]{2}-[0-9]{2})-0[12]-(?<subject>[0-9]{2})",
          "a5-03-01-02-50 (emotion, sentence, repetition, sex, speaker)",
          "N neutral, F fear, H happiness, S sadness, A anger",
          "letter %s is none of n, f, h, s, a");

  /**
   * Turkish Emotion-Voice Database: {@code Angry/1157_kz_acik.wav} is speaker, emotion code
   * (kızgın, sakin, mutlu, hüzünlü), word.
   *
   * <p>Source: Canpolat, Ormanoğlu and Zeyrek, "Turkish Emotion Voice Database (TurEV-DB)", SLTU
   * 2020, and the files of the authors' repository.
   */
  static final NameRule TUREV =
      new NameRule(
          "(?<subject>[0-9]{4})_(?<take>(?<code>[a-z]{2})_[^/]+)",
          "1157_kz_acik (speaker, code of the emotion, word)",
          "KZ anger, SK calm, MT happiness, HL sadness",
          "code %s is none of kz, sk, mt, hl");

  /**
   * EMOVO: {@code dis-f1-b1.wav} is emotion code (the first letters of the Italian word), actor
   * (three women, three men), sentence.
   *
   * <p>Source: Costantini, Iaderola, Paoloni and Todisco, "EMOVO Corpus: an Italian Emotional
   * Speech Database", LREC 2014.
   */
  static final NameRule EMOVO =
      new NameRule(
          "(?<take>(?<code>[a-z]{3})-(?<subject>[fm][1-3])-[a-z][0-9])",
          "dis-f1-b1 (code of the emotion, actor, sentence)",
          "DIS disgust, GIO happiness, NEU neutral, PAU fear, RAB anger, SOR surprise,"
              + " TRI sadness",
          "code %s is none of dis, gio, neu, pau, rab, sor, tri",
          subject -> subject.toLowerCase(Locale.ROOT));

  /**
   * Acted Emotional Speech Dynamic Database: {@code a01 (1).wav} is emotion letter, utterance,
   * speaker; of two takes the second has a letter behind.
   *
   * <p>Source: Vryzas, Kotsakis, Liatsou, Dimoulas and Kalliris, "Speech Emotion Recognition for
   * Performance Interaction", Journal of the Audio Engineering Society 2018, and the corpus's
   * read-me.
   */
  static final NameRule AESDD =
      new NameRule(
          "(?<take>(?<code>[a-z])[0-9]{2} ?\\((?<subject>[0-9]+)\\) ?[a-z]?)",
          "a01 (1) (letter of the emotion, utterance, speaker)",
          "A anger, D disgust, F fear, H happiness, S sadness",
          "letter %s is none of a, d, f, h, s");

  /**
   * Canadian French Emotional speech dataset: {@code 01-C-1-1.wav} is actor, emotion letter (of the
   * French word), intensity, sentence.
   *
   * <p>Source: Gournay, Lahaie and Lefebvre, "A Canadian French Emotional Speech Dataset", MMSys
   * 2018, and the corpus's read-me.
   */
  static final NameRule CAFE =
      new NameRule(
          "(?<subject>[0-9]{2})-(?<take>(?<code>[A-Z])-[12]-[0-9])",
          "01-C-1-1 (actor, letter of the emotion, intensity, sentence)",
          "C anger, D disgust, J happiness, N neutral, P fear, S surprise, T sadness",
          "letter %s is none of C, D, J, N, P, S, T");

  /**
   * Mexican Emotional Speech Database: {@code Anger_C_A_abajo.wav} is emotion, voice (child,
   * female, male), list of words, word. Eleven people speak, but the names do not say which: the
   * subject is unknown and the voice an extra column.
   *
   * <p>Source: Duville, Alonso-Valerdi and Ibarra-Zarate, "Mexican Emotional Speech Database Based
   * on Semantic, Frequency, Familiarity, Concreteness, and Cultural Shaping of Affective Prosody",
   * Data 2021.
   */
  static final NameRule MESD =
      new NameRule(
          "(?<take>(?<code>Anger|Disgust|Fear|Happiness|Neutral|Sadness)"
              + "_(?<voice>[CFM])_[AB]_[^/]+)",
          "Anger_C_A_abajo (emotion; voice C, F or M; list A or B; word)",
          "",
          "");

  /**
   * Sharif Emotional Speech Database: {@code F01A01.wav} is speaker (sex and number), emotion
   * letter, number.
   *
   * <p>Source: Mohamad Nezami, Jamshid Lou and Karami, "ShEMO: a large-scale validated database for
   * Persian speech emotion detection", Language Resources and Evaluation 2019, and the corpus's
   * read-me on its labels.
   */
  static final NameRule SHEMO =
      new NameRule(
          "(?<subject>[FM][0-9]{2})(?<take>(?<code>[A-Z])[0-9]{2,3})",
          "F01A01 (speaker, letter of the emotion, number)",
          "A anger, F fear, H happiness, N neutral, S sadness, W surprise",
          "letter %s is none of A, F, H, N, S, W");

  /**
   * SUST Bangla Emotional Speech Corpus: {@code F_01_OISHI_S_10_ANGRY_1.wav} is sex and number of
   * the speaker, name, sentence, emotion, take.
   *
   * <p>Source: Sultana, Rahman, Selim and Iqbal, "SUST Bangla Emotional Speech Corpus (SUBESCO)",
   * PLoS ONE 2021, and the corpus's read-me.
   */
  static final NameRule SUBESCO =
      new NameRule(
          "(?<subject>[FM]_[0-9]{2})_[A-Z]+_(?<take>S_[0-9]+_(?<code>[A-Z]+)_[0-9]+)",
          "F_01_OISHI_S_10_ANGRY_1 (sex, number and name of the speaker, sentence, emotion, take)",
          "",
          "'%s' is none of angry, disgust, fear, happy, neutral, sad, surprise",
          subject -> subject.replace("_", ""));

  private SpeechNames() {}
}
