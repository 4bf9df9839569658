package weka.filters.unsupervised.attribute;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.SharedData;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.embedding.OnnxFile;
import emotiontransfer.media.DrawnFaces;
import emotiontransfer.media.TestClips;
import emotiontransfer.media.TestVideos;
import emotiontransfer.weka.table.FeatureSignature;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.classifiers.evaluation.Evaluation;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.Check;
import weka.core.CheckGOE;
import weka.core.CheckOptionHandler;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Utils;
import weka.core.WekaException;
import weka.filters.Filter;

public class OnnxEmbeddingTest {

  private static final float[] SAMPLES = {0.5f, 0.25f, -0.25f, 0, 0.25f, -0.5f, 0.25f, 0};

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Instances clips = ClipTables.empty();
  private Path clip;
  private Path model;

  @Before
  public void writeClip() throws Exception {
    clip = TestClips.floats(path("clip.wav"), 16000, SAMPLES);
    ClipTables.add(clips, clip.toString(), 0);
    model = path("model.onnx");
  }

  private Path path(String name) {
    return folder.getRoot().toPath().resolve(name);
  }

  private OnnxEmbedding filter(String... options) throws Exception {
    OnnxEmbedding filter = new OnnxEmbedding();
    filter.setOptions(options.clone());
    if (filter.getModel().getPath().isEmpty()) {
      filter.setModel(model.toFile());
    }
    return filter;
  }

  private Instances embed(String... options) throws Exception {
    OnnxEmbedding filter = filter(options);
    filter.setInputFormat(clips);
    return Filter.useFilter(clips, filter);
  }

  private String rejection(String... options) {
    return assertThrows(IllegalArgumentException.class, () -> embed(options)).getMessage();
  }

  private static double[] vector(Instances table) {
    return Arrays.copyOfRange(table.get(0).toDoubleArray(), 2, table.numAttributes() - 1);
  }

  private static double[][] rows(Instances table) {
    return ClipTables.bag(table.get(0)).stream()
        .map(row -> row.toDoubleArray())
        .toArray(double[][]::new);
  }

  @Test
  public void vectorBecomesNumericAttributes() throws Exception {
    OnnxFile.vector().write(model);
    Instances result = embed();
    assertEquals("hidden_states_000", result.attribute(2).name());
    assertEquals(5, result.numAttributes());
    assertEquals("emotion", result.classAttribute().name());
    // sum 0.5; squares 0.25 + 4 * 0.0625 + 0.25
    assertArrayEquals(new double[] {0.5 / 8, 0.75 / 8}, vector(result), 1e-7);
  }

  @Test
  public void outputsThatAreChosenStandBesideEachOther() throws Exception {
    OnnxFile.vector().write(model);
    Instances result = embed("-output", "logits, hidden_states");
    assertEquals("logits_000", result.attribute(2).name());
    assertArrayEquals(new double[] {0.5, 0.5 / 8, 0.75 / 8}, vector(result), 1e-7);
  }

  @Test
  public void sequenceBecomesABagOfFrames() throws Exception {
    OnnxFile.sequence().write(model);
    Instances result = embed();
    assertEquals("last_hidden_state_001", ClipTables.bag(result.get(0)).attribute(1).name());
    assertArrayEquals(new double[] {0.125, 0.5}, rows(result)[0], 1e-7);
    assertArrayEquals(new double[] {0, 0.25}, rows(result)[1], 1e-7);
  }

  @Test
  public void vectorOfASequenceIsTheMeanOfItsFrames() throws Exception {
    OnnxFile.sequence().write(model);
    Instances result = embed("-form", "vector");
    assertArrayEquals(new double[] {0.0625, 0.375}, vector(result), 1e-7);
  }

