package emotiontransfer.pathnet;

import emotiontransfer.pathnet.evolution.Genotype;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.segment.TrainingPlan;
import emotiontransfer.pathnet.sequence.OptimizerStates;
import emotiontransfer.pathnet.training.Coefficients;
import emotiontransfer.pathnet.training.TrainedHead;
import java.util.List;

/**
 * What a model needs beside itself to be evolved further as if it had never stopped.
 *
 * @param dataHash of the training set; another one cannot continue the evolution
 * @param random state of the generator
 * @param population genotypes, one for each slot, population by population
 * @param live modules of the best pathway as later generations have trained them; other modules of
 *     this grid are not used, nor are weights of the first layer in the dual form
 * @param head as later generations have trained it
 * @param coefficients of the first layer, empty unless its plan is the dual form
 * @param optimizer of networks of sequences, empty for others
 * @param classHeads of classes that have a population each; empty where there is one
 */
public record ResumeState(
    String dataHash,
    long random,
    List<Genotype> population,
    double seconds,
    ModuleGrid live,
    Head head,
    TrainingPlan plan,
    Coefficients coefficients,
    OptimizerStates optimizer,
    List<TrainedHead> classHeads) {

  /** Returns a state that shares nothing with this one that training changes. */
  ResumeState copy(ModuleGrid ownLive) {
    return new ResumeState(
        dataHash,
        random,
        population,
        seconds,
        ownLive,
        head.copy(),
        plan,
        coefficients.copy(),
        optimizer.copy(),
        classHeads.stream().map(TrainedHead::copy).toList());
  }
}
