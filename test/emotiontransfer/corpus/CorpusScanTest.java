package emotiontransfer.corpus;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Reject;
import emotiontransfer.corpus.scheme.Scheme;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;

public class CorpusScanTest {

  @Rule public final CorpusFolder folder = new CorpusFolder();

  @Test
  public void clipsAreOrderedByPathAndSubjectsAndEmotionsByTheirOwnOrder() throws IOException {
    Corpus corpus = folder.scan("s10_sa_1.avi", "s2_su_1.avi", "s1_an_1.avi");
    assertEquals(
        List.of(
            "s10_sa_1.avi enterface-10 sadness",
            "s1_an_1.avi enterface-1 anger",
            "s2_su_1.avi enterface-2 surprise"),
        EmptyFiles.labels(corpus));
    assertEquals(List.of("enterface-1", "enterface-2", "enterface-10"), corpus.subjects());
    assertEquals(List.of(Emotion.ANGER, Emotion.SADNESS, Emotion.SURPRISE), corpus.emotions());
  }

  @Test
  public void emotionsOptionKeepsASubsetInItsOrder() throws IOException {
    EmptyFiles.in(folder.root(), "03a01Wa.wav", "03a01Fa.wav", "03a01La.wav", "08a01La.wav");
    CorpusSettings settings =
        new CorpusSettings(
            Scheme.AUTO,
            WantedClips.ANY,
            CorpusSettings.parseEmotions("sad, happy,anger"),
            "",
            false,
            false);
    Corpus corpus = CorpusScan.scan(folder.root(), settings);
    assertEquals(List.of(Emotion.SADNESS, Emotion.HAPPINESS, Emotion.ANGER), corpus.emotions());
    assertEquals(2, corpus.clips().size());
    assertEquals(List.of("emodb-03"), corpus.subjects());
    assertEquals(
        Map.of("left out by the choice of emotions: boredom", 2), EmptyFiles.passedOver(corpus));
    assertTrue(corpus.rejects().isEmpty());
  }

  @Test
  public void emotionListsWithUnknownOrRepeatedWordsAreErrors() {
    IllegalArgumentException unknown =
        assertThrows(
            IllegalArgumentException.class, () -> CorpusSettings.parseEmotions("anger,bliss"));
    assertTrue(unknown.getMessage(), unknown.getMessage().contains("'bliss'"));
    IllegalArgumentException twice =
        assertThrows(
            IllegalArgumentException.class, () -> CorpusSettings.parseEmotions("joy,happiness"));
    assertTrue(twice.getMessage(), twice.getMessage().contains("happiness comes twice"));
    assertThrows(IllegalArgumentException.class, () -> CorpusSettings.parseEmotions("anger,,fear"));
  }

  @Test
  public void subjectPrefixReplacesTheScheme() throws IOException {
    EmptyFiles.in(folder.root(), "Anna/anger/x.wav");
    CorpusSettings settings =
        new CorpusSettings(Scheme.AUTO, WantedClips.ANY, List.of(), "lab2", false, false);
    assertEquals(List.of("lab2-Anna"), CorpusScan.scan(folder.root(), settings).subjects());
  }

  @Test
  public void namesOutsideTheSchemeAreRejectedOneByOne() throws IOException {
    Corpus corpus =
        folder.scan("03a01Wa.wav", "x/03a01Xa.wav", "noise.wav", "03a01Fa.wav", "a.mp3");
    assertEquals(
        List.of("NAME a.mp3", "NAME noise.wav", "EMOTION x/03a01Xa.wav"),
        EmptyFiles.rejects(corpus));
  }

  @Test
  public void hiddenFilesAndOtherFilesAreCountedNotRejected() throws IOException {
    Corpus corpus =
        folder.scan(
            "03a01Wa.wav",
            "._03a01Wa.wav",
            ".DS_Store",
            ".git/03a01Fa.wav",
            "Thumbs.db",
            "lablaut/03a01Wa.lablaut",
            "LICENSE");
    assertEquals(1, corpus.clips().size());
    assertTrue(corpus.rejects().isEmpty());
    assertEquals(
        Map.of(
            "hidden (name starts with a dot)", 3,
            "no media file: .db", 1,
            "no media file: .lablaut", 1,
            "no media file: no extension", 1),
        EmptyFiles.passedOver(corpus));
  }

