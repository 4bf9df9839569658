package emotiontransfer.pathnet.model;

import emotiontransfer.data.Keyword;
import emotiontransfer.numeric.BinaryReader;
import emotiontransfer.numeric.BinaryWriter;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.ResumeState;
import emotiontransfer.pathnet.evolution.Genotype;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.network.TrainingPlan;
import emotiontransfer.pathnet.training.Coefficients;
import java.io.IOException;
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
          for (int[] layer : genotype.genes()) {
            out.integers(layer);
          }
        });
    out.real(state.seconds());
    Pathway trained = model.trainedPathway();
    out.text(state.plan().keyword());
    if (state.plan() == TrainingPlan.DUAL) {
      writeCoefficients(out, state.coefficients());
    }
    for (int layer = 0; layer < model.shape().layers(); layer++) {
      for (int module : trained.modules(layer)) {
        if (layer > 0 || state.plan() != TrainingPlan.DUAL) {
          out.floats(state.live().weights(layer, module));
        }
        out.floats(state.live().biases(layer, module));
      }
    }
    out.floats(state.head().weights());
    out.floats(state.head().biases());
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
    TrainingPlan plan = planless ? TrainingPlan.DUAL : plan(in);
    Coefficients coefficients =
        plan == TrainingPlan.DUAL ? readCoefficients(in, shape.modules()) : Coefficients.NONE;
    if (coefficients.length() == 0 && plan == TrainingPlan.DUAL) {
      plan = TrainingPlan.PRIMAL;
    }
    ModuleGrid live = ModuleGrid.zeros(shape, model.kind());
    for (int layer = 0; layer < shape.layers(); layer++) {
      for (int module : model.trainedPathway().modules(layer)) {
        if (layer > 0 || plan != TrainingPlan.DUAL) {
          in.floats(live.weights(layer, module));
        }
        in.floats(live.biases(layer, module));
      }
    }
    Head head = live.head();
    in.floats(head.weights());
    in.floats(head.biases());
    return new ResumeState(dataHash, random, population, seconds, live, head, plan, coefficients);
  }

  private static Genotype genotype(BinaryReader in, PathNetShape shape) throws IOException {
    int[][] genes = new int[shape.layers()][shape.maxActive()];
    for (int[] layer : genes) {
      for (int i = 0; i < layer.length; i++) {
        layer[i] = in.integer();
        if (layer[i] < 0 || layer[i] >= shape.modules()) {
          throw new IOException("is damaged (a gene leaves the grid)");
        }
      }
    }
    return new Genotype(genes);
  }

  private static TrainingPlan plan(BinaryReader in) throws IOException {
    return Keyword.ofKeyword(TrainingPlan.class, in.text());
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
