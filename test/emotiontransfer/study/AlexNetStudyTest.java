package emotiontransfer.study;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The paper's baseline in a study, reduced: small inputs, an eighth of its width, two epochs. */
public class AlexNetStudyTest {

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  @Test
  public void alexNetsRunFineTunedFromTheSourceAndFromScratch() throws Exception {
    Path corpora = StudyCorpora.write(temporary.newFolder("corpora").toPath());
    Path out = new File(temporary.getRoot(), "out").toPath();
    new EmotionStudy()
        .run(
            null,
            new String[] {
              "-corpora",
              corpora.toString(),
              "-out",
              out.toString(),
              "-settings",
              "A_eNTER->SAV",
              "-seeds",
              "1",
              "-systems",
              "alexnet,alexnet-dtpm,alexnet-scratch",
              "-alexnet",
              "-input-size 67 -width 0.125 -epochs 2 -learning-rate 0.01"
            });
    TreeMap<String, Integer> clips = new TreeMap<>();
    FinishedStudy.csv(out.resolve("results.csv"))
        .forEach(row -> clips.merge(row.get("system"), 1, Integer::sum));
    assertEquals("{alexnet=12, alexnet-dtpm=12, alexnet-scratch=12}", clips.toString());
    List<String> models =
        FinishedStudy.names(out.resolve("sources")).stream()
            .filter(name -> name.endsWith(".model"))
            .toList();
    assertEquals("both fine-tuned ones begin with one source", 1, models.size());
    String methods = Files.readString(out.resolve("tables").resolve("A_eNTER-to-SAV-methods.csv"));
    assertTrue(methods, methods.contains("Fine-tuned AlexNet,"));
    assertTrue("the paper's figure beside", methods.contains(",0.69"));
    String report = Files.readString(out.resolve("report.md"));
    assertTrue(report.contains("WAR of segments"));
  }
}
