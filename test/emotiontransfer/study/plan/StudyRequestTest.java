package emotiontransfer.study.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.alexnet.Decision;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.pathnet.evolution.EvolutionKind;
import emotiontransfer.pathnet.transfer.SourceUse;
import emotiontransfer.weka.command.CommandLine;
import emotiontransfer.weka.evaluation.TestedScheme;
import emotiontransfer.weka.filter.store.StoreChoice;
import emotiontransfer.weka.preset.Preset;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.IOUtils;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.classifiers.Classifier;
import weka.classifiers.functions.FineTunedAlexNet;
import weka.classifiers.functions.PathNetClassifier;
import weka.classifiers.functions.SMO;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.meta.Vote;
import weka.core.OptionHandler;
import weka.core.Utils;
import weka.filters.unsupervised.attribute.BagFunctionals;

public class StudyRequestTest {

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private StudyRequest parse(String options) throws Exception {
    String folder = temporary.getRoot().getPath();
    String[] all = Utils.splitOptions(options + " -corpora \"" + folder + "\"");
    return StudyRequest.parse(new CommandLine(all));
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
    assertEquals(Protocol.Kind.LOSO, request.protocol().kind());
    assertEquals(List.of(1, 2, 3), request.seeds());
    assertEquals(Optional.empty(), request.store().folder());
    StoreChoice store = new StoreChoice(new File("s"), 3);
    assertEquals(store, parse("-out x -store s -store-gb 3").few(1).store());
    assertEquals(StudySystem.DEFAULT, request.systems());
    assertEquals(20, request.curvePoints());
    assertEquals(List.of(), request.fewSubjects());
  }