  @Test
  public void aCorpusInAHiddenFolderIsReadAllTheSame() throws IOException {
    Path hidden = folder.root().resolve(".cache/emodb");
    EmptyFiles.in(hidden, "03a01Wa.wav");
    assertEquals(1, EmptyFiles.scan(hidden).clips().size());
  }

  @Test
  public void aDoubledDownloadCountsEachClipOnce() throws IOException {
    Corpus corpus =
        folder.scan(
            "TESS data/OAF_angry/OAF_back_angry.wav",
            "TESS data/TESS data/OAF_angry/OAF_back_angry.wav",
            "TESS data/YAF_angry/YAF_back_angry.wav");
    assertEquals(2, corpus.clips().size());
    assertEquals(
        List.of("COPY TESS data/TESS data/OAF_angry/OAF_back_angry.wav"),
        EmptyFiles.rejects(corpus));
    assertTrue(
        corpus.rejects().get(0).detail(),
        corpus.rejects().get(0).detail().contains("'TESS data/OAF_angry/OAF_back_angry.wav'"));
  }

  @Test
  public void ofTwoFormatsOfAClipTheUncompressedOneIsTaken() throws IOException {
    Corpus corpus = folder.scan("AudioMP3/1001_DFA_ANG_XX.mp3", "AudioWAV/1001_DFA_ANG_XX.wav");
    assertEquals(
        List.of("AudioWAV/1001_DFA_ANG_XX.wav crema-d-1001 anger"), EmptyFiles.labels(corpus));
    assertEquals(
        Map.of("another format of a clip already taken: .mp3", 1), EmptyFiles.passedOver(corpus));
  }

  @Test
  public void audioPrefersSoundFilesAndTakesVideosForTheRest() throws IOException {
    ravdess();
    Corpus corpus = EmptyFiles.scan(folder.root(), Scheme.AUTO, WantedClips.AUDIO);
    assertEquals(
        List.of(
            "01-01-03-01-01-01-01.mp4 ravdess-01 happiness",
            "03-01-05-01-01-01-01.wav ravdess-01 anger"),
        EmptyFiles.labels(corpus));
    assertEquals(
        Map.of(
            "another format of a clip already taken: .mp4", 1,
            "of another modality: video without sound", 3),
        EmptyFiles.passedOver(corpus));
  }

  @Test
  public void videoTakesEachPerformanceOnceWithSoundWhereThereIsOne() throws IOException {
    ravdess();
    Corpus corpus = EmptyFiles.scan(folder.root(), Scheme.AUTO, WantedClips.VIDEO);
    assertEquals(
        List.of(
            "01-01-03-01-01-01-01.mp4 ravdess-01 happiness",
            "01-01-05-01-01-01-01.mp4 ravdess-01 anger",
            "02-01-06-01-01-01-01.mp4 ravdess-01 fear"),
        EmptyFiles.labels(corpus));
    assertTrue(corpus.rejects().isEmpty());
  }

  @Test
  public void withoutModalityEachPerformanceIsTakenOnce() throws IOException {
    ravdess();
    assertEquals(
        List.of(
            "01-01-03-01-01-01-01.mp4 ravdess-01 happiness",
            "02-01-06-01-01-01-01.mp4 ravdess-01 fear",
            "03-01-05-01-01-01-01.wav ravdess-01 anger"),
        EmptyFiles.labels(EmptyFiles.scan(folder.root())));
  }

  /** Anger in all three modalities, happiness as video, fear as video without sound. */
  private void ravdess() throws IOException {
    EmptyFiles.in(
        folder.root(),
        "01-01-05-01-01-01-01.mp4",
        "02-01-05-01-01-01-01.mp4",
        "03-01-05-01-01-01-01.wav",
        "01-01-03-01-01-01-01.mp4",
        "02-01-03-01-01-01-01.mp4",
        "02-01-06-01-01-01-01.mp4");
  }

  @Test
  public void soundAndVideoOfSaveeAreOnePerformance() throws IOException {
    Corpus corpus = folder.scan("AudioData/DC/a01.wav", "AudioVisualClip/DC/a1.avi");
    assertEquals(List.of("AudioData/DC/a01.wav savee-DC anger"), EmptyFiles.labels(corpus));
  }

