package emotiontransfer.corpus.scheme;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import org.junit.Test;

/** Names as the corpora's own documentation and distributions have them. */
public class NamingSchemesTest {

  @Test
  public void emoDbNamesHaveSpeakerTextLetterVersion() {
    assertRead(
        Scheme.EMODB,
        """
        03a01Wa.wav | 03 anger
        wav/08a02La.wav | 08 boredom
        09b10Ea.wav | 09 disgust
        16b03Ac.wav | 16 fear
        03a01Fa.wav | 03 happiness
        03a01Nc.wav | 03 neutral
        03A02TC.WAV | 03 sadness
        03a01Xa.wav | EMOTION
        3a01Wa.wav | NAME
        03a01Wa_copy.wav | NAME
        """);
  }

  @Test
  public void namesOfSpeechCorporaAreReadAsTheirReadMesSay() {
    assertRead(Scheme.URDU, "Angry/SM1_F10_A010.wav | SM1 anger\nSF10_F1_S01.wav | SF10 sadness\n");
    assertRead(Scheme.URDU, "SM1_F10_X010.wav | EMOTION\nSM1_A010.wav | NAME\n");
    assertRead(Scheme.ASED, "a5-03-01-02-50.wav | 50 anger\nS4-04-02-01-29.wav | 29 sadness\n");
    assertRead(
        Scheme.TUREV, "Sad/1157_hl_cilek.wav | 1157 sadness\n1234_mt_acik.wav | 1234 happiness\n");
    assertRead(Scheme.EMOVO, "f1/rab-f1-n5.wav | f1 anger\nM2/PAU-M2-B1.WAV | m2 fear\n");
    assertRead(Scheme.EMOVO, "rab-f4-n5.wav | NAME\nxxx-f1-n5.wav | EMOTION\n");
    assertRead(
        Scheme.AESDD,
        "anger/a01 (1).wav | 1 anger\nf18 (5)b.wav | 5 fear\nn01 (1).wav | EMOTION\n");
    assertRead(Scheme.CAFE, "01-C-1-1.aiff | 01 anger\nNeutre/12-N-1-6.wav | 12 neutral\n");
    assertRead(Scheme.MESD, "Anger_C_A_abajo.wav | unknown anger\nAnger_X_A_abajo.wav | NAME\n");
    assertRead(Scheme.SHEMO, "female/F01A01.wav | F01 anger\nmale/M12W103.wav | M12 surprise\n");
    assertRead(
        Scheme.SUBESCO,
        "F_02_MONIKA_S_1_NEUTRAL_5.wav | F02 neutral\nM_10_X_S_1_SHY_5.wav | EMOTION\n");
  }

  @Test
  public void namesOfFaceCorporaAreReadAsTheirReadMesSay() {
    assertRead(
        Scheme.JAFFE,
        "KA.AN1.39.tiff | KA anger\nYM.FE4.70.tiff | YM fear\nYM.XX4.70.tiff | EMOTION\n");
    assertRead(
        Scheme.CK48,
        "CK+48/happy/S010_004_00000017.png | S010 happiness\nx/S010_004_00000017.png | NAME\n");
    assertRead(
        Scheme.YALE,
        "subject01.normal | 01 neutral\n"
            + "subject15.surprised.gif | 15 surprise\n"
            + "subject01.gif | NAME\n");
  }

  @Test
  public void saveeSpeakerStandsInNameOrFolder() {
    assertRead(
        Scheme.SAVEE,
        """
        DC_a01.wav | DC anger
        AudioData/DC/d03.wav | DC disgust
        JE/f15.wav | JE fear
        JK_h10.wav | JK happiness
        KL/n30.wav | KL neutral
        KL_sa15.wav | KL sadness
        AudioVisualClip/KL/su1.avi | KL surprise
        a01.wav | SUBJECT
        XX_a01.wav | NAME
        DC_s01.wav | NAME
        DC/a001.wav | NAME
        """);
  }

  @Test
  public void saveeSentencesWithAndWithoutZeroAreOnePerformance() {
    String performance = label(Scheme.SAVEE, "AudioData/DC/a01.wav").performance();
    assertEquals(performance, label(Scheme.SAVEE, "x/DC_a1.avi").performance());
    assertNotEquals(performance, label(Scheme.SAVEE, "DC/a10.wav").performance());
    assertNotEquals(performance, label(Scheme.SAVEE, "DC/KL_a01.wav").performance());
  }

  @Test
  public void enterfaceIrregularNamesAreRead() {
    assertRead(
        Scheme.ENTERFACE,
        """
        s1_an_1.avi | 1 anger
        s44_di_5.avi | 44 disgust
        s_3_su_4.avi | 3 surprise
        s16_su_3avi.avi | 16 surprise
        s6_an.avi | 6 anger
        s2_fe_3.wav | 2 fear
        s2_ha_3.avi | 2 happiness
        s2_sa_3.avi | 2 sadness
        s2_ne_3.avi | NAME
        s_an_1.avi | NAME
        """);
  }

  @Test
  public void enterfaceTreeIsReadOffItsFolders() {
    assertRead(
        Scheme.ENTERFACE,
        """
        enterface database/subject 1/anger/sentence 1/s1_an_1.avi | 1 anger
        subject 12/sadness/sentence 5/anything.avi | 12 sadness
        subject-3/Surprise/sentence-4/s_3_su_4.avi | 3 surprise
        subject 6/fear/s6_fe.avi | 6 fear
        subject 6/fear/anything.avi | NAME
        subject 1/boredom/sentence 1/x.avi | NAME
        """);
  }

