package emotiontransfer.study.report;

import emotiontransfer.corpus.Corpus;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.study.data.ClipSet;
import emotiontransfer.study.plan.EmotionRule;
import emotiontransfer.study.plan.PaperFigures;
import emotiontransfer.study.plan.PaperFigures.Places;
import emotiontransfer.study.plan.Setting;
import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.study.plan.StudySystem;
import emotiontransfer.study.report.StudyFacts.SettingFacts;
import emotiontransfer.study.result.ResultTable;
import emotiontransfer.study.run.SettingResult;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;

/** The part of the report that is about one setting. */
final class SettingSection {

  private static final String TESTS =
      "A subject is a pair: its figure by the method and by PathNet from scratch, each the mean"
          + " over seeds. Difference: mean and standard deviation over subjects. The t test is"
          + " Weka's corrected resampled one (Nadeau and Bengio, 2003); Wilcoxon's signed-rank"
          + " test is exact and leaves out zero differences. Both are two-sided and not"
          + " corrected for the number of comparisons.";

  private static final String CLIP_FOLDS =
      " Folds are of clips here, so that subjects share their training sets.";

  private static final String CURVES =
      "After some generations the best pathway so far was tested on the fold's test clips."
          + " The test steered nothing: fitness is training accuracy, and no model was"
          + " chosen by this curve.";

  private final StudyRequest request;
  private final SettingResult result;
  private final Setting setting;
  private final SettingFacts facts;
  private final Places places;
  private final Optional<PaperFigures> paper;
  private final Report report;

  SettingSection(StudyRequest request, SettingFacts facts, Report report) {
    this.request = request;
    this.result = facts.result();
    this.setting = facts.setting();
    this.facts = facts;
    this.places = PaperIndex.places(facts);
    this.paper = PaperFigures.of(setting);
    this.report = report;
  }

  void write() throws IOException {
    heading(2, "Setting " + setting.title(), "setting");
    report.paragraph(corpora() + chance());
    result.leftOut().forEach(report::paragraph);
    String like = PaperIndex.like(setting);
    heading(3, "Recall by emotion (" + like + "Table 3)", "recalls");
    table("recalls", paperNote());
    heading(3, "Methods (" + PaperIndex.likeMethods(setting) + places.table() + ")", "methods");
    table(
        "methods",
        "Pooled: one confusion matrix over all folds of a seed; mean and standard deviation over"
            + " the seeds ("
            + request.seeds().size()
            + "). Over subjects: each subject's figure is its mean over the seeds; mean and"
            + " standard deviation over subjects. A subject's UAR is over the emotions that it"
            + " shows.");
    if (facts.tables().byName().containsKey("tests")) {
      heading(3, "Is the difference more than chance?", "tests");
      table("tests", TESTS + (request.protocol().isSubjectIndependent() ? "" : CLIP_FOLDS));
    }
    pictures("Confusion (" + like + places.confusion() + ")", "confusions", "");
    pictures("Test learning curves (" + like + Places.CURVES + ")", "curves", CURVES);
    heading(3, "ROC (" + like + places.roc() + ")", "rocs");
    table(
        "areas",
        "From the clips' probabilities of all folds and seeds together."
            + (result.systems().contains(StudySystem.SMO)
                ? " SMO's are shares of pairwise votes, so that its curves are coarse."
                : ""));
    report.pictures(facts.pictures().get("rocs"));
    pictures("Pathways (" + like + "Figures 19 to 23)", "pathways", "");
    heading(3, "Every subject, every seed", "details");
    table("subjects-WAR", "");
    table("subjects-UAR", "");
    table("seeds", "");
    table(
        "segments",
        "A clip's decision is the mean of its segments' probabilities, unless an option says"
            + " otherwise.");
  }

  private void heading(int level, String text, String part) {
    report.heading(level, text, setting.fileName() + "-" + part);
  }

  /** Adds a table, where it has rows. */
  private void table(String name, String caption) {
    ResultTable table = facts.tables().byName().get(name);
    if (table != null) {
      report.table(table, caption);
    }
  }

  /** Adds pictures under a heading, where there are some. */
  private void pictures(String heading, String part, String text) throws IOException {
    if (facts.pictures().containsKey(part)) {
      heading(3, heading, part);
      if (!text.isEmpty()) {
        report.paragraph(text);
      }
      report.pictures(facts.pictures().get(part));
    }
  }

  private String corpora() {
    ClipSet to = result.corpora().destination();
    String from =
        result.corpora().pooledSource().map(s -> " after evolution on " + counted(s)).orElse("");
    String modality = StringUtils.capitalize(setting.modality().keyword());
    return modality + " clips of " + counted(to) + from + "." + leftOut();
  }

  private static String counted(ClipSet clips) {
    return "%s (%d clips of %d subjects; emotions %s)"
        .formatted(
            clips.name(),
            clips.clips().size(),
            clips.subjects().size(),
            EmotionRule.words(clips.emotions()));
  }

  /** What a system would reach that has learned nothing. */
  private String chance() {
    ClipSet clips = result.corpora().destination();
    long most = clips.emotions().stream().mapToLong(clips::count).max().orElseThrow();
    return String.format(
        Locale.ROOT,
        " Always saying the commonest emotion gives a WAR of %.3f and a UAR of %.3f.",
        (double) most / clips.clips().size(),
        1.0 / clips.emotions().stream().filter(emotion -> clips.count(emotion) > 0).count());
  }

  private String leftOut() {
    List<Corpus> corpora = result.corpora().corpora();
    StringBuilder sentences = new StringBuilder();
    for (int i = 0; i < corpora.size(); i++) {
      boolean source = i < corpora.size() - 1;
      ClipSet taken =
          source ? result.corpora().pooledSource().orElseThrow() : result.corpora().destination();
      List<Emotion> dropped =
          corpora.get(i).emotions().stream().filter(e -> !taken.emotions().contains(e)).toList();
      if (!dropped.isEmpty()) {
        sentences
            .append(' ')
            .append(StringUtils.capitalize(EmotionRule.words(dropped)))
            .append(" of ")
            .append(corpora.get(i).name())
            .append(dropped.size() == 1 ? " was left out." : " were left out.");
      }
    }
    return sentences.toString();
  }

  private String paperNote() {
    return paper
        .map(
            printed ->
                (PaperFigures.PROTOCOL
                        + " Here every clip has one decision, and the protocol is "
                        + request.protocol()
                        + ", so that the figures do not compare one to one. "
                        + printed.note())
                    .strip())
        .orElse(
            "This setting is not the paper's, so that there are no figures of it to compare with.");
  }
}
