package emotiontransfer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.Assert.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import org.junit.BeforeClass;
import org.junit.Test;

/** The arrows between the packages: study, adapters, engine, media and back end. */
public class ArchitectureTest {

  private static JavaClasses classes;

  @BeforeClass
  public static void readClasses() {
    classes = new ClassFileImporter().importPath(Path.of("build/classes"));
    assertTrue("build/classes holds no classes", classes.size() > 0);
  }

  @Test
  public void mediaUsesNoOtherRoom() {
    check(usesNoneOf("emotiontransfer.media..", "emotiontransfer..", "emotiontransfer.media.."));
  }

  @Test
  public void backendUsesNoOtherRoom() {
    check(
        usesNoneOf("emotiontransfer.backend..", "emotiontransfer..", "emotiontransfer.backend.."));
  }

  @Test
  public void corpusUsesNoOtherRoom() {
    check(usesNoneOf("emotiontransfer.corpus..", "emotiontransfer..", "emotiontransfer.corpus.."));
  }

  @Test
  public void speechUsesMediaAlone() {
    check(
        usesNoneOf(
            "emotiontransfer.speech..",
            "emotiontransfer..",
            "emotiontransfer.speech..",
            "emotiontransfer.media.."));
  }

  @Test
  public void faceUsesMediaAlone() {
    check(
        usesNoneOf(
            "emotiontransfer.face..",
            "emotiontransfer..",
            "emotiontransfer.face..",
            "emotiontransfer.media.."));
  }

  @Test
  public void pathnetUsesTheBackendAlone() {
    check(
        usesNoneOf(
            "emotiontransfer.pathnet..",
            "emotiontransfer..",
            "emotiontransfer.pathnet..",
            "emotiontransfer.backend.."));
  }

  @Test
  public void alexnetUsesTheBackendAlone() {
    check(
        usesNoneOf(
            "emotiontransfer.alexnet..",
            "emotiontransfer..",
            "emotiontransfer.alexnet..",
            "emotiontransfer.backend.."));
  }

  @Test
  public void engineKnowsNothingOfWeka() {
    check(
        noClasses()
            .that()
            .resideInAPackage("emotiontransfer..")
            .and()
            .resideOutsideOfPackage("emotiontransfer.study..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("weka.."));
  }

  @Test
  public void adaptersDoNotUseTheStudyButForTheWindows() {
    check(
        noClasses()
            .that()
            .resideInAPackage("weka..")
            .and()
            .resideOutsideOfPackage("weka.gui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("emotiontransfer.study.."));
  }

  @Test
  public void wekaGuiStaysInItsAdaptersButForTheLogger() {
    DescribedPredicate<JavaClass> gui =
        JavaClass.Predicates.resideInAPackage("weka.gui..")
            .and(DescribedPredicate.not(JavaClass.Predicates.type(weka.gui.Logger.class)))
            .as("are of weka.gui, its Logger aside");
    check(
        noClasses().that().resideOutsideOfPackage("weka.gui..").should().dependOnClassesThat(gui));
  }

  @Test
  public void engineRoomsFormNoCycle() {
    check(slices().matching("emotiontransfer.(*)..").should().beFreeOfCycles());
  }

  @Test
  public void partsOfTheStudyFormNoCycle() {
    check(slices().matching("emotiontransfer.study.(*)..").should().beFreeOfCycles());
    check(
        noClasses()
            .that()
            .resideInAPackage("emotiontransfer.study.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("emotiontransfer.study"));
  }

  @Test
  public void everythingIsInAKnownRoom() {
    check(
        classes()
            .should()
            .resideInAnyPackage(
                "weka..",
                "emotiontransfer.media..",
                "emotiontransfer.speech..",
                "emotiontransfer.face..",
                "emotiontransfer.corpus..",
                "emotiontransfer.pathnet..",
                "emotiontransfer.alexnet..",
                "emotiontransfer.backend..",
                "emotiontransfer.study.."));
  }

  /** No class of a room may use a class of {@code all} outside {@code allowed}. */
  private static ArchRule usesNoneOf(String room, String all, String... allowed) {
    DescribedPredicate<JavaClass> forbidden =
        JavaClass.Predicates.resideInAPackage(all)
            .and(JavaClass.Predicates.resideOutsideOfPackages(allowed))
            .as("are of another room");
    return noClasses()
        .that()
        .resideInAPackage(room)
        .should()
        .dependOnClassesThat(forbidden)
        .allowEmptyShould(true);
  }

  private static void check(ArchRule rule) {
    rule.check(classes);
  }
}
