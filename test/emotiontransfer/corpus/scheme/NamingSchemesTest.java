package emotiontransfer.corpus.scheme;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import org.junit.Test;

/** Names as the corpora's own documentation and distributions have them. */
public class NamingSchemesTest {

  @Test
  public void emoDbNamesHaveSpeakerTextLetterVersion() {
    assertLabel(Scheme.EMODB, "03a01Wa.wav", "03", Emotion.ANGER);
    assertLabel(Scheme.EMODB, "wav/08a02La.wav", "08", Emotion.BOREDOM);
    assertLabel(Scheme.EMODB, "09b10Ea.wav", "09", Emotion.DISGUST);
    assertLabel(Scheme.EMODB, "16b03Ac.wav", "16", Emotion.FEAR);
    assertLabel(Scheme.EMODB, "03a01Fa.wav", "03", Emotion.HAPPINESS);
    assertLabel(Scheme.EMODB, "03a01Nc.wav", "03", Emotion.NEUTRAL);
    assertLabel(Scheme.EMODB, "03A02TC.WAV", "03", Emotion.SADNESS);
    assertRejection(Scheme.EMODB, "03a01Xa.wav", Reject.Kind.EMOTION);
    assertRejection(Scheme.EMODB, "3a01Wa.wav", Reject.Kind.NAME);
    assertRejection(Scheme.EMODB, "03a01Wa_copy.wav", Reject.Kind.NAME);
  }

  @Test
  public void saveeSpeakerStandsInNameOrFolder() {
    assertLabel(Scheme.SAVEE, "DC_a01.wav", "DC", Emotion.ANGER);
    assertLabel(Scheme.SAVEE, "AudioData/DC/d03.wav", "DC", Emotion.DISGUST);
    assertLabel(Scheme.SAVEE, "JE/f15.wav", "JE", Emotion.FEAR);
    assertLabel(Scheme.SAVEE, "JK_h10.wav", "JK", Emotion.HAPPINESS);
    assertLabel(Scheme.SAVEE, "KL/n30.wav", "KL", Emotion.NEUTRAL);
    assertLabel(Scheme.SAVEE, "KL_sa15.wav", "KL", Emotion.SADNESS);
    assertLabel(Scheme.SAVEE, "AudioVisualClip/KL/su1.avi", "KL", Emotion.SURPRISE);
    assertRejection(Scheme.SAVEE, "a01.wav", Reject.Kind.SUBJECT);
    assertRejection(Scheme.SAVEE, "XX_a01.wav", Reject.Kind.NAME);
    assertRejection(Scheme.SAVEE, "DC_s01.wav", Reject.Kind.NAME);
  }

  @Test
  public void enterfaceIrregularNamesAreRead() {
    assertLabel(Scheme.ENTERFACE, "s1_an_1.avi", "1", Emotion.ANGER);
    assertLabel(Scheme.ENTERFACE, "s44_di_5.avi", "44", Emotion.DISGUST);
    assertLabel(Scheme.ENTERFACE, "s_3_su_4.avi", "3", Emotion.SURPRISE);
    assertLabel(Scheme.ENTERFACE, "s16_su_3avi.avi", "16", Emotion.SURPRISE);
    assertLabel(Scheme.ENTERFACE, "s6_an.avi", "6", Emotion.ANGER);
    assertLabel(Scheme.ENTERFACE, "s2_fe_3.wav", "2", Emotion.FEAR);
    assertLabel(Scheme.ENTERFACE, "s2_ha_3.avi", "2", Emotion.HAPPINESS);
    assertLabel(Scheme.ENTERFACE, "s2_sa_3.avi", "2", Emotion.SADNESS);
    assertRejection(Scheme.ENTERFACE, "s2_ne_3.avi", Reject.Kind.NAME);
    assertRejection(Scheme.ENTERFACE, "s_an_1.avi", Reject.Kind.NAME);
  }

