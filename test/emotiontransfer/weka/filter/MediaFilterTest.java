package emotiontransfer.weka.filter;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.media.TestClips;
import emotiontransfer.speech.LevelNormalization;
import emotiontransfer.weka.table.BagTable;
import emotiontransfer.weka.table.FeatureSignature;
import emotiontransfer.weka.table.SegmentInstance;
import java.awt.Container;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.classifiers.Evaluation;
import weka.classifiers.meta.FilteredClassifier;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.core.WekaException;
import weka.core.converters.ConverterUtils.DataSource;
import weka.filters.Filter;
import weka.filters.MultiFilter;
import weka.filters.unsupervised.attribute.BandMeans;
import weka.filters.unsupervised.attribute.ClipTables;
import weka.filters.unsupervised.attribute.MelDeltaSpectrogram;
import weka.filters.unsupervised.instance.Randomize;
import weka.gui.FileEnvironmentField;
import weka.gui.Logger;
import weka.gui.PropertySheetPanel;

public class MediaFilterTest {

  private static final String PAPER =
      "MelDeltaSpectrogram -sample-rate 16000 -window 25 -hop 10 -fft 512 -bands 64 -low 20 -high"
          + " 8000 -floor 1.0E-10 -delta-width 2 -frames 64 -step 34 -short repeat";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Path root;

  @Before
  public void findFolder() {
    root = folder.getRoot().toPath();
  }

  private static MelDeltaSpectrogram small() {
    MelDeltaSpectrogram filter = new MelDeltaSpectrogram();
    filter.setBands(6);
    filter.setSegmentFrames(8);
    filter.setStepFrames(4);
    return filter;
  }

  private static Instances use(Filter filter, Instances clips) throws Exception {
    filter.setInputFormat(clips);
    return Filter.useFilter(clips, filter);
  }

  private static void assertSameBags(Instances expected, Instances actual) {
    assertEquals(expected.numInstances(), actual.numInstances());
    for (int i = 0; i < expected.numInstances(); i++) {
      assertSameBag(ClipTables.bag(expected.get(i)), ClipTables.bag(actual.get(i)));
    }
  }

  private static void assertSameBag(Instances expected, Instances actual) {
    assertEquals(expected.numInstances(), actual.numInstances());
    for (int s = 0; s < expected.numInstances(); s++) {
      assertArrayEquals(expected.get(s).toDoubleArray(), actual.get(s).toDoubleArray(), 0);
    }
  }

  @Test
  public void bagTableHasFileSubjectBagAndClassAndTheSignatureAsItsName() throws Exception {
    Instances clips = ClipTables.tones(root, 2, 1);
    Instances bags = use(new MelDeltaSpectrogram(), clips);
    assertEquals("tones-features(" + PAPER + ")", bags.relationName());
    assertEquals(PAPER, FeatureSignature.of(bags.relationName()));
    assertEquals(4, bags.numAttributes());
    assertEquals("file", bags.attribute(0).name());
    assertTrue(bags.attribute(0).isString());
    assertEquals("subject", bags.attribute(1).name());
    assertEquals("bag", bags.attribute(2).name());
    assertEquals("emotion", bags.classAttribute().name());
    assertEquals(3, bags.classIndex());
    assertEquals(ClipTables.EMOTIONS.get(1), bags.get(1).stringValue(3));
    assertEquals(clips.get(1).stringValue(0), bags.get(1).stringValue(0));
    Instances bag = ClipTables.bag(bags.get(0));
    assertEquals("(98 - 64) / 34 + 1 segments", 2, bag.numInstances());
    assertEquals(12288, bag.numAttributes());
    assertEquals("static_f00_t00", bag.attribute(0).name());
    assertEquals("static_f01_t00", bag.attribute(64).name());
    assertEquals("delta_f00_t00", bag.attribute(4096).name());
    assertEquals("deltadelta_f63_t63", bag.attribute(12287).name());
    assertTrue(bag.get(1) instanceof SegmentInstance);
    // Segment 1 begins 34 frames later: its frame 0 is frame 34 of segment 0, in every row.
    for (int row = 0; row < 192; row++) {
      assertEquals(bag.get(0).value(row * 64 + 34), bag.get(1).value(row * 64), 0);
    }
  }

