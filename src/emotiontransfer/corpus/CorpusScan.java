package emotiontransfer.corpus;

import emotiontransfer.corpus.FolderWalk.Found;
import emotiontransfer.corpus.scheme.ClipPath;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.corpus.scheme.Reject;
import emotiontransfer.corpus.scheme.Scheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a corpus: finds its clips, who is heard or seen in each and what they show.
 *
 * <p>The result depends on the names alone, not on the order in which a file system lists them.
 */
public final class CorpusScan {

  private static final String CSV_EXTENSION = "csv";

  private CorpusScan() {}

  /**
   * Reads a corpus.
   *
   * @param source its folder, or a CSV file with the columns file, subject and emotion
   * @param settings how to read it; whether rejects are an error is left to the caller
   * @return at least one clip
   * @throws IOException if the source cannot be read, no scheme fits, or it has no clip; the
   *     message is one sentence for the user
   */
  public static Corpus scan(Path source, CorpusSettings settings) throws IOException {
    Path root = source.toAbsolutePath().normalize();
    ScanResult result = Files.isDirectory(root) ? folder(root, settings) : file(root, settings);
    return finish(root, settings, result);
  }

  private static ScanResult file(Path file, CorpusSettings settings) throws IOException {
    if (!Files.exists(file)) {
      throw new IOException("Corpus folder '" + file + "' does not exist; check its path.");
    }
    boolean csv = settings.scheme() == Scheme.CSV || settings.scheme() == Scheme.AUTO;
    if (!csv) {
      throw new IOException(
          "'"
              + file
              + "' is a file, but scheme "
              + settings.scheme().keyword()
              + " reads a folder; give the folder.");
    }
    String reason =
        settings.scheme() == Scheme.CSV ? "as asked" : "found: the source is a file, not a folder";
    return new TableScan(settings).read(LabelTable.read(file), reason, List.of());
  }

  private static ScanResult folder(Path root, CorpusSettings settings) throws IOException {
    FolderWalk walk;
    try {
      walk = FolderWalk.of(root);
    } catch (IOException e) {
      throw new IOException(
          "Corpus folder '" + root + "' cannot be read; check its permissions.", e);
    }
    SchemeChoice choice = choose(root, walk, settings);
    ScanResult result =
        choice.scheme() == Scheme.CSV
            ? new TableScan(settings)
                .read(LabelTable.read(onlyTable(root, walk)), choice.reason(), walk.files())
            : new NameScan(choice, settings).read(walk.files());
    walk.rejects().forEach(result::reject);
    walk.hidden().forEach(path -> result.passOver("hidden (name starts with a dot)", path));
    return result;
  }

  private static SchemeChoice choose(Path root, FolderWalk walk, CorpusSettings settings)
      throws IOException {
    if (settings.scheme() != Scheme.AUTO) {
      return new SchemeChoice(settings.scheme(), "as asked");
    }
    Set<Modality> wanted = NameScan.modalities(settings.modality());
    List<Found> media =
        walk.files().stream()
            .filter(found -> found.path().modality().filter(wanted::contains).isPresent())
            .collect(Collectors.toList());
    List<Path> tables = tables(walk);
    if (media.isEmpty() && tables.isEmpty()) {
      throw new IOException(
          "There is no "
              + wanted.stream().map(Modality::keyword).collect(Collectors.joining(" or "))
              + " file in '"
              + root
              + "'; check the folder"
              + (settings.modality().isPresent() ? " and the modality." : "."));
    }
    return SchemeChoice.find(root, media, tables);
  }

  private static Path onlyTable(Path root, FolderWalk walk) throws IOException {
    List<Path> tables = tables(walk);
    if (tables.size() != 1) {
      throw new IOException(
          "Folder '"
              + root
              + "' has "
              + (tables.isEmpty() ? "no CSV file" : tables.size() + " CSV files")
              + " with the columns file, subject and emotion; give the path of one.");
    }
    return tables.get(0);
  }

  /** Returns the label tables that lie in the corpus folder itself. */
  private static List<Path> tables(FolderWalk walk) throws IOException {
    List<Path> tables = new ArrayList<>();
    for (Found found : walk.files()) {
      boolean candidate =
          found.path().folders().isEmpty() && found.path().extension().equals(CSV_EXTENSION);
      if (candidate && Files.isReadable(found.file()) && LabelTable.isLabelTable(found.file())) {
        tables.add(found.file());
      }
    }
    return tables;
  }

  private static Corpus finish(Path root, CorpusSettings settings, ScanResult result)
      throws IOException {
    List<Clip> clips = new ArrayList<>();
    for (Clip clip : result.clips()) {
      if (settings.emotions().isEmpty() || settings.emotions().contains(clip.emotion())) {
        clips.add(clip);
      } else {
        result.passOver(
            "left out by the choice of emotions: " + clip.emotion().keyword(), clip.relative());
      }
    }
    clips.sort(Comparator.comparing(Clip::relative));
    List<Reject> rejects = new ArrayList<>(result.rejects());
    rejects.sort(Comparator.comparing(Reject::kind).thenComparing(Reject::path));
    Corpus corpus =
        new Corpus(
            name(root),
            root,
            result.scheme(),
            result.reason(),
            classList(settings, clips),
            result.extraColumns(),
            List.copyOf(clips),
            List.copyOf(rejects),
            result.passedOver(),
            result.notes());
    if (clips.isEmpty()) {
      throw new IOException(new CorpusReport(corpus).noClip());
    }
    return corpus;
  }

  private static List<Emotion> classList(CorpusSettings settings, List<Clip> clips) {
    if (!settings.emotions().isEmpty()) {
      return settings.emotions();
    }
    Set<Emotion> present = EnumSet.noneOf(Emotion.class);
    clips.forEach(clip -> present.add(clip.emotion()));
    return Arrays.stream(Emotion.values()).filter(present::contains).collect(Collectors.toList());
  }

  private static String name(Path root) {
    Path last = root.getFileName();
    if (last == null) {
      return "corpus";
    }
    return Files.isDirectory(root) ? last.toString() : ClipPath.of(last).stem();
  }
}