  @Test
  public void enterfaceTreeIsReadOffItsFolders() {
    assertLabel(
        Scheme.ENTERFACE,
        "enterface database/subject 1/anger/sentence 1/s1_an_1.avi",
        "1",
        Emotion.ANGER);
    assertLabel(
        Scheme.ENTERFACE, "subject 12/sadness/sentence 5/anything.avi", "12", Emotion.SADNESS);
    assertLabel(
        Scheme.ENTERFACE, "subject-3/Surprise/sentence-4/s_3_su_4.avi", "3", Emotion.SURPRISE);
    assertLabel(Scheme.ENTERFACE, "subject 6/fear/s6_fe.avi", "6", Emotion.FEAR);
    assertRejection(Scheme.ENTERFACE, "subject 6/fear/anything.avi", Reject.Kind.NAME);
    assertRejection(Scheme.ENTERFACE, "subject 1/boredom/sentence 1/x.avi", Reject.Kind.NAME);
  }

  @Test
  public void enterfaceFoldersAreBelievedWhereNamesContradict() {
    ParseResult.Label label =
        assertLabel(
            Scheme.ENTERFACE, "subject 11/anger/sentence 2/s12_an_2.avi", "11", Emotion.ANGER);
    assertEquals(
        "the names say subject 12, the folders subject 11; the folders are believed", label.note());
    ParseResult.Label other =
        assertLabel(Scheme.ENTERFACE, "subject 5/fear/sentence 2/s5_sa_2.avi", "5", Emotion.FEAR);
    assertTrue(other.note(), other.note().contains("sadness"));
  }

  @Test
  public void ravdessNumbersNameEmotionAndActor() {
    Emotion[] emotions = {
      Emotion.NEUTRAL,
      Emotion.CALM,
      Emotion.HAPPINESS,
      Emotion.SADNESS,
      Emotion.ANGER,
      Emotion.FEAR,
      Emotion.DISGUST,
      Emotion.SURPRISE
    };
    for (int i = 0; i < emotions.length; i++) {
      assertLabel(Scheme.RAVDESS, "03-01-0" + (i + 1) + "-01-02-01-12.wav", "12", emotions[i]);
    }
    assertLabel(Scheme.RAVDESS, "Actor_24/03-02-06-02-02-02-24.wav", "24", Emotion.FEAR);
    assertRejection(Scheme.RAVDESS, "03-01-09-01-02-01-12.wav", Reject.Kind.EMOTION);
    assertRejection(Scheme.RAVDESS, "03-01-06-01-02-12.wav", Reject.Kind.NAME);
  }

  @Test
  public void ravdessModalitiesOfOnePerformanceAreOne() {
    ParseResult.Label both =
        assertLabel(Scheme.RAVDESS, "01-01-05-01-01-01-07.mp4", "07", Emotion.ANGER);
    ParseResult.Label picture =
        assertLabel(Scheme.RAVDESS, "02-01-05-01-01-01-07.mp4", "07", Emotion.ANGER);
    ParseResult.Label sound =
        assertLabel(Scheme.RAVDESS, "03-01-05-01-01-01-07.wav", "07", Emotion.ANGER);
    ParseResult.Label song =
        assertLabel(Scheme.RAVDESS, "03-02-05-01-01-01-07.wav", "07", Emotion.ANGER);
    assertEquals(both.performance(), picture.performance());
    assertEquals(both.performance(), sound.performance());
    assertTrue(!both.performance().equals(song.performance()));
    assertTrue(picture.silent());
    assertTrue(!both.silent() && !sound.silent());
  }

