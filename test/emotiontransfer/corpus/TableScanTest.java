package emotiontransfer.corpus;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.corpus.scheme.Scheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;

public class TableScanTest {

  @Rule public final CorpusFolder folder = new CorpusFolder();

  @Test
  public void extraColumnsAreKept() throws IOException {
    EmptyFiles.in(folder.root(), "wav/a.wav", "wav/b, c.wav");
    Corpus corpus =
        EmptyFiles.scan(
            folder.write(
                "labels.csv",
                "age,File,Subject,EMOTION,room\n"
                    + "31,wav/a.wav,Anna,happy,A\n"
                    + "9,\"wav/b, c.wav\",Bert,Trauer,\n"));
    assertEquals(
        List.of("wav/a.wav csv-Anna happiness", "wav/b, c.wav csv-Bert sadness"),
        EmptyFiles.labels(corpus));
    assertEquals(List.of("age", "room"), corpus.extraColumns());
    assertEquals(List.of("9", "31"), corpus.extraValues("age"));
    assertEquals(Map.of("age", "31", "room", "A"), corpus.clips().get(0).extras());
    assertEquals(Map.of("age", "9"), corpus.clips().get(1).extras());
    assertEquals("labels", corpus.name());
  }

  @Test
  public void foldersAndPatternsOfFramesAreVideos() throws IOException {
    EmptyFiles.in(folder.root(), "clip1/f1.png", "clip2/f01.png", "clip2/f02.png", "still.png");
    Path table =
        folder.write(
            "labels.csv",
            "file,subject,emotion\nclip1,s1,fear\nclip2/f%02d.png,s1,anger\n"
                + "still.png,s2,anger\nabsent/f%02d.png,s2,fear\n");
    Corpus corpus = EmptyFiles.scan(table);
    assertEquals(
        List.of(Modality.VIDEO, Modality.VIDEO, Modality.IMAGE),
        corpus.clips().stream().map(Clip::modality).toList());
    assertEquals("line 5: there is no such file", corpus.rejects().get(0).detail());
  }

  @Test
  public void semicolonsTabsByteOrderMarksAndQuotesAreRead() throws IOException {
    String name = EmptyFiles.FOREIGN_LETTERS + ".wav";
    EmptyFiles.in(folder.root(), name);
    String[] texts = {
      "\uFEFFfile;subject;emotion\r\n" + name + ";s1;fear\r\n",
      "file\tsubject\temotion\n" + name + "\ts1\tfear\n",
      "\uFEFF\"file\",\"subject\",\"emotion\"\n\"" + name + "\",\"s1\",\"fear\"\n\n",
      "file, subject, emotion\n" + name + " , s1 , fear\n"
    };
    for (String text : texts) {
      assertEquals(
          text,
          List.of(name + " csv-s1 fear"),
          EmptyFiles.labels(EmptyFiles.scan(folder.write("labels.csv", text), Scheme.CSV)));
    }
  }

  @Test
  public void pathsMayBeAbsoluteOrWrittenOnWindows() throws IOException {
    EmptyFiles.in(folder.root(), "wav/a.wav", "b.wav");
    Corpus corpus =
        EmptyFiles.scan(
            folder.write(
                "labels.csv",
                "file,subject,emotion\nwav\\a.wav,s1,fear\n"
                    + folder.root().resolve("b.wav")
                    + ",s1,anger\n"));
    assertEquals(2, corpus.clips().size());
    assertEquals(folder.root().resolve("b.wav"), corpus.clips().get(0).file());
    assertEquals(folder.root().resolve("wav/a.wav"), corpus.clips().get(1).file());
  }

