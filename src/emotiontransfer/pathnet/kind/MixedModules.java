package emotiontransfer.pathnet.kind;

import emotiontransfer.frames.Extent;
import emotiontransfer.pathnet.network.Kernel;
import emotiontransfer.pathnet.network.ModuleKind;
import emotiontransfer.pathnet.network.ModulePlace;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** A kind of module for each layer. */
record MixedModules(List<ModuleKind> kinds) implements ModuleKind {

  private ModuleKind kind(int layer) {
    if (layer >= kinds.size()) {
      throw new IllegalArgumentException(
          "There are %s kinds of modules (%s), but more layers; name one for each."
              .formatted(kinds.size(), keyword()));
    }
    return kinds.get(layer);
  }

  @Override
  public String keyword() {
    return kinds.stream().map(ModuleKind::keyword).collect(Collectors.joining(","));
  }

  @Override
  public Extent input(int layer, Extent given) {
    return kind(layer).input(layer, given);
  }

  @Override
  public Extent output(int layer, Extent input, int neurons) {
    return kind(layer).output(layer, input, neurons);
  }

  @Override
  public int weights(ModulePlace place) {
    return kind(place.layer()).weights(place);
  }

  @Override
  public void initialize(float[] weights, ModulePlace place, RandomGenerator random) {
    kind(place.layer()).initialize(weights, place, random);
  }

  @Override
  public int index(ModulePlace place, int input, int channel) {
    return kind(place.layer()).index(place, input, channel);
  }

  @Override
  public Optional<Kernel> kernel(int layer) {
    return kind(layer).kernel(layer);
  }
}
