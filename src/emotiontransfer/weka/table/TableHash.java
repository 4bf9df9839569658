package emotiontransfer.weka.table;

import emotiontransfer.numeric.Sha256;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/** A hash of all that is in a table, by which two processes know whether they have the same. */
public final class TableHash {

  private TableHash() {}

  /**
   * Returns 64 hexadecimal digits of the header, the rows in their order and the bags in them;
   * where the table has no bags, also of what the clips hold that it names.
   *
   * @throws IOException if a clip cannot be read
   */
  public static String of(Instances table) throws IOException {
    MessageDigest digest = Sha256.digest();
    OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
    try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(sink))) {
      write(new Instances(table, 0).toString(), out);
      out.writeInt(table.classIndex());
      write(table, out);
      if (ClipTable.bagIndex(table) < 0 && ClipTable.fileIndex(table) >= 0) {
        writeClips(table, out);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void write(Instances rows, DataOutputStream out) throws IOException {
    out.writeInt(rows.size());
    for (Instance row : rows) {
      out.writeDouble(row.weight());
      for (int i = 0; i < row.numAttributes(); i++) {
        int type = rows.attribute(i).type();
        if (type == Attribute.RELATIONAL && !row.isMissing(i)) {
          write(row.relationalValue(i), out);
        } else if (type == Attribute.STRING && !row.isMissing(i)) {
          write(row.stringValue(i), out);
        } else {
          out.writeDouble(row.value(i));
        }
      }
    }
  }

  private static void write(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static void writeClips(Instances table, DataOutputStream out) throws IOException {
    int file = ClipTable.fileIndex(table);
    for (Instance row : table) {
      Path clip = row.isMissing(file) ? Path.of("") : Path.of(row.stringValue(file));
      if (Files.isRegularFile(clip)) {
        out.writeLong(Files.size(clip));
        Files.copy(clip, out);
      }
    }
  }
}
