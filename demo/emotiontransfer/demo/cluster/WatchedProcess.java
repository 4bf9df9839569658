package emotiontransfer.demo.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process, and all that it has printed so far. */
public final class WatchedProcess {

  private final String name;
  private final Process process;
  private final List<String> lines = new ArrayList<>();
  private boolean ended;

  /**
   * Starts a process.
   *
   * @param name for errors
   */
  public WatchedProcess(String name, ProcessBuilder builder) throws IOException {
    this.name = name;
    this.process = builder.redirectErrorStream(true).start();
    Thread reader = new Thread(this::read, name);
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      add("its output cannot be read: " + e);
    } finally {
      end();
    }
  }

  private synchronized void add(String line) {
    lines.add(line);
    notifyAll();
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  /**
   * Waits until a line fits, and returns what the pattern's first group has taken from it.
   *
   * @throws IOException if the process ends without such a line, with what it has printed
   */
  public synchronized String await(String pattern) throws IOException, InterruptedException {
    Pattern wanted = Pattern.compile(pattern);
    while (true) {
      Optional<Matcher> found =
          lines.stream().map(wanted::matcher).filter(Matcher::find).findFirst();
      if (found.isPresent()) {
        return found.get().groupCount() > 0 ? found.get().group(1) : found.get().group();
      }
      if (ended) {
        throw new IOException("%s ended without '%s':%n%s".formatted(name, pattern, output()));
      }
      wait();
    }
  }

  /** Waits for the end, and returns the exit code. */
  public int join() throws InterruptedException {
    int code = process.waitFor();
    synchronized (this) {
      while (!ended) {
        wait();
      }
    }
    return code;
  }

  /** Returns all lines so far. */
  public synchronized String output() {
    return String.join("\n", lines);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Ends the process and those that it has started, at once, as a power cut does. */
  public void kill() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(0, process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(handle -> handle.onExit().join());
  }
}
