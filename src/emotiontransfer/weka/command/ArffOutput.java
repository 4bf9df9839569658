package emotiontransfer.weka.command;

import emotiontransfer.file.WholeFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.lang3.function.FailableConsumer;
import weka.core.WekaException;

/** Writes a table as ARFF in the character set in which Weka's ArffLoader reads. */
public final class ArffOutput {

  private ArffOutput() {}

  /** Writes a whole file, or to standard output. */
  public static void write(Optional<Path> file, FailableConsumer<Writer, IOException> table)
      throws Exception {
    Charset charset = Charset.defaultCharset();
    if (file.isEmpty()) {
      Writer out = new BufferedWriter(new OutputStreamWriter(System.out, charset.newEncoder()));
      write(out, table);
      out.flush();
      return;
    }
    WholeFile.write(
        file.get(),
        part -> {
          // A writer that cannot write its last bytes leaves its stream open.
          try (OutputStream stream = Files.newOutputStream(part);
              Writer out =
                  new BufferedWriter(new OutputStreamWriter(stream, charset.newEncoder()))) {
            write(out, table);
          }
        });
  }

  private static void write(Writer out, FailableConsumer<Writer, IOException> table)
      throws IOException, WekaException {
    try {
      table.accept(out);
    } catch (CharacterCodingException e) {
      throw new WekaException(
          ("The table has letters that Java's character set %s lacks; start Java with"
                  + " -Dfile.encoding=UTF-8, here and where the table is read.")
              .formatted(Charset.defaultCharset()),
          e);
    }
  }
}
