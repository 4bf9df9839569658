package emotiontransfer.spark;

import emotiontransfer.file.WholeFile;
import emotiontransfer.study.plan.Setting;
import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.study.run.StudyExecutor;
import emotiontransfer.study.run.StudyTask;
import emotiontransfer.study.run.StudyWorker;
import emotiontransfer.study.run.StudyWorker.Assignment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.SparkFiles;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Runs the tasks of a study on a cluster.
 *
 * @param collect whether the executors do not see the study's folder: they send their files to the
 *     driver, and get the models of the sources from it
 */
record SparkExecutor(JavaSparkContext spark, boolean collect) implements StudyExecutor {

  @Override
  public void run(
      StudyRequest request, Setting setting, List<StudyTask> tasks, Consumer<StudyTask> done)
      throws Exception {
    Path out = request.out();
    Map<String, StudyTask> byFile = new HashMap<>();
    tasks.forEach(task -> byFile.put(below(out, task.result()), task));
    SparkTasks cluster = tasks();
    Assignment assignment =
        new Assignment(request.options(), setting.name(), out.toString(), cluster.slots());
    Broadcast<LinkedHashMap<String, byte[]>> models = cluster.broadcast(models(out, tasks));
    try {
      cluster.<String, LinkedHashMap<String, byte[]>>run(
          "Setting " + setting.name() + ", " + tasks.size() + " tasks",
          tasks.stream().map(task -> below(out, task.result())).toList(),
          new TaskWork(assignment, collect, models),
          (file, files) -> {
            write(files, out);
            done.accept(byFile.get(file));
          });
      SharedFolder.requireResults(tasks);
    } finally {
      models.destroy();
    }
  }

  private SparkTasks tasks() {
    return new SparkTasks(
        spark, "What is done is kept; started again, the command goes on from there.");
  }

  private LinkedHashMap<String, byte[]> models(Path out, List<StudyTask> tasks) throws IOException {
    LinkedHashMap<String, byte[]> models = new LinkedHashMap<>();
    for (StudyTask task : tasks) {
      if (collect && task.input().isPresent()) {
        Path model = task.input().get();
        if (!models.containsKey(below(out, model))) {
          models.put(below(out, model), Files.readAllBytes(model));
        }
      }
    }
    return models;
  }

  private static String below(Path folder, Path file) {
    return folder.relativize(file).toString();
  }

  /** Writes files in their order, of which the last one says that all are there. */
  private static void write(Map<String, byte[]> files, Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      if (!Files.isRegularFile(path)) {
        WholeFile.write(path, part -> Files.write(part, file.getValue()));
      }
    }
  }

  /** Without a common folder each machine has a store of its own. */
  @Override
  public boolean sharesStore() {
    return !collect;
  }

  @Override
  public String description(StudyRequest request) {
    int slots = tasks().slots();
    return "%s on a cluster of Apache Spark, with %s %s each"
        .formatted(
            Math.max(1, spark.defaultParallelism() / slots),
            slots,
            slots == 1 ? "thread" : "threads");
  }

  /**
   * Does a task, in an executor.
   *
   * @param models of sources, by their files below the study's folder
   */
  private record TaskWork(
      Assignment assignment, boolean collect, Broadcast<LinkedHashMap<String, byte[]>> models)
      implements SparkTasks.Work<String, LinkedHashMap<String, byte[]>> {

    @Override
    public LinkedHashMap<String, byte[]> of(String file) throws Exception {
      LinkedHashMap<String, byte[]> files = new LinkedHashMap<>();
      if (!collect) {
        StudyWorker.SHARED.run(assignment, file);
        return files;
      }
      Path scratch = Path.of(SparkFiles.getRootDirectory()).resolve("study").toAbsolutePath();
      write(models.value(), scratch);
      StudyTask task = StudyWorker.SHARED.run(assignment.in(scratch), file);
      for (Path path : task.files()) {
        if (Files.isRegularFile(path)) {
          files.put(below(scratch, path), Files.readAllBytes(path));
        }
      }
      return files;
    }
  }
}
