package emotiontransfer.weka.classify;

import emotiontransfer.data.Standardization;
import emotiontransfer.pathnet.Pooling;
import emotiontransfer.pathnet.evolution.Boundary;
import emotiontransfer.pathnet.evolution.EvolutionKind;
import emotiontransfer.pathnet.transfer.SourceUse;
import java.io.File;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.OptionMetadata;

/**
 * The options of {@link PathNetClassifier}; the defaults are the paper's. Values are checked when a
 * model is built, where the message can name what they clash with.
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
  private int numSlots = 0;
  private boolean allowSubjectOverlap;
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
      commandLineParamSynopsis = "-L <num>",
      category = GRID,
      displayOrder = 11)
  public int getLayers() {
    return layers;
  }

  /**
   * Sets the value of {@code -L}.
   *
   * @param value number of layers of the module grid
   */
  public void setLayers(int value) {
    layers = value;
  }

  @OptionMetadata(
      displayName = "modules",
      description = "Number of modules in each layer.",
      commandLineParamName = "M",
      commandLineParamSynopsis = "-M <num>",
      category = GRID,
      displayOrder = 12)
  public int getModules() {
    return modules;
  }

  /**
   * Sets the value of {@code -M}.
   *
   * @param value number of modules in each layer
   */
  public void setModules(int value) {
    modules = value;
  }

  @OptionMetadata(
      displayName = "neurons",
      description = "Number of neurons in each module.",
      commandLineParamName = "H",
      commandLineParamSynopsis = "-H <num>",
      category = GRID,
      displayOrder = 13)
  public int getNeurons() {
    return neurons;
  }

  /**
   * Sets the value of {@code -H}.
   *
   * @param value number of neurons in each module
   */
  public void setNeurons(int value) {
    neurons = value;
  }

  @OptionMetadata(
      displayName = "maxActive",
      description = "Largest number of distinct modules that a genotype activates in a " + "layer.",
      commandLineParamName = "N",
      commandLineParamSynopsis = "-N <num>",
      category = GRID,
      displayOrder = 14)
  public int getMaxActive() {
    return maxActive;
  }

  /**
   * Sets the value of {@code -N}.
   *
   * @param value largest number of distinct modules that a genotype activates in a layer
   */
  public void setMaxActive(int value) {
    maxActive = value;
  }

  @OptionMetadata(
      displayName = "population",
      description = "Number of pathways in the population.",
      commandLineParamName = "P",
      commandLineParamSynopsis = "-P <num>",
      category = EVOLUTION,
      displayOrder = 21)
  public int getPopulation() {
    return population;
  }

  /**
   * Sets the value of {@code -P}.
   *
   * @param value number of pathways in the population
   */
  public void setPopulation(int value) {
    population = value;
  }

  @OptionMetadata(
      displayName = "generations",
      description =
          "Number of generations; in each of them two pathways are trained for "
              + "one pass over the training set.",
      commandLineParamName = "G",
      commandLineParamSynopsis = "-G <num>",
      displayOrder = 1)
  public int getGenerations() {
    return generations;
  }

  /**
   * Sets the value of {@code -G}.
   *
   * @param value number of generations; in each of them two pathways are trained for one pass over
   *     the training set
   */
  public void setGenerations(int value) {
    generations = value;
  }

  @OptionMetadata(
      displayName = "learningRate",
      description = "Learning rate of stochastic gradient descent.",
      commandLineParamName = "learning-rate",
      commandLineParamSynopsis = "-learning-rate <num>",
      category = TRAINING,
      displayOrder = 32)
  public double getLearningRate() {
    return learningRate;
  }

  /**
   * Sets the value of {@code -learning-rate}.
   *
   * @param value learning rate of stochastic gradient descent
   */
  public void setLearningRate(double value) {
    learningRate = value;
  }

  @OptionMetadata(
      displayName = "miniBatch",
      description = "Number of segments in a mini-batch.",
      commandLineParamName = "mini-batch",
      commandLineParamSynopsis = "-mini-batch <num>",
      category = TRAINING,
      displayOrder = 33)
  public int getMiniBatch() {
    return miniBatch;
  }

  /**
   * Sets the value of {@code -mini-batch}.
   *
   * @param value number of segments in a mini-batch
   */
  public void setMiniBatch(int value) {
    miniBatch = value;
  }

  @OptionMetadata(
      displayName = "mutation",
      description =
          "Probability that a gene of the winner's copy mutates; 0 for the " + "paper's 1/(N L).",
      commandLineParamName = "mutation",
      commandLineParamSynopsis = "-mutation <num>",
      category = EVOLUTION,
      displayOrder = 22)
  public double getMutation() {
    return mutation;
  }

  /**
   * Sets the value of {@code -mutation}.
   *
   * @param value probability that a gene of the winner's copy mutates; 0 for the paper's 1/(N L)
   */
  public void setMutation(double value) {
    mutation = value;
  }

  @OptionMetadata(
      displayName = "shift",
      description =
          "Largest distance by which a mutating gene moves; the move is drawn "
              + "uniformly from -shift..shift.",
      commandLineParamName = "shift",
      commandLineParamSynopsis = "-shift <num>",
      category = EVOLUTION,
      displayOrder = 23)
  public int getShift() {
    return shift;
  }

  /**
   * Sets the value of {@code -shift}.
   *
   * @param value largest distance by which a mutating gene moves; the move is drawn uniformly from
   *     -shift..shift
   */
  public void setShift(int value) {
    shift = value;
  }

  @OptionMetadata(
      displayName = "boundary",
      description = "What happens to a gene that leaves the range of modules: wrap or " + "clamp.",
      commandLineParamName = "boundary",
      commandLineParamSynopsis = "-boundary <word>",
      category = EVOLUTION,
      displayOrder = 24)
  public Boundary getBoundary() {
    return boundary;
  }

  /**
   * Sets the value of {@code -boundary}.
   *
   * @param value what happens to a gene that leaves the range of modules: wrap or clamp
   */
  public void setBoundary(Boundary value) {
    boundary = value;
  }

  /** Returns the value of {@code -source}. */
  @OptionMetadata(
      displayName = "sources",
      description =
          "Model file whose best pathway is taken over (repeatable, oldest "
              + "first); its other modules are drawn anew and the head is new.",
      commandLineParamName = "source",
      commandLineParamSynopsis = "-source <file>",
      displayOrder = 2)
  public File[] getSources() {
    return sources.clone();
  }

  /**
   * Sets the value of {@code -source}.
   *
   * @param value model file whose best pathway is taken over (repeatable, oldest first); its other
   *     modules are drawn anew and the head is new
   */
  public void setSources(File[] value) {
    sources = value.clone();
  }

  @OptionMetadata(
      displayName = "sourceUse",
      description =
          "What becomes of the source's modules: frozen (never change, always "
              + "active), reusable (never change, active where the genotype picks "
              + "them), fine-tune (always active, trained on).",
      commandLineParamName = "source-use",
      commandLineParamSynopsis = "-source-use <word>",
      displayOrder = 3)
  public SourceUse getSourceUse() {
    return sourceUse;
  }

  /**
   * Sets the value of {@code -source-use}.
   *
   * @param value what becomes of the source's modules: frozen (never change, always active),
   *     reusable (never change, active where the genotype picks them), fine-tune (always active,
   *     trained on)
   */
  public void setSourceUse(SourceUse value) {
    sourceUse = value;
  }

  @OptionMetadata(
      displayName = "evolution",
      description =
          "How a pathway is found: tournament, or fixed (one random pathway, "
              + "trained as often: the control).",
      commandLineParamName = "evolution",
      commandLineParamSynopsis = "-evolution <word>",
      category = EVOLUTION,
      displayOrder = 25)
  public EvolutionKind getEvolution() {
    return evolution;
  }

  /**
   * Sets the value of {@code -evolution}.
   *
   * @param value how a pathway is found: tournament, or fixed (one random pathway, trained as
   *     often: the control)
   */
  public void setEvolution(EvolutionKind value) {
    evolution = value;
  }

  @OptionMetadata(
      displayName = "module",
      description = "Kind of module.",
      commandLineParamName = "module",
      commandLineParamSynopsis = "-module <word>",
      category = GRID,
      displayOrder = 15)
  public String getModule() {
    return module;
  }

  /**
   * Sets the value of {@code -module}.
   *
   * @param value kind of module
   */
  public void setModule(String value) {
    module = value;
  }

  @OptionMetadata(
      displayName = "standardize",
      description =
          "Standardisation of the inputs, fitted on the training data only: "
              + "attribute, channel or none.",
      commandLineParamName = "standardize",
      commandLineParamSynopsis = "-standardize <word>",
      category = TRAINING,
      displayOrder = 31)
  public Standardization getStandardize() {
    return standardize;
  }

  /**
   * Sets the value of {@code -standardize}.
   *
   * @param value standardisation of the inputs, fitted on the training data only: attribute,
   *     channel or none
   */
  public void setStandardize(Standardization value) {
    standardize = value;
  }

  @OptionMetadata(
      displayName = "pool",
      description =
          "Decision for a bag from the posteriors of its segments: mean, product " + "or vote.",
      commandLineParamName = "pool",
      commandLineParamSynopsis = "-pool <word>",
      displayOrder = 5)
  public Pooling getPool() {
    return pool;
  }

  /**
   * Sets the value of {@code -pool}.
   *
   * @param value decision for a bag from the posteriors of its segments: mean, product or vote
   */
  public void setPool(Pooling value) {
    pool = value;
  }

  @OptionMetadata(
      displayName = "stopFitness",
      description =
          "Ends the evolution when a winner's fitness reaches it; above 1 for " + "never.",
      commandLineParamName = "stop-fitness",
      commandLineParamSynopsis = "-stop-fitness <num>",
      category = EVOLUTION,
      displayOrder = 26)
  public double getStopFitness() {
    return stopFitness;
  }

  /**
   * Sets the value of {@code -stop-fitness}.
   *
   * @param value ends the evolution when a winner's fitness reaches it; above 1 for never
   */
  public void setStopFitness(double value) {
    stopFitness = value;
  }

  @OptionMetadata(
      displayName = "numSlots",
      description = "Number of threads; 0 for all cores. It never changes a result.",
      commandLineParamName = "num-slots",
      commandLineParamSynopsis = "-num-slots <num>",
      displayOrder = 6)
  public int getNumSlots() {
    return numSlots;
  }

  /**
   * Sets the value of {@code -num-slots}.
   *
   * @param value number of threads; 0 for all cores. It never changes a result
   */
  public void setNumSlots(int value) {
    numSlots = value;
  }

  @OptionMetadata(
      displayName = "allowSubjectOverlap",
      description =
          "Allows predictions for a subject that a source was evolved on; they are not "
              + "subject-independent then.",
      commandLineParamName = "allow-subject-overlap",
      commandLineParamSynopsis = "-allow-subject-overlap",
      commandLineParamIsFlag = true,
      displayOrder = 4)
  public boolean getAllowSubjectOverlap() {
    return allowSubjectOverlap;
  }

  /**
   * Sets the value of {@code -allow-subject-overlap}.
   *
   * @param value true to allow it
   */
  public void setAllowSubjectOverlap(boolean value) {
    allowSubjectOverlap = value;
  }

  @OptionMetadata(
      displayName = "resume",
      description =
          "Makes models that can be evolved further (Explorer: continue iterating; command line:"
              + " -continue-iterating); they are larger.",
      commandLineParamName = "resume",
      commandLineParamSynopsis = "-resume",
      commandLineParamIsFlag = true,
      category = CONTINUING,
      displayOrder = 41)
  public boolean getResume() {
    return resume;
  }

  /**
   * Sets the value of {@code -resume}.
   *
   * @param value true for models that can be evolved further
   */
  public void setResume(boolean value) {
    resume = value;
  }

  @OptionMetadata(
      displayName = "checkpoint",
      description =
          "File that keeps the state of a running evolution; where it exists, the evolution in it"
              + " is continued. It is deleted when the evolution is over.",
      commandLineParamName = "checkpoint",
      commandLineParamSynopsis = "-checkpoint <file>",
      category = CONTINUING,
      displayOrder = 42)
  public File getCheckpoint() {
    return checkpoint;
  }

  /**
   * Sets the value of {@code -checkpoint}.
   *
   * @param value the file; an empty path for none
   */
  public void setCheckpoint(File value) {
    checkpoint = value;
  }

  @OptionMetadata(
      displayName = "checkpointEvery",
      description = "Number of generations between two states in the checkpoint file.",
      commandLineParamName = "checkpoint-every",
      commandLineParamSynopsis = "-checkpoint-every <num>",
      category = CONTINUING,
      displayOrder = 43)
  public int getCheckpointEvery() {
    return checkpointEvery;
  }

  /**
   * Sets the value of {@code -checkpoint-every}.
   *
   * @param value generations, at least 1
   */
  public void setCheckpointEvery(int value) {
    checkpointEvery = value;
  }
}
