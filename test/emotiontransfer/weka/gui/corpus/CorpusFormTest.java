package emotiontransfer.weka.gui.corpus;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.corpus.CorpusFile;
import emotiontransfer.corpus.CorpusSettings;
import emotiontransfer.corpus.WantedClips;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.EmotionLabels;
import emotiontransfer.corpus.scheme.Scheme;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.core.converters.EmotionCorpusLoader;

public class CorpusFormTest {

  private static final String PATTERN = "(?<subject>\\d+)_(?<emotion>[a-z]+)";
  private static final EmotionLabels LABELS = EmotionLabels.parse("w=anger,x=-");

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static final PatternFields.Actions NONE =
      new PatternFields.Actions() {

        @Override
        public void count() {
          throw new AssertionError("nothing is typed");
        }

        @Override
        public void propose() {
          throw new AssertionError("nothing is pressed");
        }
      };

  private final CorpusForm form = new CorpusForm(() -> {}, NONE);

  /** A corpus file in which nothing has its default. */
  private CorpusFile everything() throws IOException {
    CorpusSettings settings =
        new CorpusSettings(
            Scheme.PATTERN,
            WantedClips.AUDIO,
            List.of(Emotion.FEAR, Emotion.ANGER),
            "mine",
            true,
            true,
            PATTERN,
            LABELS);
    Path clips = folder.newFolder("clips").toPath();
    return new CorpusFile(clips, settings, Optional.of(clips.getParent()));
  }

  private Path written(CorpusFile corpus) throws IOException {
    Path file = folder.getRoot().toPath().resolve("mine.corpus");
    corpus.write(file);
    return file;
  }

  @Test
  public void aCorpusFileFillsTheFormAndIsKeptWhole() throws Exception {
    CorpusFile corpus = everything();
    Path file = written(corpus);
    form.choose(file.toFile());
    assertEquals(corpus, form.corpus());
    assertEquals("and again, now by its folder", corpus, form.corpus());
    assertEquals(Optional.of(file), form.corpusFile());
  }

  @Test
  public void anotherFolderForgetsWhatOnlyTheFileSaid() throws Exception {
    form.choose(written(everything()).toFile());
    form.corpus();
    File other = folder.newFolder("other");
    form.choose(other);
    CorpusFile corpus = form.corpus();
    assertEquals(other.toPath(), corpus.directory());
    assertFalse(corpus.settings().failOnRejects());
    assertEquals(Optional.empty(), corpus.relativeTo());
    assertEquals(Optional.empty(), form.corpusFile());
    assertTrue("the form shows it", corpus.settings().subjectsFromFolders());
  }

  @Test
  public void aCorpusFileThatCannotBeReadIsRejected() throws Exception {
    Path file = folder.getRoot().toPath().resolve("bad.corpus");
    Files.writeString(file, "colour = red\n");
    form.choose(file.toFile());
    String message = assertThrows(IOException.class, form::corpus).getMessage();
    assertTrue(message, message.contains("unknown key 'colour'"));
  }

  @Test
  public void aPatternWithAMistakeIsRejectedWithItsPlace() throws Exception {
    form.choose(folder.newFolder("some"));
    form.patternFields().fill("(?<emotion>[a-z", EmotionLabels.NONE);
    form.choose(Scheme.PATTERN);
    String message = assertThrows(IllegalArgumentException.class, form::corpus).getMessage();
    assertTrue(message, message.contains("mistake at character 15"));
    form.patternFields().fill("", EmotionLabels.NONE);
    message = assertThrows(IllegalArgumentException.class, form::corpus).getMessage();
    assertTrue(message, message.contains("press Propose"));
  }

  @Test
  public void onlyTheSchemePatternHasAPattern() throws Exception {
    form.choose(written(everything()).toFile());
    form.corpus();
    form.choose(Scheme.FOLDERS);
    assertEquals("", form.corpus().settings().pattern());
    assertEquals("labels hold for all schemes", LABELS, form.corpus().settings().labels());
    form.choose(Scheme.PATTERN);
    assertEquals("it was not forgotten", PATTERN, form.corpus().settings().pattern());
  }

  @Test
  public void aFormWithoutFolderAsksForOne() {
    String message = assertThrows(IllegalArgumentException.class, form::corpus).getMessage();
    assertEquals(CorpusForm.NO_FOLDER, message);
  }

  @Test
  public void theLoaderIsGivenEveryKey() throws Exception {
    CorpusFile corpus = everything();
    EmotionCorpusLoader loader = new EmotionCorpusLoader();
    loader.setOptions(NewExplorer.options(corpus));
    assertEquals(corpus.directory().toFile(), loader.getDirectory());
    assertEquals(Scheme.PATTERN, loader.getScheme());
    assertEquals(PATTERN, loader.getPattern());
    assertEquals("w=anger,x=-", loader.getLabels());
    assertEquals(WantedClips.AUDIO, loader.getModality());
    assertEquals("fear,anger", loader.getEmotions());
    assertEquals("mine", loader.getSubjectPrefix());
    assertTrue(loader.getSubjectsFromFolders());
    assertTrue(loader.getFailOnRejects());
    assertEquals(corpus.relativeTo().orElseThrow().toFile(), loader.getRelativeTo());
  }
}
