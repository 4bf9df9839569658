package emotiontransfer.weka.corpus;

import emotiontransfer.corpus.CorpusFile;
import emotiontransfer.weka.command.AbstractCommand;
import emotiontransfer.weka.command.ArffOutput;
import emotiontransfer.weka.command.CommandFiles;
import emotiontransfer.weka.command.CommandLine;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.lang3.ArrayUtils;
import org.apache.commons.lang3.function.Failable;
import org.apache.commons.lang3.function.FailableSupplier;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.OptionHandler;
import weka.core.converters.AbstractFileLoader;

/**
 * The command line of a corpus loader: reads the corpus that the options name, and prints it as
 * ARFF, or writes a corpus file with which Weka opens it again. A corpus file, a folder or a CSV
 * file may stand before the options.
 */
public final class CorpusCommand<L extends AbstractFileLoader & OptionHandler>
    extends AbstractCommand {

  private final L loader;
  private final String about;
  private final FailableSupplier<CorpusFile, IOException> corpus;

  /**
   * Makes the command.
   *
   * @param about what the loader does
   * @param corpus where the loader's table comes from
   */
  public CorpusCommand(L loader, String about, FailableSupplier<CorpusFile, IOException> corpus) {
    this.loader = loader;
    this.about = about;
    this.corpus = corpus;
  }

  @Override
  protected void execute(CommandLine line) throws Exception {
    String[] options = line.options();
    if (options.length == 0) {
      System.err.println(usage());
      throw new IOException("No corpus is given; name its folder with -dir.");
    }
    CommandFiles files = new CommandFiles();
    Optional<Path> target =
        line.option("o").map(Failable.asFunction(name -> files.output("o", name)));
    String first = options[0].startsWith("-") ? "" : options[0];
    if (!first.isEmpty()) {
      options[0] = "";
    }
    boolean isCorpusFile = first.endsWith(loader.getFileExtension());
    boolean isFolder = !first.isEmpty() && !isCorpusFile;
    String[] rest = isFolder ? ArrayUtils.addAll(options, "-dir", first) : options;
    for (String source : isCorpusFile ? List.of(first) : new CommandLine(rest).given("dir")) {
      if (!Files.isDirectory(Path.of(source)) && target.isPresent()) {
        files.input("dir", source);
      }
    }
    loader.setOptions(rest);
    new CommandLine(rest).finish();
    if (isCorpusFile) {
      loader.setFile(new File(first));
    }
    Instances clips = loader.getDataSet();
    if (target.filter(path -> path.toString().endsWith(loader.getFileExtension())).isPresent()) {
      corpus.get().write(target.get());
    } else {
      write(clips, target);
    }
  }

  /** Writes in the character set in which Weka's ArffLoader reads. */
  private static void write(Instances clips, Optional<Path> target) throws Exception {
    Charset charset = Charset.defaultCharset();
    for (Instance clip : clips) {
      if (!charset.newEncoder().canEncode(clip.toString())) {
        throw new IOException(
            ("The path %s cannot be written in Java's character set %s; start Java with"
                    + " -Dfile.encoding=UTF-8, here and where the table is read.")
                .formatted(clip.stringValue(0), charset));
      }
    }
    ArffOutput.write(target, out -> out.write(clips + System.lineSeparator()));
  }

  @Override
  protected String usage() throws IOException {
    return Collections.list(loader.listOptions()).stream()
        .map(option -> option.synopsis() + "\n" + option.description() + "\n")
        .collect(Collectors.joining("", "\n" + about + super.usage(), ""));
  }
}
