package weka.classifiers.functions;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.media.DrawnFaces;
import emotiontransfer.media.TestClips;
import emotiontransfer.media.TestVideos;
import emotiontransfer.speech.LevelNormalization;
import emotiontransfer.weka.classify.ModelFile;
import emotiontransfer.weka.progress.RecordingLog;
import emotiontransfer.weka.progress.WindowLog;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.ArrayUtils;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.classifiers.Classifier;
import weka.classifiers.meta.FilteredClassifier;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Utils;
import weka.core.WekaException;
import weka.core.json.JSONNode;
import weka.filters.Filter;
import weka.filters.MultiFilter;
import weka.filters.unsupervised.attribute.BagFunctionals;
import weka.filters.unsupervised.attribute.FaceCrop;
import weka.filters.unsupervised.attribute.MelDeltaSpectrogram;
import weka.filters.unsupervised.attribute.SubjectStandardize;

public class PathNetPredictTest {

  private static final int RATE = 16000;
  private static final int CLIPS = 8;
  private static final String[] SMALL = {"-G", "6", "-P", "4", "-M", "4", "-N", "2"};

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static Path recordings;
  private static String bagModel;
  private static String clipModel;
  private static Instances bags;
  private static PathNetClassifier trained;

  private record Printed(String out, String err, WekaException rejection) {}

  @BeforeClass
  public static void trainTwoModels() throws Exception {
    recordings = FOLDER.newFolder("recordings").toPath();
    Instances clips = clips();
    MelDeltaSpectrogram filter = filter();
    filter.setInputFormat(clips);
    bags = Filter.useFilter(clips, filter);
    trained = new PathNetClassifier();
    trained.setOptions(SMALL.clone());
    trained.buildClassifier(bags);
    bagModel = saved("bags.model", trained);

    FilteredClassifier filtered = new FilteredClassifier();
    filtered.setFilter(filter());
    PathNetClassifier inner = new PathNetClassifier();
    inner.setOptions(SMALL.clone());
    filtered.setClassifier(inner);
    filtered.buildClassifier(clips);
    clipModel = saved("clips.model", filtered);
  }

  /** Segments of 32 frames every 16 frames: settings that are not the default ones. */
  private static MelDeltaSpectrogram filter() throws Exception {
    MelDeltaSpectrogram filter = new MelDeltaSpectrogram();
    filter.setOptions(new String[] {"-bands", "16", "-frames", "32", "-step", "16"});
    return filter;
  }

