package emotiontransfer.corpus;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.corpus.scheme.Scheme;
import emotiontransfer.data.Keyword;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;

public class SchemeChoiceTest {

  @Rule public final CorpusFolder folder = new CorpusFolder();

  @Test
  public void eachSchemeIsFoundByItsNamesWithTheReason() throws IOException {
    assertFound(Scheme.EMODB, "wav/03a01Wa.wav", "wav/08b02Tb.wav");
    assertFound(Scheme.SAVEE, "DC/a01.wav", "JE/su15.wav");
    assertFound(Scheme.ENTERFACE, "subject 1/anger/sentence 1/s1_an_1.avi");
    assertFound(Scheme.RAVDESS, "Actor_01/03-01-05-01-01-01-01.wav");
    assertFound(Scheme.CREMA_D, "1001_DFA_ANG_XX.wav");
    assertFound(Scheme.TESS, "OAF_angry/OAF_back_angry.wav");
    assertFound(Scheme.FOLDERS, "Anna/anger/x.wav", "Bert/fear/y.wav");
  }

  private void assertFound(Scheme scheme, String... files) throws IOException {
    Path root = folder.newFolder().toPath();
    Corpus corpus = EmptyFiles.scan(EmptyFiles.in(root, files));
    assertEquals(scheme, corpus.scheme());
    assertTrue(
        corpus.choice(),
        corpus
            .choice()
            .startsWith(
                "found by the names: "
                    + files.length
                    + " of "
                    + files.length
                    + " media files fit "
                    + scheme.title()));
  }

  @Test
  public void aPublishedCorpusInEmotionFoldersKeepsItsScheme() throws IOException {
    Corpus corpus = folder.scan("anger/03a01Wa.wav", "boredom/03a01La.wav");
    assertEquals(Scheme.EMODB, corpus.scheme());
    assertTrue(corpus.choice(), corpus.choice().contains("2 of 2 media files fit folders named"));
    assertTrue(corpus.choice(), corpus.choice().contains("-scheme folders"));
  }

  @Test
  public void aStrayNameDoesNotTurnFoldersIntoAnotherCorpus() throws IOException {
    Corpus corpus = folder.scan("A/anger/1.wav", "A/fear/2.wav", "B/anger/03a01Wa.wav");
    assertEquals(Scheme.FOLDERS, corpus.scheme());
    assertEquals(3, corpus.clips().size());
  }

  @Test
  public void namesOfAnotherCorpusAmongThemAreCalledAmbiguous() throws IOException {
    Corpus corpus = folder.scan("03a01Wa.wav", "03a01Fa.wav", "03-01-05-01-01-01-01.wav");
    assertEquals(Scheme.EMODB, corpus.scheme());
    assertTrue(
        corpus.choice(),
        corpus.choice().contains("ambiguous: 1 other media files fit RAVDESS (-scheme ravdess)"));
    assertEquals(1, corpus.rejects().size());
  }

  @Test
  public void aTieBelowTheBestSchemeIsNoError() throws IOException {
    EmptyFiles.in(
        folder.root(),
        "03a01Wa.wav",
        "DC_a01.wav",
        "03-01-05-01-01-01-01.wav",
        "03-01-06-01-01-01-01.wav");
    assertEquals(Scheme.RAVDESS, EmptyFiles.scan(folder.root()).scheme());
  }

  @Test
  public void twoCorporaOfEqualSizeAreAnErrorThatNamesBoth() throws IOException {
    EmptyFiles.in(folder.root(), "03a01Wa.wav", "03-01-05-01-01-01-01.wav");
    CorpusFolder.assertFails(
        () -> EmptyFiles.scan(folder.root()), "ambiguous", "-scheme emodb", "-scheme ravdess");
    assertEquals(1, EmptyFiles.scan(folder.root(), Scheme.RAVDESS).clips().size());
  }

  @Test
  public void namesThatFitNothingAreAnErrorWithExamples() throws IOException {
    EmptyFiles.in(folder.root(), "one.wav", "two.wav", "three.wav", "four.wav");
    CorpusFolder.assertFails(
        () -> EmptyFiles.scan(folder.root()), "'four.wav', 'one.wav', 'three", "4 media files");
  }

  @Test
  public void namesThatFitNothingMaySuggestAPattern() throws IOException {
    for (String subject : new String[] {"spk1", "spk2", "spk3"}) {
      for (String emotion : new String[] {"happy", "sad", "angry"}) {
        EmptyFiles.in(folder.root(), subject + "_" + emotion + "_01.wav");
        EmptyFiles.in(folder.root(), subject + "_" + emotion + "_02.wav");
      }
    }
    CorpusFolder.assertFails(
        () -> EmptyFiles.scan(folder.root()),
        "-scheme pattern -pattern ",
        "spk(?<subject>\\d+)_(?<emotion>[a-z]+)_.*",
        "takes '1', '2', '3' for subjects, 'angry', 'happy', 'sad' for emotions",
        "fits 18 of 18 names; check it.");
  }

  @Test
  public void aFolderWithoutMediaFilesIsAnErrorThatNamesIt() throws IOException {
    EmptyFiles.in(folder.root(), "readme.txt");
    CorpusFolder.assertFails(
        () -> EmptyFiles.scan(folder.root()),
        folder.root().toString(),
        "no audio or video or image file");
  }

  @Test
  public void aLabelTableWinsOverNamesAndSaysSo() throws IOException {
    EmptyFiles.in(folder.root(), "03a01Wa.wav");
    Files.writeString(
        folder.root().resolve("labels.csv"), "file,subject,emotion\n03a01Wa.wav,x,fear\n");
    Corpus corpus = EmptyFiles.scan(folder.root());
    assertEquals(Scheme.CSV, corpus.scheme());
    assertEquals("csv-x", corpus.clips().get(0).subject());
    assertTrue(corpus.choice(), corpus.choice().contains("'labels.csv'"));
    assertTrue(corpus.choice(), corpus.choice().contains("EMO-DB (-scheme emodb)"));
  }

  @Test
  public void otherTablesOfACorpusAreNotLabelTables() throws IOException {
    EmptyFiles.in(folder.root(), "1001_DFA_ANG_XX.wav");
    Files.writeString(
        folder.root().resolve("VideoDemographics.csv"), "ActorID,Age,Sex\n1001,51,Male\n");
    assertEquals(Scheme.CREMA_D, EmptyFiles.scan(folder.root()).scheme());
  }

  @Test
  public void severalLabelTablesAreAnErrorUnlessTheNamesFit() throws IOException {
    EmptyFiles.in(folder.root(), "x.wav");
    for (String name : new String[] {"test.csv", "train.csv"}) {
      Files.writeString(folder.root().resolve(name), "file,subject,emotion\nx.wav,a,fear\n");
    }
    CorpusFolder.assertFails(() -> EmptyFiles.scan(folder.root()), "'test.csv', 'train.csv'");
    assertEquals(1, EmptyFiles.scan(folder.root().resolve("train.csv")).clips().size());
  }

  @Test
  public void anUnknownSchemeIsAnErrorThatListsTheKnownOnes() {
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class, () -> Keyword.ofKeyword(Scheme.class, "semaine"));
    assertTrue(
        error.getMessage(),
        error
            .getMessage()
            .contains("auto, emodb, savee, enterface, ravdess, crema-d, tess, urdu, ased, turev"));
  }
}
