package emotiontransfer.study;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.study.plan.Setting;
import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.study.run.StudyExecutor;
import emotiontransfer.study.run.StudyTask;
import emotiontransfer.study.run.StudyWorker;
import emotiontransfer.study.run.StudyWorker.Assignment;
import emotiontransfer.weka.command.CommandLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.io.FileUtils;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.core.WekaException;

/** A study whose tasks are done by a worker that knows the command line and nothing else. */
public class WorkerStudyTest {

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  /**
   * Has a worker do each task in a folder of its own, and takes over what it has written.
   *
   * @param store that all tasks have in common
   * @param done tasks, in their order
   * @param arrays number of decoded clips in the store behind each step
   */
  private record ByWorker(
      StudyWorker worker,
      Path folder,
      Optional<Path> store,
      List<String> done,
      List<Integer> arrays)
      implements StudyExecutor {

    @Override
    public void run(
        StudyRequest request, Setting setting, List<StudyTask> tasks, Consumer<StudyTask> taker)
        throws Exception {
      Assignment assignment =
          new Assignment(request.options(), setting.name(), folder.toString(), 1);
      for (StudyTask task : tasks) {
        if (task.input().isPresent()) {
          copy(task.input().get(), folder.resolve(request.out().relativize(task.input().get())));
        }
        StudyTask same = worker.run(assignment, request.out().relativize(task.result()).toString());
        for (Path file : same.files()) {
          if (Files.exists(file)) {
            copy(file, request.out().resolve(folder.relativize(file)));
          }
        }
        done.add(task.toString());
        taker.accept(task);
      }
      if (store.isPresent()) {
        arrays.add(FileUtils.listFiles(store.get().toFile(), new String[] {"npy"}, true).size());
      }
    }

    @Override
    public boolean sharesStore() {
      return store.isPresent();
    }

    private static void copy(Path from, Path to) throws Exception {
      Files.createDirectories(to.getParent());
      if (!Files.exists(to)) {
        Files.copy(from, to);
      }
    }

    @Override
    public String description(StudyRequest request) {
      return "1, by a worker";
    }
  }

  private ByWorker byWorker(Optional<Path> store) throws Exception {
    Path scratch = temporary.newFolder().toPath();
    return new ByWorker(new StudyWorker(), scratch, store, new ArrayList<>(), new ArrayList<>());
  }

  @Test
  public void resultsAreThoseOfTheStudyInOneProcess() throws Exception {
    FinishedStudy whole = FinishedStudy.get();
    Path out = temporary.getRoot().toPath().resolve("out");
    ByWorker executor = byWorker(Optional.empty());
    List<String> options = new ArrayList<>(List.of("-alexnet", "", "-preset-options", ""));
    options.addAll(List.of(whole.options(out)));
    CommandLine line = new CommandLine(options.toArray(String[]::new));
    new Study(StudyRequest.parse(line), executor).run();
    assertEquals(whole.text("results.csv"), Files.readString(out.resolve("results.csv")));
    assertEquals(
        "all models of sources before all folds",
        executor.done().stream().sorted((a, b) -> rank(a) - rank(b)).toList(),
        executor.done());
    assertTrue(Files.readString(out.resolve("report.md")).contains("1, by a worker"));
  }

  /** Those of the first setting have no source. */
  private static int rank(String task) {
    return task.startsWith("A_EMO") ? 0 : task.startsWith("Source ") ? 1 : 2;
  }

  @Test
  public void allClipsAreDecodedIntoTheCommonStoreFirst() throws Exception {
    FinishedStudy whole = FinishedStudy.get();
    Path out = temporary.getRoot().toPath().resolve("out");
    Path store = temporary.getRoot().toPath().resolve("store");
    List<String> options = new ArrayList<>(List.of(whole.options(out)));
    options.addAll(List.of("-store", store.toString()));
    ByWorker executor = byWorker(Optional.of(store));
    new Study(StudyRequest.parse(new CommandLine(options.toArray(String[]::new))), executor).run();
    assertEquals(whole.text("results.csv"), Files.readString(out.resolve("results.csv")));
    assertEquals(
        List.of(
            "Decoding of berlin, clips 1 to 32",
            "Decoding of berlin, clips 33 to 34",
            "Decoding of enter+surrey, clips 1 to 24",
            "Decoding of enter, clips 1 to 12",
            "Decoding of surrey, clips 1 to 12"),
        executor.done().stream().filter(task -> task.startsWith("Decoding ")).toList());
    assertEquals(
        "nothing is decoded but by the first step of each setting",
        List.of(34, 34, 58, 58, 58, 58),
        executor.arrays());

    // A store that was deleted is not missed where no task is left that reads it.
    FileUtils.deleteDirectory(store.toFile());
    ByWorker again = byWorker(Optional.of(store));
    new Study(StudyRequest.parse(new CommandLine(options.toArray(String[]::new))), again).run();
    assertEquals(List.of(), again.done());
  }

  @Test
  public void workerThatFindsOtherClipsRejectsTheTask() throws Exception {
    FinishedStudy whole = FinishedStudy.get();
    Path folder = temporary.newFolder("other").toPath();
    List<String> options = List.of(whole.options(folder));
    Assignment assignment = new Assignment(options, "A_EMO", folder.toString(), 1);
    WekaException rejection =
        assertThrows(
            WekaException.class, () -> new StudyWorker().run(assignment, "folds/scratch-0/a.csv"));
    assertTrue(
        rejection.getMessage(),
        rejection.getMessage().startsWith("Setting A_EMO has no 'folds/scratch-0/a.csv' on this"));
  }
}