  @Test
  public void cremaDNamesHaveActorSentenceEmotionLevel() {
    assertLabel(Scheme.CREMA_D, "1001_DFA_ANG_XX.wav", "1001", Emotion.ANGER);
    assertLabel(Scheme.CREMA_D, "AudioWAV/1002_IEO_DIS_HI.wav", "1002", Emotion.DISGUST);
    assertLabel(Scheme.CREMA_D, "1003_IEO_FEA_LO.flv", "1003", Emotion.FEAR);
    assertLabel(Scheme.CREMA_D, "1004_IEO_HAP_MD.wav", "1004", Emotion.HAPPINESS);
    assertLabel(Scheme.CREMA_D, "1091_WSI_NEU_XX.wav", "1091", Emotion.NEUTRAL);
    assertLabel(Scheme.CREMA_D, "1040_ITH_SAD_X.wav", "1040", Emotion.SADNESS);
    assertRejection(Scheme.CREMA_D, "1001_DFA_SUR_XX.wav", Reject.Kind.EMOTION);
    assertRejection(Scheme.CREMA_D, "1001_DFA_ANG.wav", Reject.Kind.NAME);
  }

  @Test
  public void tessNamesHaveTalkerWordEmotion() {
    assertLabel(Scheme.TESS, "OAF_angry/OAF_back_angry.wav", "OAF", Emotion.ANGER);
    assertLabel(Scheme.TESS, "YAF_disgust/YAF_back_disgust.wav", "YAF", Emotion.DISGUST);
    assertLabel(Scheme.TESS, "YAF_shout_fear.wav", "YAF", Emotion.FEAR);
    assertLabel(Scheme.TESS, "YAF_back_happy.wav", "YAF", Emotion.HAPPINESS);
    assertLabel(Scheme.TESS, "OAF_neutral/OA_bite_neutral.wav", "OAF", Emotion.NEUTRAL);
    assertLabel(Scheme.TESS, "OAF_Sad/OAF_back_sad.wav", "OAF", Emotion.SADNESS);
    assertLabel(Scheme.TESS, "OAF_Pleasant_surprise/OAF_back_ps.wav", "OAF", Emotion.SURPRISE);
    assertLabel(Scheme.TESS, "YAF_back_pleasant_surprised.wav", "YAF", Emotion.SURPRISE);
    assertRejection(Scheme.TESS, "OAF_back_excited.wav", Reject.Kind.EMOTION);
    assertRejection(Scheme.TESS, "back_angry.wav", Reject.Kind.NAME);
  }

  @Test
  public void foldersNameSubjectAndEmotion() {
    assertLabel(Scheme.FOLDERS, "Anna/Angry/clip 1.wav", "Anna", Emotion.ANGER);
    assertLabel(Scheme.FOLDERS, "s2/joy/session 1/x.wav", "s2", Emotion.HAPPINESS);
    assertLabel(Scheme.FOLDERS, "sadness/x.wav", "unknown", Emotion.SADNESS);
    assertLabel(Scheme.FOLDERS, "Joy/anger/x.wav", "Joy", Emotion.ANGER);
    assertRejection(Scheme.FOLDERS, "x.wav", Reject.Kind.NAME);
    assertRejection(Scheme.FOLDERS, "Anna/excited/x.wav", Reject.Kind.EMOTION);
    assertRejection(Scheme.FOLDERS, "data/Anna/anger/x.wav", Reject.Kind.EMOTION);
  }

  private static ParseResult.Label assertLabel(
      Scheme scheme, String path, String subject, Emotion emotion) {
    ParseResult reading = read(scheme, path);
    assertTrue(path + " gives " + reading, reading instanceof ParseResult.Label);
    ParseResult.Label label = (ParseResult.Label) reading;
    assertEquals(path, subject, label.subject());
    assertEquals(path, emotion, label.emotion());
    return label;
  }

  private static void assertRejection(Scheme scheme, String path, Reject.Kind kind) {
    ParseResult reading = read(scheme, path);
    assertTrue(path + " gives " + reading, reading instanceof Reject);
    assertEquals(path, kind, ((Reject) reading).kind());
  }

  private static ParseResult read(Scheme scheme, String path) {
    return scheme.naming().orElseThrow().parse(ClipPath.of(Path.of(path)));
  }
}
