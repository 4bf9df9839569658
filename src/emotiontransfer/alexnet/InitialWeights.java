package emotiontransfer.alexnet;

/** Where the weights of a network begin; every choice gets a new output layer. */
public final class InitialWeights {

  private interface Beginning {
    NetworkWeights create(AlexNetShape shape, long seed);
  }

  private final Beginning beginning;

  private InitialWeights(Beginning beginning) {
    this.beginning = beginning;
  }

  /**
   * Returns weights that are drawn as He et al. (2015) do, biases 0.
   *
   * @return the beginning of a network from scratch
   */
  public static InitialWeights random() {
    return new InitialWeights(NetworkWeights::random);
  }

  /**
   * Returns the weights of a trained network.
   *
   * @param source its input size and width must be those of the new one
   * @return the beginning of a fine-tuned network
   */
  public static InitialWeights of(AlexNetModel source) {
    return of(source.weights());
  }

  static InitialWeights of(NetworkWeights loaded) {
    return new InitialWeights(
        (shape, seed) -> {
          if (!loaded.shape().withClasses(shape.classes()).equals(shape)) {
            throw new IllegalArgumentException(
                "a network of "
                    + loaded.shape()
                    + " cannot become one of "
                    + shape
                    + "; use its -input-size and -width");
          }
          return loaded.forTask(shape.classes(), seed);
        });
  }

  NetworkWeights create(AlexNetShape shape, long seed) {
    return beginning.create(shape, seed);
  }
}
