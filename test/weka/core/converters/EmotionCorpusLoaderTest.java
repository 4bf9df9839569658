package weka.core.converters;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.SharedData;
import emotiontransfer.corpus.CorpusFolder;
import emotiontransfer.corpus.EmptyFiles;
import emotiontransfer.corpus.WantedClips;
import emotiontransfer.corpus.pattern.PatternException;
import emotiontransfer.corpus.scheme.Scheme;
import emotiontransfer.weka.progress.RecordingLog;
import emotiontransfer.weka.table.ClipTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.lang.reflect.Field;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.swing.DefaultListModel;
import org.apache.commons.lang3.ArrayUtils;
import org.junit.Rule;
import org.junit.Test;
import weka.core.Attribute;
import weka.core.CheckGOE;
import weka.core.Environment;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.core.converters.ConverterUtils.DataSource;
import weka.experiment.Experiment;

public class EmotionCorpusLoaderTest {

  @Rule public final CorpusFolder folder = new CorpusFolder();

  private final RecordingLog log = new RecordingLog();

  private EmotionCorpusLoader loader() {
    EmotionCorpusLoader loader = new EmotionCorpusLoader();
    loader.setLog(log);
    return loader;
  }

  private EmotionCorpusLoader loaderOf(Path directory) {
    EmotionCorpusLoader loader = loader();
    loader.setDirectory(directory.toFile());
    return loader;
  }

  private Path emoDb() throws IOException {
    return EmptyFiles.in(
        folder.root().resolve("berlin"),
        "wav/08a01La.wav",
        "wav/03a01Wa.wav",
        "wav/03a01Fa.wav",
        "x.wav");
  }

  private Path corpusFile(String text) throws IOException {
    return Files.writeString(folder.root().resolve("emo.corpus"), text);
  }

  /** Returns a loader of the corpus file with this text, which lies beside the corpus. */
  private EmotionCorpusLoader loaderOf(String corpusFile) throws IOException {
    emoDb();
    EmotionCorpusLoader loader = loader();
    loader.setFile(corpusFile(corpusFile).toFile());
    return loader;
  }

  @Test
  public void theTableHasFileSubjectAndTheClassEmotionInThisOrder() throws Exception {
    Path emoDb = emoDb();
    Instances clips = loaderOf(emoDb).getDataSet();
    assertEquals("berlin", clips.relationName());
    assertEquals(3, clips.numAttributes());
    assertEquals(0, ClipTable.fileIndex(clips));
    assertEquals(1, ClipTable.subjectIndex(clips));
    assertEquals(2, clips.classIndex());
    assertEquals("@attribute subject {emodb-03,emodb-08}", clips.attribute("subject").toString());
    assertEquals("@attribute emotion {anger,boredom,happiness}", clips.classAttribute().toString());
    assertEquals(emoDb.resolve("wav/03a01Fa.wav").toString(), clips.get(0).stringValue(0));
    assertEquals("happiness", clips.get(0).stringValue(2));
    assertEquals("emodb-08", clips.get(2).stringValue(1));
  }

  @Test
  public void realEmoDbAndRavdessHaveTheirPublishedCounts() throws Exception {
    Instances emoDb = loaderOf(SharedData.require("data/emodb-2s")).getDataSet();
    assertEquals(535, emoDb.numInstances());
    assertEquals(10, emoDb.attribute("subject").numValues());
    assertArrayEquals(
        new int[] {127, 81, 46, 69, 71, 79, 62}, emoDb.attributeStats(2).nominalCounts);
    Instances ravdess = loaderOf(SharedData.require("data/ravdess-speech")).getDataSet();
    assertEquals(480, ravdess.numInstances());
    assertEquals(8, ravdess.attribute("subject").numValues());
  }

  @Test
  public void emotionsMakeTwoCorporaHaveEqualClassLists() throws Exception {
    EmotionCorpusLoader first = loaderOf(emoDb());
    EmotionCorpusLoader second =
        loaderOf(
            EmptyFiles.in(
                folder.root().resolve("r"),
                "03-01-05-01-01-01-01.wav",
                "03-01-02-01-01-01-01.wav"));
    first.setEmotions("fear,Joy,angry");
    second.setEmotions("fear,happiness,anger");
    assertEquals("fear,happiness,anger", first.getEmotions());
    Instances a = first.getDataSet();
    Instances b = second.getDataSet();
    assertTrue(a.classAttribute().equals(b.classAttribute()));
    assertEquals(2, a.numInstances());
    assertEquals(1, b.numInstances());
  }

