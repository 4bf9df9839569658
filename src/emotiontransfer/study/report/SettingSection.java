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
import emotiontransfer.study.result.SettingTables;
import emotiontransfer.study.run.SettingResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;

/** The part of the report that is about one setting. */
final class SettingSection {

  private final StudyRequest request;
  private final SettingResult result;
  private final Setting setting;
  private final SettingTables tables;
  private final StudyFacts.SettingPictures pictures;
  private final Places places;
  private final Optional<PaperFigures> paper;
  private final List<Block> blocks = new ArrayList<>();

  SettingSection(StudyRequest request, SettingFacts facts) {
    this.request = request;
    this.result = facts.result();
    this.setting = facts.setting();
    this.tables = facts.tables();
    this.pictures = facts.pictures();
    this.places = PaperIndex.places(facts);
    this.paper = PaperFigures.of(setting);
  }

  List<Block> blocks() {
    heading(2, "Setting " + setting.title(), "setting");
    blocks.add(new Block.Paragraph(corpora() + chance()));
    result.leftOut().forEach(sentence -> blocks.add(new Block.Paragraph(sentence)));
    String like = PaperIndex.like(setting);
    heading(3, "Recall by emotion (" + like + "Table 3)", "recalls");
    table(tables.recalls(), paperNote());
    heading(3, "Methods (" + PaperIndex.likeMethods(setting) + places.table() + ")", "methods");
    table(
        tables.methods(),
        "Pooled: one confusion matrix over all folds of a seed; mean and standard deviation over"
            + " the seeds ("
            + request.seeds().size()
            + "). Over subjects: each subject's figure is its mean over the seeds; mean and"
            + " standard deviation over subjects. A subject's UAR is over the emotions that it"
            + " shows.");
    tests();
    heading(3, "Confusion (" + like + places.confusion() + ")", "confusions");
    blocks.add(new Block.Pictures(pictures.confusions()));
    if (!pictures.curves().isEmpty()) {
      heading(3, "Test learning curves (" + like + Places.CURVES + ")", "curves");
      blocks.add(
          new Block.Paragraph(
              "After some generations the best pathway so far was tested on the fold's test clips."
                  + " The test steered nothing: fitness is training accuracy, and no model was"
                  + " chosen by this curve."));
      blocks.add(new Block.Pictures(pictures.curves()));
    }
    heading(3, "ROC (" + like + places.roc() + ")", "rocs");
    table(
        tables.areas(),
        "From the clips' probabilities of all folds and seeds together."
            + (result.systems().contains(StudySystem.SMO)
                ? " SMO's are shares of pairwise votes, so that its curves are coarse."
                : ""));
    blocks.add(new Block.Pictures(pictures.rocs()));
    if (!pictures.pathways().isEmpty()) {
      heading(3, "Pathways (" + like + "Figures 19 to 23)", "pathways");
      blocks.add(new Block.Pictures(pictures.pathways()));
    }
    details();
    return blocks;
  }

  private void heading(int level, String text, String part) {
    blocks.add(new Block.Heading(level, text, setting.fileName() + "-" + part));
  }

  private void table(ResultTable table, String caption) {
    blocks.add(new Block.Table(table, caption));
  }

  private String corpora() {
    ClipSet to = result.corpora().destination();
    String from =
        result
            .corpora()
            .pooledSource()
            .map(
                source ->
                    " after evolution on %s (%d clips of %d subjects; emotions %s)"
                        .formatted(
                            source.name(),
                            source.clips().size(),
                            source.subjects().size(),
                            EmotionRule.words(source.emotions())))
            .orElse("");
    return "%s clips of %s (%d clips of %d subjects; emotions %s)%s.%s"
        .formatted(
            StringUtils.capitalize(setting.modality().keyword()),
            to.name(),
            to.clips().size(),
            to.subjects().size(),
            EmotionRule.words(to.emotions()),
            from,
            leftOut());
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

  private void tests() {
    if (tables.tests().isPresent()) {
      heading(3, "Is the difference more than chance?", "tests");
      table(
          tables.tests().get(),
          "A subject is a pair: its figure by the method and by PathNet from scratch, each the mean"
              + " over seeds. Difference: mean and standard deviation over subjects. The t test is"
              + " Weka's corrected resampled one (Nadeau and Bengio, 2003); Wilcoxon's signed-rank"
              + " test is exact and leaves out zero differences. Both are two-sided and not"
              + " corrected for the number of comparisons."
              + (request.protocol().isSubjectIndependent()
                  ? ""
                  : " Folds are of clips here, so that subjects share their training sets."));
    }
  }

  private void details() {
    heading(3, "Every subject, every seed", "details");
    table(tables.subjectWar(), "");
    table(tables.subjectUar(), "");
    table(tables.seeds(), "");
    tables
        .segments()
        .ifPresent(
            segments ->
                table(
                    segments,
                    "A clip's decision is the mean of its segments' probabilities, unless an option"
                        + " says otherwise."));
  }
}
