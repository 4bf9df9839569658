package emotiontransfer.pathnet.model;

import emotiontransfer.data.Keyword;
import emotiontransfer.layers.Optimizer.State;
import emotiontransfer.numeric.BinaryReader;
import emotiontransfer.numeric.BinaryWriter;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.ResumeState;
import emotiontransfer.pathnet.evolution.Genotype;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.segment.TrainingPlan;
import emotiontransfer.pathnet.sequence.OptimizerStates;
import emotiontransfer.pathnet.training.Coefficients;
import emotiontransfer.pathnet.training.TrainedHead;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The end of a model's bytes: what continues it, or that there is nothing. The oldest version names
 * no plan: its first layer is in the dual form where there are coefficients.
 */
final class ResumeFormat {

  private ResumeFormat() {}

  static void write(BinaryWriter out, PathNetModel model) throws IOException {
    ResumeState state = model.resumeState();
    out.integers(state == null ? 0 : 1);
    if (state == null) {
      return;
    }
    out.text(state.dataHash());
    out.integers((int) (state.random() >>> Integer.SIZE), (int) state.random());
    out.list(
        state.population(),
        genotype -> {
          for (List<Integer> layer : genotype.genes()) {
            out.integers(layer.stream().mapToInt(Integer::intValue).toArray());
          }
        });
    out.real(state.seconds());
    out.text(state.plan().keyword());
    if (state.plan() == TrainingPlan.DUAL) {
      writeCoefficients(out, state.coefficients());
    }
    Pathway trained = model.trainedPathway();
    for (float[] values : parameters(state.live(), trained, state.head(), state.plan())) {
      out.floats(values);
    }
    if (model.sequences().isPresent()) {
      SequenceFormat.write(out, state.optimizer());
    }
    for (TrainedHead head : state.classHeads()) {
      out.floats(head.head().weights());
      out.floats(head.head().biases());
      SequenceFormat.write(out, head.optimizer());
    }
  }

  /** Returns what a file holds of some modules and a head, layer by layer, to write or to fill. */
  static List<float[]> parameters(ModuleGrid grid, Pathway modules, Head head, TrainingPlan plan) {
    List<float[]> parameters = new ArrayList<>();
    for (int layer = 0; layer < grid.shape().layers(); layer++) {
      for (int module : modules.modules(layer)) {
        // The dual form has coefficients in the place of the first layer's weights.
        if (layer > 0 || plan != TrainingPlan.DUAL) {
          parameters.add(grid.weights(layer, module));
        }
        parameters.add(grid.biases(layer, module));
      }
    }
    parameters.add(head.weights());
    parameters.add(head.biases());
    return parameters;
  }

  private static void writeCoefficients(BinaryWriter out, Coefficients coefficients)
      throws IOException {
    out.integers(coefficients.length());
    for (float[][] modules : List.of(coefficients.live(), coefficients.kept())) {
      for (float[] module : modules) {
        out.integers(module == null ? 0 : 1);
        if (module != null) {
          out.floats(module);
        }
      }
    }
  }

  static ResumeState read(BinaryReader in, PathNetModel model, boolean planless)
      throws IOException {
    PathNetShape shape = model.shape();
    String dataHash = in.text();
    long random = (long) in.integer() << Integer.SIZE | in.integer() & 0xFFFFFFFFL;
    List<Genotype> population = in.list(() -> genotype(in, shape));
    double seconds = in.real();
    TrainingPlan plan =
        planless ? TrainingPlan.DUAL : Keyword.ofKeyword(TrainingPlan.class, in.text());
    Coefficients coefficients =
        plan == TrainingPlan.DUAL ? readCoefficients(in, shape.modules()) : Coefficients.NONE;
    if (coefficients.length() == 0 && plan == TrainingPlan.DUAL) {
      plan = TrainingPlan.PRIMAL;
    }
    ModuleGrid live = ModuleGrid.zeros(shape, model.kind());
    Head head = Head.zeros(model.head().inputs(), model.head().classes());
    for (float[] target : parameters(live, model.trainedPathway(), head, plan)) {
      in.floats(target);
    }
    OptimizerStates optimizer =
        model.sequences().isPresent() ? SequenceFormat.read(in, live, head) : OptimizerStates.NONE;
    return new ResumeState(
        dataHash,
        random,
        population,
        seconds,
        live,
        head,
        plan,
        coefficients,
        optimizer,
        classHeads(in, model, population.size()));
  }

  private static List<TrainedHead> classHeads(BinaryReader in, PathNetModel model, int genotypes)
      throws IOException {
    List<TrainedHead> heads = new ArrayList<>();
    if (genotypes != model.trace().finalPopulation().size()) {
      throw new IOException("is damaged (its genotypes do not fit its populations)");
    }
    for (int i = 0; i < model.trace().classes().size(); i++) {
      in.require(2L * model.head().inputs(), Float.BYTES);
      Head head = Head.zeros(model.head().inputs(), 2);
      in.floats(head.weights());
      in.floats(head.biases());
      boolean optimized = model.sequences().isPresent();
      List<State> optimizer = optimized ? OptimizerStates.begin(head) : List.of();
      SequenceFormat.read(in, optimizer);
      heads.add(new TrainedHead(head, optimizer));
    }
    return heads;
  }

  private static Genotype genotype(BinaryReader in, PathNetShape shape) throws IOException {
    List<List<Integer>> genes = new ArrayList<>();
    for (int layer = 0; layer < shape.layers(); layer++) {
      List<Integer> row = new ArrayList<>();
      for (int i = 0; i < shape.maxActive(); i++) {
        row.add(in.integer());
      }
      genes.add(row);
    }
    Genotype genotype = new Genotype(genes);
    if (genotype.pathway().minus(Pathway.all(shape)).size() > 0) {
      throw new IOException("is damaged (a gene leaves the grid)");
    }
    return genotype;
  }

  /** Reads coefficients; there are none where their length is 0, as the oldest version says. */
  private static Coefficients readCoefficients(BinaryReader in, int modules) throws IOException {
    int length = in.length();
    if (length == 0) {
      return Coefficients.NONE;
    }
    Coefficients coefficients = Coefficients.zeros(modules, length);
    for (float[][] target : List.of(coefficients.live(), coefficients.kept())) {
      for (int module = 0; module < modules; module++) {
        target[module] = in.integer() == 0 ? null : in.floats(length);
      }
    }
    return coefficients;
  }
}
