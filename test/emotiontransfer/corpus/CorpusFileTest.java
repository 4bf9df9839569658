package emotiontransfer.corpus;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.EmotionLabels;
import emotiontransfer.corpus.scheme.Scheme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;

public class CorpusFileTest {

  @Rule public final CorpusFolder folder = new CorpusFolder();

  @Test
  public void allKeysAreReadAndPathsStartFromTheFile() throws IOException {
    Files.createDirectories(folder.root().resolve("data/wav"));
    CorpusFile read =
        CorpusFile.read(
            folder.write(
                "x.corpus",
                "# comment\ndir = data/wav\nscheme=folders\nmodality=video\n"
                    + "emotions=sad,anger\nsubject-prefix=lab2\nrelative-to=data\n"
                    + "subjects-from-folders=true\nfail-on-rejects=true\n"));
    assertEquals(folder.root().resolve("data/wav"), read.directory());
    assertEquals(Optional.of(folder.root().resolve("data")), read.relativeTo());
    assertEquals(
        new CorpusSettings(
            Scheme.FOLDERS,
            WantedClips.VIDEO,
            List.of(Emotion.SADNESS, Emotion.ANGER),
            "lab2",
            true,
            true),
        read.settings());
  }

  @Test
  public void onlyTheFolderIsNeeded() throws IOException {
    CorpusFile read = CorpusFile.read(folder.write("x.corpus", "\uFEFFdir=.\nmodality=\n"));
    assertEquals(
        new CorpusFile(
            folder.root(), new CorpusSettings(Scheme.AUTO, WantedClips.ANY), Optional.empty()),
        read);
  }

  @Test
  public void whatIsWrittenIsReadBack() throws IOException {
    Path data =
        Files.createDirectories(folder.root().resolve(EmptyFiles.FOREIGN_LETTERS + " = 1 #/wav:2"));
    CorpusFile written =
        new CorpusFile(
            data,
            new CorpusSettings(
                Scheme.CREMA_D,
                WantedClips.AUDIO,
                List.of(Emotion.SURPRISE, Emotion.ANGER),
                " ärzte!",
                true,
                true),
            Optional.of(folder.newFolder().toPath()));
    Path file = folder.root().resolve("y.corpus");
    written.write(file);
    CorpusFile read = CorpusFile.read(file);
    assertEquals(written.directory(), read.directory());
    assertEquals(written.relativeTo(), read.relativeTo());
    assertEquals(written.settings().emotions(), read.settings().emotions());
    assertEquals("ärzte!", read.settings().subjectPrefix());
    assertTrue(read.settings().subjectsFromFolders());
    assertEquals(
        List.of(
            "dir=" + EmptyFiles.FOREIGN_LETTERS + " \\= 1 \\#/wav\\:2",
            "scheme=crema-d",
            "modality=audio",
            "emotions=surprise,anger"),
        Files.readAllLines(file).subList(0, 4));
  }

  @Test
  public void theSameContentIsTheSameFile() throws IOException {
    CorpusFile content =
        new CorpusFile(
            folder.root(), new CorpusSettings(Scheme.AUTO, WantedClips.ANY), Optional.empty());
    content.write(folder.root().resolve("a.corpus"));
    assertEquals(
        "dir=.\nscheme=auto\nmodality=any\nfail-on-rejects=false\n",
        Files.readString(folder.root().resolve("a.corpus")));
  }

  @Test
  public void aFolderElsewhereIsWrittenAsAbsolutePath() throws IOException {
    Path elsewhere = folder.newFolder("elsewhere").toPath();
    Path file = folder.newFolder("here").toPath().resolve("a.corpus");
    new CorpusFile(elsewhere, new CorpusSettings(Scheme.AUTO, WantedClips.ANY), Optional.empty())
        .write(file);
    assertEquals("dir=" + elsewhere, Files.readAllLines(file).get(0));
  }

  @Test
  public void wrongKeysAndValuesAreErrorsThatNameFileAndKey() throws IOException {
    assertError("dir=.\nfolder=x\n", "unknown key 'folder'; the keys are dir, scheme, modality");
    assertError("scheme=emodb\n", "key 'dir' is missing");
    assertError("dir=.\ndir=..\n", "key 'dir' comes twice");
    assertError("dir=gone\n", "gone' does not exist");
    assertError("dir=C:\\Users\\gone\n", "write / or \\\\ between folders");
    assertError("dir=.\nscheme=semaine\n", "'semaine'");
    assertError("dir=.\nmodality=text\n", "'text'");
    assertError("dir=.\nemotions=bliss\n", "'bliss'");
    assertError("dir=.\nfail-on-rejects=yes\n", "true or false, but is 'yes'");
    assertError("dir=\\u00zz\n", "Malformed");
  }

  @Test
  public void patternAndLabelsAreWrittenAndReadBack() throws IOException {
    String pattern = "(?<subject>[^/ #!]{2})[:=]\\.(?<emotion>\\w+) \\d.*";
    CorpusSettings settings =
        new CorpusSettings(Scheme.AUTO, WantedClips.ANY)
            .with(Scheme.PATTERN, pattern, EmotionLabels.parse("AN=anger,sleepy=-"));
    Path file = folder.root().resolve("p.corpus");
    new CorpusFile(folder.root(), settings, Optional.empty()).write(file);
    assertEquals(settings, CorpusFile.read(file).settings());
  }

  @Test
  public void aPatternInACorpusFileHasEachBackslashTwice() throws IOException {
    String text = "dir=.\nscheme=pattern\npattern = (?<emotion>[a-z]+)\\\\d\nlabels=x=fear\n";
    CorpusSettings read = CorpusFile.read(folder.write("x.corpus", text)).settings();
    assertEquals("(?<emotion>[a-z]+)\\d", read.pattern());
    assertEquals(EmotionLabels.parse("x=fear"), read.labels());
    assertError("dir=.\nscheme=pattern\npattern=(?<emotion>a)\\d\n", "each \\ twice, as in \\\\d");
    assertError("dir=.\nscheme=pattern\npattern=(?<emotion>a\n", "mistake at character");
    assertError("dir=.\nscheme=pattern\n", "needs the pattern");
    assertError("dir=.\npattern=(?<emotion>a)\n", "-scheme pattern");
    assertError("dir=.\nlabels=x=bliss\n", "Entry 1 of the labels");
  }

  @Test
  public void anotherSchemeAboveNeedsNoPattern() {
    CorpusSettings none = new CorpusSettings(Scheme.AUTO, WantedClips.ANY);
    CorpusSettings file = none.with(Scheme.PATTERN, "(?<emotion>a)", EmotionLabels.parse("x=fear"));
    assertEquals(file, none.or(file));
    CorpusSettings emodb = none.with(Scheme.EMODB, "", EmotionLabels.NONE).or(file);
    assertEquals("", emodb.pattern());
    assertEquals(EmotionLabels.parse("x=fear"), emodb.labels());
  }

  private void assertError(String text, String part) throws IOException {
    Path file = folder.write("x.corpus", text);
    IOException error = assertThrows(text, IOException.class, () -> CorpusFile.read(file));
    assertTrue(error.getMessage(), error.getMessage().contains(part));
    assertTrue(error.getMessage(), error.getMessage().contains("'" + file + "'"));
  }

  private static CorpusFile read(String text) throws IOException {
    return CorpusFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  public void aStreamMustHaveAbsolutePaths() throws IOException {
    assertEquals(folder.root(), read("dir=" + folder.root()).directory());
    CorpusFolder.assertFails(() -> read("dir=data"), "must be absolute");
  }
}