  @Test
  public void imagesAreReadWhereNothingElseIsThereOrWhenAskedFor() throws IOException {
    Path faces =
        EmptyFiles.in(folder.root().resolve("faces"), "Anna/anger/1.png", "Anna/joy/2.tiff");
    assertEquals(2, EmptyFiles.scan(faces).clips().size());
    Path both = EmptyFiles.in(folder.root().resolve("both"), "Anna/anger/1.png", "Anna/joy/2.wav");
    assertEquals(
        List.of("Anna/joy/2.wav folders-Anna happiness"), EmptyFiles.labels(EmptyFiles.scan(both)));
    assertEquals(
        List.of("Anna/anger/1.png folders-Anna anger"),
        EmptyFiles.labels(EmptyFiles.scan(both, Scheme.AUTO, WantedClips.IMAGE)));
  }

  @Test
  public void aModalityThatIsNotThereIsAnErrorThatSaysWhat() throws IOException {
    EmptyFiles.in(folder.root(), "03a01Wa.wav");
    CorpusFolder.assertFails(
        () -> EmptyFiles.scan(folder.root(), Scheme.EMODB, WantedClips.VIDEO),
        "1 of another modality: audio");
    CorpusFolder.assertFails(
        () -> EmptyFiles.scan(folder.root(), Scheme.AUTO, WantedClips.VIDEO), "no video file");
  }

  @Test
  public void enterfaceSubjectElevenIsKeptApartFromSubjectTwelve() throws IOException {
    Corpus corpus =
        folder.scan(
            "subject 11/anger/sentence 1/s12_an_1.avi",
            "subject 11/anger/sentence 2/s12_an_2.avi",
            "subject 12/anger/sentence 1/s12_an_1.avi",
            "subject 6/anger/s6_an.avi");
    assertEquals(List.of("enterface-6", "enterface-11", "enterface-12"), corpus.subjects());
    assertEquals(4, corpus.clips().size());
    assertEquals(
        Map.of("the names say subject 12, the folders subject 11; the folders are believed", 2),
        EmptyFiles.notes(corpus));
  }

  @Test
  public void emotionFoldersWithoutSubjectsHaveOneUnknownSubjectAndSayWhatThatMeans()
      throws IOException {
    Corpus corpus = folder.scan("anger/1.wav", "fear/1.wav");
    assertEquals(List.of("folders-unknown"), corpus.subjects());
    assertTrue(
        corpus.notes().toString(),
        corpus.notes().firstKey().contains("evaluation by subjects is not possible"));
  }

  @Test
  public void foldersOfASplitAreNoSubjects() throws IOException {
    String[] pairs = {
      "train/test", "Training/PublicTest", "Train_Set/val", "fold1/fold_2", "dev/TEST-data",
      "5fold/split-02", "Audio/images", "valid 1/Validation2", "data.1/DATASET (2)", "men/Women"
    };
    for (String pair : pairs) {
      String[] folders = pair.split("/");
      Path root = folder.newFolder().toPath();
      EmptyFiles.in(root, folders[0] + "/angry/1.png", folders[1] + "/sad/1.png");
      Corpus corpus = EmptyFiles.scan(root);
      assertEquals(pair, List.of("folders-unknown"), corpus.subjects());
      assertEquals(pair, 2, corpus.clips().size());
      String notes = corpus.notes().toString();
      assertTrue(notes, notes.contains("in folder '" + folders[1] + "', which is called after"));
      assertTrue(notes, notes.contains("evaluation by subjects is not possible"));
      Corpus asked = EmptyFiles.scan(root, EmptyFiles.subjectsFromFolders());
      assertEquals(pair, 2, asked.subjects().size());
      assertTrue(pair, asked.notes().isEmpty());
    }
  }

  @Test
  public void namesOfPersonsAreSubjectsStill() throws IOException {
    Corpus corpus =
        folder.scan(
            "Valentina/fear/1.wav",
            "Devin/fear/1.wav",
            "Testa/fear/1.wav",
            "01/fear/1.wav",
            "Wave Smith/fear/1.wav",
            "speaker1/fear/1.wav",
            "Joy/fear/1.wav");
    assertEquals(7, corpus.subjects().size());
    assertTrue(corpus.notes().isEmpty());
  }

  @Test
  public void folderThatAloneHoldsAllEmotionsIsTheCorpus() throws IOException {
    Corpus corpus = folder.scan("jaffe/anger/1.png", "jaffe/03-Sad/2.png", "jaffe/notes.txt");
    assertEquals(List.of("folders-unknown"), corpus.subjects());
    String notes = corpus.notes().toString();
    assertTrue(notes, notes.contains("the folder 'jaffe', which is taken for the corpus"));
    Corpus asked = EmptyFiles.scan(folder.root(), EmptyFiles.subjectsFromFolders());
    assertEquals(List.of("folders-jaffe"), asked.subjects());
  }

