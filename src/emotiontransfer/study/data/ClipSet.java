package emotiontransfer.study.data;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.corpus.Clip;
import emotiontransfer.corpus.Corpus;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.numeric.Sha256;
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

/**
 * The clips of one or more corpora that take part in a study.
 *
 * @param name of the corpora, joined by plus signs
 * @param clips in the order of the corpora and of their clips
 * @param emotions the class list
 */
public record ClipSet(String name, List<Clip> clips, List<Emotion> emotions) {

  /**
   * Takes the clips of some emotions from one corpus, or several as one task.
   *
   * @param mostPerCell most clips of a subject and an emotion; 0 for all
   * @throws IllegalArgumentException if two corpora have a subject in common, or no clip is left
   */
  public static ClipSet of(List<Corpus> corpora, List<Emotion> emotions, int mostPerCell) {
    String name = corpora.stream().map(Corpus::name).collect(Collectors.joining("+"));
    List<Clip> clips = new ArrayList<>();
    Map<String, Integer> cells = new HashMap<>();
    Map<String, String> corpusOfSubject = new HashMap<>();
    for (Corpus corpus : corpora) {
      for (Clip clip : corpus.clips()) {
        String other = corpusOfSubject.putIfAbsent(clip.subject(), corpus.name());
        isTrue(
            other == null || other.equals(corpus.name()),
            "Corpora '%s' and '%s' both have a subject '%s'; give one of them another"
                + " subject-prefix in a corpus file.",
            other,
            corpus.name(),
            clip.subject());
        if (!emotions.contains(clip.emotion())) {
          continue;
        }
        int taken = cells.merge(clip.subject() + "/" + clip.emotion(), 1, Integer::sum);
        if (mostPerCell == 0 || taken <= mostPerCell) {
          clips.add(clip);
        }
      }
    }
    isTrue(!clips.isEmpty(), "Corpus '%s' has no clip of the emotions that take part.", name);
    return new ClipSet(name, clips, emotions);
  }

  /** Returns the subjects, in the order of their first clips. */
  public List<String> subjects() {
    return clips.stream().map(Clip::subject).distinct().toList();
  }

  /** Returns how many clips show an emotion. */
  public long count(Emotion emotion) {
    return clips.stream().filter(clip -> clip.emotion() == emotion).count();
  }

  /** Returns the clip table: file, subject where it is wanted, emotion. */
  Instances table(boolean withSubject) {
    List<String> labels = emotions.stream().map(Emotion::keyword).toList();
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute(ClipTable.FILE, (List<String>) null));
    if (withSubject) {
      attributes.add(new Attribute(ClipTable.SUBJECT, subjects()));
    }
    attributes.add(new Attribute(ClipTable.EMOTION, labels));
    Instances table = new Instances(name, attributes, clips.size());
    table.setClassIndex(attributes.size() - 1);
    for (Clip clip : clips) {
      double[] row = new double[attributes.size()];
      row[0] = table.attribute(0).addStringValue(clip.file().toString());
      row[1] = withSubject ? table.attribute(1).indexOfValue(clip.subject()) : 0;
      row[row.length - 1] = emotions.indexOf(clip.emotion());
      table.add(new DenseInstance(1, row));
    }
    return table;
  }

  /**
   * Returns the bags of segments or faces of the clips; those that were decoded before come out of
   * the cache.
   */
  public Instances bags(Modality modality, boolean withSubject) throws Exception {
    Filter filter = modality == Modality.AUDIO ? new MelDeltaSpectrogram() : new FaceCrop();
    return filtered(table(withSubject), filter);
  }

  /**
   * Summarises each bag in a row of numbers: mean, deviation and percentiles over the time of each
   * clip. A row depends on its own bag alone, so that this can be done once for all folds.
   */
  public static Instances functionals(Instances bags) throws Exception {
    return filtered(bags, new BagFunctionals());
  }

  private static Instances filtered(Instances table, Filter filter) throws Exception {
    filter.setInputFormat(table);
    return Filter.useFilter(table, filter);
  }

  /**
   * Returns the SHA-256, 64 hexadecimal digits, of what the clips are: path below the corpus,
   * subject, emotion and content of each.
   *
   * @throws IOException if a clip cannot be read
   */
  public String sha256() throws IOException {
    MessageDigest all = Sha256.digest();
    for (Clip clip : clips) {
      String line = clip.relative() + "\t" + clip.subject() + "\t" + clip.emotion() + "\n";
      all.update(line.getBytes(StandardCharsets.UTF_8));
      all.update(Sha256.digest().digest(Files.readAllBytes(clip.file())));
    }
    return HexFormat.of().formatHex(all.digest());
  }
}