  @Test
  public void groupsOfAPatternBecomeAttributes() throws Exception {
    Path root = EmptyFiles.in(folder.root().resolve("p"), "KA.AN1.3.tiff", "x/KL.DI2.4.tiff");
    EmotionCorpusLoader loader = loader();
    String[] options = {
      "-dir",
      root.toString(),
      "-scheme",
      "pattern",
      "-pattern",
      "(?<subject>[A-Z]{2})\\.(?<emotion>[A-Z]{2})(?<take>\\d).*",
      "-labels",
      "AN=angry,DI=disgust"
    };
    loader.setOptions(options.clone());
    assertEquals("AN=anger,DI=disgust", loader.getLabels());
    EmotionCorpusLoader other = loader();
    // As text, too, in which Weka escapes the backslashes.
    other.setOptions(Utils.splitOptions(Utils.joinOptions(loader.getOptions())));
    Instances clips = other.getDataSet();
    assertEquals("@attribute take {1,2}", clips.attribute(2).toString());
    assertEquals("@attribute subject {pattern-KA,pattern-KL}", clips.attribute(1).toString());
    assertEquals("@attribute emotion {anger,disgust}", clips.classAttribute().toString());
    assertThrows(PatternException.class, () -> loader.setPattern("(?<emotion>"));
    assertThrows(IllegalArgumentException.class, () -> loader.setLabels("x=bliss"));
  }

  @Test
  public void aLoaderSavedBeforeThereWerePatternsHasNone() throws Exception {
    EmotionCorpusLoader old = new EmotionCorpusLoader();
    for (String name : List.of("pattern", "labels")) {
      Field field = EmotionCorpusLoader.class.getDeclaredField(name);
      field.setAccessible(true);
      field.set(old, null);
    }
    EmotionCorpusLoader read = (EmotionCorpusLoader) new SerializedObject(old).getObject();
    assertEquals("", read.getPattern());
    assertEquals("", read.getLabels());
  }

  @Test
  public void countsSchemeAndRejectsAreReportedOncePerLoader() throws Exception {
    EmotionCorpusLoader loader = loaderOf(emoDb());
    loader.getStructure();
    loader.getDataSet();
    loader.reset();
    loader.getDataSet();
    assertEquals(1, log.messages.size());
    String report = log.messages.get(0);
    assertTrue(report, report.contains("Scheme emodb, found by the names: 3 of 4 media files"));
    assertTrue(report, report.contains("emodb-03     1       0         1     2"));
    assertTrue(report, report.contains("x.wav: not like 03a01Fa"));
  }