  @Test
  public void nestedCopyOfRavdessCountsOnce() throws IOException {
    String file = "Actor_01/03-01-06-01-02-01-01.wav";
    Corpus corpus =
        folder.scan(
            file,
            "audio_speech_actors_01-24/" + file,
            "audio_speech_actors_01-24/Thumbs.db",
            "audio_speech_actors_01-24/Actor_01/._03-01-06-01-02-01-01.wav",
            "__MACOSX/Actor_01/._03-01-06-01-02-01-01.wav");
    assertEquals(1, corpus.clips().size());
    assertEquals(List.of("ravdess-01"), corpus.subjects());
    assertEquals(List.of("COPY audio_speech_actors_01-24/" + file), EmptyFiles.rejects(corpus));
  }

  @Test
  public void clipsWithoutSubjectAmongOthersAreRejected() throws IOException {
    Corpus corpus = folder.scan("Anna/anger/1.wav", "fear/1.wav");
    assertEquals(List.of("folders-Anna"), corpus.subjects());
    assertEquals(List.of("SUBJECT fear/1.wav"), EmptyFiles.rejects(corpus));
  }

  @Test
  public void linkLoopsAndBrokenLinksAreReportedNotFatal() throws IOException {
    EmptyFiles.in(folder.root(), "wav/03a01Wa.wav");
    Files.createSymbolicLink(folder.root().resolve("wav/loop"), folder.root());
    Files.createSymbolicLink(
        folder.root().resolve("gone.wav"), folder.root().resolve("nowhere.wav"));
    Files.createSymbolicLink(folder.root().resolve("self"), folder.root().resolve("self"));
    Corpus corpus = EmptyFiles.scan(folder.root());
    assertEquals(1, corpus.clips().size());
    assertEquals(
        List.of("LINK_LOOP wav/loop", "BROKEN_LINK gone.wav", "BROKEN_LINK self"),
        EmptyFiles.rejects(corpus));
  }

  @Test
  public void aLinkedCorpusFolderIsFollowedAndALinkedClipIsNotTakenTwice() throws IOException {
    Path data = folder.root().resolve("data");
    EmptyFiles.in(data, "Anna/anger/1.wav");
    Path corpus = Files.createDirectory(folder.root().resolve("corpus"));
    Files.createSymbolicLink(corpus.resolve("Anna"), data.resolve("Anna"));
    Files.createSymbolicLink(corpus.resolve("Bert"), data.resolve("Anna"));
    Corpus scanned = EmptyFiles.scan(corpus);
    assertEquals(List.of("Anna/anger/1.wav folders-Anna anger"), EmptyFiles.labels(scanned));
    assertEquals(List.of("COPY Bert/anger/1.wav"), EmptyFiles.rejects(scanned));
  }

  /** Two links in each of 40 folders make 2^40 paths. */
  @Test
  public void treeOfLinksDoesNotMultiplyThePaths() throws IOException {
    EmptyFiles.in(folder.root(), "wav/03a01Wa.wav", "wav/d00/x");
    for (int i = 1; i <= 40; i++) {
      Path here = Files.createDirectory(folder.root().resolve("wav/d%02d".formatted(i)));
      Path next = folder.root().resolve("wav/d%02d".formatted(i - 1));
      Files.createSymbolicLink(here.resolve("a"), next);
      Files.createSymbolicLink(here.resolve("b"), next);
    }
    Corpus corpus = EmptyFiles.scan(folder.root());
    assertEquals(1, corpus.clips().size());
    Reject first = corpus.rejects().get(0);
    assertEquals(Reject.Kind.COPY, first.kind());
    assertEquals("links have led to this folder 8 times before", first.detail());
  }

