package emotiontransfer.study.plan;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.corpus.scheme.Modality;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.core.Utils;

public class StudyOptionsTest {

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private StudyRequest parse(String options) throws Exception {
    String folder = temporary.getRoot().getPath();
    return StudyOptions.parse(Utils.splitOptions(options + " -corpora \"" + folder + "\""));
  }

  @Test
  public void defaultsAreThePapersSettingsLosoAndThreeSeeds() throws Exception {
    StudyRequest request = parse("-out x");
    assertEquals(
        List.of(
            "V_eNTER",
            "V_SAV",
            "A_SAV",
            "A_EMO",
            "V_eNTER->SAV",
            "V_SAV->eNTER",
            "A_eNTER->SAV",
            "A_eNTER+SAV->EMO"),
        request.settings().stream().map(Setting::name).toList());
    assertEquals("loso", request.protocol().word());
    assertEquals(List.of(1, 2, 3), request.seeds());
    assertEquals(StudySystem.DEFAULT, request.systems());
    assertEquals(20, request.curvePoints());
  }

  @Test
  public void otherPairsAreNamedAsThePaperWould() throws Exception {
    Setting setting =
        parse("-out x -source a+b/c -destination d.corpus -modality video").settings().get(0);
    assertEquals("V_a+c->d", setting.name());
    assertEquals(List.of("a", "b/c"), setting.sources());
    assertEquals(Modality.VIDEO, setting.modality());
    assertEquals(EmotionRule.SHARED, setting.emotions());
    assertEquals("V_a+c-to-d", setting.fileName());
  }

  @Test
  public void foldsDefaultToThePapersFive() throws Exception {
    assertEquals(
        new Protocol(Protocol.Kind.SUBJECTS, 5), parse("-out x -protocol subjects").protocol());
    assertEquals(
        new Protocol(Protocol.Kind.CLIPS, 10),
        parse("-out x -protocol clips -folds 10").protocol());
  }

  @Test
  public void systemsAreSwitchedOnAndOff() throws Exception {
    assertEquals(
        List.of(StudySystem.SCRATCH, StudySystem.ALEXNET),
        parse("-out x -systems alexnet,scratch").systems());
    assertTrue(
        parse("-out x -without smo,forest").systems().stream()
            .noneMatch(StudySystem::usesFunctionals));
  }

  @Test
  public void wrongOptionsAreRefusedInASentence() {
    refused("-out is missing", "-seeds 1");
    refused("-seeds must be different whole numbers", "-out x -seeds 1,1");
    refused("There is no system 'svm'", "-out x -systems svm");
    refused("The paper has no setting 'A_MARS'", "-out x -settings A_MARS");
    refused("-protocol must be loso, subjects or clips", "-out x -protocol cv");
    refused("-source needs a -destination", "-out x -source a");
    refused("-pathnet cannot have -S", "-out x -pathnet \"-S 3\"");
    refused("Unknown option '-generations'", "-out x -generations 3");
    refused("-folds must be at least 2", "-out x -protocol clips -folds 1");
    refused("'smell' must be one of audio, video, image", "-out x -destination d -modality smell");
  }

  private void refused(String part, String options) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> parse(options));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains(part));
  }

  @Test
  public void curveHasTheFirstAndTheLastGeneration() {
    assertEquals(List.of(1, 50, 100, 150, 200), StudyOptions.curve(200, 4));
    assertEquals(List.of(1, 2), StudyOptions.curve(2, 20));
    assertEquals(List.of(), StudyOptions.curve(200, 0));
  }
}