  @Test
  public void otherColumnsAndWeightsAreKeptBetweenBagAndClass() throws Exception {
    Instances clips = ClipTables.tones(root, 2, 0.3);
    clips.setClassIndex(-1);
    clips.insertAttributeAt(new Attribute("sentence", (List<String>) null), 0);
    clips.insertAttributeAt(new Attribute("age"), 2);
    clips.setClassIndex(4);
    for (Instance clip : clips) {
      clip.setValue(0, "text " + clip.classValue());
      clip.setValue(2, 30 + clip.classValue());
      clip.setWeight(0.5 + clip.classValue());
    }
    Instances bags = use(small(), clips);
    String[] names = {"file", "subject", "bag", "sentence", "age", "emotion"};
    for (int i = 0; i < names.length; i++) {
      assertEquals(names[i], bags.attribute(i).name());
    }
    Instance second = bags.get(1);
    assertEquals("text 1.0", second.stringValue(3));
    assertEquals(31, second.value(4), 0);
    assertEquals(1.5, second.weight(), 0);
  }

  @Test
  public void missingPathAndMissingClassStayMissing() throws Exception {
    Instances clips = ClipTables.tones(root, 2, 0.3);
    ClipTables.add(clips, null, 0);
    clips.get(0).setClassMissing();
    Instances bags = use(small(), clips);
    assertTrue(bags.get(0).classIsMissing());
    assertNotNull(ClipTables.bag(bags.get(0)));
    assertTrue(bags.get(2).isMissing(0));
    assertNull(ClipTables.bag(bags.get(2)));
    assertEquals("anger", bags.get(2).stringValue(bags.classIndex()));
  }

