package emotiontransfer.weka.corpus;

import emotiontransfer.weka.command.AbstractCommand;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.stream.Collectors;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Option;
import weka.core.Utils;
import weka.core.converters.EmotionCorpusLoader;

/** The command line of {@link EmotionCorpusLoader}. */
public final class CorpusToArff {

  private final EmotionCorpusLoader loader;

  public CorpusToArff(EmotionCorpusLoader loader) {
    this.loader = loader;
  }

  /**
   * Reads the corpus that the options name, and prints it.
   *
   * @throws Exception if it cannot be read; the message is for the user
   */
  public void run(String[] options) throws Exception {
    try {
      readAndWrite(options);
    } catch (IOException | IllegalArgumentException refusal) {
      throw AbstractCommand.rejection(refusal, "-h");
    }
  }

  private void readAndWrite(String[] options) throws Exception {
    if (options.length == 0 || Utils.getFlag('h', options) || Utils.getFlag("help", options)) {
      System.err.println(usage());
      return;
    }
    String target = Utils.getOption('o', options);
    boolean sourceFirst = !options[0].startsWith("-");
    String source = options[0];
    if (sourceFirst) {
      options[0] = "";
    }
    loader.setOptions(options);
    requireNothingLeft(options);
    if (sourceFirst) {
      setSource(new File(source));
    }
    write(loader.getDataSet(), target);
  }

  private static void requireNothingLeft(String[] options) {
    String left = Arrays.stream(options).filter(o -> !o.isEmpty()).collect(Collectors.joining(" "));
    if (!left.isEmpty()) {
      throw new IllegalArgumentException("Unknown options: " + left);
    }
  }

  private void setSource(File source) throws IOException {
    if (source.getName().endsWith(loader.getFileExtension())) {
      loader.setFile(source);
    } else {
      loader.setDirectory(source);
    }
  }

  /** Writes in the character set in which Weka's ArffLoader reads. */
  private static void write(Instances clips, String target) throws IOException {
    Charset charset = Charset.defaultCharset();
    for (Instance clip : clips) {
      if (!charset.newEncoder().canEncode(clip.toString())) {
        throw new IOException(
            "The path "
                + clip.stringValue(0)
                + " cannot be written in Java's character set "
                + charset
                + "; start Java with -Dfile.encoding=UTF-8, here and where the table is read.");
      }
    }
    if (!target.isEmpty()) {
      Files.writeString(Path.of(target), clips + System.lineSeparator(), charset);
      return;
    }
    PrintStream out = new PrintStream(System.out, false, charset);
    out.println(clips);
    out.flush();
  }

  private String usage() {
    StringBuilder text = new StringBuilder();
    text.append("\n").append(loader.globalInfo()).append("\n\nUsage:\n");
    text.append("\tweka.Run weka.core.converters.EmotionCorpusLoader -dir <folder> [options]\n");
    text.append("\tweka.Run weka.core.converters.EmotionCorpusLoader <file.corpus> [options]\n");
    text.append("\nOptions:\n\n");
    text.append("-o <file>\n\tARFF file to write.\n\t(default: standard output)\n");
    Enumeration<Option> options = loader.listOptions();
    while (options.hasMoreElements()) {
      Option option = options.nextElement();
      text.append(option.synopsis()).append('\n').append(option.description()).append('\n');
    }
    return text.toString();
  }
}
