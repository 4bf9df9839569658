package emotiontransfer.weka.command;

import weka.Run;
import weka.core.CommandlineRunnable;

/** What the Java process was started for. */
final class StartedProcess {

  private StartedProcess() {}

  /**
   * Returns whether the process has no other task than the command that this thread runs, so that
   * it may end with it. Weka's windows have a command line too, which runs commands in threads of
   * its own.
   */
  static boolean isForCommand() {
    return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
        .walk(frames -> frames.reduce((inner, outer) -> outer))
        .filter(outermost -> outermost.getMethodName().equals("main"))
        .map(StackWalker.StackFrame::getDeclaringClass)
        .filter(type -> type == Run.class || CommandlineRunnable.class.isAssignableFrom(type))
        .isPresent();
  }
}