  @Test
  public void enterfaceFoldersAreBelievedWhereNamesContradict() {
    String path = "subject 11/anger/sentence 2/s12_an_2.avi";
    assertRead(Scheme.ENTERFACE, path + " | 11 anger");
    assertEquals(
        "the names say subject 12, the folders subject 11; the folders are believed",
        label(Scheme.ENTERFACE, path).note());
    String other = "subject 5/fear/sentence 2/s5_sa_2.avi";
    assertRead(Scheme.ENTERFACE, other + " | 5 fear");
    String note = label(Scheme.ENTERFACE, other).note();
    assertTrue(note, note.contains("sadness"));
  }

  @Test
  public void ravdessNumbersNameEmotionAndActor() {
    assertRead(
        Scheme.RAVDESS,
        """
        03-01-01-01-02-01-12.wav | 12 neutral
        03-01-02-01-02-01-12.wav | 12 calm
        03-01-03-01-02-01-12.wav | 12 happiness
        03-01-04-01-02-01-12.wav | 12 sadness
        03-01-05-01-02-01-12.wav | 12 anger
        03-01-06-01-02-01-12.wav | 12 fear
        03-01-07-01-02-01-12.wav | 12 disgust
        03-01-08-01-02-01-12.wav | 12 surprise
        Actor_24/03-02-06-02-02-02-24.wav | 24 fear
        03-01-09-01-02-01-12.wav | EMOTION
        03-01-06-01-02-12.wav | NAME
        """);
  }

  @Test
  public void ravdessModalitiesOfOnePerformanceAreOne() {
    String[] names = {
      "01-01-05-01-01-01-07.mp4",
      "02-01-05-01-01-01-07.mp4",
      "03-01-05-01-01-01-07.wav",
      "03-02-05-01-01-01-07.wav"
    };
    for (String name : names) {
      assertRead(Scheme.RAVDESS, name + " | 07 anger");
    }
    NamingScheme.Label both = label(Scheme.RAVDESS, names[0]);
    NamingScheme.Label picture = label(Scheme.RAVDESS, names[1]);
    NamingScheme.Label sound = label(Scheme.RAVDESS, names[2]);
    NamingScheme.Label song = label(Scheme.RAVDESS, names[3]);
    assertEquals(both.performance(), picture.performance());
    assertEquals(both.performance(), sound.performance());
    assertTrue(!both.performance().equals(song.performance()));
    assertTrue(picture.silent());
    assertTrue(!both.silent() && !sound.silent());
  }

  @Test
  public void cremaDNamesHaveActorSentenceEmotionLevel() {
    assertRead(
        Scheme.CREMA_D,
        """
        1001_DFA_ANG_XX.wav | 1001 anger
        AudioWAV/1002_IEO_DIS_HI.wav | 1002 disgust
        1003_IEO_FEA_LO.flv | 1003 fear
        1004_IEO_HAP_MD.wav | 1004 happiness
        1091_WSI_NEU_XX.wav | 1091 neutral
        1040_ITH_SAD_X.wav | 1040 sadness
        1001_DFA_SUR_XX.wav | EMOTION
        1001_DFA_ANG.wav | NAME
        """);
  }

  @Test
  public void tessNamesHaveTalkerWordEmotion() {
    assertRead(
        Scheme.TESS,
        """
        OAF_angry/OAF_back_angry.wav | OAF anger
        YAF_disgust/YAF_back_disgust.wav | YAF disgust
        YAF_shout_fear.wav | YAF fear
        YAF_back_happy.wav | YAF happiness
        OAF_neutral/OA_bite_neutral.wav | OAF neutral
        OAF_Sad/OAF_back_sad.wav | OAF sadness
        OAF_Pleasant_surprise/OAF_back_ps.wav | OAF surprise
        YAF_back_pleasant_surprised.wav | YAF surprise
        OAF_back_excited.wav | EMOTION
        back_angry.wav | NAME
        """);
  }

  @Test
  public void foldersNameSubjectAndEmotion() {
    assertRead(
        Scheme.FOLDERS,
        """
        Anna/Angry/clip 1.wav | Anna anger
        s2/joy/session 1/x.wav | s2 happiness
        sadness/x.wav | unknown sadness
        Joy/anger/x.wav | Joy anger
        x.wav | NAME
        Anna/excited/x.wav | EMOTION
        data/Anna/anger/x.wav | EMOTION
        """);
  }

  /** Asserts of each path that it gives subject and emotion, or the kind of reject. */
  private static void assertRead(Scheme scheme, String table) {
    for (String line : table.lines().toList()) {
      String[] cells = line.split(" \\| ");
      NamingScheme.Result parsed = parse(scheme, cells[0]);
      String actual =
          parsed instanceof NamingScheme.Label label
              ? label.subject() + " " + label.emotion()
              : ((Reject) parsed).kind().name();
      assertEquals(cells[0], cells[1], actual);
    }
  }

  private static NamingScheme.Label label(Scheme scheme, String path) {
    return (NamingScheme.Label) parse(scheme, path);
  }

  private static NamingScheme.Result parse(Scheme scheme, String path) {
    return scheme.naming().orElseThrow().parse(ClipPath.of(Path.of(path)));
  }
}
