package emotiontransfer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import emotiontransfer.guide.PackageDiagram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.BeforeClass;
import org.junit.Test;
import weka.gui.FilePropertyMetadata;

/**
 * The arrows between the rooms of a floor. Between the floors the compiler holds them: each floor
 * is compiled against those below it alone.
 */
public class ArchitectureTest {

  private static JavaClasses classes;

  @BeforeClass
  public static void readClasses() {
    classes = new ClassFileImporter().importPath(Path.of("build/classes"));
    assertTrue("build/classes holds no classes", classes.size() > 0);
  }

  @Test
  public void groundRoomsUseThoseBelowAlone() {
    engineRoomUsesOnly("numeric");
    engineRoomUsesOnly("file", "numeric");
    engineRoomUsesOnly("data", "numeric");
    engineRoomUsesOnly("frames", "data", "numeric");
    engineRoomUsesOnly("corpus", "data", "file", "numeric");
  }

  @Test
  public void mediaAndStoreUseThoseBelowAlone() {
    engineRoomUsesOnly("media", "data", "file", "numeric");
    engineRoomUsesOnly("store", "media", "data", "file", "numeric");
  }

  @Test
  public void frontEndsUseMediaAndData() {
    engineRoomUsesOnly("speech", "media", "data", "file", "numeric");
    engineRoomUsesOnly("face", "media", "data", "file", "numeric");
    engineRoomUsesOnly("embedding", "speech", "face", "media", "data", "file", "numeric");
  }

  @Test
  public void networksUseNoMediaAndNoCorpora() {
    engineRoomUsesOnly("layers", "data", "numeric");
    engineRoomUsesOnly("pathnet", "layers", "frames", "data", "numeric");
    engineRoomUsesOnly("alexnet", "layers", "data", "file", "numeric");
  }

  @Test
  public void onlyTheModelFileUsesTheLearnerAndItsModel() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "emotiontransfer.pathnet.network",
                "emotiontransfer.pathnet.evolution",
                "emotiontransfer.pathnet.transfer",
                "emotiontransfer.pathnet.training")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("emotiontransfer.pathnet"));
  }

  @Test
  public void engineKnowsNothingOfWeka() {
    check(
        noClasses()
            .that()
            .resideInAPackage("emotiontransfer..")
            .and()
            .resideOutsideOfPackages("emotiontransfer.weka..", "emotiontransfer.study..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("weka..", "emotiontransfer.weka..", "emotiontransfer.study.."));
  }

  @Test
  public void nothingUsesTheStudy() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("emotiontransfer.study..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("emotiontransfer.study.."));
  }

  @Test
  public void wekaGuiStaysInItsAdaptersButForLoggerAndAnnotation() {
    DescribedPredicate<JavaClass> gui =
        JavaClass.Predicates.resideInAPackage("weka.gui..")
            .and(DescribedPredicate.not(JavaClass.Predicates.type(weka.gui.Logger.class)))
            // the dialog of an option, beside its text in OptionMetadata
            .and(DescribedPredicate.not(JavaClass.Predicates.type(FilePropertyMetadata.class)))
            .as("are of weka.gui, its Logger and the annotation of files aside");
    check(
        noClasses()
            .that()
            // progress finds the status line of the window that runs a task
            .resideOutsideOfPackages(
                "weka.gui..", "emotiontransfer.weka.gui..", "emotiontransfer.weka.progress")
            .should()
            .dependOnClassesThat(gui));
  }

  @Test
  public void roomsFormNoCycle() {
    check(slices().matching("emotiontransfer.(*)..").should().beFreeOfCycles());
    check(slices().matching("emotiontransfer.pathnet.(*)..").should().beFreeOfCycles());
    check(slices().matching("emotiontransfer.weka.(*)..").should().beFreeOfCycles());
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
                "org.bytedeco.dnnl.presets",
                "emotiontransfer.media..",
                "emotiontransfer.store..",
                "emotiontransfer.embedding..",
                "emotiontransfer.speech..",
                "emotiontransfer.face..",
                "emotiontransfer.corpus..",
                "emotiontransfer.data..",
                "emotiontransfer.file..",
                "emotiontransfer.numeric..",
                "emotiontransfer.frames..",
                "emotiontransfer.layers..",
                "emotiontransfer.pathnet..",
                "emotiontransfer.alexnet..",
                "emotiontransfer.evaluation..",
                "emotiontransfer.figure..",
                "emotiontransfer.weka..",
                "emotiontransfer.study.."));
  }

  @Test
  public void diagramInContributingShowsTheseArrows() throws IOException {
    Map<String, Set<String>> uses = new TreeMap<>();
    DescribedPredicate<JavaClass> ours = JavaClass.Predicates.resideOutsideOfPackage("org..");
    for (JavaClass from : classes.that(ours)) {
      Set<String> others = uses.computeIfAbsent(room(from), room -> new TreeSet<>());
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        JavaClass to = dependency.getTargetClass();
        if (classes.contain(to.getName()) && !room(to).equals(room(from))) {
          others.add(room(to));
        }
      }
    }
    PackageDiagram diagram = new PackageDiagram(Files.readString(Path.of("CONTRIBUTING.md")));
    assertEquals(List.of(), diagram.errors(uses));
  }

  /** Returns the room as the diagram names it; only PathNet and the glue show theirs. */
  private static String room(JavaClass javaClass) {
    String[] names = javaClass.getPackageName().split("\\.");
    if (names[0].equals("weka")) {
      return "adapters";
    }
    boolean inner = names.length > 2 && Set.of("pathnet", "weka").contains(names[1]);
    return inner ? names[1] + "." + names[2] : names[1];
  }

  private static void engineRoomUsesOnly(String room, String... others) {
    String[] allowed =
        Stream.concat(Stream.of(room), Stream.of(others))
            .map(name -> "emotiontransfer." + name + "..")
            .toArray(String[]::new);
    check(usesNoneOf("emotiontransfer." + room + "..", "emotiontransfer..", allowed));
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
