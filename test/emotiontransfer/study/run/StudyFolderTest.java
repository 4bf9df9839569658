package emotiontransfer.study.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class StudyFolderTest {

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  @Test
  public void secondStudyIsKeptOutOfTheFolder() throws Exception {
    Path folder = temporary.getRoot().toPath();
    try (StudyFolder locked = StudyFolder.lock(folder)) {
      assertEquals(0, locked.finishedFolds());
      IOException rejection = assertThrows(IOException.class, () -> StudyFolder.lock(folder));
      assertTrue(rejection.getMessage().startsWith("Another study is writing to"));
    }
    StudyFolder.lock(folder).close();
  }

  @Test
  public void studyOfAnEarlierBuildIsNotContinued() throws Exception {
    Path folder = temporary.getRoot().toPath();
    Files.createDirectories(folder.resolve("folds/scratch-0123456789ab/seed1"));
    IOException rejection = assertThrows(IOException.class, () -> StudyFolder.lock(folder));
    assertEquals(
        "'"
            + folder
            + "' holds a study that another version of this package began and this one cannot"
            + " continue; give another -out, or delete its folders 'folds' and 'sources'.",
        rejection.getMessage());
    Path fresh = folder.resolve("fresh");
    StudyFolder.lock(fresh).close();
    Files.createDirectories(fresh.resolve("folds"));
    StudyFolder.lock(fresh).close();
    Files.writeString(fresh.resolve(".format"), "1");
    assertThrows(IOException.class, () -> StudyFolder.lock(fresh));
  }
}
