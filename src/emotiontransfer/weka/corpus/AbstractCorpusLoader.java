package emotiontransfer.weka.corpus;

import emotiontransfer.corpus.CorpusFile;
import emotiontransfer.corpus.CorpusSettings;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Scheme;
import emotiontransfer.data.Keyword;
import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import weka.core.OptionHandler;
import weka.core.OptionMetadata;
import weka.core.SelectedTag;
import weka.core.Utils;
import weka.core.converters.AbstractFileLoader;
import weka.core.converters.EmotionCorpusLoader;

/** The options of {@link EmotionCorpusLoader}. */
public abstract class AbstractCorpusLoader extends AbstractFileLoader implements OptionHandler {

  private static final long serialVersionUID = -8026416837091530922L;

  private File directory = new File("");
  private Scheme scheme = Scheme.AUTO;
  private String modality = CorpusFile.ANY_MODALITY;
  private String emotions = "";
  private String subjectPrefix = "";
  private File relativeTo = new File("");
  private boolean failOnRejects;

  /** Is called when an option has changed: what was read before does not hold any more. */
  protected abstract void changed();

  /** Returns the options as the scan takes them. */
  protected CorpusSettings settings() {
    return new CorpusSettings(
        scheme,
        CorpusFile.parseModality(modality),
        CorpusSettings.parseEmotions(emotions),
        subjectPrefix,
        failOnRejects);
  }

  /** Returns the folder or CSV file to read; an empty path where a corpus file is read. */
  @OptionMetadata(
      displayName = "directory",
      description =
          "Folder of the corpus, or a CSV file with the columns file, subject and emotion.\n"
              + "Not needed where a corpus file is given as the file name.",
      commandLineParamName = "dir",
      commandLineParamSynopsis = "-dir <folder>",
      displayOrder = 1)
  public File getDirectory() {
    return directory;
  }

  /**
   * Sets the folder to read.
   *
   * @param directory the folder, or a CSV file; an empty path to read a corpus file instead. May
   *     have environment variables as {@code ${NAME}}
   */
  public void setDirectory(File directory) {
    this.directory = directory;
    changed();
  }

  /** Returns the naming scheme: one of {@link CorpusTags#SCHEMES}. */
  @OptionMetadata(
      displayName = "scheme",
      description =
          "How the names tell subject and emotion: auto, emodb, savee, enterface, ravdess,"
              + " crema-d,\n"
              + "tess, folders (SUBJECT/EMOTION or EMOTION) or csv.\n"
              + "(default: auto, found by the names)",
      commandLineParamName = "scheme",
      commandLineParamSynopsis = "-scheme <name>",
      displayOrder = 2)
  public SelectedTag getScheme() {
    return CorpusTags.scheme(scheme);
  }

  /**
   * Sets the naming scheme.
   *
   * @param scheme one of {@link CorpusTags#SCHEMES}
   */
  public void setScheme(SelectedTag scheme) {
    this.scheme = Keyword.ofKeyword(Scheme.class, CorpusTags.word(scheme, CorpusTags.SCHEMES));
    changed();
  }

  /** Returns what the clips are wanted for: one of {@link CorpusTags#MODALITIES}. */
  @OptionMetadata(
      displayName = "modality",
      description =
          "What the clips are wanted for, by their extensions: audio (sound files; videos for\n"
              + "their sound where there is no sound file), video, image, or any.\n"
              + "(default: any, each recording once, sound files first)",
      commandLineParamName = "modality",
      commandLineParamSynopsis = "-modality <audio|video|image|any>",
      displayOrder = 3)
  public SelectedTag getModality() {
    return CorpusTags.modality(modality);
  }

  /**
   * Sets what the clips are wanted for.
   *
   * @param modality one of {@link CorpusTags#MODALITIES}
   */
  public void setModality(SelectedTag modality) {
    this.modality = CorpusTags.word(modality, CorpusTags.MODALITIES);
    changed();
  }

  /** Returns the emotions to keep: labels with commas between; empty for all. */
  @OptionMetadata(
      displayName = "emotions",
      description =
          "Emotions to keep, with commas between; the class list has them in this order, also\n"
              + "those that no clip shows.\n"
              + "(default: those present, in the order anger, boredom, calm, disgust, fear,\n"
              + "happiness, neutral, sadness, surprise, contempt)",
      commandLineParamName = "emotions",
      commandLineParamSynopsis = "-emotions <a,b,c>",
      displayOrder = 4)
  public String getEmotions() {
    return emotions;
  }

