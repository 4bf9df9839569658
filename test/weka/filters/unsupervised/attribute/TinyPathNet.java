package weka.filters.unsupervised.attribute;

import emotiontransfer.data.Provenance;
import emotiontransfer.data.Provenance.LevelRange;
import emotiontransfer.data.Scaling;
import emotiontransfer.data.SourceInfo;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.evolution.EvolutionTrace;
import emotiontransfer.pathnet.kind.ModuleKinds;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.ModuleKind.Parameters;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.transfer.SourceUse;
import emotiontransfer.weka.classify.ModelFiles;
import emotiontransfer.weka.table.SegmentReader;
import java.io.File;
import java.util.List;
import java.util.Optional;
import weka.core.Instances;

/**
 * A PathNet of two inputs, x and y, whose numbers can be computed by hand: one layer of two neurons
 * with two active modules, {@code relu(x), relu(y - 1)} and {@code relu(2x - y), relu(3 - x)}. The
 * layer's outputs are the means of both.
 */
final class TinyPathNet {

  private TinyPathNet() {}

  /** Writes the model, trained on these subjects and on those of a source. */
  static void write(File file, Instances table, List<String> subjects, String ofSource)
      throws Exception {
    PathNetShape shape = new PathNetShape(2, 1, 3, 2, 2, 2);
    ModuleGrid grid = ModuleGrid.zeros(shape, ModuleKinds.ofKeyword("linear"));
    grid.set(0, 0, new Parameters(new float[] {1, 0, 0, 1}, new float[] {0, -1}));
    grid.set(0, 2, new Parameters(new float[] {2, -1, -1, 0}, new float[] {0, 3}));
    Provenance provenance =
        new Provenance(
            "test",
            "-L 1",
            "tiny",
            subjects,
            List.of("anger", "fear"),
            List.of(0.5, 0.5),
            new SegmentReader(table).features(),
            List.of(new SourceInfo("s.model", "other", List.of(ofSource), "0".repeat(64))),
            LevelRange.UNKNOWN,
            "");
    Pathway best = new Pathway(List.of(List.of(0, 2)));
    ModelFiles.write(
        new PathNetModel(
            provenance,
            grid,
            Head.zeros(2, 2),
            new Scaling(new float[2], new float[] {1, 1}, new float[2]),
            Pathway.empty(1),
            SourceUse.FROZEN,
            new EvolutionTrace(best, 0, List.of(), List.of(), List.of(), 0),
            Optional.empty(),
            null),
        file);
  }
}
