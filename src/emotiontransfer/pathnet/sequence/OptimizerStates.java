package emotiontransfer.pathnet.sequence;

import emotiontransfer.layers.Optimizer;
import emotiontransfer.layers.Optimizer.State;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.ModuleShares;
import emotiontransfer.pathnet.training.TrainedHead;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The optimizer's state of every module and of the head. A module's goes on wherever the module
 * takes part, whichever pathway that is.
 *
 * @param modules {@code [layer][module]}: weights, scale, shift, share
 * @param head weights, biases
 * @param shares of frozen modules as the training has made them, which it changes
 */
public record OptimizerStates(
    List<List<List<State>>> modules, List<State> head, ModuleShares shares) {

  /** Those of a training without an optimizer of its own. */
  public static final OptimizerStates NONE =
      new OptimizerStates(List.of(), List.of(), new ModuleShares(new float[0][]));

  /** Returns those before any training. */
  public static OptimizerStates begin(ModuleGrid grid, Head head) {
    List<List<List<State>>> modules = new ArrayList<>();
    for (int layer = 0; layer < grid.shape().layers(); layer++) {
      List<List<State>> states = new ArrayList<>();
      for (int module = 0; module < grid.shape().modules(); module++) {
        int shift = grid.biases(layer, module).length;
        int weights = grid.weights(layer, module).length;
        int scale = grid.kind().kernel(layer).orElseThrow().normalized() ? shift : 0;
        states.add(
            List.of(new State(weights - scale), new State(scale), new State(shift), new State(1)));
      }
      modules.add(states);
    }
    return new OptimizerStates(modules, begin(head), ModuleShares.ones(grid.shape()));
  }

  /** Returns those of a head before any training. */
  public static List<State> begin(Head head) {
    return List.of(new State(head.weights().length), new State(head.biases().length));
  }

  public OptimizerStates copy() {
    Function<List<State>, List<State>> copy = some -> some.stream().map(State::copy).toList();
    return new OptimizerStates(
        modules.stream().map(layer -> layer.stream().map(copy).toList()).toList(),
        copy.apply(head),
        shares.copy());
  }

  /** Moves a module, each of whose parts has derivatives of its own. */
  void step(
      Optimizer optimizer, int layer, ModuleState module, List<float[]> gradients, Step step) {
    List<State> states = modules.get(layer).get(module.module());
    optimizer.step(module.weights(), gradients.get(0), states.get(0), step.rate(), step.decay());
    optimizer.step(module.scale(), gradients.get(1), states.get(1), step.rate(), 0);
    optimizer.step(module.shift(), gradients.get(2), states.get(2), step.rate(), 0);
  }

  /** Moves the share of a frozen module. */
  void stepShare(Optimizer optimizer, int layer, int module, float gradient, Step step) {
    float[] share = {shares.values()[layer][module]};
    State state = modules.get(layer).get(module).get(3);
    optimizer.step(share, new float[] {gradient}, state, step.rate(), 0);
    shares.values()[layer][module] = Math.max(0f, share[0]);
  }

  /** Moves a head. */
  static void step(
      Optimizer optimizer, TrainedHead trained, ClipHead.Gradient gradient, Step step) {
    State weights = trained.optimizer().get(0);
    State biases = trained.optimizer().get(1);
    float[] own = trained.head().weights();
    optimizer.step(own, gradient.weights(), weights, step.rate(), step.decay());
    optimizer.step(trained.head().biases(), gradient.biases(), biases, step.rate(), 0);
  }

  /** The learning rate of a step and its weight decay. */
  record Step(double rate, double decay) {}
}
