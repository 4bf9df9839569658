package emotiontransfer.weka.classify;

import emotiontransfer.data.Standardization;
import emotiontransfer.pathnet.Pooling;
import emotiontransfer.pathnet.evolution.Boundary;
import emotiontransfer.pathnet.evolution.EvolutionKind;
import emotiontransfer.pathnet.transfer.SourceUse;
import java.io.File;
import weka.core.OptionMetadata;

/**
 * The options of PathNetClassifier; the defaults are the paper's. Values are checked when a model
 * is built, where the message can name what they clash with.
 */
public abstract class PathNetOptions extends AbstractSegmentClassifier {

  private static final long serialVersionUID = 1L;

  /** Groups of options, a dialog each; those that most users need stand outside of them. */
  private static final String GRID = "Grid";

  private static final String EVOLUTION = "Evolution";
  private static final String TRAINING = "Training";
  private static final String CONTINUING = "Continuing";

  private int layers = 3;
  private int modules = 20;
  private int neurons = 20;
  private int maxActive = 4;
  private int population = 20;
  private int generations = 200;
  private double learningRate = 0.02;
  private int miniBatch = 64;
  private double mutation = 0;
  private int shift = 2;
  private Boundary boundary = Boundary.WRAP;
  private File[] sources = new File[0];
  private SourceUse sourceUse = SourceUse.FROZEN;
  private EvolutionKind evolution = EvolutionKind.TOURNAMENT;
  private String module = "linear";
  private Standardization standardize = Standardization.ATTRIBUTE;
  private Pooling pool = Pooling.MEAN;
  private double stopFitness = 1.1;
  private boolean resume;
  private File checkpoint = new File("");
  private int checkpointEvery = 10;

  @Override
  protected String[] firstOptions() {
    return new String[] {"G", "source", "source-use", "module"};
  }

  @OptionMetadata(
      displayName = "layers",
      description = "Number of layers of the module grid.",
      commandLineParamName = "L",
      category = GRID,
      displayOrder = 11)
  public int getLayers() {
    return layers;
  }

  public void setLayers(int value) {
    layers = value;
  }

  @OptionMetadata(
      displayName = "modules",
      description = "Number of modules in each layer.",
      commandLineParamName = "M",
      category = GRID,
      displayOrder = 12)
  public int getModules() {
    return modules;
  }

  public void setModules(int value) {
    modules = value;
  }

  @OptionMetadata(
      displayName = "neurons",
      description = "Number of neurons in each module.",
      commandLineParamName = "H",
      category = GRID,
      displayOrder = 13)
  public int getNeurons() {
    return neurons;
  }

  public void setNeurons(int value) {
    neurons = value;
  }

  @OptionMetadata(
      displayName = "maxActive",
      description = "Largest number of distinct modules of a genotype in a layer.",
      commandLineParamName = "N",
      category = GRID,
      displayOrder = 14)
  public int getMaxActive() {
    return maxActive;
  }

  public void setMaxActive(int value) {
    maxActive = value;
  }

  @OptionMetadata(
      displayName = "population",
      description = "Number of pathways in the population.",
      commandLineParamName = "P",
      category = EVOLUTION,
      displayOrder = 21)
  public int getPopulation() {
    return population;
  }

  public void setPopulation(int value) {
    population = value;
  }

  @OptionMetadata(
      displayName = "generations",
      description = "Number of generations; each trains two pathways for one pass.",
      commandLineParamName = "G",
      displayOrder = 1)
  public int getGenerations() {
    return generations;
  }

  public void setGenerations(int value) {
    generations = value;
  }

  @OptionMetadata(
      displayName = "learningRate",
      description = "Learning rate of stochastic gradient descent.",
      commandLineParamName = "learning-rate",
      category = TRAINING,
      displayOrder = 32)
  public double getLearningRate() {
    return learningRate;
  }

  public void setLearningRate(double value) {
    learningRate = value;
  }

  @OptionMetadata(
      displayName = "miniBatch",
      description = "Number of segments in a mini-batch.",
      commandLineParamName = "mini-batch",
      category = TRAINING,
      displayOrder = 33)
  public int getMiniBatch() {
    return miniBatch;
  }

  public void setMiniBatch(int value) {
    miniBatch = value;
  }

  @OptionMetadata(
      displayName = "mutation",
      description = "Probability that a gene mutates; 0 for the paper's 1/(N L).",
      commandLineParamName = "mutation",
      category = EVOLUTION,
      displayOrder = 22)
  public double getMutation() {
    return mutation;
  }

