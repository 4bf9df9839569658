package emotiontransfer.layers;

import emotiontransfer.data.Keyword;

/** How parameters follow their derivatives. */
public enum Optimizer implements Keyword {
  /** Stochastic gradient descent. */
  SGD {
    @Override
    void move(float[] values, float[] gradient, State state, float rate, float kept) {
      for (int i = 0; i < gradient.length; i++) {
        values[i] = kept * values[i] - rate * gradient[i];
      }
    }
  },
  /** Adam with decoupled weight decay (Loshchilov and Hutter, 2019). */
  ADAMW {
    @Override
    void move(float[] values, float[] gradient, State state, float rate, float kept) {
      float[] first = state.first;
      float[] second = state.second;
      float firstScale = (float) (1 / (1 - Math.pow(FIRST_DECAY, state.steps)));
      float secondScale = (float) (1 / (1 - Math.pow(SECOND_DECAY, state.steps)));
      for (int i = 0; i < gradient.length; i++) {
        first[i] = FIRST_DECAY * first[i] + (1 - FIRST_DECAY) * gradient[i];
        second[i] = SECOND_DECAY * second[i] + (1 - SECOND_DECAY) * gradient[i] * gradient[i];
        float deviation = (float) Math.sqrt(second[i] * secondScale) + EPSILON;
        values[i] = kept * values[i] - rate * (first[i] * firstScale) / deviation;
      }
    }
  };

  private static final float FIRST_DECAY = 0.9f;
  private static final float SECOND_DECAY = 0.999f;
  private static final float EPSILON = 1e-8f;

  /** Running means of the derivatives of some parameters and of their squares. */
  public static final class State {

    private final float[] first;
    private final float[] second;
    private int steps;

    private State(float[] first, float[] second, int steps) {
      this.first = first;
      this.second = second;
      this.steps = steps;
    }

    public State(int length) {
      this(new float[length], new float[length], 0);
    }

    /** Returns the running means of the derivatives, not a copy. */
    public float[] first() {
      return first;
    }

    /** Returns the running means of their squares, not a copy. */
    public float[] second() {
      return second;
    }

    public int steps() {
      return steps;
    }

    /** Sets the number of steps of a state whose means are read back. */
    public void restore(int kept) {
      steps = kept;
    }

    public State copy() {
      return new State(first.clone(), second.clone(), steps);
    }
  }

  /**
   * Moves parameters by a step.
   *
   * @param state of these parameters, which it changes
   * @param decay weight decay, decoupled from the derivatives
   */
  public void step(float[] values, float[] gradient, State state, double rate, double decay) {
    state.steps++;
    move(values, gradient, state, (float) rate, (float) (1 - rate * decay));
  }

  abstract void move(float[] values, float[] gradient, State state, float rate, float kept);
}