  /**
   * Sets the emotions to keep.
   *
   * @param emotions labels with commas between; empty for all
   * @throws IllegalArgumentException if a label means no emotion, or an emotion comes twice
   */
  public void setEmotions(String emotions) {
    this.emotions =
        CorpusSettings.parseEmotions(emotions).stream()
            .map(Emotion::keyword)
            .collect(Collectors.joining(","));
    changed();
  }

  /** Returns what stands before each subject: a word; empty for the scheme's name. */
  @OptionMetadata(
      displayName = "subjectPrefix",
      description =
          "Word before each subject, so that the speakers of two corpora never share a name.\n"
              + "(default: the scheme, as in emodb-03)",
      commandLineParamName = "subject-prefix",
      commandLineParamSynopsis = "-subject-prefix <word>",
      displayOrder = 5)
  public String getSubjectPrefix() {
    return subjectPrefix;
  }

  /**
   * Sets what stands before each subject.
   *
   * @param subjectPrefix a word; empty for the scheme's name
   */
  public void setSubjectPrefix(String subjectPrefix) {
    this.subjectPrefix = subjectPrefix.strip();
    changed();
  }

  /**
   * Returns the folder from which the paths in the table start; an empty path for absolute paths.
   */
  @OptionMetadata(
      displayName = "relativeTo",
      description =
          "Folder from which the paths in the table start, so that table and clips can move.\n"
              + "(default: absolute paths)",
      commandLineParamName = "relative-to",
      commandLineParamSynopsis = "-relative-to <folder>",
      displayOrder = 6)
  public File getRelativeTo() {
    return relativeTo;
  }

  /**
   * Sets the folder from which the paths in the table start.
   *
   * @param relativeTo a folder; an empty path for absolute paths
   */
  public void setRelativeTo(File relativeTo) {
    this.relativeTo = relativeTo;
    changed();
  }

  /** Returns whether a rejected file is an error: false unless asked for. */
  @OptionMetadata(
      displayName = "failOnRejects",
      description = "Fail if any file is rejected, instead of reporting it.",
      commandLineParamName = "fail-on-rejects",
      commandLineParamIsFlag = true,
      commandLineParamSynopsis = "-fail-on-rejects",
      displayOrder = 7)
  public boolean getFailOnRejects() {
    return failOnRejects;
  }

  /**
   * Sets whether a rejected file is an error.
   *
   * @param failOnRejects true to fail
   */
  public void setFailOnRejects(boolean failOnRejects) {
    this.failOnRejects = failOnRejects;
    changed();
  }

  /**
   * Sets the options; those that are absent get their default. See {@link #listOptions()}.
   *
   * @param options the options; those used are blanked
   * @throws Exception if a value has no meaning; the message names the option
   */
  @Override
  public void setOptions(String[] options) throws Exception {
    setDirectory(new File(Utils.getOption("dir", options)));
    setScheme(
        CorpusTags.scheme(
            Keyword.ofKeyword(Scheme.class, option("scheme", Scheme.AUTO.keyword(), options))));
    setModality(CorpusTags.modality(option("modality", CorpusFile.ANY_MODALITY, options)));
    setEmotions(Utils.getOption("emotions", options));
    setSubjectPrefix(Utils.getOption("subject-prefix", options));
    setRelativeTo(new File(Utils.getOption("relative-to", options)));
    setFailOnRejects(Utils.getFlag("fail-on-rejects", options));
  }

  private static String option(String name, String byDefault, String[] options) throws Exception {
    String value = Utils.getOption(name, options);
    return value.isEmpty() ? byDefault : value;
  }

  @Override
  public String[] getOptions() {
    List<String> options = new ArrayList<>();
    addOption(options, "-dir", directory.getPath());
    addOption(options, "-scheme", scheme.keyword());
    addOption(options, "-modality", modality);
    addOption(options, "-emotions", emotions);
    addOption(options, "-subject-prefix", subjectPrefix);
    addOption(options, "-relative-to", relativeTo.getPath());
    if (failOnRejects) {
      options.add("-fail-on-rejects");
    }
    return options.toArray(new String[0]);
  }

  private static void addOption(List<String> options, String name, String value) {
    if (!value.isEmpty()) {
      Collections.addAll(options, name, value);
    }
  }
}
