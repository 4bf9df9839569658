package weka.core.converters;

import emotiontransfer.corpus.CorpusFile;
import emotiontransfer.corpus.CorpusSettings;
import emotiontransfer.corpus.WantedClips;
import emotiontransfer.corpus.scheme.Scheme;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import weka.core.Capabilities;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.RevisionUtils;

/**
 * Writes a clip table as a corpus on disk (empty clips, a CSV file with the labels, and a corpus
 * file), so that Weka's suite for pairs of loaders and savers can be run.
 */
public class ClipTableSaver extends AbstractFileSaver implements BatchConverter {

  private static final long serialVersionUID = 2905648317223015874L;

  /** Makes a saver for corpus files. */
  public ClipTableSaver() {
    setFileExtension(CorpusFile.EXTENSION);
  }

  /** Returns what the saver does. */
  public String globalInfo() {
    return "Writes a clip table as a corpus on disk.";
  }

  @Override
  public String getFileDescription() {
    return "Emotion corpora";
  }

  @Override
  public Capabilities getCapabilities() {
    Capabilities capabilities = super.getCapabilities();
    capabilities.enableAllAttributes();
    capabilities.enableAllClasses();
    capabilities.enable(Capabilities.Capability.NO_CLASS);
    capabilities.enable(Capabilities.Capability.MISSING_VALUES);
    return capabilities;
  }

  @Override
  public void setDestination(File file) throws IOException {
    super.setDestination(file);
    cancel();
  }

  @Override
  public void writeBatch() throws IOException {
    Instances clips = getInstances();
    Path file = retrieveFile().toPath().toAbsolutePath();
    Path table = file.resolveSibling(file.getFileName() + ".csv");
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < clips.numAttributes(); i++) {
      rows.append(i == 0 ? "" : ",").append(clips.attribute(i).name());
    }
    for (Instance clip : clips) {
      rows.append('\n');
      for (int i = 0; i < clip.numAttributes(); i++) {
        String text = clip.isMissing(i) ? "" : clip.stringValue(i).replaceFirst("^csv-", "");
        rows.append(i == 0 ? "" : ",").append('"').append(text).append('"');
      }
      Path recording = Path.of(clip.stringValue(0));
      if (!Files.exists(recording)) {
        Files.createFile(recording);
      }
    }
    Files.writeString(table, rows);
    new CorpusFile(
            table,
            new CorpusSettings(Scheme.CSV, WantedClips.AUDIO, List.of(), "", false, true),
            Optional.empty())
        .write(file);
    // The loader must also find the table when it gets the corpus file as a stream.
    Files.writeString(file, Files.readString(file).replaceFirst("(?m)^dir=.*$", "dir=" + table));
  }

  @Override
  public String getRevision() {
    return RevisionUtils.extract("$Revision: 1 $");
  }
}
