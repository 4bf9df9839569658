package emotiontransfer.weka.evaluation;

import emotiontransfer.weka.command.CommandFiles;
import java.io.File;
import java.io.IOException;
import java.util.List;
import weka.experiment.OutputZipper;

/** The files of an experiment's runs, beside what its listener writes. */
public final class RunFiles {

  /** The name becomes a file's name in a directory, and options may be long. */
  private static final int LONGEST_NAME = 200;

  private final File confusion;
  private final boolean raw;
  private final File rawOutput;
  private OutputZipper zipper;
  private boolean begun;

  /**
   * Makes no file yet.
   *
   * @param confusion CSV file for pooled confusion matrices; an empty path for none
   * @param rawOutput a zip file or an existing directory
   */
  public RunFiles(File confusion, boolean raw, File rawOutput) {
    this.confusion = confusion;
    this.raw = raw;
    this.rawOutput = rawOutput;
  }

  boolean wantsConfusion() {
    return !confusion.getPath().isEmpty();
  }

  void requireFolder() throws IOException {
    new CommandFiles().output("confusion", confusion.getPath());
  }

  void append(PooledConfusion pooled, List<String> keyNames, List<Object> key, int allFolds)
      throws IOException {
    pooled.append(confusion, !begun, keyNames, key, allFolds);
    begun = true;
  }

  void zip(String name, String output) throws Exception {
    if (raw) {
      zipper = zipper == null ? new OutputZipper(rawOutput) : zipper;
      String safe = name.replaceAll("[^\\w.+=-]", "_");
      boolean fits = safe.length() <= LONGEST_NAME;
      String hash = "." + Integer.toHexString(safe.hashCode());
      zipper.zipit(output, fits ? safe : safe.substring(0, LONGEST_NAME) + hash);
    }
  }

  /** Ends the files. */
  public void close() throws Exception {
    if (zipper != null) {
      zipper.finished();
    }
  }
}
