package emotiontransfer.study.data;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.corpus.Clip;
import emotiontransfer.corpus.Corpus;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.numeric.Sha256;
import emotiontransfer.weka.filter.MediaFilter;
import emotiontransfer.weka.filter.store.StoreChoice;
import emotiontransfer.weka.table.ClipTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.BagFunctionals;
import weka.filters.unsupervised.attribute.FaceCrop;
import weka.filters.unsupervised.attribute.MelDeltaSpectrogram;
import weka.filters.unsupervised.attribute.SubjectStandardize;

/**
 * The clips of one or more corpora that take part in a study.
 *
 * @param corpora with all their clips and emotions
 * @param clips in the order of the corpora and of their clips
 * @param emotions the class list
 * @param sha256 64 hexadecimal digits for each corpus, joined by plus signs: of what its clips are,
 *     path below the corpus, subject, emotion and content of each
 */
public record ClipSet(
    List<Corpus> corpora, List<Clip> clips, List<Emotion> emotions, String sha256) {

  /**
   * Takes the clips of some emotions from a corpus.
   *
   * @param mostPerCell most clips of a subject and an emotion; 0 for all
   * @throws IllegalArgumentException if no clip is left
   * @throws IOException if a clip cannot be read
   */
  static ClipSet of(Corpus corpus, List<Emotion> emotions, int mostPerCell) throws IOException {
    List<Clip> clips = new ArrayList<>();
    Map<String, Integer> cells = new HashMap<>();
    for (Clip clip : corpus.clips()) {
      int taken = cells.merge(clip.subject() + "/" + clip.emotion(), 1, Integer::sum);
      if (emotions.contains(clip.emotion()) && (mostPerCell == 0 || taken <= mostPerCell)) {
        clips.add(clip);
      }
    }
    isTrue(
        !clips.isEmpty(), "Corpus '%s' has no clip of the emotions that take part.", corpus.name());
    return new ClipSet(List.of(corpus), clips, emotions, sha256(clips));
  }

  /** Returns the clips of several corpora, of the same emotions, as one task. */
  static ClipSet pooled(List<ClipSet> parts) {
    return new ClipSet(
        parts.stream().flatMap(part -> part.corpora.stream()).toList(),
        parts.stream().flatMap(part -> part.clips.stream()).toList(),
        parts.get(0).emotions,
        parts.stream().map(ClipSet::sha256).collect(Collectors.joining("+")));
  }

  /** Returns the names of the corpora, joined by plus signs. */
  public String name() {
    return corpora.stream().map(Corpus::name).collect(Collectors.joining("+"));
  }

  /** Returns the keywords of the emotions, in the order of the class list. */
  public List<String> labels() {
    return emotions.stream().map(Emotion::keyword).toList();
  }

  /** Returns the subjects, in the order of their first clips. */
  public List<String> subjects() {
    return clips.stream().map(Clip::subject).distinct().toList();
  }

  /** Returns the clip table: file, subject where it is wanted, emotion. */
  public Instances table(boolean withSubject) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute(ClipTable.FILE, (List<String>) null));
    attributes.add(new Attribute(ClipTable.SUBJECT, subjects()));
    attributes.add(new Attribute(ClipTable.EMOTION, labels()));
    Instances table = new Instances(name(), attributes, clips.size());
    table.setClassIndex(2);
    for (Clip clip : clips) {
      double file = table.attribute(0).addStringValue(clip.file().toString());
      double subject = table.attribute(1).indexOfValue(clip.subject());
      double[] row = {file, subject, emotions.indexOf(clip.emotion())};
      table.add(new DenseInstance(1, row));
    }
    if (!withSubject) {
      table.deleteAttributeAt(1);
    }
    return table;
  }

  /**
   * Returns the bags of segments or faces of the clips; those that were decoded before come out of
   * the cache, or of the store where there is one.
   */
  public Instances bags(Modality modality, boolean withSubject, StoreChoice store)
      throws Exception {
    return filtered(table(withSubject), decoder(modality, store));
  }

  /** Decodes some clips into a store, unless it has them, as {@link #bags} does with all. */
  public void decode(Modality modality, StoreChoice store, int first, int count) throws Exception {
    Instances all = table(true);
    MediaFilter filter = decoder(modality, store);
    filter.setNumSlots(1);
    // What the filter decides by the clips, it decides by all of them.
    filter.setInputFormat(all);
    Filter.useFilter(new Instances(all, first, count), filter);
  }

  private static MediaFilter decoder(Modality modality, StoreChoice store) {
    MediaFilter filter = decoder(modality);
    filter.setStore(store.where());
    filter.setStoreGigabytes(store.gigabytes());
    return filter;
  }

  /** Returns the relation name of the bags, and decodes nothing. */
  public String bagRelation(Modality modality, boolean withSubject) throws Exception {
    Filter filter = decoder(modality);
    filter.setInputFormat(table(withSubject));
    return filter.getOutputFormat().relationName();
  }

  private static MediaFilter decoder(Modality modality) {
    return modality == Modality.AUDIO ? new MelDeltaSpectrogram() : new FaceCrop();
  }

  /**
   * Summarises each bag in a row of numbers: mean, deviation and percentiles over the time of each
   * clip. A row depends on its own bag alone, so that this can be done once for all folds.
   */
  public static Instances functionals(Instances bags) throws Exception {
    return filtered(bags, new BagFunctionals());
  }

  /** Standardises each subject by its own bags. */
  public static Instances subjectStandardized(Instances bags) throws Exception {
    return filtered(bags, new SubjectStandardize());
  }

  private static Instances filtered(Instances table, Filter filter) throws Exception {
    filter.setInputFormat(table);
    return Filter.useFilter(table, filter);
  }

  private static String sha256(List<Clip> clips) throws IOException {
    MessageDigest all = Sha256.digest();
    for (Clip clip : clips) {
      String line = clip.relative() + "\t" + clip.subject() + "\t" + clip.emotion() + "\n";
      all.update(line.getBytes(StandardCharsets.UTF_8));
      all.update(Sha256.digest().digest(Files.readAllBytes(clip.file())));
    }
    return HexFormat.of().formatHex(all.digest());
  }
}
