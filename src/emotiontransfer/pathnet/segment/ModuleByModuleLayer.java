package emotiontransfer.pathnet.segment;

import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.ModuleKind.Parameters;
import emotiontransfer.pathnet.network.ModulePlace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A layer of any kind of module: one module and one segment after the other. */
final class ModuleByModuleLayer implements ModuleLayer {

  private final SegmentModule kind;
  private final ModulePlace place;
  private final float[][] inputs;
  private final float[] outGradient;
  private final float[] moduleGradient;
  private final float[] inGradient;
  private final List<Parameters> parameters = new ArrayList<>();
  private final List<float[][]> outputs = new ArrayList<>();
  private List<Integer> trainable = List.of();

  ModuleByModuleLayer(SegmentModule kind, ModulePlace place, int batch) {
    this.kind = kind;
    this.place = place;
    this.inputs = new float[batch][place.input().size()];
    this.outGradient = new float[place.output().size()];
    this.moduleGradient = new float[place.output().size()];
    this.inGradient = new float[place.input().size()];
  }

  @Override
  public void load(ModuleGrid grid, List<Integer> trainableModules, List<Integer> frozen) {
    trainable = trainableModules;
    parameters.clear();
    // A pass that is stopped leaves the grid as it was.
    trainable.forEach(module -> parameters.add(grid.parameters(place.layer(), module).copy()));
    frozen.forEach(module -> parameters.add(grid.parameters(place.layer(), module)));
    while (outputs.size() < parameters.size()) {
      outputs.add(new float[inputs.length][place.output().size()]);
    }
  }

  @Override
  public void store(ModuleGrid grid) {
    for (int m = 0; m < trainable.size(); m++) {
      grid.set(place.layer(), trainable.get(m), parameters.get(m));
    }
  }

  @Override
  public void forward(float[][] input, float[][] output, int batch) {
    float fraction = 1f / parameters.size();
    for (float[] values : output) {
      Arrays.fill(values, 0, batch, 0f);
    }
    for (int i = 0; i < batch; i++) {
      take(input, i, inputs[i]);
      for (int m = 0; m < parameters.size(); m++) {
        float[] out = outputs.get(m)[i];
        kind.forward(place, parameters.get(m), inputs[i], out);
        for (int v = 0; v < out.length; v++) {
          output[v][i] += fraction * out[v];
        }
      }
    }
  }

  private static void take(float[][] values, int segment, float[] target) {
    for (int v = 0; v < target.length; v++) {
      target[v] = values[v][segment];
    }
  }

  @Override
  public void backward(
      float[][] input, float[][] gradient, float[][] inputGradient, int batch, float rate) {
    float fraction = 1f / parameters.size();
    List<Parameters> sums = new ArrayList<>();
    for (Parameters module : parameters) {
      sums.add(
          new Parameters(new float[module.weights().length], new float[module.biases().length]));
    }
    for (int i = 0; i < batch; i++) {
      take(gradient, i, outGradient);
      Arrays.fill(inGradient, 0f);
      for (int m = 0; m < parameters.size(); m++) {
        for (int v = 0; v < outGradient.length; v++) {
          moduleGradient[v] = fraction * outGradient[v];
        }
        float[] out = outputs.get(m)[i];
        kind.backward(
            place, parameters.get(m), inputs[i], out, moduleGradient, inGradient, sums.get(m));
      }
      for (int v = 0; inputGradient != null && v < inGradient.length; v++) {
        inputGradient[v][i] = inGradient[v];
      }
    }
    for (int m = 0; m < trainable.size(); m++) {
      descend(parameters.get(m).weights(), sums.get(m).weights(), rate);
      descend(parameters.get(m).biases(), sums.get(m).biases(), rate);
    }
  }

  private static void descend(float[] values, float[] gradient, float rate) {
    for (int i = 0; i < values.length; i++) {
      values[i] -= rate * gradient[i];
    }
  }
}