  @Test
  public void outputsOfDifferentLengthNeedAForm() throws Exception {
    OnnxFile.sequence()
        .node("ReduceMax", "peak", OnnxFile.ints("axes", 1), "input_values")
        .output("peak", OnnxFile.FLOAT, -1, 1)
        .write(model);
    String message = rejection("-output", "last_hidden_state,peak");
    assertEquals(
        "The outputs last_hidden_state, peak have 4000, 1 rows, which cannot stand beside each"
            + " other; choose one (-output), or their means (-form vector).",
        message);
    Instances result = embed("-output", "last_hidden_state,peak", "-form", "vector");
    assertArrayEquals(new double[] {0.0625, 0.375, 0.5}, vector(result), 1e-7);
  }

  @Test
  public void rangeOfTheSamplesIsAnOptionOrInTheMetadata() throws Exception {
    OnnxFile.vector().write(model);
    assertEquals(0.5 / 8 * 32768, vector(embed("-normalize", "int16"))[0], 1e-3);
    double[] standard = vector(embed("-normalize", "zero-mean"));
    assertArrayEquals(new double[] {0, 1}, standard, 1e-5);
    OnnxFile.vector().metadata("do_normalize", "True").write(model);
    assertArrayEquals(standard, vector(embed()), 0);
    OnnxFile.vector().metadata("normalize_samples", "0").write(model);
    assertEquals(0.5 / 8 * 32768, vector(embed())[0], 1e-3);
    assertEquals(0.5 / 8, vector(embed("-normalize", "none"))[0], 1e-7);
    assertEquals("normalize imagenet is for pictures", rejection("-normalize", "imagenet"));
  }

  @Test
  public void clipIsResampledToTheRateOfTheModel() throws Exception {
    TestClips.tone(clip, 16000, 1, 1, 440);
    OnnxFile.sequence().metadata("sample_rate", "8000").write(model);
    assertEquals(2000, rows(embed()).length);
    assertEquals(4000, rows(embed("-sample-rate", "16000")).length);
  }

  @Test
  public void modelOfAFixedLengthSeesWindows() throws Exception {
    OnnxFile fixed = new OnnxFile().input("x", OnnxFile.FLOAT, 1, 6);
    fixed.node("ReduceMean", "y", OnnxFile.ints("axes", 1), "x").output("y", OnnxFile.FLOAT, 1, 1);
    fixed.write(model);
    // sum 0.25 of six, then 0.25 and five zeros
    assertArrayEquals(new double[] {0.25 / 6}, vector(embed()), 1e-7);
    double[][] windows = rows(embed("-form", "sequence"));
    assertArrayEquals(new double[] {0.25 / 6}, windows[0], 1e-7);
    assertArrayEquals(new double[] {0.25 / 6}, windows[1], 1e-7);
  }

  @Test
  public void maskAndLengthAreGivenWhereTheyAreAskedFor() throws Exception {
    new OnnxFile()
        .input("input_values", OnnxFile.FLOAT, -1, -1)
        .input("attention_mask", OnnxFile.LONG, -1, -1)
        .input("x_lens", OnnxFile.LONG, -1)
        .node("Cast", "mask", OnnxFile.one("to", OnnxFile.FLOAT), "attention_mask")
        .node("Mul", "masked", "input_values", "mask")
        .node("ReduceMax", "peak", OnnxFile.ints("axes", 1), "masked")
        .node("Cast", "length", OnnxFile.one("to", OnnxFile.FLOAT), "x_lens")
        .node("Mul", "both", "peak", "length")
        .output("both", OnnxFile.FLOAT, -1, 1)
        .write(model);
    assertArrayEquals(new double[] {0.5 * 8}, vector(embed()), 1e-6);
  }

