package emotiontransfer.layers;

import java.util.Arrays;

/**
 * Local response normalisation over neighbouring planes (Krizhevsky et al., 2012, section 3.3):
 * {@code out = in / (2 + 1e-4 s)^0.75}, where s is the sum of the squares of five planes.
 */
record ResponseNormalization(ImageShape shape) implements ImageLayer {

  private static final int REACH = 2;
  private static final float OFFSET = 2;
  private static final float ALPHA = 1e-4f;
  private static final float BETA = 0.75f;

  @Override
  public void forward(float[] in, float[] out, Workspace workspace) {
    float[] units = units(in, workspace);
    for (int i = 0; i < shape.outputs(); i++) {
      out[i] = in[i] * power(units[i]);
    }
  }

  @Override
  public void backward(
      float[] in, float[] out, float[] outGradient, float[] inGradient, Workspace workspace) {
    float[] units = units(in, workspace);
    float[] ratios = workspace.terms;
    for (int i = 0; i < shape.outputs(); i++) {
      ratios[i] = outGradient[i] * out[i] / units[i];
    }
    sumNeighbours(ratios, inGradient);
    for (int i = 0; i < shape.outputs(); i++) {
      inGradient[i] = outGradient[i] * power(units[i]) - 2 * ALPHA * BETA * in[i] * inGradient[i];
    }
  }

  private float[] units(float[] in, Workspace workspace) {
    float[] units = workspace.units;
    for (int i = 0; i < shape.outputs(); i++) {
      workspace.terms[i] = in[i] * in[i];
    }
    sumNeighbours(workspace.terms, units);
    for (int i = 0; i < shape.outputs(); i++) {
      units[i] = OFFSET + ALPHA * units[i];
    }
    return units;
  }

  private void sumNeighbours(float[] values, float[] sums) {
    int positions = shape.positions();
    Arrays.fill(sums, 0, shape.outputs(), 0);
    for (int plane = 0; plane < shape.channels(); plane++) {
      int start = plane * positions;
      int end = Math.min(shape.channels(), plane + REACH + 1);
      for (int near = Math.max(0, plane - REACH); near < end; near++) {
        int other = near * positions;
        for (int i = 0; i < positions; i++) {
          sums[start + i] += values[other + i];
        }
      }
    }
  }

  /** Returns {@code unit^-0.75}; two roots take a tenth of the time of a power. */
  private static float power(float unit) {
    float root = (float) Math.sqrt(unit);
    return 1 / (root * (float) Math.sqrt(root));
  }
}
