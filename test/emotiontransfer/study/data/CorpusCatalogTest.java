package emotiontransfer.study.data;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.corpus.Corpus;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Modality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class CorpusCatalogTest {

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private Path folder;

  @Before
  public void writeNames() throws IOException {
    folder = temporary.getRoot().toPath();
    String emoDb = "few/03a01Wa.wav few/08a01Fa.wav many/03a01Wa.wav many/03a01Fa.wav";
    String others = " many/08a01Ta.wav other/DC_a01.wav other/JE_su01.wav notes/readme.txt";
    for (String name : (emoDb + others).split(" ")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name);
    }
  }

  private CorpusCatalog catalog() {
    return new CorpusCatalog(Optional.of(folder));
  }

  @Test
  public void shortNameTakesTheCorpusOfItsSchemeWithMostClips() throws IOException {
    assertEquals("many", catalog().find("EMO", Modality.AUDIO).name());
    assertEquals("other", catalog().find("SAV", Modality.AUDIO).name());
    assertEquals(
        "There is no audio corpus in the naming scheme of eNTERFACE'05 in "
            + folder.getFileName()
            + " (eNTER).",
        absence(catalog(), "eNTER"));
  }

  @Test
  public void corpusFileOfThatNameComesFirst() throws IOException {
    Files.writeString(folder.resolve("emo.corpus"), "dir = few\n");
    Corpus corpus = catalog().find("EMO", Modality.AUDIO);
    assertEquals("emo", corpus.name());
    assertEquals(2, corpus.clips().size());
  }

  @Test
  public void pathIsTakenWhereNoNameFits() throws IOException {
    Path path = folder.resolve("few");
    CorpusCatalog none = new CorpusCatalog(Optional.empty());
    assertEquals("few", none.find(path.toString(), Modality.AUDIO).name());
    assertEquals("There is no corpus 'mars'.", absence(none, "mars"));
  }

  private static String absence(CorpusCatalog catalog, String reference) {
    return assertThrows(
            IllegalArgumentException.class, () -> catalog.find(reference, Modality.AUDIO))
        .getMessage();
  }

  @Test
  public void clipsOfChosenEmotionsMakeTheTableAndTheHash() throws IOException {
    Corpus corpus = catalog().find("many", Modality.AUDIO);
    List<Emotion> two = List.of(Emotion.ANGER, Emotion.SADNESS);
    ClipSet clips = ClipSet.of(corpus, two, 0);
    assertEquals(2, clips.table(true).numInstances());
    assertEquals(2, clips.table(true).numClasses());
    Files.writeString(folder.resolve("many/03a01Fa.wav"), "changed");
    assertEquals("fear takes no part", clips, ClipSet.of(corpus, two, 0));
    Files.writeString(folder.resolve("many/03a01Wa.wav"), "changed");
    assertNotEquals(clips.sha256(), ClipSet.of(corpus, two, 0).sha256());
  }

  @Test
  public void corporaWithASubjectInCommonAreRejected() throws IOException {
    Corpus few = catalog().find("few", Modality.AUDIO);
    Corpus many = catalog().find("many", Modality.AUDIO);
    IllegalArgumentException rejection =
        assertThrows(
            IllegalArgumentException.class,
            () -> SettingCorpora.requireOwnSubjects(List.of(few, many)));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains("emodb-03"));
  }
}