  @Test
  public void withoutLogTheReportGoesToStandardErrorAndIsNotRepeatedByAnotherLoader()
      throws Exception {
    Path emoDb = emoDb();
    PrintStream before = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      for (int i = 0; i < 2; i++) {
        EmotionCorpusLoader loader = new EmotionCorpusLoader();
        loader.setDirectory(emoDb.toFile());
        loader.getDataSet();
      }
    } finally {
      System.setErr(before);
    }
    String printed = bytes.toString(StandardCharsets.UTF_8);
    assertTrue(printed, printed.contains("Corpus 'berlin' in " + emoDb));
    assertEquals(printed.indexOf("Scheme emodb"), printed.lastIndexOf("Scheme emodb"));
    assertTrue(printed, printed.endsWith("as reported above." + System.lineSeparator()));
  }

  @Test
  public void rejectsAreAnErrorWhereAskedForAndReportedAllTheSame() throws Exception {
    EmotionCorpusLoader loader = loaderOf(emoDb());
    loader.setFailOnRejects(true);
    IOException error = assertThrows(IOException.class, loader::getDataSet);
    assertTrue(error.getMessage(), error.getMessage().contains("1 rejected file: 'x.wav'"));
    assertEquals(1, log.messages.size());
  }

  @Test
  public void csvExtrasBecomeNominalAttributesBeforeTheClass() throws Exception {
    EmptyFiles.in(folder.root(), "a.wav", "b.wav");
    Files.writeString(
        folder.root().resolve("labels.csv"),
        "file,subject,emotion,age,remark\na.wav,s1,fear,31,\nb.wav,s2,joy,9,\n");
    Instances clips = loaderOf(folder.root()).getDataSet();
    assertEquals("@attribute age {9,31}", clips.attribute(2).toString());
    assertEquals("31", clips.get(0).stringValue(2));
    assertTrue(clips.get(0).isMissing(3));
    assertEquals(4, clips.classIndex());
    assertRoundTrip(clips);
  }

  @Test
  public void pathsWithAnyCharactersSurviveArff() throws Exception {
    Path data = folder.root().resolve("it's \"100%\" {x}, \\ " + EmptyFiles.FOREIGN_LETTERS);
    String subject = EmptyFiles.FOREIGN_LETTERS + ", B.";
    EmptyFiles.in(data, "An na/anger/q'uote\".wav", subject + "/fear/tab\tand % {}.wav");
    Instances clips = loaderOf(data).getDataSet();
    assertEquals(
        List.of("folders-An na", "folders-" + subject), values(clips.attribute("subject")));
    assertRoundTrip(clips);
  }

  private void assertRoundTrip(Instances clips) throws Exception {
    File arff = folder.root().resolve("round trip.arff").toFile();
    Files.writeString(arff.toPath(), clips.toString(), Charset.defaultCharset());
    Instances read = DataSource.read(arff.getPath());
    read.setClassIndex(read.numAttributes() - 1);
    assertEquals(null, clips.equalHeadersMsg(read));
    for (int i = 0; i < clips.numInstances(); i++) {
      for (int a = 0; a < clips.numAttributes(); a++) {
        assertEquals(clips.get(i).isMissing(a), read.get(i).isMissing(a));
        if (!clips.get(i).isMissing(a)) {
          assertEquals(clips.get(i).stringValue(a), read.get(i).stringValue(a));
        }
      }
      assertTrue(new File(read.get(i).stringValue(0)).isFile());
    }
  }

  private static List<String> values(Attribute attribute) {
    return Collections.list(attribute.enumerateValues()).stream().map(Object::toString).toList();
  }

  @Test
  public void pathsCanBeRelativeToAFolder() throws Exception {
    EmotionCorpusLoader loader = loaderOf(emoDb());
    loader.setRelativeTo(folder.root().toFile());
    assertEquals("berlin/wav/03a01Fa.wav", loader.getDataSet().get(0).stringValue(0));
    loader.setRelativeTo(folder.root().resolve("other").toFile());
    assertEquals("../berlin/wav/03a01Fa.wav", loader.getDataSet().get(0).stringValue(0));
  }

  @Test
  public void aCorpusFileIsReadAndNamesTheTable() throws Exception {
    EmotionCorpusLoader loader = loaderOf("dir=berlin\nemotions=anger,happiness\nrelative-to=.\n");
    Instances clips = loader.getDataSet();
    assertEquals("emo", clips.relationName());
    assertEquals(2, clips.numInstances());
    assertEquals("berlin/wav/03a01Fa.wav", clips.get(0).stringValue(0));
    loader.setEmotions("boredom");
    assertEquals(1, loader.getDataSet().numInstances());
  }

  @Test
  public void unknownKeysOfACorpusFileAreAnErrorThatNamesThem() throws Exception {
    EmotionCorpusLoader loader = loaderOf("dir=berlin\nemotion=anger\n");
    IOException error = assertThrows(IOException.class, loader::getStructure);
    assertTrue(error.getMessage(), error.getMessage().contains("unknown key 'emotion'"));
  }

  @Test
  public void whatWasSetLastIsRead() throws Exception {
    Path emoDb = emoDb();
    File corpus = corpusFile("dir=berlin\nemotions=anger\n").toFile();
    EmotionCorpusLoader loader = loaderOf(emoDb);
    assertEquals(3, loader.getDataSet().numInstances());
    loader.setFile(corpus);
    assertEquals(1, loader.getDataSet().numInstances());
    assertEquals(corpus, loader.retrieveFile());
    loader.setSource(emoDb.toFile());
    assertEquals(3, loader.getDataSet().numInstances());
    assertEquals(emoDb.toFile(), loader.getDirectory());
    loader.setSource(
        new ByteArrayInputStream(
            ("dir=" + emoDb + "\nemotions=boredom").getBytes(StandardCharsets.UTF_8)));
    assertEquals("emodb-08", loader.getDataSet().get(0).stringValue(1));
  }

  @Test
  public void anUnusedFileFieldOfAnEditorDoesNotHideTheDirectory() throws Exception {
    EmotionCorpusLoader loader = loaderOf(emoDb());
    loader.setFile(loader.retrieveFile());
    loader.setFile(new File(""));
    assertEquals(3, loader.getDataSet().numInstances());
  }

  /** The dialog copies the loader by its options, and then sets the file that was picked. */
  @Test
  public void directoryOptionOfTheExplorersFileDialogStandsAboveThePickedFile() throws Exception {
    Path emoDb = emoDb();
    File picked = corpusFile("dir=berlin\nemotions=anger\n").toFile();
    EmotionCorpusLoader edited = loader();
    edited.setFile(picked);
    edited.setDirectory(emoDb.toFile());
    EmotionCorpusLoader copy = loader();
    copy.setOptions(edited.getOptions());
    copy.setFile(copy.retrieveFile());
    copy.setFile(picked);
    assertEquals(3, copy.getDataSet().numInstances());
  }

  @Test
  public void optionsOfACorpusFileStaySetWhenOptionsAreCopied() throws Exception {
    EmotionCorpusLoader loader = loaderOf("dir=berlin\n");
    loader.setOptions(new String[] {"-emotions", "anger"});
    assertEquals(1, loader.getDataSet().numInstances());
    assertArrayEquals(
        new String[] {"-scheme", "auto", "-modality", "any", "-emotions", "anger"},
        loader.getOptions());
  }

  @Test
  public void environmentVariablesInPathsAreReplaced() throws Exception {
    Environment environment = new Environment();
    environment.addVariable("CORPORA", folder.root().toString());
    emoDb();
    EmotionCorpusLoader loader = loader();
    loader.setDirectory(new File("${CORPORA}/berlin"));
    loader.setEnvironment(environment);
    assertEquals(3, loader.getDataSet().numInstances());
    loader.setDirectory(new File("${NOBODY_SETS_THIS}/berlin"));
    IOException error = assertThrows(IOException.class, loader::getDataSet);
    assertTrue(error.getMessage(), error.getMessage().contains("${NOBODY_SETS_THIS}"));
  }

  @Test
  public void withoutSourceTheErrorSaysHowToGiveOne() {
    IOException error = assertThrows(IOException.class, () -> loader().getDataSet());
    assertTrue(error.getMessage(), error.getMessage().contains("-dir FOLDER"));
    assertThrows(IOException.class, () -> loader().setSource((File) null));
    EmotionCorpusLoader gone = loaderOf(folder.root().resolve("gone"));
    assertThrows(IOException.class, gone::getStructure);
  }

  @Test
  public void clipsAreNotReadOneByOne() throws Exception {
    EmotionCorpusLoader loader = loaderOf(emoDb());
    Instances structure = loader.getStructure();
    assertEquals(0, structure.numInstances());
    assertThrows(IOException.class, () -> loader.getNextInstance(structure));
    loader.setRetrieval(Loader.INCREMENTAL);
    assertThrows(IOException.class, loader::getDataSet);
  }

  @Test
  public void changesOfATableDoNotReachTheNextOne() throws Exception {
    EmotionCorpusLoader loader = loaderOf(emoDb());
    loader.getDataSet().delete();
    loader.getStructure().deleteAttributeAt(0);
    assertEquals(3, loader.getDataSet().numInstances());
    assertEquals(3, loader.getStructure().numAttributes());
  }

  @Test
  public void wekaFindsTheLoaderByTheExtension() throws Exception {
    emoDb();
    String file = corpusFile("dir=berlin\n").toString();
    assertTrue(ConverterUtils.getLoaderForFile(file) instanceof EmotionCorpusLoader);
    assertTrue(ConverterUtils.getFileLoaders().contains(EmotionCorpusLoader.class.getName()));
    DataSource source = new DataSource(file);
    assertFalse(source.isIncremental());
    assertEquals(3, source.getDataSet().numInstances());
    assertEquals(2, source.getStructure().classIndex());
  }

  @Test
  public void theExperimenterTakesACorpusFileAsDataSet() throws Exception {
    emoDb();
    Experiment experiment = new Experiment();
    DefaultListModel<File> dataSets = new DefaultListModel<>();
    dataSets.addElement(corpusFile("dir=berlin\n").toFile());
    experiment.setDatasets(dataSets);
    SeenData seen = new SeenData();
    experiment.setResultProducer(seen);
    experiment.initialize();
    experiment.nextIteration();
    assertNotNull(seen.data);
    assertEquals(3, seen.data.numInstances());
    assertEquals("emotion", seen.data.classAttribute().name());
  }

  @Test
  public void loaderKeepsItsSettingsWhenSerialized() throws Exception {
    EmotionCorpusLoader loader = loaderOf(emoDb());
    loader.setScheme(Scheme.EMODB);
    loader.setModality(WantedClips.AUDIO);
    loader.getDataSet();
    EmotionCorpusLoader copy = (EmotionCorpusLoader) new SerializedObject(loader).getObject();
    assertArrayEquals(loader.getOptions(), copy.getOptions());
    copy.setLog(log);
    assertEquals(3, copy.getDataSet().numInstances());
  }

  @Test
  public void guiHasInfoAndTipsForAllProperties() {
    CheckGOE check = new CheckGOE();
    check.setObject(new EmotionCorpusLoader());
    check.setSilent(true);
    check.doTests();
    assertTrue(check.getSuccess());
  }

  @Test
  public void wrongOptionsAreErrorsThatNameTheValue() {
    for (String[] options :
        new String[][] {
          {"-scheme", "semaine"}, {"-modality", "smell"}, {"-emotions", "anger,bliss"}
        }) {
      String wrong = options[1].replace("anger,", "");
      Exception error = assertThrows(Exception.class, () -> loader().setOptions(options.clone()));
      assertTrue(error.getMessage(), error.getMessage().contains("'" + wrong + "'"));
    }
  }

  @Test
  public void commandLinePrintsArffAloneToStandardOutput() throws Exception {
    Path emoDb = emoDb();
    String printed = run("-dir", emoDb.toString(), "-emotions", "anger,happiness");
    assertTrue(printed, printed.startsWith("@relation berlin"));
    Instances clips = new Instances(new StringReader(printed));
    assertEquals(2, clips.numInstances());
    assertTrue(log.messages.get(0), log.messages.get(0).contains("emodb-03"));
    String corpus = corpusFile("dir=berlin\n").toString();
    assertTrue(run(corpus).startsWith("@relation emo"));
    assertTrue(run(emoDb.toString()).startsWith("@relation berlin"));
    File arff = folder.root().resolve("out.arff").toFile();
    assertEquals("", run(corpus, "-o", arff.getPath()));
    assertEquals(3, DataSource.read(arff.getPath()).numInstances());
  }

  @Test
  public void commandLineWritesACorpusFileThatOpensAsItsOptionsSay() throws Exception {
    Path emoDb = emoDb();
    Path file = folder.root().resolve("two.corpus");
    String root = folder.root().toString();
    String[] options = {"-dir", emoDb.toString(), "-emotions", "anger,happiness"};
    assertEquals("", run(ArrayUtils.addAll(options, "-relative-to", root, "-o", file.toString())));
    assertEquals(
        "dir=berlin\nscheme=auto\nmodality=any\nemotions=anger,happiness\nrelative-to=.\n"
            + "fail-on-rejects=false\n",
        Files.readString(file));
    Instances clips = DataSource.read(file.toString());
    assertEquals("two", clips.relationName());
    assertEquals(2, clips.numInstances());
    assertTrue(clips.get(0).stringValue(0).startsWith("berlin/"));
    Path copy = folder.root().resolve("copy.corpus");
    assertEquals("", run(file.toString(), "-subject-prefix", "b", "-o", copy.toString()));
    assertEquals(
        Files.readString(file).replace("relative", "subject-prefix=b\nrelative"),
        Files.readString(copy));
  }

  @Test
  public void commandLineRejectsWhatItDoesNotKnow() throws Exception {
    Path emoDb = emoDb();
    Exception error =
        assertThrows(Exception.class, () -> run("-dir", emoDb.toString(), "-schem", "emodb"));
    assertEquals(
        "Unknown option '-schem emodb'.\n(General options are printed by -h.)", error.getMessage());
  }

  /** Runs as weka.Run does and returns what came out on standard output. */
  private String run(String... options) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, Charset.defaultCharset()));
    try {
      EmotionCorpusLoader loader = loader();
      loader.preExecution();
      loader.run(loader, Arrays.copyOf(options, options.length));
      loader.postExecution();
    } finally {
      System.setOut(before);
    }
    return bytes.toString(Charset.defaultCharset());
  }
}
