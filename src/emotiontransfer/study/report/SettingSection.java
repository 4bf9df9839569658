package emotiontransfer.study.report;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import emotiontransfer.corpus.Clip;
import emotiontransfer.corpus.Corpus;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.study.data.ClipSet;
import emotiontransfer.study.plan.PaperFigures;
import emotiontransfer.study.plan.PaperFigures.Places;
import emotiontransfer.study.plan.Setting;
import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.study.plan.StudySystem;
import emotiontransfer.study.report.Report.Picture;
import emotiontransfer.study.result.SettingTables;
import emotiontransfer.study.run.SettingResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;

/**
 * The part of the report that is about one setting.
 *
 * @param pictures by the part of the section in which they stand; a part may be absent
 */
public record SettingSection(
    StudyRequest request,
    SettingTables tables,
    Map<String, List<Picture>> pictures,
    Report report) {

  /** Parts that the table of contents names where the section has them, each with its words. */
  private static final String CONTENTS =
      """
      recalls recall by emotion
      methods methods
      tests tests
      few few training subjects
      confusions confusion
      curves learning curves
      rocs ROC
      pathways pathways
      """;

  private static final String TESTS =
      "A subject is a pair: its figure by the method and by the one that it is compared with, each"
          + " the mean over seeds. Difference: mean and standard deviation over subjects. The t"
          + " test is Weka's corrected resampled one (Nadeau and Bengio, 2003); Wilcoxon's"
          + " signed-rank test is exact and leaves out zero differences. Both are two-sided and not"
          + " corrected for the number of comparisons.";

  private static final String AREAS =
      "From the clips' probabilities of all folds and seeds together.";

  private static final String SEGMENTS =
      "A clip's decision is the mean of its segments' probabilities, unless an option says"
          + " otherwise.";

  private static final String METHODS =
      "Pooled: one confusion matrix over all folds of a seed; mean and standard deviation over"
          + " the seeds (%s). Over subjects: each subject's figure is its mean over the seeds; mean"
          + " and standard deviation over subjects. A subject's UAR is over the emotions that it"
          + " shows.";

  private static final String CURVES =
      "After some generations the best pathway so far was tested on the fold's test clips."
          + " The test steered nothing: fitness is training accuracy, and no model was"
          + " chosen by this curve.";

  private static final String FEW =
      "Each fold trained on so many of the other subjects, drawn by the seed: the same ones for"
          + " every method, and those of a smaller number among those of a larger one. Mean and"
          + " standard deviation over seeds; the last column is that of all others.";

  private static final String FEW_TESTS =
      "Difference, t test and the first Wilcoxon test: a subject is a pair, with its mean over"
          + " seeds, as in the tests above. The last test takes each subject with each seed for a"
          + " pair, since seeds draw other training subjects; its pairs share test clips, so that"
          + " its p is rather too small.";

  SettingResult result() {
    return tables.result();
  }

  Setting setting() {
    return result().corpora().setting();
  }

  /** Returns whether the section has a part; some are absent where nothing was measured. */
  boolean has(String part) {
    return pictures.containsKey(part) || tables.byName().containsKey(part);
  }

  /** Returns where the paper has the tables and figures of this setting. */
  Places places() {
    Corpus destination = result().corpora().destination().corpora().get(0);
    return Places.of(setting().modality(), destination.scheme());
  }

  /** Returns a link to a part of the section. */
  String link(String words, String part) {
    return "[%s, %s](#%s-%s)".formatted(setting().title(), words, setting().fileName(), part);
  }

  /** Returns a line of the table of contents: links to the parts that there are. */
  String contents() {
    String file = setting().fileName();
    String parts =
        CONTENTS
            .lines()
            .map(line -> line.split(" ", 2))
            .filter(part -> has(part[0]))
            .map(part -> ", [%s](#%s-%s)".formatted(part[1], file, part[0]))
            .collect(joining());
    return "[Setting %s](#%s-setting)".formatted(setting().title(), file) + parts;
  }

  void write() throws IOException {
    Optional<PaperFigures> paper = tables.paper();
    // The paper shows transfers in detail; of settings from scratch it prints WAR alone.
    String like = like(paper.isPresent() && !setting().sources().isEmpty());
    Places places = places();
    String ofClips = " Folds are of clips here, so that subjects share their training sets.";
    String tests = TESTS + (request.protocol().isSubjectIndependent() ? "" : ofClips);
    List<StudySystem> systems = result().systems();
    String votes = " SMO's are fractions of pairwise votes, so that its curves are coarse.";
    boolean smo = systems.contains(StudySystem.SMO) || systems.contains(StudySystem.SMO_SUBJECT);
    String areas = AREAS + (smo ? votes : "");
    String methods =
        METHODS.formatted(request.seeds().size()) + request.schemes().transductiveNote(systems);
    report.heading(2, "Setting " + setting().title(), setting().fileName() + "-setting");
    report.paragraph(corpora() + chance());
    result().leftOut().forEach(report::paragraph);
    part("recalls", "Recall by emotion (" + like + "Table 3)", paperNote(paper), "recalls");
    String table = like(paper.isPresent()) + places.table();
    part("methods", "Methods (" + table + ")", methods, "methods");
    part("tests", "Is the difference more than chance?", tests, "tests", "preset-tests");
    part("few", "Few training subjects", FEW, "few-WAR", "few-UAR");
    table("few-tests", FEW_TESTS);
    table("few-preset-tests", FEW_TESTS);
    part("confusions", "Confusion (" + like + places.confusion() + ")", "");
    part("curves", "Test learning curves (" + like + "Figure 15)", CURVES);
    part("rocs", "ROC (" + like + places.roc() + ")", areas, "areas");
    part("pathways", "Pathways (" + like + "Figures 19 to 23)", "");
    part("details", "Every subject, every seed", "", "subjects-WAR", "subjects-UAR", "seeds");
    table("segments", SEGMENTS);
  }

  private static String like(boolean own) {
    return own ? "the paper's " : "in the layout of the paper's ";
  }

  /**
   * Adds a part, where it has anything: tables and pictures. The text is about each table; without
   * any it stands before the pictures.
   */
  private void part(String name, String title, String text, String... names) throws IOException {
    if (has(name) || Stream.of(names).anyMatch(this::has)) {
      report.heading(3, title, setting().fileName() + "-" + name);
      if (names.length == 0 && !text.isEmpty()) {
        report.paragraph(text);
      }
      Stream.of(names).forEach(table -> table(table, text));
      if (pictures.containsKey(name)) {
        report.pictures(pictures.get(name));
      }
    }
  }

  /** Adds a table, where it has rows. */
  private void table(String name, String caption) {
    if (has(name)) {
      report.table(tables.byName().get(name), caption);
    }
  }

  private String corpora() {
    ClipSet to = result().corpora().destination();
    String from =
        result().corpora().pooledSource().map(s -> " after evolution on " + counted(s)).orElse("");
    String modality = StringUtils.capitalize(setting().modality().keyword());
    return modality + " clips of " + counted(to) + from + "." + leftOut();
  }

  private static String counted(ClipSet clips) {
    return "%s (%s clips of %s subjects; emotions %s)"
        .formatted(
            clips.name(),
            clips.clips().size(),
            clips.subjects().size(),
            StringUtils.join(clips.emotions(), ", "));
  }

  /** What a system would reach that has learned nothing. */
  private String chance() {
    List<Clip> clips = result().corpora().destination().clips();
    Map<Emotion, Long> counts = clips.stream().collect(groupingBy(Clip::emotion, counting()));
    return String.format(
        Locale.ROOT,
        " Always saying the commonest emotion gives a WAR of %.3f and a UAR of %.3f.",
        (double) Collections.max(counts.values()) / clips.size(),
        1.0 / counts.size());
  }

  private String leftOut() {
    StringBuilder sentences = new StringBuilder();
    for (ClipSet clips : result().corpora().each()) {
      Corpus corpus = clips.corpora().get(0);
      List<Emotion> dropped = new ArrayList<>(corpus.emotions());
      dropped.removeAll(clips.emotions());
      if (!dropped.isEmpty()) {
        String words = StringUtils.capitalize(StringUtils.join(dropped, ", "));
        String were = dropped.size() == 1 ? "was" : "were";
        sentences.append(" %s of %s %s left out.".formatted(words, corpus.name(), were));
      }
    }
    return sentences.toString();
  }

  private String paperNote(Optional<PaperFigures> paper) {
    String protocol =
        PaperFigures.PROTOCOL
            + " Here every clip has one decision, and the protocol is "
            + request.protocol()
            + ", so that the figures do not compare one to one. ";
    return paper
        .map(printed -> (protocol + printed.note()).strip())
        .orElse(
            "This setting is not the paper's, so that there are no figures of it to compare with.");
  }
}