  @Test
  public void tableWithoutPathsIsRejected() throws Exception {
    Instances numbers = ClipTables.empty();
    numbers.setClassIndex(1);
    numbers.deleteAttributeAt(0);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> use(small(), numbers));
    assertTrue(e.getMessage(), e.getMessage().contains("no string attribute named 'file'"));
  }

  @Test
  public void tableThatHasBagsAlreadyIsRejected() throws Exception {
    Instances clips = ClipTables.empty();
    clips.renameAttribute(1, "bag");
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> use(small(), clips));
    assertTrue(e.getMessage(), e.getMessage().contains("named 'bag' already"));
  }

  @Test
  public void unreadableClipIsAnErrorThatNamesTheFirstOneInTheTable() throws Exception {
    Instances clips = ClipTables.tones(root, 6, 0.3);
    Files.writeString(root.resolve("c2.wav"), "no sound");
    Files.writeString(root.resolve("c4.wav"), "no sound either");
    for (int slots : new int[] {1, 4}) {
      MelDeltaSpectrogram filter = small();
      filter.setNumSlots(slots);
      WekaException e = assertThrows(WekaException.class, () -> use(filter, clips));
      assertTrue(e.getMessage(), e.getMessage().startsWith("Clip '" + root.resolve("c2.wav")));
      assertTrue(e.getMessage(), e.getMessage().contains("-on-error skip"));
    }
  }

  @Test
  public void skippedClipsHaveMissingBagsAndAreCounted() throws Exception {
    Instances clips = ClipTables.tones(root, 4, 0.3);
    Files.writeString(root.resolve("c1.wav"), "no sound");
    Files.delete(root.resolve("c3.wav"));
    MelDeltaSpectrogram filter = small();
    filter.setOptions(new String[] {"-on-error", "skip", "-bands", "6"});
    RecordingLog log = new RecordingLog();
    filter.setLog(log);
    Instances bags = use(filter, clips);
    assertEquals(4, bags.numInstances());
    assertTrue(bags.get(1).isMissing(2));
    assertTrue(bags.get(3).isMissing(2));
    assertFalse(bags.get(2).isMissing(2));
    assertEquals("sadness", bags.get(3).stringValue(3));
    assertTrue(
        log.messages.toString(),
        log.messages.contains("2 of 4 clips could not be read; their bags are missing."));
    assertTrue(
        log.messages.toString(),
        log.messages.contains("Clip '" + root.resolve("c3.wav") + "' does not exist."));
    int segments = bags.get(0).relationalValue(2).numInstances();
    String summary =
        "2 bags of %d to %d segments, %d segments in all."
            .formatted(segments, segments, 2 * segments);
    assertTrue(log.messages.toString(), log.messages.contains(summary));
  }

  @Test
  public void droppedShortClipsAreCounted() throws Exception {
    Instances clips = ClipTables.tones(root, 2, 0.05);
    MelDeltaSpectrogram filter = small();
    filter.setOptions(new String[] {"-short", "drop", "-frames", "64"});
    RecordingLog log = new RecordingLog();
    filter.setLog(log);
    Instances bags = use(filter, clips);
    assertTrue(bags.get(0).isMissing(2) && bags.get(1).isMissing(2));
    assertTrue(log.messages.contains("2 of 2 clips have no segment; their bags are missing."));
    assertTrue(bags.relationName(), bags.relationName().endsWith("-short drop)"));
  }

  private static final class RecordingLog implements Logger {
    private final List<String> messages = new ArrayList<>();

    @Override
    public void logMessage(String message) {
      messages.add(message);
    }

    @Override
    public void statusMessage(String message) {
      assertNotNull(message);
    }
  }

  @Test
  public void clipsGivenOneByOneEqualTheBatch() throws Exception {
    Instances clips = ClipTables.tones(root, 6, 0.4);
    Instances batch = use(small(), clips);
    MelDeltaSpectrogram filter = small();
    assertTrue("the format is known at once", filter.setInputFormat(new Instances(clips, 0)));
    assertFalse(filter.batchFinished());
    for (int i = 0; i < clips.numInstances(); i++) {
      assertTrue(filter.input(clips.get(i)));
      filter.batchFinished();
      Instance row = filter.output();
      assertSameBag(ClipTables.bag(batch.get(i)), ClipTables.bag(row));
      assertEquals(clips.get(i).stringValue(0), row.stringValue(0));
      assertEquals(clips.get(i).classValue(), row.classValue(), 0);
    }
    Instances header = filter.getOutputFormat();
    assertEquals("only the last bag is kept", 1, header.attribute("bag").numValues());
  }

  @Test
  public void laterClipThatCannotBeReadDoesNotStandInTheWayOfTheNextOne() throws Exception {
    Instances clips = ClipTables.tones(root, 3, 0.4);
    MelDeltaSpectrogram filter = small();
    use(filter, new Instances(clips, 0, 1));
    Files.writeString(root.resolve("c1.wav"), "no sound");
    assertThrows(WekaException.class, () -> filter.input(clips.get(1)));
    filter.input(clips.get(2));
    filter.batchFinished();
    assertTrue(filter.output().stringValue(0).endsWith("c2.wav"));
    assertEquals(0, filter.numPendingOutput());
  }

  @Test
  public void secondBatchEqualsTheFirst() throws Exception {
    Instances clips = ClipTables.tones(root, 5, 0.4);
    MelDeltaSpectrogram filter = small();
    Instances first = use(filter, clips);
    Instances second = Filter.useFilter(clips, filter);
    assertSameBags(first, second);
    assertTrue(first.equalHeaders(second));
  }

  @Test
  public void numberOfThreadsDoesNotChangeABit() throws Exception {
    Instances clips = ClipTables.empty();
    for (int i = 0; i < 12; i++) {
      Path file = root.resolve(i + ".wav");
      int[] rates = {8000, 16000, 44100, 48000};
      Random random = new Random(i);
      TestClips.pcm16(file, rates[i % 4], 1 + i % 2, 9000, t -> 0.2 * random.nextGaussian() % 1);
      ClipTables.add(clips, file.toString(), i);
    }
    MelDeltaSpectrogram serial = new MelDeltaSpectrogram();
    serial.setOptions(new String[] {"-num-slots", "1", "-cache-mb", "0"});
    MelDeltaSpectrogram parallel = new MelDeltaSpectrogram();
    parallel.setOptions(new String[] {"-num-slots", "5", "-cache-mb", "0"});
    assertSameBags(use(serial, clips), use(parallel, clips));
  }

  @Test
  public void interruptedReadingStopsWhereItIs() throws Exception {
    Instances clips = ClipTables.tones(root, 3, 0.3);
    for (int slots : new int[] {1, 2}) {
      MelDeltaSpectrogram filter = small();
      filter.setNumSlots(slots);
      filter.setCacheMegabytes(0);
      filter.setInputFormat(clips);
      for (Instance clip : clips) {
        filter.input(clip);
      }
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, filter::batchFinished);
      assertFalse("the interrupt is spent", Thread.interrupted());
    }
  }

  @Test
  public void relativePathsStartFromTheGivenFolderAndAreKeptAsTheyAre() throws Exception {
    Instances full = ClipTables.tones(root, 2, 0.3);
    Instances relative = ClipTables.empty();
    ClipTables.add(relative, "c0.wav", 0);
    ClipTables.add(relative, "." + File.separator + "c1.wav", 1);
    MelDeltaSpectrogram filter = small();
    filter.setRelativeTo(root.toFile());
    Instances bags = use(filter, relative);
    assertSameBags(use(small(), full), bags);
    assertEquals("c0.wav", bags.get(0).stringValue(0));
  }

  @Test
  public void crossValidationDecodesEachClipOnce() throws Exception {
    Instances clips = ClipTables.tones(root, 20, 0.3);
    FilteredClassifier classifier = new FilteredClassifier();
    classifier.setFilter(small());
    classifier.setClassifier(new BandMeans());
    long before = BagCache.SHARED.decodedClips();
    Evaluation evaluation = new Evaluation(clips);
    evaluation.crossValidateModel(classifier, clips, 10, new Random(1));
    assertEquals(20, BagCache.SHARED.decodedClips() - before);
    assertEquals("high and low tones are distinguished", 1, evaluation.pctCorrect() / 100, 0);
  }

  @Test
  public void withoutACacheEachFoldDecodesAgain() throws Exception {
    Instances clips = ClipTables.tones(root, 2, 0.3);
    MelDeltaSpectrogram filter = small();
    filter.setCacheMegabytes(0);
    long before = BagCache.SHARED.decodedClips();
    use(filter, clips);
    assertEquals(before, BagCache.SHARED.decodedClips());
    assertFalse(
        BagCache.SHARED.contains(
            root.resolve("c0.wav"), filter.signature(), filter.createReader()));
  }

  @Test
  public void trainedFilteredClassifierHoldsNoClips() throws Exception {
    FilteredClassifier classifier = new FilteredClassifier();
    classifier.setFilter(small());
    classifier.setClassifier(new BandMeans());
    Instances clips = ClipTables.tones(root, 20, 2);
    classifier.buildClassifier(clips);
    long withTwenty = size(classifier);
    FilteredClassifier other = new FilteredClassifier();
    other.setFilter(small());
    other.setClassifier(new BandMeans());
    other.buildClassifier(new Instances(clips, 0, 2));
    long difference = withTwenty - size(other);
    assertTrue("18 more clips make " + difference + " more bytes", difference < 1000);
    FilteredClassifier copy = (FilteredClassifier) new SerializedObject(classifier).getObject();
    for (Instance clip : clips) {
      assertArrayEquals(
          classifier.distributionForInstance(clip), copy.distributionForInstance(clip), 0);
    }
  }

  private static long size(Object object) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.size();
  }

  @Test
  public void otherFiltersMayStandBeforeAndBehind() throws Exception {
    Instances clips = ClipTables.tones(root, 6, 0.3);
    MultiFilter both = new MultiFilter();
    both.setFilters(new Filter[] {new Randomize(), small(), new Randomize()});
    Instances bags = use(both, clips);
    assertEquals(6, bags.numInstances());
    Instances direct = use(small(), clips);
    for (Instance row : bags) {
      String file = row.stringValue(0);
      for (Instance candidate : direct) {
        if (candidate.stringValue(0).equals(file)) {
          assertSameBag(ClipTables.bag(candidate), ClipTables.bag(row));
        }
      }
    }
  }

  @Test
  public void strictMultiInstanceFormHasIdBagAndClass() throws Exception {
    Instances clips = ClipTables.tones(root, 3, 0.3);
    MelDeltaSpectrogram filter = small();
    filter.setMultiInstance(true);
    assertFalse("ids are known when the batch ends", filter.setInputFormat(clips));
    Instances bags = Filter.useFilter(clips, filter);
    assertEquals(3, bags.numAttributes());
    assertTrue(bags.attribute(0).isNominal());
    assertEquals(3, bags.attribute(0).numValues());
    assertTrue(bags.attribute(1).isRelationValued());
    assertEquals(2, bags.classIndex());
    assertEquals(root.resolve("c2.wav").toString(), bags.get(2).stringValue(0));
    assertSameBags(use(small(), clips), bags);
    TestClips.tone(root.resolve("new.wav"), 16000, 1, 0.3, 440);
    ClipTables.add(clips, root.resolve("new.wav").toString(), 1);
    assertTrue(filter.input(clips.get(3)));
    Instance unseen = filter.output();
    assertTrue("the id of a new clip is not in the header", unseen.isMissing(0));
    assertNotNull(ClipTables.bag(unseen));
  }

  @Test
  public void strictMultiInstanceFormNeedsAClass() throws Exception {
    Instances clips = ClipTables.tones(root, 1, 0.3);
    clips.setClassIndex(-1);
    MelDeltaSpectrogram filter = small();
    filter.setMultiInstance(true);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> use(filter, clips));
    assertTrue(e.getMessage(), e.getMessage().contains("has no class set"));
  }

  @Test
  public void arffReadsBackAsTheSameFloatsAndClassifiesTheSame() throws Exception {
    Instances clips = ClipTables.tones(root, 6, 0.7);
    Instances bags = use(new MelDeltaSpectrogram(), clips);
    Instances read = throughTheCommandLine(clips);
    assertEquals(bags.relationName(), read.relationName());
    assertTrue(bags.equalHeadersMsg(read), bags.equalHeaders(read));
    for (int i = 0; i < bags.numInstances(); i++) {
      Instances expected = ClipTables.bag(bags.get(i));
      Instances actual = ClipTables.bag(read.get(i));
      assertEquals(bags.get(i).stringValue(0), read.get(i).stringValue(0));
      assertEquals(expected.numInstances(), actual.numInstances());
      for (int s = 0; s < expected.numInstances(); s++) {
        for (int a = 0; a < expected.numAttributes(); a++) {
          float kept = (float) expected.get(s).value(a);
          assertEquals(kept, (float) actual.get(s).value(a), 0f);
          assertEquals(kept, actual.get(s).value(a), Math.abs(kept) * 1e-6);
        }
      }
    }
    BandMeans onBags = new BandMeans();
    onBags.buildClassifier(bags);
    BandMeans onRead = new BandMeans();
    onRead.buildClassifier(read);
    for (int i = 0; i < bags.numInstances(); i++) {
      assertArrayEquals(
          onBags.distributionForInstance(bags.get(i)),
          onRead.distributionForInstance(read.get(i)),
          0);
    }
  }

  private Instances throughTheCommandLine(Instances clips) throws Exception {
    Path in = Files.writeString(root.resolve("clips.arff"), clips.toString());
    Path out = root.resolve("bags.arff");
    Filter.filterFile(
        new MelDeltaSpectrogram(),
        new String[] {"-i", in.toString(), "-o", out.toString(), "-c", "last"});
    Instances read = DataSource.read(out.toString());
    read.setClassIndex(read.numAttributes() - 1);
    return read;
  }

  @Test
  public void wrongOptionsAreRejectedWithTheirNames() {
    assertEquals(
        "Option -bands needs a whole number, but was given 'many'.", rejection("-bands", "many"));
    assertEquals(
        "Option -on-error must be one of error, skip, but was given 'ignore'.",
        rejection("-on-error", "ignore"));
    assertEquals(
        "Option -short must be one of repeat, drop, loop, but was given 'pad'.",
        rejection("-short", "pad"));
    assertEquals(
        "Option -level must be one of none, clip, but was given 'speaker'.",
        rejection("-level", "speaker"));
    assertTrue(rejection("-num-slots", "-2"), rejection("-num-slots", "-2").contains("at least 0"));
  }

  private static String rejection(String... options) {
    return assertThrows(
            IllegalArgumentException.class, () -> new MelDeltaSpectrogram().setOptions(options))
        .getMessage();
  }

  @Test
  public void numbersThatDoNotFitTogetherAreRejectedWhenATableIsAnnounced() throws Exception {
    MelDeltaSpectrogram filter = new MelDeltaSpectrogram();
    filter.setOptions(new String[] {"-fft", "256"});
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> filter.setInputFormat(ClipTables.empty()));
    assertEquals(
        "window of 25.0 ms is 400 samples long, but must have 2 to 256 (fft)", e.getMessage());
  }

  @Test
  public void levelIsNamedInTheSignatureAndCachedForItselfAndTheSameForAnyThreads()
      throws Exception {
    Instances clips = ClipTables.tones(root, 3, 1);
    Instances plain = use(new MelDeltaSpectrogram(), clips);
    MelDeltaSpectrogram filter = new MelDeltaSpectrogram();
    filter.setLevel(LevelNormalization.CLIP);
    Instances relative = use(filter, clips);
    assertEquals(PAPER + " -level clip", FeatureSignature.of(relative.relationName()));
    for (int i = 0; i < 3; i++) {
      Instances before = ClipTables.bag(plain.get(i));
      Instances after = ClipTables.bag(relative.get(i));
      double level = before.get(0).value(0) - after.get(0).value(0);
      assertTrue("" + level, level < -1);
      for (int row = 0; row < 192; row++) {
        assertEquals(after.get(0).value(row * 64 + 34), after.get(1).value(row * 64), 0);
        double shift = row < 64 ? level : 0;
        assertEquals(before.get(1).value(row * 64), after.get(1).value(row * 64) + shift, 1e-4);
      }
    }
    filter.setNumSlots(1);
    filter.setCacheMegabytes(0);
    assertSameBags(relative, use(filter, clips));
    filter.setNumSlots(3);
    assertSameBags(relative, use(filter, clips));
  }

  @Test
  public void optionsReadBackAsTheyWereSet() throws Exception {
    String[] options =
        Utils.splitOptions(
            "-sample-rate 8000 -window 32.5 -hop 8 -fft 1024 -bands 40 -low 0 -high 4000 -floor"
                + " 1.0E-6 -delta-width 3 -frames 32 -step 16 -short loop -level clip"
                + " -max-seconds 90"
                + " -relative-to data -on-error skip -num-slots 3 -cache-mb 100 -multi-instance");
    MelDeltaSpectrogram filter = new MelDeltaSpectrogram();
    filter.setOptions(options.clone());
    MelDeltaSpectrogram copy = new MelDeltaSpectrogram();
    copy.setOptions(filter.getOptions());
    assertArrayEquals(filter.getOptions(), copy.getOptions());
    assertEquals(
        "MelDeltaSpectrogram -sample-rate 8000 -window 32.5 -hop 8 -fft 1024 -bands 40 -low 0"
            + " -high 4000 -floor 1.0E-6 -delta-width 3 -frames 32 -step 16 -short loop -level"
            + " clip",
        copy.signature());
    assertTrue(copy.getMultiInstance());
    assertEquals(100, copy.getCacheMegabytes());
    assertEquals(new File("data"), copy.getRelativeTo());
    assertEquals(MediaFilter.OnError.SKIP, copy.getOnError());
  }

  @Test
  public void storeIsTypedIntoTheDialog() {
    MelDeltaSpectrogram filter = small();
    PropertySheetPanel dialog = new PropertySheetPanel();
    dialog.setTarget(filter);
    FileEnvironmentField field = storeField(dialog).orElseThrow();
    assertEquals("", field.getText());
    for (String store : List.of("default", "none", root.toString(), "")) {
      field.setText(store);
      assertEquals(new File(store), filter.getStore());
    }
  }

  private static Optional<FileEnvironmentField> storeField(Container within) {
    return Stream.of(within.getComponents())
        .flatMap(
            child ->
                child instanceof FileEnvironmentField field
                    ? Stream.of(field)
                    : child instanceof Container inner
                        ? storeField(inner).stream()
                        : Stream.empty())
        .findFirst();
  }

  @Test
  public void bagsAreAddedWithoutComparingTheNamesOfTheirAttributes() throws Exception {
    Instances clips = ClipTables.tones(root, 2, 1);
    MelDeltaSpectrogram filter = small();
    Attribute first = use(filter, clips).attribute("bag");
    Attribute second = use(filter, clips).attribute("bag");
    for (Attribute bags : List.of(first, second)) {
      assertTrue(bags.relation() instanceof BagTable);
      assertEquals(2, bags.numValues());
      Instances bag = bags.relation(0);
      // Of one list of attributes, which BagTable looks at.
      assertSame(bags.relation().attribute(7), bag.attribute(7));
      assertTrue(bag instanceof BagTable);
    }
    assertTrue(first.relation().equalHeaders(second.relation()));
  }

  @Test
  public void savedTableReadsBackAsTheSameBags() throws Exception {
    Instances bags = use(small(), ClipTables.tones(root, 3, 1));
    Instances copy = (Instances) new SerializedObject(bags).getObject();
    assertSameBags(bags, copy);
    assertTrue(copy.equalHeaders(bags));
    assertEquals(bags.toString(), copy.toString());
    Instances merged = Instances.mergeInstances(bags, renamed(copy));
    assertEquals(2 * bags.numAttributes(), merged.numAttributes());
    assertSameBag(ClipTables.bag(bags.get(2)), merged.get(2).relationalValue(2));
  }

  private static Instances renamed(Instances table) {
    for (int i = 0; i < table.numAttributes(); i++) {
      table.renameAttribute(i, table.attribute(i).name() + "-2");
    }
    return table;
  }
}
