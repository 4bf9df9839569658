package emotiontransfer.store;

import emotiontransfer.media.ClipRemark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The remarks on a clip as a table of kinds and details, so that they are made again. */
final class Remarks {

  private Remarks() {}

  static String text(List<ClipRemark> remarks) {
    StringBuilder text = new StringBuilder();
    for (ClipRemark remark : remarks) {
      text.append(CSVFormat.DEFAULT.format(remark.kind(), remark.detail())).append('\n');
    }
    return text.toString();
  }

  /**
   * Reads the remarks on a clip.
   *
   * @throws IOException if the file is gone or damaged
   */
  static List<ClipRemark> read(Path file, Path clip) throws IOException {
    List<ClipRemark> remarks = new ArrayList<>();
    try (CSVParser rows = CSVFormat.DEFAULT.parse(Files.newBufferedReader(file))) {
      for (CSVRecord row : rows) {
        remarks.add(new ClipRemark(clip, ClipRemark.Kind.valueOf(row.get(0)), row.get(1)));
      }
    } catch (RuntimeException e) {
      throw new IOException("the remarks '" + file + "' are damaged", e);
    }
    return remarks;
  }
}
