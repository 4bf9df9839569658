package emotiontransfer.pathnet.model;

import emotiontransfer.data.FrameLayout;
import emotiontransfer.frames.Normalization;
import emotiontransfer.layers.Optimizer.State;
import emotiontransfer.numeric.BinaryReader;
import emotiontransfer.numeric.BinaryWriter;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.ModuleKind;
import emotiontransfer.pathnet.network.ModuleShares;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.sequence.OptimizerStates;
import emotiontransfer.pathnet.sequence.SequenceModel;
import emotiontransfer.pathnet.sequence.SequenceModel.Member;
import emotiontransfer.pathnet.sequence.Summary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The bytes of what networks of sequences have beside grid and head. */
final class SequenceFormat {

  private SequenceFormat() {}

  static void write(BinaryWriter out, SequenceModel model) throws IOException {
    FrameLayout layout = model.layout();
    Summary summary = model.summary();
    out.integers(layout.rows(), layout.width(), layout.step());
    for (boolean flag :
        new boolean[] {
          summary.joined(), summary.deviations(), summary.skip(), summary.normalized()
        }) {
      out.integers(flag ? 1 : 0);
    }
    write(out, model.shares());
    out.list(
        model.members(),
        member -> {
          ModelFormat.writePathway(out, member.pathway());
          for (Normalization normalization : member.normalizations()) {
            out.floats(normalization.means());
            out.floats(normalization.inverses());
          }
        });
  }

  static SequenceModel read(BinaryReader in, PathNetShape shape, ModuleKind kind)
      throws IOException {
    FrameLayout layout = new FrameLayout(in.integer(), in.integer(), in.integer());
    if (layout.rows() != shape.inputs()) {
      throw new IOException("is damaged (its frames do not fit its inputs)");
    }
    Summary summary = new Summary(flag(in), flag(in), flag(in), flag(in));
    ModuleShares shares = readShares(in, shape);
    List<Member> members = in.list(() -> member(in, shape, kind, summary));
    if (members.isEmpty()) {
      throw new IOException("is damaged (no pathway decides)");
    }
    return new SequenceModel(layout, summary, shares, members);
  }

  private static boolean flag(BinaryReader in) throws IOException {
    return in.integer() != 0;
  }

  private static Member member(
      BinaryReader in, PathNetShape shape, ModuleKind kind, Summary summary) throws IOException {
    Pathway pathway = ModelFormat.readPathway(in, shape);
    List<Integer> channels = ModuleGrid.channels(shape, kind);
    List<Normalization> normalizations = new ArrayList<>();
    for (int layer = 0; layer < shape.layers(); layer++) {
      normalizations.add(
          normalization(
              in, Math.multiplyExact(pathway.modules(layer).size(), channels.get(layer))));
    }
    int last = channels.get(shape.layers() - 1);
    normalizations.add(normalization(in, summary.size(last, shape.inputs())));
    return new Member(pathway, normalizations);
  }

  private static Normalization normalization(BinaryReader in, int columns) throws IOException {
    return new Normalization(in.floats(columns), in.floats(columns));
  }

  private static void write(BinaryWriter out, ModuleShares shares) throws IOException {
    for (float[] layer : shares.values()) {
      out.floats(layer);
    }
  }

  private static ModuleShares readShares(BinaryReader in, PathNetShape shape) throws IOException {
    ModuleShares shares = ModuleShares.ones(shape);
    for (float[] layer : shares.values()) {
      in.floats(layer);
    }
    return shares;
  }

  static void write(BinaryWriter out, OptimizerStates states) throws IOException {
    write(out, states.shares());
    write(out, all(states));
  }

  static void write(BinaryWriter out, List<State> states) throws IOException {
    for (State state : states) {
      out.integers(state.steps());
      if (state.steps() > 0) {
        out.floats(state.first());
        out.floats(state.second());
      }
    }
  }

  static OptimizerStates read(BinaryReader in, ModuleGrid grid, Head head) throws IOException {
    ModuleShares shares = readShares(in, grid.shape());
    OptimizerStates begun = OptimizerStates.begin(grid, head);
    OptimizerStates states = new OptimizerStates(begun.modules(), begun.head(), shares);
    read(in, all(states));
    return states;
  }

  /** Fills states that were just begun. */
  static void read(BinaryReader in, List<State> states) throws IOException {
    for (State state : states) {
      int steps = in.length();
      if (steps > 0) {
        in.floats(state.first());
        in.floats(state.second());
      }
      state.restore(steps);
    }
  }

  private static List<State> all(OptimizerStates states) {
    Stream<List<State>> modules = states.modules().stream().flatMap(List::stream);
    return Stream.concat(modules.flatMap(List::stream), states.head().stream()).toList();
  }
}
