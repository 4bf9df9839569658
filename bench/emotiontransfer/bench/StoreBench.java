package emotiontransfer.bench;

import emotiontransfer.weka.evaluation.SubjectFolds;
import emotiontransfer.weka.evaluation.SubjectWiseEvaluation;
import emotiontransfer.weka.filter.BagCache;
import emotiontransfer.weka.filter.MediaFilter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import weka.classifiers.Classifier;
import weka.classifiers.functions.PathNetClassifier;
import weka.classifiers.meta.FilteredClassifier;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.converters.ArffLoader;
import weka.core.converters.ArffSaver;
import weka.filters.Filter;

/**
 * Opening and training on clips in a store of decoded clips.
 *
 * @param folder for clips and stores
 * @param opened how many clips are opened
 * @param written how many of them are read from an ARFF file
 */
record StoreBench(Path folder, int opened, int written) {

  private static final int ROUNDS = 5;

  /** Pairs of trainings scatter by a tenth on a machine that others share. */
  private static final int TRAINING_ROUNDS = 11;

  /** For what takes long. */
  private static final int FEW_ROUNDS = 3;

  private static final int SEGMENTS = 4;

  /** Enough segments for the form of training that reads them in every mini-batch. */
  private static final int TRAINED = 2000;

  private static final String SEGMENTS_ALONE = "-G 6 -evolution fixed";

  /** Narrow, so that reading is the larger part. */
  private static final String WHOLE_CLIPS = "-preset speech -G 1 -P 2 -L 2 -H 16";

  /** Clips and subjects of the table of which each subject is left out. */
  private static final int EVALUATED = 500;

  private static final int SUBJECTS = 10;

  /**
   * Returns {@code store_open}, the time of opening a table of clips from the store over that of
   * reading as many from an ARFF file (of which fewer are read, and their time multiplied); {@code
   * store_train}, training on views of the store's files over training on arrays in the heap, and
   * {@code store_train_clips}, the same of networks of whole clips; {@code store_filtered}, leaving
   * out each subject of a table of clips with a FilteredClassifier and a store that is filled over
   * the same on bags in memory; and {@code store_size}, bytes of the files over those of 32-bit
   * floats that hold each frame once.
   */
  List<Ratio> run() throws Exception {
    Path store = folder.resolve("store");
    Instances clips = GeneratedSpeech.clips(folder, opened, SUBJECTS);
    filtered(clips, store);
    double open = openSeconds(clips, store);
    double arff = arffSeconds(new Instances(clips, 0, written)) * opened / written;
    Instances trained = new Instances(clips, 0, Math.min(opened, TRAINED));
    return List.of(
        new Ratio("store_open", open / arff),
        new Ratio("store_open_seconds", open),
        new Ratio("store_train", trainRatio(trained, store, SEGMENTS_ALONE)),
        new Ratio("store_train_clips", trainRatio(trained, store, WHOLE_CLIPS)),
        new Ratio(
            "store_filtered",
            filteredRatio(new Instances(clips, 0, Math.min(opened, EVALUATED)), store)),
        new Ratio("store_size", size(store)));
  }

  private static MediaFilter filter(Path storeOrNull) {
    MediaFilter filter = GeneratedSpeech.of(SEGMENTS);
    filter.setStore(storeOrNull == null ? new File("") : storeOrNull.toFile());
    filter.setStoreGigabytes(0);
    return filter;
  }

  private static Instances filtered(Instances clips, Path storeOrNull) throws Exception {
    Filter filter = filter(storeOrNull);
    filter.setInputFormat(clips);
    return Filter.useFilter(clips, filter);
  }

  /** Opens as a new process would: without a clip in memory, and with the index on the disk. */
  private double openSeconds(Instances clips, Path store) throws Exception {
    List<Double> seconds = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      Path alias = Files.createSymbolicLink(folder.resolve("store-" + round), store);
      BagCache.SHARED.clear();
      seconds.add(Ratio.seconds(() -> filtered(clips, alias)));
    }
    return Ratio.median(seconds.stream().mapToDouble(it -> it).toArray());
  }

  private double arffSeconds(Instances clips) throws Exception {
    File file = folder.resolve("stored-bags.arff").toFile();
    ArffSaver saver = new ArffSaver();
    saver.setInstances(filtered(clips, null));
    saver.setFile(file);
    saver.writeBatch();
    return Ratio.medianSeconds(
        3,
        () -> {
          ArffLoader loader = new ArffLoader();
          loader.setFile(file);
          if (loader.getDataSet().size() != clips.size()) {
            throw new IllegalStateException(file + " is incomplete");
          }
        });
  }

  private static double trainRatio(Instances clips, Path store, String options) throws Exception {
    BagCache.SHARED.clear();
    Instances heap = filtered(clips, null);
    Instances mapped = filtered(clips, store);
    return Ratio.medianRatio(
        TRAINING_ROUNDS, () -> train(mapped, options), () -> train(heap, options));
  }

  private static void train(Instances bags, String options) throws Exception {
    scheme(options).buildClassifier(bags);
  }

  private static PathNetClassifier scheme(String options) throws Exception {
    PathNetClassifier classifier = new PathNetClassifier();
    classifier.setOptions(Utils.splitOptions(options));
    return classifier;
  }

  /** Evolutions are short, so that reading weighs more than it does in use. */
  private double filteredRatio(Instances clips, Path store) throws Exception {
    BagCache.SHARED.clear();
    Instances heap = filtered(clips, null);
    FilteredClassifier scheme = new FilteredClassifier();
    scheme.setClassifier(scheme(SEGMENTS_ALONE));
    AtomicInteger round = new AtomicInteger();
    return Ratio.medianRatio(
        FEW_ROUNDS,
        () -> {
          Path alias = folder.resolve("evaluated-" + round.incrementAndGet());
          scheme.setFilter(filter(Files.createSymbolicLink(alias, store)));
          BagCache.SHARED.clear();
          leaveOneSubjectOut(scheme, clips);
        },
        () -> leaveOneSubjectOut(scheme(SEGMENTS_ALONE), heap));
  }

  private static void leaveOneSubjectOut(Classifier scheme, Instances table) throws Exception {
    SubjectFolds folds = SubjectFolds.of(table, "subject", SubjectFolds.LEAVE_ONE_OUT, 1);
    SubjectWiseEvaluation.run(scheme, folds, OptionalInt.of(1), null);
  }

  private double size(Path store) throws IOException {
    try (Stream<Path> files = Files.walk(store)) {
      double bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return bytes / ((double) opened * GeneratedSpeech.values(SEGMENTS) * Float.BYTES);
    }
  }
}