  public void setMutation(double value) {
    mutation = value;
  }

  @OptionMetadata(
      displayName = "shift",
      description = "Largest distance by which a mutating gene moves.",
      commandLineParamName = "shift",
      category = EVOLUTION,
      displayOrder = 23)
  public int getShift() {
    return shift;
  }

  public void setShift(int value) {
    shift = value;
  }

  @OptionMetadata(
      displayName = "boundary",
      description = "What happens to a gene that leaves the range of modules.",
      commandLineParamName = "boundary",
      category = EVOLUTION,
      displayOrder = 24)
  public Boundary getBoundary() {
    return boundary;
  }

  public void setBoundary(Boundary value) {
    boundary = value;
  }

  @OptionMetadata(
      displayName = "sources",
      description =
          "Model file whose best pathway is taken over (repeatable, oldest first); its other"
              + " modules are drawn anew and the head is new.",
      commandLineParamName = "source",
      displayOrder = 2)
  public File[] getSources() {
    return sources.clone();
  }

  public void setSources(File[] value) {
    sources = value.clone();
  }

  @OptionMetadata(
      displayName = "sourceUse",
      description =
          "Use of the source's modules: frozen (never change, always active), reusable (never"
              + " change, active where the genotype picks them), fine-tune (always active, trained"
              + " on).",
      commandLineParamName = "source-use",
      displayOrder = 3)
  public SourceUse getSourceUse() {
    return sourceUse;
  }

  public void setSourceUse(SourceUse value) {
    sourceUse = value;
  }

  @OptionMetadata(
      displayName = "evolution",
      description = "How a pathway is found; fixed, the control, is one random pathway.",
      commandLineParamName = "evolution",
      category = EVOLUTION,
      displayOrder = 25)
  public EvolutionKind getEvolution() {
    return evolution;
  }

  public void setEvolution(EvolutionKind value) {
    evolution = value;
  }

  @OptionMetadata(
      displayName = "module",
      description = "Kind of module.",
      commandLineParamName = "module",
      category = GRID,
      displayOrder = 15)
  public String getModule() {
    return module;
  }

  public void setModule(String value) {
    module = value;
  }

  @OptionMetadata(
      displayName = "standardize",
      description = "Standardisation of the inputs, fitted on the training data only.",
      commandLineParamName = "standardize",
      category = TRAINING,
      displayOrder = 31)
  public Standardization getStandardize() {
    return standardize;
  }

  public void setStandardize(Standardization value) {
    standardize = value;
  }

  @OptionMetadata(
      displayName = "pool",
      description = "Decision for a bag from the posteriors of its segments.",
      commandLineParamName = "pool",
      displayOrder = 5)
  public Pooling getPool() {
    return pool;
  }

  public void setPool(Pooling value) {
    pool = value;
  }

  @OptionMetadata(
      displayName = "stopFitness",
      description = "Ends the evolution when a winner's fitness reaches it; above 1 for never.",
      commandLineParamName = "stop-fitness",
      category = EVOLUTION,
      displayOrder = 26)
  public double getStopFitness() {
    return stopFitness;
  }

  public void setStopFitness(double value) {
    stopFitness = value;
  }

  @OptionMetadata(
      displayName = "resume",
      description =
          "Makes models that can be evolved further (Explorer: continue iterating; command line:"
              + " -continue-iterating); they are larger.",
      commandLineParamName = "resume",
      commandLineParamIsFlag = true,
      category = CONTINUING,
      displayOrder = 41)
  public boolean getResume() {
    return resume;
  }

  public void setResume(boolean value) {
    resume = value;
  }

  @OptionMetadata(
      displayName = "checkpoint",
      description =
          "File that keeps the state of a running evolution; where it exists, the evolution in it"
              + " is continued. It is deleted when the evolution is over.",
      commandLineParamName = "checkpoint",
      category = CONTINUING,
      displayOrder = 42)
  public File getCheckpoint() {
    return checkpoint;
  }

  public void setCheckpoint(File value) {
    checkpoint = value;
  }

  @OptionMetadata(
      displayName = "checkpointEvery",
      description = "Number of generations between two states in the checkpoint file.",
      commandLineParamName = "checkpoint-every",
      category = CONTINUING,
      displayOrder = 43)
  public int getCheckpointEvery() {
    return checkpointEvery;
  }

  public void setCheckpointEvery(int value) {
    checkpointEvery = value;
  }
}
