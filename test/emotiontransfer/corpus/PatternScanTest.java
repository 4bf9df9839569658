package emotiontransfer.corpus;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.corpus.scheme.EmotionLabels;
import emotiontransfer.corpus.scheme.Scheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;

/** Corpora whose names a pattern describes, and labels for the codes of all schemes. */
public class PatternScanTest {

  private static final String PATTERN = "(?<subject>[A-Z]{2})\\.(?<emotion>[A-Z]{2})(?<take>\\d).*";

  @Rule public final CorpusFolder folder = new CorpusFolder();

  private static CorpusSettings settings(Scheme scheme, String pattern, String labels) {
    return new CorpusSettings(Scheme.AUTO, WantedClips.ANY)
        .with(scheme, pattern, EmotionLabels.parse(labels));
  }

  private Corpus scan(Scheme scheme, String pattern, String labels) throws IOException {
    return CorpusScan.scan(folder.root(), settings(scheme, pattern, labels));
  }

  @Test
  public void clipsHaveSubjectEmotionAndTheOtherGroups() throws IOException {
    EmptyFiles.in(
        folder.root(),
        "KA.AN1.3.tiff",
        "x/KL.DI2.4.tiff",
        "KL.ZZ3.5.tiff",
        "KA.QQ1.9.tiff",
        "q.tiff");
    Corpus corpus = scan(Scheme.PATTERN, PATTERN, "AN=anger,DI=disgust,ZZ=-");
    assertEquals(
        List.of("KA.AN1.3.tiff pattern-KA anger", "x/KL.DI2.4.tiff pattern-KL disgust"),
        EmptyFiles.labels(corpus));
    assertEquals(List.of("take"), corpus.extraColumns());
    assertEquals(List.of("1", "2"), corpus.extraValues("take"));
    assertEquals(List.of("NAME q.tiff", "EMOTION KA.QQ1.9.tiff"), EmptyFiles.rejects(corpus));
    assertEquals(Map.of("left out by the labels: ZZ", 1), EmptyFiles.passedOver(corpus));
    String choice =
        "as asked, with the pattern " + PATTERN + ", with the labels AN=anger,DI=disgust,ZZ=-";
    assertEquals(choice, corpus.choice());
  }

  @Test
  public void aPatternWithoutSubjectIsNoted() throws IOException {
    EmptyFiles.in(folder.root(), "joy1.wav", "fear2.wav");
    Corpus corpus = scan(Scheme.PATTERN, "(?<emotion>[a-z]+)\\d", "");
    assertEquals(List.of("pattern-unknown"), corpus.subjects());
    assertTrue(
        corpus.notes().firstKey(), corpus.notes().firstKey().startsWith("the pattern names"));
  }

  @Test
  public void formatsOfOneClipInAFolderAreOneClip() throws IOException {
    EmptyFiles.in(folder.root(), "a/joy1.mp3", "a/joy1.wav", "b/joy1.wav");
    Corpus corpus = scan(Scheme.PATTERN, "(?<emotion>[a-z]+)\\d", "");
    assertEquals(
        List.of("a/joy1.wav", "b/joy1.wav"), corpus.clips().stream().map(Clip::relative).toList());
  }

  @Test
  public void manySettingsAreTriedOnOneWalk() throws IOException {
    EmptyFiles.in(folder.root(), "KA.AN1.3.tiff", "KL.DI2.4.tiff", "notes.txt");
    FolderWalk walk = FolderWalk.of(folder.root());
    assertEquals(2, walk.paths(WantedClips.ANY).size());
    assertEquals(0, walk.paths(WantedClips.AUDIO).size());
    String labels = "AN=anger";
    assertEquals(
        1, CorpusScan.scan(walk, settings(Scheme.PATTERN, PATTERN, labels)).clips().size());
    labels += ",DI=disgust";
    assertEquals(
        2, CorpusScan.scan(walk, settings(Scheme.PATTERN, PATTERN, labels)).clips().size());
  }

  @Test
  public void patternAndSchemeNeedEachOther() throws IOException {
    EmptyFiles.in(folder.root(), "03a01Wa.wav");
    CorpusFolder.assertFails(() -> scan(Scheme.PATTERN, "", ""), "-pattern", "is empty");
    CorpusFolder.assertFails(() -> scan(Scheme.EMODB, PATTERN, ""), "-scheme pattern", "is emodb");
    CorpusFolder.assertFails(() -> scan(Scheme.PATTERN, "(?<emotion>", ""), "character 11");
  }

  @Test
  public void aPatternWithoutEndStopsTheScan() throws IOException {
    EmptyFiles.in(folder.root(), "a".repeat(60) + ".wav");
    CorpusFolder.assertFails(
        () -> scan(Scheme.PATTERN, "(?<emotion>(.*a){25})!", ""), "takes too long");
  }

  @Test
  public void labelsStandAboveTheCodesOfANamedScheme() throws IOException {
    EmptyFiles.in(folder.root(), "03a01Wa.wav", "03a01La.wav", "03a01Xa.wav", "08a01Na.wav");
    Corpus corpus = scan(Scheme.AUTO, "", "L=-,X=contempt,n=calm");
    assertEquals(Scheme.EMODB, corpus.scheme());
    assertEquals(
        List.of(
            "03a01Wa.wav emodb-03 anger",
            "03a01Xa.wav emodb-03 contempt",
            "08a01Na.wav emodb-08 calm"),
        EmptyFiles.labels(corpus));
    assertEquals(Map.of("left out by the labels: L", 1), EmptyFiles.passedOver(corpus));
    assertTrue(corpus.choice(), corpus.choice().endsWith("with the labels L=-,X=contempt,n=calm"));
  }

  @Test
  public void labelsStandAboveTheWordsOfFolders() throws IOException {
    EmptyFiles.in(folder.root(), "A/exc/1.wav", "A/fru/2.wav", "B/sad/3.wav", "B/joy/4.wav");
    Corpus corpus = scan(Scheme.FOLDERS, "", "exc=happiness,fru=-,joy=-");
    assertEquals(
        List.of("A/exc/1.wav folders-A happiness", "B/sad/3.wav folders-B sadness"),
        EmptyFiles.labels(corpus));
    assertEquals(2, corpus.passedOver().size());
    assertEquals(List.of(), corpus.rejects());
  }

  @Test
  public void labelsStandAboveTheWordsOfATable() throws IOException {
    EmptyFiles.in(folder.root(), "a.wav", "b.wav", "c.wav");
    Files.writeString(
        folder.root().resolve("labels.csv"),
        "file,subject,emotion\na.wav,x,exc\nb.wav,x,fru\nc.wav,y,sad\n");
    Corpus corpus = scan(Scheme.AUTO, "", "exc=happiness,fru=-");
    assertEquals(
        List.of("a.wav csv-x happiness", "c.wav csv-y sadness"), EmptyFiles.labels(corpus));
    assertEquals(Map.of("left out by the labels: fru", 1), EmptyFiles.passedOver(corpus));
  }

  @Test
  public void labelsStandAboveTheCodesOfEnterface() throws IOException {
    EmptyFiles.in(folder.root(), "s1_an_1.avi", "s1_su_1.avi");
    Corpus corpus = scan(Scheme.ENTERFACE, "", "an=contempt,su=-");
    assertEquals(List.of("s1_an_1.avi enterface-1 contempt"), EmptyFiles.labels(corpus));
  }
}
