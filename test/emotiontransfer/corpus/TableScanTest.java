package emotiontransfer.corpus;

import static java.util.stream.Collectors.joining;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.corpus.scheme.Scheme;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.Rule;
import org.junit.Test;

public class TableScanTest {

  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16);

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

  /** What a spreadsheet or a data frame writes around the same two rows. */
  @Test
  public void marksOfOtherProgramsAreNoObstacle() throws IOException {
    EmptyFiles.in(folder.root(), "a.wav", "b.wav");
    String[] texts = {
      "sep=;\nfile;subject;emotion\na.wav;s1;fear\nb.wav;s2;anger\n",
      "\uFEFF\"sep=\t\"\r\nfile\tsubject\temotion\r\na.wav\ts1\tfear\r\nb.wav\ts2\tanger\r\n",
      "SEP=|\nfile|subject|emotion\na.wav|s1|fear\nb.wav|s2|anger",
      "sep=!\n\nfile!subject!emotion\na.wav!s1!fear\nb.wav!s2!anger",
      "file|subject|emotion\na.wav|s1|fear\nb.wav|s2|anger",
      "\n\r\n  \n,,\nfile,subject,emotion\n\na.wav,s1,fear\n,,\nb.wav,s2,anger\n,,\n",
      ",file,subject,emotion\n0,a.wav,s1,fear\n1,b.wav,s2,anger\n",
      "Unnamed: 0,file,subject,emotion\n7,a.wav,s1,fear\n3,b.wav,s2,anger\n",
      "index,file,subject,emotion\n0,a.wav,s1,fear\n1,b.wav,s2,anger\n",
      "file,ID,subject,emotion\na.wav,1,s1,fear\nb.wav,2,s2,anger\n",
      "file,subject,emotion,\na.wav,s1,fear,\nb.wav,s2,anger,\n",
      "file,subject,emotion,,\na.wav,s1,fear\nb.wav,s2,anger,,,,\n",
      "file,subject,emotion\na.wav,s1,fear,\nb.wav,s2,anger,\n",
      "file,subject,emotion\ra.wav,s1,fear\rb.wav,s2,anger\r",
      "\"emotion\";\"file\";\"subject\"\n\"fear\";\"a.wav\";\"s1\"\n\"anger\";\"b.wav\";\"s2\"\n"
    };
    for (String text : texts) {
      for (Charset charset : CHARSETS) {
        Path table = Files.write(folder.root().resolve("labels.csv"), text.getBytes(charset));
        Corpus corpus = EmptyFiles.scan(table);
        assertEquals(
            text, List.of("a.wav csv-s1 fear", "b.wav csv-s2 anger"), EmptyFiles.labels(corpus));
        assertEquals(text, List.of(), corpus.extraColumns());
        assertEquals(text, Scheme.CSV, EmptyFiles.scan(folder.root()).scheme());
      }
    }
  }

  @Test
  public void columnsThatAreLeftOutAreNoted() throws IOException {
    EmptyFiles.in(folder.root(), "a.wav", "b.wav");
    Corpus corpus =
        EmptyFiles.scan(
            folder.write(
                "labels.csv",
                ",file,subject,emotion,Index,age,,id\n0,a.wav,s1,fear,1,30,x,1\n"
                    + "1,b.wav,s2,anger,2,31,y,5\n"));
    assertEquals(List.of("age", "id"), corpus.extraColumns());
    assertEquals(
        List.of(
            "columns without a name, which are left out: 2",
            "the column 'Index' numbers the rows and is left out"),
        List.copyOf(corpus.notes().keySet()));
  }

  @Test
  public void linesAreCountedFromTheBeginningOfTheFile() throws IOException {
    EmptyFiles.in(folder.root(), "a.wav");
    Corpus corpus =
        EmptyFiles.scan(
            folder.write(
                "labels.csv", "sep=;\n\nfile;subject;emotion\n\na.wav;s1;fear\ngone;s1;fear\n"));
    assertEquals("line 6: there is no such file", corpus.rejects().get(0).detail());
  }

  @Test
  public void wordForNothingIsNoSubject() throws IOException {
    EmptyFiles.in(folder.root(), "a.wav", "b.wav", "c.wav", "d.wav");
    Corpus corpus =
        EmptyFiles.scan(
            folder.write(
                "labels.csv",
                "file,subject,emotion\na.wav,NaN,fear\nb.wav,?,fear\nc.wav,N/A,fear\n"
                    + "d.wav,Nan1,fear\n"));
    assertEquals(List.of("csv-Nan1"), corpus.subjects());
    assertEquals(3, corpus.rejects().size());
  }

  @Test
  public void folderAroundTheTableIsNoClip() throws IOException {
    EmptyFiles.in(folder.root(), "a.wav");
    Corpus corpus =
        EmptyFiles.scan(
            folder.write(
                "labels.csv",
                "file,subject,emotion\na.wav,s,fear\n.,s,fear\n..,s,fear\n/,s,fear\n"));
    assertEquals(1, corpus.clips().size());
    assertEquals(3, corpus.rejects().size());
  }

  @Test
  public void otherFilesAreCalledWhatTheyAre() throws IOException {
    Map<String, String> sentences =
        Map.of(
            "a.wav", "a sound file; give the folder that it lies in",
            "a.MP4", "a video; give",
            "a.png", "a picture; give",
            "a.zip", "an archive; unpack it",
            "a.model", "a saved model",
            "a.arff", "a table of Weka; open it as it is",
            "a.xlsx", "a spreadsheet; save it as CSV",
            "a.corpus", "a corpus file; give it without -dir");
    for (Map.Entry<String, String> one : sentences.entrySet()) {
      Path file = folder.write(one.getKey(), "file,subject,emotion\n");
      String sentence =
          "A corpus is a folder or a CSV file (option -dir), but '%s' is %s"
              .formatted(file, one.getValue());
      CorpusFolder.assertFails(() -> EmptyFiles.scan(file), sentence);
      CorpusFolder.assertFails(() -> EmptyFiles.scan(file, Scheme.CSV), sentence);
    }
    assertError(
        "version https://git-lfs.github.com/spec/v1\n",
        "must have the columns file, subject and emotion in its first row, with commas, semicolons,"
            + " tabs or bars between the cells, but begins 'version https://git-lfs.github.com/sp");
  }

  @Test
  public void tablesBeyondTheLimitsAreRejected() throws IOException {
    String header = "file,subject,emotion";
    String columns = "," + IntStream.range(0, 1000).mapToObj(i -> "c" + i).collect(joining(","));
    assertError(header + columns + "\n", "has 1003 columns, but at most 1000 are read");
    String wide = header + columns.substring(0, columns.indexOf(",c997")) + "\n";
    assertError(wide + "a.wav,s,fear\n", "3 cells instead of 1000 in line 2");
    String row = "a.wav,s,fear" + ",".repeat(997) + "\n";
    assertError(wide + row.repeat(4001), "more than 4000000 cells");
    assertError(header + "\nx\0,s,fear\n", "is no text");
    Path large = folder.root().resolve("large.csv");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(1L << 31);
    }
    CorpusFolder.assertFails(() -> EmptyFiles.scan(large), "has more than 33554432 bytes");
  }

  @Test
  public void tablesThatCannotBeUsedAreErrorsThatSayWhy() throws IOException {
    assertError("file,emotion\na.wav,fear\n", "must have the columns file, subject and emotion");
    assertError("", "must have the columns");
    assertError("file,subject,emotion,bag\na.wav,s,fear,x\n", "column 'bag'");
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
