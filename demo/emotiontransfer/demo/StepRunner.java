package emotiontransfer.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Runs steps in processes of their own, shows and keeps what they print, and finds out whether they
 * succeeded.
 *
 * <p>The exit code does not show it: {@code weka.Run} ends with 0 after an error too. A step has
 * succeeded when its files are there; they are removed before it starts, so that those of an
 * earlier run are not taken for its own.
 */
final class StepRunner {

  /** Weka 3.8 warns in every process that netlib finds no native ARPACK; the logs keep it. */
  private static final String NETLIB = "com.github.fommil.netlib";

  private final Path wekaHome;
  private final Path logs;
  private final PrintStream console;
  private int number;

  /**
   * Makes a runner.
   *
   * @param wekaHome value of {@code WEKA_HOME} in every step
   * @param logs folder for what the steps print
   * @param console where to show commands and output
   */
  StepRunner(Path wekaHome, Path logs, PrintStream console) {
    this.wekaHome = wekaHome;
    this.logs = logs;
    this.console = console;
  }

  /**
   * Runs a step.
   *
   * @param step what to run
   * @throws StepFailure if it failed
   * @throws IOException if it cannot be started or its output not be kept
   * @throws InterruptedException if interrupted; the step is stopped
   */
  void run(Step step) throws StepFailure, IOException, InterruptedException {
    number++;
    console.printf(Locale.ROOT, "%n== Step %d: %s%n%s%n", number, step.title(), step.commandLine());
    Files.createDirectories(logs);
    note(step);
    for (Path file : step.made()) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.deleteIfExists(file);
    }
    Path log = logs.resolve(String.format(Locale.ROOT, "step%02d.txt", number));
    long start = System.nanoTime();
    int exit = execute(step, log);
    double seconds = (System.nanoTime() - start) / 1e9;
    check(step, exit, log);
    console.printf(Locale.ROOT, "-- done in %.1f s%n", seconds);
  }

  /** Keeps the command line where nothing stands around it. */
  private void note(Step step) throws IOException {
    Path commands = logs.resolve("commands.txt");
    if (number == 1) {
      Files.deleteIfExists(commands);
    }
    String entry =
        String.format(Locale.ROOT, "# %d: %s%n%s%n", number, step.title(), step.commandLine());
    Files.writeString(commands, entry, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private int execute(Step step, Path log) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(step.command());
    builder.environment().put("WEKA_HOME", wekaHome.toString());
    builder.redirectInput(ProcessBuilder.Redirect.from(nothing()));
    builder.redirectErrorStream(true);
    Process process = builder.start();
    Thread stopper = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(stopper);
    try {
      show(process.inputReader(), log, !step.quiet());
      return process.waitFor();
    } finally {
      process.destroy();
      Runtime.getRuntime().removeShutdownHook(stopper);
    }
  }

  /** A step that asks for input must meet the end of it instead of waiting for an answer. */
  private java.io.File nothing() throws IOException {
    Path empty = logs.resolve("no-input.txt");
    if (!Files.exists(empty)) {
      Files.createFile(empty);
    }
    return empty.toFile();
  }

  private void show(BufferedReader output, Path log, boolean aloud) throws IOException {
    List<String> lines = new ArrayList<>();
    try {
      output
          .lines()
          .forEach(
              line -> {
                lines.add(line);
                if (aloud && !line.contains(NETLIB)) {
                  console.println(line);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      Files.write(log, lines, Charset.defaultCharset());
    }
  }

  private void check(Step step, int exit, Path log) throws StepFailure, IOException {
    String amiss = null;
    for (Path file : step.made()) {
      if (amiss == null && (!Files.exists(file) || Files.size(file) == 0)) {
        amiss = "it left no " + file;
      }
    }
    if (exit != 0) {
      amiss = "it ended with code " + exit;
    }
    if (amiss != null) {
      if (step.quiet()) {
        Files.readAllLines(log, Charset.defaultCharset()).forEach(console::println);
      }
      throw new StepFailure(
          String.format(
              Locale.ROOT,
              "Step %d (%s) failed: %s; its output stands above and in %s.",
              number,
              step.title(),
              amiss,
              log));
    }
  }
}