  @Test
  public void otherPairsAreNamedAsThePaperWould() throws Exception {
    Setting setting =
        parse("-out x -source a+b/c -destination d.corpus -modality video").settings().get(0);
    assertEquals("V_a+c->d", setting.name());
    assertEquals(List.of("a", "b/c"), setting.sources());
    assertEquals(Modality.VIDEO, setting.modality());
    assertEquals(Setting.EmotionRule.SHARED, setting.emotions());
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
        parse("-out x -without smo,forest").systems().stream().noneMatch(StudySystem::isBaseline));
  }

  @Test
  public void fewSubjectsAreThreeSystemsWithoutLearningCurves() throws Exception {
    StudyRequest request = parse("-out x -few-subjects 4,1,2 -without transfer");
    assertEquals(List.of(1, 2, 4), request.fewSubjects());
    StudyRequest few = request.few(2);
    assertEquals(List.of(StudySystem.SCRATCH, StudySystem.SMO), few.systems());
    assertEquals(0, few.curvePoints());
    assertEquals(
        "leave-one-subject-out cross-validation, 2 training subjects", few.protocol().toString());
    assertEquals(request.seeds(), few.seeds());
  }

  @Test
  public void wrongOptionsAreRejectedInASentence() {
    rejected("-out is missing", "-seeds 1");
    rejected("-seeds must be different whole numbers", "-out x -seeds 1,1");
    rejected(
        "-few-subjects must be different whole numbers from 1, but has '0'.",
        "-out x -few-subjects 0,1");
    rejected("-few-subjects leaves one subject out;", "-out x -few-subjects 1 -protocol clips");
    rejected(
        "-few-subjects needs one of the systems scratch, transfer, preset, preset-transfer, smo,"
            + " smo-subject.",
        "-out x -few-subjects 1 -systems forest,fixed");
    rejected("Option -systems: 'svm' must be one of scratch, transfer,", "-out x -systems svm");
    rejected("The paper has no setting 'A_MARS'", "-out x -settings A_MARS");
    rejected("Option -protocol: 'cv' must be one of loso, subjects, clips", "-out x -protocol cv");
    rejected("-source needs a -destination", "-out x -source a");
    rejected("Option -pathnet: -S is set by the study itself", "-out x -pathnet \"-S 3\"");
    rejected(
        "Option -alexnet: -source is set by the study itself", "-out x -alexnet \"-source x\"");
    rejected("Option -pathnet: Option -L needs a whole number", "-out x -pathnet \"-L x\"");
    rejected("Option -pathnet: Illegal options: -layers", "-out x -pathnet \"-layers 2\"");
    rejected(
        "Option -preset-options: -preset is set by the study itself",
        "-out x -preset-options \"-preset paper\"");
    rejected("Option -preset-options: Option -G needs a", "-out x -preset-options \"-G x\"");
    rejected(
        "-subject-standardize needs one of the systems preset, preset-transfer, preset-vote;",
        "-out x -subject-standardize");
    for (String transductive : List.of("-preset -subject-standardize", "-systems smo-subject")) {
      rejected(
          "-subject-standardize and the system smo-subject need whole subjects in a fold; give"
              + " -protocol loso or subjects.",
          "-out x -protocol clips " + transductive);
    }
    rejected("Unknown option '-generations 3'", "-out x -generations 3");
    rejected("-folds must be at least 2", "-out x -protocol clips -folds 1");
    rejected(
        "Option -modality: 'smell' must be one of audio, video, image",
        "-out x -destination d -modality smell");
  }

  private void rejected(String part, String options) {
    IllegalArgumentException rejection =
        assertThrows(IllegalArgumentException.class, () -> parse(options));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains(part));
  }

  @Test
  public void networksHaveTheOptionsInQuotesAndGStandsAboveThem() throws Exception {
    Schemes schemes = parse("-out x -G 7 -pathnet \"-G 5 -M 6\" -alexnet \"-epochs 2\"").schemes();
    assertEquals(7, schemes.pathNet().getGenerations());
    assertEquals(6, schemes.pathNet().getModules());
    assertEquals(2, schemes.alexNet().getEpochs());
    assertEquals(5, parse("-out x -pathnet \"-G 5\"").schemes().pathNet().getGenerations());
  }

  @Test
  public void systemsDifferInTheSettingsThatMakeThem() throws Exception {
    Schemes schemes = parse("-out x -alexnet \"-weights w.h5\"").schemes();
    Optional<Path> source = Optional.of(Path.of("s.model"));
    PathNetClassifier fineTune =
        (PathNetClassifier) schemes.of(StudySystem.FINE_TUNE, Modality.AUDIO, source);
    assertEquals(SourceUse.FINE_TUNE, fineTune.getSourceUse());
    assertEquals("s.model", fineTune.getSources()[0].getPath());
    assertEquals(
        EvolutionKind.FIXED,
        ((PathNetClassifier) schemes.of(StudySystem.FIXED, Modality.AUDIO, Optional.empty()))
            .getEvolution());
    FineTunedAlexNet scratch =
        (FineTunedAlexNet)
            schemes.of(StudySystem.ALEXNET_SCRATCH, Modality.AUDIO, Optional.empty());
    assertEquals("", scratch.getWeights().getPath());
    FineTunedAlexNet dtpm =
        (FineTunedAlexNet) schemes.of(StudySystem.ALEXNET_DTPM, Modality.AUDIO, Optional.empty());
    assertEquals(Decision.DTPM, dtpm.getDecision());
    assertEquals(new File("w.h5"), dtpm.getWeights());
    assertEquals("the settings themselves stay", 0, schemes.pathNet().getSources().length);
  }

  @Test
  public void descriptionLeavesOutSourceSeedAndThreads() throws Exception {
    String description =
        parse("-out x -G 7").schemes().description(StudySystem.TRANSFER, Modality.AUDIO);
    assertTrue(description, description.startsWith(PathNetClassifier.class.getName() + " -G 7"));
    for (String left : List.of(" -S ", " -num-slots ", " -source ")) {
      assertFalse(left, description.contains(left));
    }
  }

  @Test
  public void presetAddsItsSystemsToThoseThatRunAnyway() throws Exception {
    List<StudySystem> systems = parse("-out x -preset -without preset-vote").systems();
    assertEquals(
        List.of(StudySystem.PRESET, StudySystem.PRESET_TRANSFER),
        systems.stream().filter(StudySystem::isPreset).toList());
    assertTrue(systems.containsAll(StudySystem.DEFAULT));
    assertFalse(systems.contains(StudySystem.SMO_SUBJECT));
    assertEquals(
        List.of(StudySystem.SCRATCH, StudySystem.PRESET),
        parse("-out x -systems preset,scratch").systems());
  }

  @Test
  public void presetsHaveTheirOwnOptionsAndSourcesHalfTheirGenerations() throws Exception {
    for (String options : List.of("", " -G 9 -pathnet \"-M 7\"")) {
      Schemes schemes = parse("-out x -preset" + options).schemes();
      Optional<Path> source = Optional.of(Path.of("s.model"));
      PathNetClassifier network =
          (PathNetClassifier) schemes.of(StudySystem.PRESET_TRANSFER, Modality.AUDIO, source);
      assertEquals(Preset.SPEECH, network.getPreset());
      assertEquals(24, network.getGenerations());
      assertEquals(SourceUse.INITIALIZE, network.getSourceUse());
      assertEquals("s.model", network.getSources()[0].getPath());
    }
    Schemes schemes = parse("-out x -preset-options \"-G 5 -M 4\"").schemes();
    PathNetClassifier own = (PathNetClassifier) none(schemes, StudySystem.PRESET);
    assertEquals(5, own.getGenerations());
    assertEquals(4, own.getModules());
    assertEquals(64, own.getNeurons());
    assertEquals(SourceUse.FROZEN, own.getSourceUse());
    PathNetClassifier half =
        (PathNetClassifier) schemes.source(StudySystem.PRESET, Modality.AUDIO, Optional.empty());
    assertEquals(3, half.getGenerations());
    assertEquals(4, half.getModules());
    assertEquals(StudySystem.PRESET, schemes.sourceSystem(StudySystem.PRESET_VOTE));
    assertEquals(StudySystem.SCRATCH, schemes.sourceSystem(StudySystem.CHAIN));
  }

  private static Classifier none(Schemes schemes, StudySystem system) throws Exception {
    return schemes.of(system, Modality.AUDIO, Optional.empty());
  }

  @Test
  public void voteIsOfThePresetAndOfAnSmoWithProbabilitiesOnFunctionals() throws Exception {
    Vote vote = (Vote) none(parse("-out x").schemes(), StudySystem.PRESET_VOTE);
    assertEquals(Vote.AVERAGE_RULE, vote.getCombinationRule().getSelectedTag().getID());
    assertEquals(2, vote.getClassifiers().length);
    assertEquals(Preset.SPEECH, ((PathNetClassifier) vote.getClassifier(0)).getPreset());
    FilteredClassifier functionals = (FilteredClassifier) vote.getClassifier(1);
    assertEquals(BagFunctionals.class, functionals.getFilter().getClass());
    assertTrue(((SMO) functionals.getClassifier()).getBuildCalibrationModels());
  }

  @Test
  public void standardisedSystemsAreThosePresetsAndOneSmo() throws Exception {
    StudyRequest request = parse("-out x -preset -subject-standardize");
    assertTrue(request.systems().contains(StudySystem.SMO_SUBJECT));
    for (StudySystem system : StudySystem.values()) {
      boolean own = system.isPreset() || system == StudySystem.SMO_SUBJECT;
      Classifier scheme = none(request.schemes(), system);
      assertEquals(system.keyword(), own, TestedScheme.isTransductive(scheme));
      assertEquals(system.keyword(), own, request.schemes().isTransductive(system));
      String options = Utils.joinOptions(((OptionHandler) scheme).getOptions());
      int filters = options.split("SubjectStandardize", -1).length - 1;
      int expected = system == StudySystem.PRESET_VOTE ? 2 : own ? 1 : 0;
      assertEquals(system.keyword(), expected, filters);
    }
    Vote vote = (Vote) none(request.schemes(), StudySystem.PRESET_VOTE);
    FilteredClassifier functionals = (FilteredClassifier) vote.getClassifier(1);
    assertEquals("before the subject", BagFunctionals.class, functionals.getFilter().getClass());
    Schemes plain = parse("-out x -preset").schemes();
    assertFalse(TestedScheme.isTransductive(none(plain, StudySystem.PRESET_VOTE)));
    assertEquals("", plain.transductiveNote(List.of(StudySystem.values()).subList(0, 8)));
  }

  @Test
  public void presetIsOfTheModality() {
    assertEquals(Preset.SPEECH, PresetSchemes.preset(Modality.AUDIO));
    for (Modality pictures : List.of(Modality.VIDEO, Modality.IMAGE)) {
      assertEquals(Preset.FACES, PresetSchemes.preset(pictures));
    }
  }

  @Test
  public void descriptionIsTheSameForAnyNumberOfThreads() throws Exception {
    String folder = "-out x -preset -subject-standardize -jobs ";
    for (StudySystem system : StudySystem.values()) {
      assertEquals(
          parse(folder + 1).schemes().description(system, Modality.AUDIO),
          parse(folder + 99).schemes().description(system, Modality.AUDIO));
    }
  }

  @Test
  public void usageNamesEverySettingAndSystem() throws Exception {
    String usage = IOUtils.resourceToString("/emotiontransfer/study/EmotionStudy.txt", UTF_8);
    Setting.PAPER.forEach(s -> assertTrue(s.name(), usage.contains(s.name())));
    for (StudySystem system : StudySystem.values()) {
      assertTrue(system.keyword(), usage.contains(system.keyword()));
    }
  }
}