  @Test
  public void foldersBeyondTheLongestPathAreReported() throws IOException {
    Path deep = EmptyFiles.in(folder.root(), "wav/03a01Wa.wav");
    String name = "d".repeat(200);
    List<Path> links = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      Path folderOfLink = Files.createDirectory(folder.newFolder().toPath().resolve(name));
      links.add(folderOfLink);
      if (i > 0) {
        Files.createSymbolicLink(folderOfLink.resolve(name), links.get(i - 1));
      }
    }
    Files.createSymbolicLink(deep.resolve("deep"), links.get(24));
    Corpus corpus = EmptyFiles.scan(deep);
    assertEquals(1, corpus.clips().size());
  }

  @Test
  public void foldersThatTheSystemLocksAreReportedNotFatal() throws IOException {
    FolderWalk walk = FolderWalk.of(EmptyFiles.in(folder.root(), "a/03a01Wa.wav"));
    walk.visitFileFailed(folder.root().resolve("a/locked"), new AccessDeniedException("a/locked"));
    walk.postVisitDirectory(folder.root().resolve("b"), new IOException("broken disk"));
    assertEquals(
        List.of(
            new Reject("a/locked", Reject.Kind.UNREADABLE, "the system does not let us read it"),
            new Reject("b", Reject.Kind.UNREADABLE, "reading it fails: broken disk")),
        walk.rejects());
    assertThrows(
        NoSuchFileException.class,
        () -> walk.visitFileFailed(folder.root(), new NoSuchFileException("root")));
  }

  @Test
  public void sourcesThatAreNotThereOrAreFilesAreErrorsThatNameThem() throws IOException {
    Path missing = folder.root().resolve("missing");
    IOException error = assertThrows(IOException.class, () -> EmptyFiles.scan(missing));
    assertEquals(
        "Corpus folder '" + missing + "' does not exist; check its path.", error.getMessage());
    EmptyFiles.in(folder.root(), "x.wav");
    CorpusFolder.assertFails(
        () -> EmptyFiles.scan(folder.root().resolve("x.wav"), Scheme.EMODB),
        "scheme emodb reads a folder");
  }

  @Test
  public void rejectsCanBeMadeAnErrorThatNamesTheFirstOnes() throws IOException {
    Corpus corpus = folder.scan("03a01Wa.wav", "1.wav", "2.wav", "3.wav", "4.wav");
    IOException error = assertThrows(IOException.class, corpus::requireNoRejects);
    assertTrue(error.getMessage(), error.getMessage().contains("4 rejected files: '1.wav' ("));
    assertTrue(error.getMessage(), error.getMessage().contains("), ...;"));
  }

  @Test
  public void theReportGivesCountsAndEveryRejectWithItsReason() throws IOException {
    String[] files = new String[43];
    for (int i = 0; i < 40; i++) {
      files[i] = String.format("noise%02d.wav", i);
    }
    files[40] = "03a01Wa.wav";
    files[41] = "03a01Wb.wav";
    files[42] = "08a01La.wav";
    EmptyFiles.in(folder.root(), files);
    Corpus corpus = EmptyFiles.scan(folder.root());
    List<String> report = new CorpusReport(corpus).toString().lines().toList();
    assertTrue(report.toString(), report.contains("subject  anger boredom total"));
    assertTrue(report.toString(), report.contains("emodb-03     2       0     2"));
    assertTrue(report.toString(), report.contains("emodb-08     0       1     1"));
    assertTrue(report.toString(), report.contains("total        2       1     3"));
    assertTrue(
        report.toString(),
        report.contains(
            "  40 name outside the scheme (noise00.wav, noise01.wav, noise02.wav, ...)"));
    for (int i = 0; i < 40; i++) {
      String line = "    " + files[i] + ": not like 03a01Fa";
      assertEquals(line, 1, report.stream().filter(text -> text.startsWith(line)).count());
    }
  }

  @Test
  public void theReportCountsWhatWasPassedOverWithExamples() throws IOException {
    Corpus corpus = folder.scan("anger/1.wav", "anger/1.mp3", "a.txt", "b.txt", "c.txt", "d.txt");
    List<String> report = new CorpusReport(corpus).toString().lines().toList();
    assertTrue(
        report.toString(), report.contains("  4 no media file: .txt (a.txt, b.txt, c.txt, ...)"));
    assertTrue(
        report.toString(),
        report.contains("  1 another format of a clip already taken: .mp3 (anger/1.mp3)"));
    assertTrue(
        report.toString(),
        report.contains(
            "  the folders name no subjects; all clips have the one subject folders-unknown,"
                + " and evaluation by subjects is not possible"));
    assertTrue(
        report.toString(),
        report.contains("1 clip (1 audio), 1 subject, 1 emotion, " + "0 rejected files"));
  }
}
