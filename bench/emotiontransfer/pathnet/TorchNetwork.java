package emotiontransfer.pathnet;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.List;

/** The network of {@link ConvTask} in PyTorch: all modules of a layer are one convolution. */
final class TorchNetwork implements AutoCloseable {

  private final ConvTask task;
  private final Model model;
  private final Trainer trainer;
  private final float[] values = new float[ConvTask.BATCH * ConvTask.INPUTS * ConvTask.FRAMES];

  TorchNetwork(ConvTask task, int threads) {
    System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    this.task = task;
    this.model = Model.newInstance("conv", "PyTorch");
    model.setBlock(network());
    // The loss is computed here: DJL's knows no smoothed labels.
    this.trainer =
        model.newTrainer(
            new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss()).optOptimizer(adamW()));
    trainer.initialize(new Shape(ConvTask.BATCH, ConvTask.INPUTS, ConvTask.FRAMES));
  }

  private static Optimizer adamW() {
    return Optimizer.adamW()
        .optLearningRateTracker(Tracker.fixed((float) ConvTask.RATE))
        .optWeightDecays((float) ConvTask.DECAY)
        .build();
  }

  private static Block network() {
    SequentialBlock layers = new SequentialBlock();
    for (int layer = 0; layer < ConvTask.WIDTHS.length; layer++) {
      int width = ConvTask.WIDTHS[layer];
      int dilation = ConvTask.DILATIONS[layer];
      layers.add(
          Conv1d.builder()
              .setKernelShape(new Shape(width))
              .optPadding(new Shape((long) width / 2 * dilation))
              .optDilation(new Shape(dilation))
              .optBias(false)
              .setFilters(ConvTask.COLUMNS)
              .build());
      layers.add(BatchNorm.builder().optEpsilon((float) ConvTask.EPSILON).build());
      layers.add(Activation.reluBlock());
      layers.add(LambdaBlock.singleton(TorchNetwork::meanOverModules));
    }
    layers.add(LambdaBlock.singleton(TorchNetwork::statistics));
    Block inputs = LambdaBlock.singleton(TorchNetwork::statistics);
    Block both =
        new ParallelBlock(
            lists ->
                new NDList(
                    lists.get(0).singletonOrThrow().concat(lists.get(1).singletonOrThrow(), 1)),
            List.of(layers, inputs));
    return new SequentialBlock()
        .add(both)
        .add(
            BatchNorm.builder()
                .optEpsilon((float) ConvTask.EPSILON)
                .optScale(false)
                .optCenter(false)
                .build())
        .add(Dropout.builder().optRate((float) ConvTask.DROPOUT).build())
        .add(Linear.builder().setUnits(ConvTask.CLASSES).build());
  }

  private static NDArray meanOverModules(NDArray channels) {
    return channels
        .reshape(ConvTask.BATCH, ConvTask.MODULES, ConvTask.CHANNELS, ConvTask.FRAMES)
        .mean(new int[] {1});
  }

  private static NDArray statistics(NDArray frames) {
    NDArray mean = frames.mean(new int[] {2}, true);
    NDArray variance = frames.sub(mean).square().mean(new int[] {2});
    return NDArrays.concat(
        new NDList(mean.squeeze(2), variance.add((float) ConvTask.EPSILON).sqrt()), 1);
  }

  /** Makes a step with each mini-batch. */
  void train() {
    for (int batch = 0; batch < task.batches(); batch++) {
      try (NDManager manager = trainer.getManager().newSubManager();
          GradientCollector gradients = Engine.getEngine("PyTorch").newGradientCollector()) {
        task.copy(batch, values);
        NDArray input =
            manager.create(values, new Shape(ConvTask.BATCH, ConvTask.INPUTS, ConvTask.FRAMES));
        NDArray wanted =
            manager.create(task.wanted(batch), new Shape(ConvTask.BATCH, ConvTask.CLASSES));
        NDArray scores = trainer.forward(new NDList(input)).singletonOrThrow();
        gradients.backward(scores.logSoftmax(1).mul(wanted).sum().mul(-1f / ConvTask.BATCH));
        scores.close();
      }
      trainer.step();
    }
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
  }
}