  @Test
  public void secondModelTakesTheFramesOfTheFirst() throws Exception {
    OnnxFile.sequence().write(model);
    Path next = path("next.onnx");
    new OnnxFile()
        .input("frames", OnnxFile.FLOAT, -1, 2, 2, 1)
        .node("ReduceMax", "y", OnnxFile.ints("axes", 1, 3), "frames")
        .output("y", OnnxFile.FLOAT, -1, 1, 2, 1)
        .write(next);
    String[] options = {"-next", next.toString(), "-next-scale", "2", "-next-offset", "1"};
    // The last direction has one value.
    assertArrayEquals(new double[] {1.25}, rows(embed(options))[0], 1e-6);
    new OnnxFile()
        .input("frames", OnnxFile.FLOAT, -1, 1, 2)
        .node("ReduceSum", "y", OnnxFile.ints("axes", 2), "frames")
        .output("y", OnnxFile.FLOAT, -1, 1, 1)
        .write(next);
    double[][] sums = rows(embed(options));
    assertArrayEquals(new double[] {2 * 0.625 + 2}, sums[0], 1e-6);
    assertArrayEquals(new double[] {2 * 0.25 + 2}, sums[1], 1e-6);
    OnnxFile.picture(3, 8, 8).write(next);
    assertTrue(rejection(options), rejection(options).endsWith("have 2 values."));
  }

  @Test
  public void wholePicturesBecomeOneRowAFrame() throws Exception {
    OnnxFile.picture(3, 6, 4).write(model);
    BufferedImage picture = TestVideos.plain(40, 30, new Color(255, 51, 0));
    clips.get(0).setValue(0, DrawnFaces.write(picture, path("p.png")).toString());
    double[][] rows = rows(embed("-crop", "whole"));
    assertArrayEquals(new double[] {1, 0.2, 0}, rows[0], 1e-6);
    double[] vector = vector(embed("-crop", "whole", "-form", "vector", "-normalize", "byte"));
    assertArrayEquals(new double[] {255, 51, 0}, vector, 1e-3);
    double[] imagenet = rows(embed("-crop", "whole", "-normalize", "imagenet"))[0];
    assertEquals((1 - 0.485) / 0.229, imagenet[0], 1e-4);
    assertEquals((0 - 0.406) / 0.225, imagenet[2], 1e-4);
    assertEquals(Set.of(Modality.IMAGE, Modality.VIDEO), filter().modalities());
    assertTrue(rejection(), rejection().contains("faces are square"));
  }

  @Test
  public void facesAreCroppedForAModelOfPictures() throws Exception {
    OnnxFile.picture(1, -1, -1).write(model);
    BufferedImage picture = DrawnFaces.face(160, 120, 80, 60, 60);
    clips.get(0).setValue(0, DrawnFaces.write(picture, path("p.png")).toString());
    double face = rows(embed("-size", "16", "-normalize", "byte"))[0][0];
    double whole = rows(embed("-size", "16", "-normalize", "byte", "-crop", "whole"))[0][0];
    assertTrue(face + " and " + whole, face > whole + 10);
  }

  /** All in one sentence that names the file. */
  @Test
  public void modelsThatDoNotFitAreRejected() throws Exception {
    assertEquals(
        "OnnxEmbedding needs the file of a model (-model FILE).",
        assertThrows(
                IllegalArgumentException.class, () -> new OnnxEmbedding().setInputFormat(clips))
            .getMessage());
    assertRejected("does not exist.");
    Files.writeString(model, "hello");
    assertRejected("cannot be used: it is not a file in ONNX's format, or is damaged.");
    byte[] whole = Files.readAllBytes(OnnxFile.vector().write(model));
    Files.write(model, Arrays.copyOf(whole, whole.length - 9));
    assertRejected("cannot be used: it is not a file in ONNX's format, or is damaged.");
    OnnxFile.vector().externalWeights("w", "weights.bin").write(model);
    assertRejected(
        "keeps its weights in other files (external data), which are not read; save it as one file"
            + " of at most 2 GB.");
    new OnnxFile()
        .input("a", OnnxFile.FLOAT, -1, -1)
        .ownOperation()
        .output("b", OnnxFile.FLOAT, -1, -1)
        .write(model);
    assertRejected(
        "cannot be used: it has operations of its own that ONNX Runtime does not know"
            + " (com.own:Own).");
    OnnxFile.vector().write(model);
    assertRejected("has no input 'x', but signal FLOAT [?, ?] (option -input).", "-input", "x");
    assertRejected(
        "has no output 'x', but hidden_states FLOAT [?, 2], logits FLOAT [?, 1] (option -output).",
        "-output",
        "x");
    identity(OnnxFile.DOUBLE, -1, -1);
    assertRejected("has no input of 32-bit floats, but x DOUBLE [?, ?]; export it with one.");
    identity(OnnxFile.FLOAT, -1, 80, 100);
    assertRejected(
        "takes [?, 80, 100], but what can be given is [batch, samples] or [batch, 3, height,"
            + " width].");
    identity(OnnxFile.FLOAT, 4, -1);
    assertRejected("takes 4 clips at once, but they are given one by one.");
    OnnxFile.vector().input("speed", OnnxFile.LONG, 1).write(model);
    assertRejected(
        "needs the input 'speed' as well; only masks and lengths can be given beside the clip.");
  }

