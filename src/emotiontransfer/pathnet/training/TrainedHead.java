package emotiontransfer.pathnet.training;

import emotiontransfer.layers.Optimizer.State;
import emotiontransfer.pathnet.network.Head;
import java.util.List;

/**
 * A head in training.
 *
 * @param optimizer state of its weights and of its biases; empty in the paper's training
 */
public record TrainedHead(Head head, List<State> optimizer) {

  public TrainedHead copy() {
    return new TrainedHead(head.copy(), optimizer.stream().map(State::copy).toList());
  }
}
