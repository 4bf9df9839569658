package emotiontransfer.pathnet;

import java.util.Collection;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The baseline's layer for Deeplearning4j: all modules of a layer as one matrix, rectified and
 * averaged. {@code nOut} is the number of columns of the matrix; the output has a column for each
 * neuron of a module.
 */
final class ModuleMeanLayer extends FeedForwardLayer {

  private static final long serialVersionUID = 1L;

  private final int modules;
  private final boolean first;

  private ModuleMeanLayer(Builder builder) {
    super(builder);
    this.modules = builder.modules;
    this.first = builder.first;
  }

  /** Builds the configuration. */
  static final class Builder extends FeedForwardLayer.Builder<Builder> {

    private final int modules;
    private final boolean first;

    /**
     * Starts a configuration.
     *
     * @param modules that are averaged
     * @param first whether nobody needs the derivative for the layer's inputs
     */
    Builder(int modules, boolean first) {
      this.modules = modules;
      this.first = first;
    }

    @Override
    @SuppressWarnings("unchecked") // The library's signature leaves no other way.
    public <E extends Layer> E build() {
      return (E) new ModuleMeanLayer(this);
    }
  }

  @Override
  public org.deeplearning4j.nn.api.Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    Network layer = new Network(conf, type);
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamsViewArray(parameters);
    layer.setParamTable(initializer().init(conf, parameters, initialize));
    layer.setConf(conf);
    return layer;
  }

  @Override
  public ParamInitializer initializer() {
    return DefaultParamInitializer.getInstance();
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType inputType) {
    throw new UnsupportedOperationException("the bench asks for no memory report");
  }

  /** The layer at work. */
  static final class Network extends BaseLayer<ModuleMeanLayer> {

    private static final long serialVersionUID = 1L;

    Network(NeuralNetConfiguration conf, DataType type) {
      super(conf, type);
    }

    private INDArray weightedSums(LayerWorkspaceMgr workspaces) {
      INDArray w = getParam(DefaultParamInitializer.WEIGHT_KEY);
      INDArray z =
          workspaces.createUninitialized(
              ArrayType.FF_WORKING_MEM, DataType.FLOAT, new long[] {input.size(0), w.size(1)}, 'c');
      Nd4j.gemm(input, w, z, false, false, 1, 0);
      return z.addiRowVector(getParam(DefaultParamInitializer.BIAS_KEY));
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
      INDArray z = weightedSums(workspaces);
      int neurons = (int) z.size(1) / layerConf().modules;
      INDArray active = Nd4j.nn().relu(z, 0).reshape(z.size(0), layerConf().modules, neurons);
      return workspaces.leverageTo(ArrayType.ACTIVATIONS, active.mean(1));
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(
        INDArray epsilon, LayerWorkspaceMgr workspaces) {
      INDArray z = weightedSums(workspaces);
      INDArray w = getParam(DefaultParamInitializer.WEIGHT_KEY);
      INDArray delta =
          Nd4j.tile(epsilon, 1, layerConf().modules)
              .divi(layerConf().modules)
              .muli(z.gt(0).castTo(DataType.FLOAT));
      Gradient gradient = new DefaultGradient();
      INDArray weights = gradientViews.get(DefaultParamInitializer.WEIGHT_KEY);
      Nd4j.gemm(input, delta, weights, true, false, 1, 0);
      gradient.gradientForVariable().put(DefaultParamInitializer.WEIGHT_KEY, weights);
      INDArray biases = gradientViews.get(DefaultParamInitializer.BIAS_KEY);
      delta.sum(biases, 0);
      gradient.gradientForVariable().put(DefaultParamInitializer.BIAS_KEY, biases);
      INDArray below =
          layerConf().first
              ? null
              : workspaces.leverageTo(ArrayType.ACTIVATION_GRAD, delta.mmul(w.transpose()));
      return new Pair<>(gradient, below);
    }

    @Override
    public boolean isPretrainLayer() {
      return false;
    }

    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArray(
        INDArray mask, MaskState state, int batch) {
      return new Pair<>(mask, state);
    }
  }
}
