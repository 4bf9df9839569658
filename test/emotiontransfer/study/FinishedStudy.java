package emotiontransfer.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A small study that ran undisturbed; made once for all tests that look at one. */
final class FinishedStudy {

  /** What it ran, for starting it again. */
  static final List<String> OPTIONS =
      List.of(
          "-settings",
          "V_SAV,A_EMO,A_eNTER+SAV->EMO",
          "-seeds",
          "1,2",
          "-G",
          "4",
          "-pathnet",
          "-M 6 -H 4 -N 2 -P 3 -mini-batch 4",
          "-curve",
          "2");

  private static FinishedStudy only;

  private final Path corpora;
  private final Path out;

  private FinishedStudy(Path corpora, Path out) {
    this.corpora = corpora;
    this.out = out;
  }

  /** Returns the study, running it at the first call. */
  static synchronized FinishedStudy get() throws Exception {
    if (only == null) {
      Path folder = Files.createTempDirectory("study");
      Path corpora = StudyCorpora.write(folder.resolve("corpora"));
      FinishedStudy study = new FinishedStudy(corpora, folder.resolve("out"));
      new EmotionStudy().run(null, study.options(study.out));
      only = study;
    }
    return only;
  }

  /** Returns the command line for another folder. */
  String[] options(Path anotherOut) {
    List<String> options = new ArrayList<>(OPTIONS);
    options.addAll(List.of("-corpora", corpora.toString(), "-out", anotherOut.toString()));
    return options.toArray(String[]::new);
  }

  Path corpora() {
    return corpora;
  }

  Path out() {
    return out;
  }

  String text(String file) throws IOException {
    return Files.readString(out.resolve(file));
  }

  /** Returns the rows of a CSV file with a header. */
  static List<CSVRecord> csv(Path file) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
      return parser.getRecords();
    }
  }

  /** Returns the names of the files in a folder, sorted. */
  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
