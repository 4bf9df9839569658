package emotiontransfer.weka.progress;

import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import weka.core.OptionHandler;
import weka.core.Utils;
import weka.gui.Logger;
import weka.gui.knowledgeflow.VisibleLayout;
import weka.knowledgeflow.LogManager;
import weka.knowledgeflow.StepManagerImpl;
import weka.knowledgeflow.steps.Classifier;
import weka.knowledgeflow.steps.PairedDataHelper;
import weka.knowledgeflow.steps.WekaAlgorithmWrapper;

/**
 * A step of a flow that is shown in a window of the KnowledgeFlow. Its row in the table of states
 * is known by the step's name and number, which a scheme does not learn: it is the step that is
 * busy and has that scheme. Where several are, there is no telling, and none is taken.
 */
final class FlowRun {

  private static final String STEPS = "weka.knowledgeflow.steps.";

  /** Where Weka's step keeps the training sets of the folds that have begun. */
  private static final String BEGUN = "trainingSplits";

  /** How many folds each batch of a step has, seen while none of them was over. */
  private static final Map<Object, Integer> FOLDS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private FlowRun() {}

  static Optional<WindowRun> find(Task task) {
    if (GraphicsEnvironment.isHeadless() || !isThreadOfStep()) {
      return Optional.empty();
    }
    try {
      return step(task).map(step -> new WindowRun(new Row(new LogManager(step)), turns(step)));
    } catch (RuntimeException other) {
      LoggerFactory.getLogger(TaskProgress.class)
          .debug("The KnowledgeFlow of this Weka is another one", other);
      return Optional.empty();
    }
  }

  private static boolean isThreadOfStep() {
    return StackWalker.getInstance()
        .walk(frames -> frames.anyMatch(frame -> frame.getClassName().startsWith(STEPS)));
  }

  private static Optional<WekaAlgorithmWrapper> step(Task task) {
    List<WekaAlgorithmWrapper> busy =
        Arrays.stream(Frame.getFrames())
            .flatMap(FlowRun::layouts)
            .flatMap(layout -> layout.getFlow().getSteps().stream())
            .filter(StepManagerImpl::isStepBusy)
            .map(StepManagerImpl::getManagedStep)
            .filter(WekaAlgorithmWrapper.class::isInstance)
            .map(WekaAlgorithmWrapper.class::cast)
            .filter(step -> text(step).contains(task.owner().getName()))
            .toList();
    List<WekaAlgorithmWrapper> exact =
        busy.stream().filter(step -> text(step).contains(task.options())).toList();
    return Stream.of(busy, exact)
        .filter(some -> some.size() == 1)
        .map(some -> some.get(0))
        .findFirst();
  }

  private static Stream<VisibleLayout> layouts(Container container) {
    return Arrays.stream(container.getComponents())
        .filter(Container.class::isInstance)
        .flatMap(child -> layoutsFrom(child));
  }

  private static Stream<VisibleLayout> layoutsFrom(Component component) {
    return component instanceof VisibleLayout layout
        ? Stream.of(layout)
        : layouts((Container) component);
  }

  private static String text(WekaAlgorithmWrapper step) {
    Object algorithm = step.getWrappedAlgorithm();
    String options =
        algorithm instanceof OptionHandler handler ? Utils.joinOptions(handler.getOptions()) : "";
    return algorithm.getClass().getName() + " " + options;
  }

  private static Optional<WindowRun.Turns> turns(WekaAlgorithmWrapper step) {
    if (!(step instanceof Classifier)) {
      return Optional.empty();
    }
    PairedDataHelper<?> batch = WindowRun.field(step, "m_trainTestHelper", PairedDataHelper.class);
    AtomicInteger left = WindowRun.field(batch, "m_setCount", AtomicInteger.class);
    Set<?> over = WindowRun.field(batch, "m_primaryResultMap", Map.class).keySet();
    Map<?, ?> stores = WindowRun.field(batch, "m_namedIndexedStore", Map.class);
    int folds = FOLDS.computeIfAbsent(batch, unseen -> left.get() + over.size());
    if (folds < 2) {
      return Optional.empty();
    }
    Task task = Task.of("Folds", "run", folds, turn -> label(stores, over, turn, folds));
    return Optional.of(new WindowRun.Turns(batch, task, over.size()));
  }

  /** Names the folds that are trained now, of which there may be some at once. */
  private static String label(Map<?, ?> stores, Set<?> over, long turn, int folds) {
    Set<Object> begun = new TreeSet<>();
    if (stores.get(BEGUN) instanceof Map<?, ?> sets) {
      begun.addAll(sets.keySet());
    }
    begun.removeAll(over);
    if (begun.isEmpty()) {
      return "fold %s of %s".formatted(turn + 1, folds);
    }
    String numbers = begun.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return "%s %s of %s".formatted(begun.size() == 1 ? "fold" : "folds", numbers, folds);
  }

  /** The row of a step in the table of states. */
  private record Row(LogManager step) implements Logger {

    @Override
    public void logMessage(String message) {
      step.getLog().logMessage(message);
    }

    @Override
    public void statusMessage(String message) {
      step.statusMessage(message);
    }
  }
}