  private void identity(int type, long... shape) throws Exception {
    new OnnxFile()
        .input("x", type, shape)
        .node("Identity", "y", "x")
        .output("y", type, shape)
        .write(model);
  }

  private void assertRejected(String sentence, String... options) {
    assertEquals("Model " + model.toAbsolutePath() + " " + sentence, rejection(options));
  }

  @Test
  public void clipThatTheModelDoesNotTakeIsNamed() throws Exception {
    TestClips.floats(clip, 16000, 0.5f, 0.25f);
    OnnxFile.sequence().write(model);
    WekaException rejection = assertThrows(WekaException.class, () -> embed());
    String message = rejection.getMessage();
    assertTrue(message, message.startsWith("Clip '" + clip + "' "));
    assertTrue(message, message.contains("model.onnx"));
    WekaException all = assertThrows(WekaException.class, () -> embed("-on-error", "skip"));
    assertTrue(all.getMessage(), all.getMessage().startsWith("No clip could be read, of 1 in all"));
    Path longer = TestClips.floats(path("longer.wav"), 16000, SAMPLES);
    ClipTables.add(clips, longer.toString(), 1);
    Instances skipped = embed("-on-error", "skip");
    assertTrue(skipped.get(0).isMissing(2) && !skipped.get(1).isMissing(2));
    Instances none = embed("-on-error", "skip", "-form", "vector");
    assertTrue(none.get(0).isMissing(2) && none.get(0).isMissing(3));
  }

  @Test
  public void signatureTellsWhatTheNumbersAre() throws Exception {
    OnnxFile.vector().write(model);
    String signature = FeatureSignature.of(embed().relationName());
    assertTrue(
        signature,
        signature.matches(
            "OnnxEmbedding -sha256 [0-9a-f]{12} -input signal -output hidden_states -normalize none"
                + " -sample-rate 16000 -form vector"));
    // A command line that makes the same again, if it is told the file.
    String[] again = Utils.splitOptions(signature.substring("OnnxEmbedding ".length()));
    assertEquals(signature, FeatureSignature.of(embed(again).relationName()));
    OnnxFile.vector().metadata("changed", "yes").write(model);
    String[] other = Utils.splitOptions(signature.substring("OnnxEmbedding ".length()));
    assertTrue(rejection(other).contains("SHA-256 begins with"));
  }

  @Test
  public void savedFilterRejectsAnotherModelInItsFile() throws Exception {
    OnnxFile.vector().write(model);
    OnnxEmbedding filter = filter();
    filter.setInputFormat(clips);
    double[] before = vector(Filter.useFilter(clips, filter));
    File saved = folder.newFile("saved");
    SerializationHelper.write(saved.getPath(), filter);
    OnnxEmbedding read = (OnnxEmbedding) SerializationHelper.read(saved.getPath());
    assertArrayEquals(before, vector(Filter.useFilter(clips, read)), 0);
    OnnxFile.vector().metadata("changed", "yes").write(model);
    OnnxEmbedding late = (OnnxEmbedding) SerializationHelper.read(saved.getPath());
    IllegalArgumentException other =
        assertThrows(IllegalArgumentException.class, () -> Filter.useFilter(clips, late));
    assertTrue(other.getMessage(), other.getMessage().contains("SHA-256"));
  }