  @Test
  public void rowsThatAreNoClipsAreRejectedWithTheirLine() throws IOException {
    EmptyFiles.in(folder.root(), "a.wav", "b.wav", "c.wav", "notes.txt", "d.wav");
    Corpus corpus =
        EmptyFiles.scan(
            folder.write(
                "labels.csv",
                "file,subject,emotion\n"
                    + "a.wav,s1,fear\n"
                    + "gone.wav,s1,fear\n"
                    + "b.wav,,fear\n"
                    + "c.wav,s1,bliss\n"
                    + "notes.txt,s1,fear\n"
                    + "a.wav,s2,anger\n"
                    + ",s2,anger\n"));
    assertEquals(1, corpus.clips().size());
    assertEquals(
        List.of(
            "EMOTION c.wav",
            "SUBJECT b.wav",
            "COPY a.wav",
            "MISSING (empty cell)",
            "MISSING gone.wav",
            "NO_MEDIA notes.txt"),
        EmptyFiles.rejects(corpus));
    assertEquals("line 7: line 2 lists the same file", corpus.rejects().get(2).detail());
    assertEquals("line 3: there is no such file", corpus.rejects().get(4).detail());
  }

  @Test
  public void mediaFilesThatNoRowNamesAreCounted() throws IOException {
    EmptyFiles.in(folder.root(), "a.wav", "b.wav");
    folder.write("labels.csv", "file,subject,emotion\na.wav,s1,fear\n");
    assertEquals(
        Map.of("not listed in labels.csv", 1),
        EmptyFiles.passedOver(EmptyFiles.scan(folder.root())));
  }

  @Test
  public void modalityLeavesOutOtherRows() throws IOException {
    EmptyFiles.in(folder.root(), "a.wav", "b.mp4", "c.png");
    folder.write(
        "labels.csv", "file,subject,emotion\na.wav,s1,fear\nb.mp4,s1,fear\nc.png,s1,fear\n");
    assertEquals(3, EmptyFiles.scan(folder.root()).clips().size());
    assertEquals(2, EmptyFiles.scan(folder.root(), Scheme.CSV, WantedClips.AUDIO).clips().size());
    assertEquals(
        List.of("b.mp4 csv-s1 fear"),
        EmptyFiles.labels(EmptyFiles.scan(folder.root(), Scheme.CSV, WantedClips.VIDEO)));
  }

  @Test
  public void tablesThatCannotBeUsedAreErrorsThatSayWhy() throws IOException {
    assertError("file,emotion\na.wav,fear\n", "must have the columns file, subject and emotion");
    assertError("", "must have the columns");
    assertError("file,subject,emotion,bag\na.wav,s,fear,x\n", "column 'bag'");
    assertError("file,subject,emotion,\na.wav,s,fear,x\n", "header name is missing");
    assertError("file,subject,emotion,File\na.wav,s,fear,x\n", "column 'file' twice");
    assertError("file,subject,emotion\na.wav,s\n", "2 cells instead of 3 in line 2");
    assertError("file,subject,emotion\n\"a.wav,s,fear\n", "malformed");
  }

  private void assertError(String text, String part) throws IOException {
    Path table = folder.write("labels.csv", text);
    IOException error =
        assertThrows(text, IOException.class, () -> EmptyFiles.scan(table, Scheme.CSV));
    assertTrue(error.getMessage(), error.getMessage().contains(part));
    assertTrue(error.getMessage(), error.getMessage().contains(table.toString()));
  }

  @Test
  public void anotherEncodingIsAnErrorThatSaysSo() throws IOException {
    Path table = folder.root().resolve("labels.csv");
    Files.write(
        table, "file,subject,emotion\nä.wav,s1,fear\n".getBytes(StandardCharsets.ISO_8859_1));
    CorpusFolder.assertFails(() -> EmptyFiles.scan(table, Scheme.CSV), "not in UTF-8");
  }

  @Test
  public void aFolderWithoutTableIsAnErrorForTheCsvScheme() throws IOException {
    EmptyFiles.in(folder.root(), "a.wav");
    CorpusFolder.assertFails(() -> EmptyFiles.scan(folder.root(), Scheme.CSV), "has no CSV file");
  }
}