  /** Eight sines of amplitude 0.5 (-9 dBFS). */
  private static Instances clips() throws IOException {
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute("file", (List<String>) null));
    attributes.add(new Attribute("emotion", List.of("calm", "anger")));
    Instances table = new Instances("tones", attributes, CLIPS);
    table.setClassIndex(1);
    for (int i = 0; i < CLIPS; i++) {
      Path file = recordings.resolve("c" + i + ".wav");
      TestClips.tone(file, RATE, 1, 1, 300 + 10 * i + 2500 * (i % 2));
      table.add(
          new DenseInstance(
              1, new double[] {table.attribute(0).addStringValue(file.toString()), i % 2}));
    }
    return table;
  }

  private static String saved(String name, Classifier classifier) throws Exception {
    Path file = FOLDER.getRoot().toPath().resolve(name);
    SerializationHelper.write(file.toString(), classifier);
    return file.toString();
  }

  private static Printed predict(String... arguments) throws Exception {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    WekaException rejection = null;
    System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
    try {
      new PathNetPredict().run(null, arguments);
    } catch (WekaException e) {
      rejection = e;
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    return new Printed(
        outBytes.toString(StandardCharsets.UTF_8),
        errBytes.toString(StandardCharsets.UTF_8),
        rejection);
  }

  private static String clip(int number) {
    return recordings.resolve("c" + number + ".wav").toString();
  }

  @Test
  public void decidesAsTheClassifierDoesAboutTheBagsItWasTrainedOn() throws Exception {
    Path csv = FOLDER.getRoot().toPath().resolve("all.csv");
    assertEquals(
        null,
        predict("-model", bagModel, "-csv", csv.toString(), recordings.toString()).rejection());
    List<String> lines = Files.readAllLines(csv);
    assertEquals("file,segments,predicted,prob_calm,prob_anger", lines.get(0));
    assertEquals(CLIPS + 1, lines.size());
    for (int i = 0; i < CLIPS; i++) {
      String[] cells = lines.get(i + 1).split(",");
      double[] expected = trained.distributionForInstance(bags.instance(i));
      assertEquals(clip(i), cells[0]);
      // One second has 98 frames, and (98 - 32) / 16 + 1 = 5 segments.
      assertEquals("5", cells[1]);
      assertEquals(expected[0] > expected[1] ? "calm" : "anger", cells[2]);
      assertEquals(expected[0], Double.parseDouble(cells[3]), 5e-7);
      assertEquals(expected[1], Double.parseDouble(cells[4]), 5e-7);
    }
  }

  @Test
  public void printsAnAlignedTable() throws Exception {
    String[] lines = predict("-model", bagModel, clip(0), clip(1)).out().split("\n");
    assertEquals(3, lines.length);
    assertTrue(lines[0], lines[0].matches("file +segments  emotion +calm +anger"));
    assertTrue(lines[1], lines[1].matches(".*c0.wav +5  (calm|anger) +0\\.\\d{4}  +[01]\\.\\d{4}"));
    assertEquals(lines[1].length(), lines[2].length());
  }

  @Test
  public void givesSegmentsOverTime() throws Exception {
    String[] lines =
        predict("-model", bagModel, "-segments", "-csv", "stdout", clip(3)).out().split("\n");
    assertEquals("file,segment,start,end,predicted,prob_calm,prob_anger", lines[0]);
    assertEquals(1 + 5, lines.length);
    double[][] expected = trained.decide(bags.instance(3)).segments();
    for (int i = 0; i < expected.length; i++) {
      String[] cells = lines[i + 1].split(",");
      assertEquals(String.valueOf(i + 1), cells[1]);
      assertEquals(0.16 * i, Double.parseDouble(cells[2]), 1e-9);
      // 31 hops of 10 ms and one window of 25 ms
      assertEquals(0.16 * i + 0.335, Double.parseDouble(cells[3]), 1e-9);
      assertEquals(expected[i][0], Double.parseDouble(cells[5]), 5e-7);
    }
    assertTrue(
        predict("-model", bagModel, "-segments", clip(3)).out().contains("start   end  emotion"));
  }

  @Test
  public void writesJson() throws Exception {
    String out = predict("-model", bagModel, "-segments", "-json", "stdout", clip(2)).out();
    JSONNode clip = (JSONNode) JSONNode.read(new StringReader(out)).getChild("clips").getChildAt(0);
    assertEquals(clip(2), clip.getChild("file").getValue());
    assertEquals(5, ((Number) clip.getChild("segments").getValue()).intValue());
    JSONNode probabilities = clip.getChild("probabilities");
    double[] expected = trained.distributionForInstance(bags.instance(2));
    assertEquals(
        expected[1], ((Number) probabilities.getChild("anger").getValue()).doubleValue(), 5e-7);
    JSONNode second = (JSONNode) clip.getChild("over_time").getChildAt(1);
    assertEquals(0.16, ((Number) second.getChild("start").getValue()).doubleValue(), 1e-9);
    assertEquals(5, clip.getChild("over_time").getChildCount());
  }

  @Test
  public void takesAFilteredClassifierBehindAFeatureFilter() throws Exception {
    Printed printed = predict("-model", clipModel, "-csv", "stdout", clip(0));
    assertEquals("", printed.err());
    assertEquals(null, printed.rejection());
    String[] lines = printed.out().split("\n");
    Classifier reloaded = (Classifier) SerializationHelper.read(clipModel);
    Instances one = new Instances(clips(), 0, 1);
    double[] expected = reloaded.distributionForInstance(one.instance(0));
    String[] cells = lines[1].split(",");
    assertArrayEquals(
        expected, new double[] {Double.parseDouble(cells[3]), Double.parseDouble(cells[4])}, 5e-7);
  }

  @Test
  public void decidesByAnExportedModelAsByTheSavedOne() throws Exception {
    String exported = FOLDER.getRoot() + "/clips.pathnet";
    ModelFile.write(ModelFile.pathNet(new File(clipModel)), new File(exported));
    assertEquals(
        predict("-model", clipModel, "-segments", "-csv", "stdout", clip(0), clip(1)).out(),
        predict("-model", exported, "-segments", "-csv", "stdout", clip(0), clip(1)).out());
    FilteredClassifier filtered = new FilteredClassifier();
    filtered.setFilter(chain());
    filtered.setClassifier(new PathNetClassifier());
    ((PathNetClassifier) filtered.getClassifier()).setOptions(SMALL.clone());
    filtered.buildClassifier(ofOneSubject(clips()));
    String saved = saved("chain.model", filtered);
    ModelFile.write(ModelFile.pathNet(new File(saved)), new File(exported));
    String[] speaker = {"-speaker", "me", "-csv", "stdout", recordings.toString()};
    String expected = predict(ArrayUtils.addAll(speaker, "-model", saved)).out();
    assertEquals(CLIPS + 1, expected.lines().count());
    assertEquals(expected, predict(ArrayUtils.addAll(speaker, "-model", exported)).out());
  }

  private static Instances ofOneSubject(Instances clips) {
    Instances ofOne = new Instances(clips);
    ofOne.insertAttributeAt(new Attribute("subject", List.of("someone")), 1);
    ofOne.forEach(clip -> clip.setValue(1, 0));
    return ofOne;
  }

  private static Instances standardized(Instances clips) throws Exception {
    Instances ofOne = ofOneSubject(clips);
    MultiFilter chain = chain();
    chain.setInputFormat(ofOne);
    return Filter.useFilter(ofOne, chain);
  }

  private static MultiFilter chain() throws Exception {
    MultiFilter chain = new MultiFilter();
    chain.setFilters(new Filter[] {filter(), new SubjectStandardize()});
    return chain;
  }

  private static String[] probabilities(Printed printed) {
    return printed
        .out()
        .lines()
        .skip(1)
        .map(line -> line.substring(line.indexOf(',')))
        .toArray(String[]::new);
  }

  @Test
  public void standardisesTheClipsOfASpeakerTogether() throws Exception {
    PathNetClassifier bare = new PathNetClassifier();
    bare.setOptions(SMALL.clone());
    bare.buildClassifier(standardized(clips()));
    FilteredClassifier filtered = new FilteredClassifier();
    filtered.setFilter(chain());
    filtered.setClassifier(new PathNetClassifier());
    ((PathNetClassifier) filtered.getClassifier()).setOptions(SMALL.clone());
    filtered.buildClassifier(ofOneSubject(clips()));
    Path broken = FOLDER.newFile("broken.wav").toPath();
    for (Classifier model : List.of(bare, filtered)) {
      String file = saved("standardized.model", model);
      Printed printed =
          predict(
              "-model",
              file,
              "-speaker",
              "me",
              "-csv",
              "stdout",
              clip(0),
              broken.toString(),
              recordings.toString());
      assertTrue(printed.err(), printed.err().contains("broken.wav"));
      // Clip 0 is there twice, which changes the speaker's means a little.
      Instances twice = new Instances(clips(), 0, 1);
      clips().forEach(twice::add);
      Instances expected = standardized(twice);
      String[] lines = probabilities(printed);
      assertEquals(CLIPS + 1, lines.length);
      for (int i = 0; i < lines.length; i++) {
        Classifier network = model == filtered ? filtered.getClassifier() : bare;
        double[] distribution = network.distributionForInstance(expected.get(i));
        assertEquals(distribution[0], Double.parseDouble(lines[i].split(",")[3]), 5e-7);
      }
    }
  }

  @Test
  public void standardisesEachClipByItselfWithoutASpeakerAndSaysSoOnce() throws Exception {
    PathNetClassifier network = new PathNetClassifier();
    network.setOptions(SMALL.clone());
    network.buildClassifier(standardized(clips()));
    String model = saved("alone.model", network);
    RecordingLog log = new RecordingLog();
    WindowLog.install(() -> Optional.of(log));
    try {
      Printed printed = predict("-model", model, "-csv", "stdout", clip(0), clip(1));
      for (int i = 0; i < 2; i++) {
        Instances one = standardized(new Instances(clips(), i, 1));
        double expected = network.distributionForInstance(one.get(0))[0];
        String[] cells = probabilities(printed)[i].split(",");
        assertEquals(expected, Double.parseDouble(cells[3]), 5e-7);
      }
      List<String> warnings = log.messages.stream().filter(m -> m.contains(clip(0))).toList();
      assertEquals(1, warnings.size());
      assertTrue(warnings.get(0), warnings.get(0).endsWith("at once (PathNetPredict: -speaker)."));
    } finally {
      WindowLog.install(Optional::empty);
    }
    assertArrayEquals(
        probabilities(predict("-model", bagModel, "-csv", "stdout", clip(0), clip(1))),
        probabilities(
            predict("-model", bagModel, "-speaker", "me", "-csv", "stdout", clip(0), clip(1))));
  }

  @Test
  public void givesTheFilterFurtherOptions() throws Exception {
    String model = faceModel();
    Path video = TestVideos.write(FOLDER.getRoot().toPath().resolve("face.avi"), 25, faces(50));
    assertEquals("50", segments(predict("-model", model, "-csv", "stdout", video.toString())));
    String[] sampled = {
      "-model", model, "-filter-options", "-fps 5", "-csv", "stdout", video.toString()
    };
    assertEquals("10", segments(predict(sampled)));
  }

  private static String segments(Printed printed) {
    assertEquals(null, printed.rejection());
    return printed.out().split("\n")[1].split(",")[1];
  }

  private static List<BufferedImage> faces(int count) {
    return Collections.nCopies(count, DrawnFaces.face(160, 120, 80, 60, 60));
  }

  private static String faceModel() throws Exception {
    Instances table = new Instances(clips(), 0);
    for (int i = 0; i < 2; i++) {
      Path file = FOLDER.getRoot().toPath().resolve("train" + i + ".avi");
      TestVideos.write(file, 25, faces(4));
      double[] row = {table.attribute(0).addStringValue(file.toString()), i};
      table.add(new DenseInstance(1, row));
    }
    FaceCrop crop = new FaceCrop();
    crop.setOptions(new String[] {"-size", "16"});
    crop.setInputFormat(table);
    PathNetClassifier classifier = new PathNetClassifier();
    classifier.setOptions(SMALL.clone());
    classifier.buildClassifier(Filter.useFilter(table, crop));
    return saved("faces.model", classifier);
  }

  @Test
  public void warnsOfClipsWithAnotherLevelThanTheTrainingClips() throws Exception {
    Path folder = FOLDER.newFolder("gains").toPath();
    // 0.5 is the amplitude of the training clips; 0.005 is 40 dB below, 0.35 is 3 dB below.
    sine(folder.resolve("a.wav"), 0.005);
    sine(folder.resolve("b.wav"), 0.005);
    sine(folder.resolve("c.wav"), 0.35);
    for (String model : List.of(bagModel, clipModel)) {
      Printed printed = predict("-model", model, "-csv", "stdout", folder.toString());
      assertEquals(null, printed.rejection());
      assertEquals(4, printed.out().lines().count());
      List<String> sentences = printed.err().lines().toList();
      assertEquals(printed.err(), 1, sentences.size());
      String warning = sentences.get(0);
      String start = "Warning: 2 of 3 clips lie outside of the levels that the model was trained";
      assertTrue(warning, warning.startsWith(start));
      assertTrue(warning, warning.contains(" dB below the training range of "));
      assertTrue(warning, warning.endsWith("-level clip, or normalise the files' level."));
    }
    assertEquals("", predict("-model", bagModel, folder.resolve("c.wav").toString()).err());
  }

  @Test
  public void doesNotWarnWhereFeaturesAreRelativeToTheLevel() throws Exception {
    Path quiet = sine(FOLDER.getRoot().toPath().resolve("quiet.wav"), 0.005);
    MelDeltaSpectrogram filter = filter();
    filter.setLevel(LevelNormalization.CLIP);
    Instances table = clips();
    filter.setInputFormat(table);
    PathNetClassifier relative = new PathNetClassifier();
    relative.setOptions(SMALL.clone());
    relative.buildClassifier(Filter.useFilter(table, filter));
    Printed printed = predict("-model", saved("relative.model", relative), quiet.toString());
    assertEquals("", printed.err());
    assertEquals(null, printed.rejection());
  }

  @Test
  public void decidesNothingAboutDigitalSilence() throws Exception {
    Path file = FOLDER.getRoot().toPath().resolve("silence.wav");
    TestClips.pcm16(file, RATE, 2, RATE, i -> 0);
    String name = file.toString();
    for (String model : List.of(bagModel, clipModel)) {
      Printed csv = predict("-model", model, "-csv", "stdout", name);
      assertEquals(null, csv.rejection());
      assertEquals(name + ",5,silent,,", csv.out().split("\n")[1]);
      String start = "Warning: The clip has digital silence (one value throughout)";
      assertTrue(csv.err(), csv.err().startsWith(start));
      assertEquals(csv.err(), 1, csv.err().lines().count());
    }
    String[] table = predict("-model", bagModel, "-segments", name).out().split("\n");
    assertTrue(table[1], table[1].matches(".*silence.wav +5 +silent"));
    assertTrue(table[4], table[4].matches(".*silence.wav +1 +0.00 +0.\\d+ +silent"));
    String json = predict("-model", bagModel, "-json", "stdout", name).out();
    assertTrue(json, json.replace(" ", "").contains("\"predicted\":\"silent\""));
  }

  private static Path sine(Path file, double amplitude) throws IOException {
    return TestClips.pcm16(
        file, RATE, 1, RATE, i -> amplitude * Math.sin(2 * Math.PI * 320 * i / RATE));
  }

  @Test
  public void rejectsOptionsThatWouldMakeOtherFeatures() throws Exception {
    String sentence = "with the options '-bands 32'; leave out what changes them.";
    assertOption(sentence, "-model", bagModel, "-filter-options", "-bands 32", clip(0));
    sentence = "with the options '-bnds 32': Illegal options: -bnds 32";
    assertOption(sentence, "-model", bagModel, "-filter-options", "-bnds 32", clip(0));
  }

  @Test
  public void losesNoResultByAnUnreadableFile() throws Exception {
    Path folder = FOLDER.newFolder("mixed").toPath();
    Files.copy(Path.of(clip(0)), folder.resolve("a.wav"));
    Files.writeString(folder.resolve("b.wav"), "no sound");
    Files.copy(Path.of(clip(1)), folder.resolve("c.wav"));
    Files.writeString(folder.resolve("notes.txt"), "left alone");
    Printed printed =
        predict("-model", bagModel, "-csv", "stdout", folder.toString(), folder + "/gone.wav");
    assertEquals(3, printed.out().lines().count());
    assertTrue(printed.out(), printed.out().contains("a.wav") && printed.out().contains("c.wav"));
    List<String> sentences = printed.err().lines().toList();
    assertEquals(2, sentences.size());
    assertTrue(sentences.get(0), sentences.get(0).contains("b.wav"));
    assertTrue(sentences.get(1), sentences.get(1).contains("gone.wav"));
    assertTrue(
        printed.rejection().getMessage(),
        printed.rejection().getMessage().startsWith("2 of 4 clips could not be read"));
  }

  @Test
  public void withoutAModelThePackagesOwnDecidesAndIsNamed() throws Exception {
    Printed printed = predict("-csv", "stdout", clip(0));
    assertEquals(
        "file,segments,predicted,prob_anger,prob_boredom,prob_disgust,prob_fear,prob_happiness,"
            + "prob_neutral,prob_sadness",
        printed.out().lines().findFirst().get());
    assertTrue(printed.err(), printed.err().startsWith("No -model is given: the package's own"));
    assertTrue(printed.err(), printed.err().contains("emodb-speech"));
  }

  /** Two seconds have 198 frames, and (198 - 32) / 16 + 1 = 11 segments: 8 windows of 4. */
  @Test
  public void aModelThatSeesClipsWholeDecidesAboutWindowsOverTime() throws Exception {
    PathNetClassifier whole = new PathNetClassifier();
    whole.setOptions(
        Utils.splitOptions(
            "-preset speech -M 1 -L 2 -H 4 -G 2 -width 3 -dilation 1,2 -augmentation none"));
    whole.buildClassifier(bags);
    String model = saved("whole.model", whole);
    Path file = recordings.resolve("long.wav");
    TestClips.tone(file, RATE, 1, 2, 400);
    try {
      String[] lines =
          predict("-model", model, "-segments", "-csv", "stdout", file.toString())
              .out()
              .split("\n");
      assertEquals(1 + 8, lines.length);
      String[] last = lines[8].split(",");
      assertEquals(7 * 0.16, Double.parseDouble(last[2]), 1e-9);
      assertEquals(7 * 0.16 + 3 * 0.16 + 0.335, Double.parseDouble(last[3]), 1e-9);
      for (String[] options : new String[][] {{}, {"-segments"}}) {
        String[] words = {"-model", model, "-json", "stdout", file.toString()};
        String json = predict(ArrayUtils.addAll(options, words)).out();
        assertTrue(json, json.contains("\"segments\" : 11,"));
      }
      // One window is the whole clip where there are not more segments.
      TestClips.tone(file, RATE, 1, 0.83, 400);
      String clip = predict("-model", model, "-csv", "stdout", file.toString()).out();
      String window =
          predict("-model", model, "-segments", "-csv", "stdout", file.toString()).out();
      assertEquals(clip.lines().toList().get(1).split(",")[3], window.split("\n")[1].split(",")[5]);
    } finally {
      Files.delete(file);
    }
  }

  @Test
  public void saysThatAFolderHasNoClip() throws Exception {
    Path empty = FOLDER.newFolder("empty").toPath();
    assertEquals(
        "Folder '" + empty + "' has no clip.",
        predict("-model", bagModel, empty.toString(), clip(0)).err().strip());
  }

  @Test
  public void rejectsModelsThatDoNotNameTheirInputs() throws Exception {
    Instances plain = BagTables.make("plain", 8, 6, 2, 2);
    plain.setRelationName("plain");
    PathNetClassifier unnamed = new PathNetClassifier();
    unnamed.setOptions(SMALL.clone());
    unnamed.buildClassifier(plain);
    assertRejected(saved("unnamed.model", unnamed), "was not trained on the output of a feature");

    FilteredClassifier summarised = new FilteredClassifier();
    summarised.setFilter(new BagFunctionals());
    PathNetClassifier behind = new PathNetClassifier();
    behind.setOptions(SMALL.clone());
    summarised.setClassifier(behind);
    summarised.buildClassifier(bags);
    assertRejected(saved("summarised.model", summarised), "has the part BagFunctionals before");
    assertRejected(saved("untrained.model", new PathNetClassifier()), "no model has been built");
    assertRejected(
        saved("zero.model", new weka.classifiers.rules.ZeroR()),
        "holds a weka.classifiers.rules.ZeroR instead of a PathNetClassifier");
  }

  @Test
  public void rejectsAFileThatIsNoModel() throws Exception {
    Path file = FOLDER.newFile("no.model").toPath();
    Files.writeString(file, "no model");
    assertRejected(file.toString(), "is not a readable PathNetClassifier model");
    SerializationHelper.write(file.toString(), new java.net.URL("http://localhost/"));
    assertRejected(file.toString(), "holds a java.net.URL");
    String absent = file + ".gone";
    String message = predict("-model", absent, clip(0)).rejection().getMessage();
    assertTrue(message, message.startsWith("Option -model: '" + absent + "' does not exist."));
  }

  private static void assertRejected(String model, String why) throws Exception {
    Printed printed = predict("-model", model, clip(0));
    String message = printed.rejection().getMessage();
    assertTrue(message, message.startsWith("Model ") && message.contains(why));
    assertEquals("", printed.out());
  }

  @Test
  public void rejectsOptionsInASentence() {
    assertOption("No clip is given", "-model", bagModel);
    assertOption("Unknown option '-jsn'", "-model", bagModel, "-jsn", clip(0));
    assertOption(
        "Only one of -csv and -json",
        "-model",
        bagModel,
        "-csv",
        "stdout",
        "-json",
        "stdout",
        clip(0));
    assertOption("is not there", "-model", bagModel, "-csv", "nowhere" + "/x/out.csv", clip(0));
  }

  private static void assertOption(String sentence, String... arguments) {
    WekaException rejection =
        assertThrows(
            Arrays.toString(arguments),
            WekaException.class,
            () -> new PathNetPredict().run(null, arguments));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains(sentence));
    assertFalse(rejection.getMessage(), rejection.getMessage().startsWith("General"));
  }
}