  @Test
  public void threadsChangeNothing() throws Exception {
    Instances tones = ClipTables.tones(folder.getRoot().toPath(), 12, 0.2);
    OnnxFile.sequence().write(model);
    String[] texts = new String[2];
    for (int i = 0; i < 2; i++) {
      OnnxEmbedding filter = filter("-num-slots", String.valueOf(1 + 3 * i), "-cache-mb", "0");
      filter.setInputFormat(tones);
      texts[i] = Filter.useFilter(tones, filter).toString();
    }
    assertEquals(texts[0], texts[1]);
  }

  @Test
  public void pathNetLearnsFromTheFramesOfAModel() throws Exception {
    Instances tones = ClipTables.tones(folder.getRoot().toPath(), 16, 0.05);
    OnnxFile.sequence().write(model);
    OnnxEmbedding filter = filter();
    filter.setInputFormat(tones);
    Instances bags = Filter.useFilter(tones, filter);
    SubjectStandardize standardize = new SubjectStandardize();
    standardize.setInputFormat(bags);
    Instances standardized = Filter.useFilter(bags, standardize);
    PathNetClassifier network = new PathNetClassifier();
    network.setOptions(
        Utils.splitOptions(
            "-preset speech -L 1 -M 2 -N 1 -H 8 -P 2 -G 6 -mini-batch 4 -width 3 -dilation 1"
                + " -augmentation none"));
    network.buildClassifier(standardized);
    Evaluation evaluation = new Evaluation(standardized);
    evaluation.evaluateModel(network, standardized);
    assertTrue("correct: " + evaluation.pctCorrect(), evaluation.pctCorrect() > 80);
    BagFunctionals functionals = new BagFunctionals();
    functionals.setInputFormat(bags);
    assertEquals(3 + 2 * 7, Filter.useFilter(bags, functionals).numAttributes());
  }

  @Test
  public void passesWekasChecksOfOptions() {
    CheckOptionHandler options = new CheckOptionHandler();
    CheckGOE properties = new CheckGOE();
    options.setOptionHandler(new OnnxEmbedding());
    properties.setObject(new OnnxEmbedding());
    for (Check check : List.of(options, properties)) {
      check.setSilent(true);
      check.doTests();
    }
    assertTrue("CheckOptionHandler", options.getSuccess());
    assertTrue("CheckGOE", properties.getSuccess());
  }

  /** Google's speech_embedding: samples to mel frames, windows of 76 of them to 96 numbers. */
  @Test
  public void recordingsGoThroughTwoPublishedModels() throws Exception {
    Path models = SharedData.require("data/onnx");
    Path recordings = SharedData.require("data/emodb-original");
    Instances table = ClipTables.empty();
    try (Stream<Path> files = Files.list(recordings)) {
      List<Path> some = files.filter(it -> it.toString().endsWith(".wav")).sorted().toList();
      some.subList(0, 6).forEach(file -> ClipTables.add(table, file.toString(), 0));
    }
    String mel = models.resolve("melspectrogram.onnx").toString();
    OnnxEmbedding frames = filter("-model", mel, "-normalize", "int16");
    frames.setInputFormat(table);
    Instances sequences = Filter.useFilter(table, frames);
    assertEquals(32, ClipTables.bag(sequences.get(0)).numAttributes());
    // A frame each 10 ms.
    double seconds = (Files.size(Path.of(table.get(0).stringValue(0))) - 44) / 32000.0;
    assertEquals(100 * seconds, ClipTables.bag(sequences.get(0)).size(), 4);
    String next = models.resolve("embedding_model.onnx").toString();
    OnnxEmbedding both =
        filter(
            Utils.splitOptions(
                "-model "
                    + mel
                    + " -normalize int16 -next-step 8 -next-scale 0.1 -next-offset 2"
                    + " -next "
                    + next));
    both.setInputFormat(table);
    Instances embedded = Filter.useFilter(table, both);
    int windows = (ClipTables.bag(sequences.get(0)).size() - 76) / 8 + 1;
    assertEquals(windows, ClipTables.bag(embedded.get(0)).size());
    assertEquals(96, ClipTables.bag(embedded.get(0)).numAttributes());
  }
}
