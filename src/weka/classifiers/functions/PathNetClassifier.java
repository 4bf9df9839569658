package weka.classifiers.functions;

import emotiontransfer.data.Standardization;
import emotiontransfer.pathnet.LearnerSettings;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.evolution.Boundary;
import emotiontransfer.pathnet.evolution.EvolutionKind;
import emotiontransfer.pathnet.evolution.EvolutionSettings;
import emotiontransfer.pathnet.evolution.Mutation;
import emotiontransfer.pathnet.network.ModuleKind;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.training.TrainerSettings;
import emotiontransfer.pathnet.transfer.SourceUse;
import emotiontransfer.weka.classify.AbstractSegmentClassifier;
import emotiontransfer.weka.classify.ModelFile;
import emotiontransfer.weka.classify.PathNetSegmentModel;
import emotiontransfer.weka.classify.PathNetTraining;
import emotiontransfer.weka.classify.SegmentTable;
import emotiontransfer.weka.options.SchemeOptions;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import weka.classifiers.IterativeClassifier;
import weka.core.OptionMetadata;

/**
 * PathNet transfer learning as in Nguyen et al., "Meta Transfer Learning for Emotion Recognition".
 *
 * <p>Learns from the one relational attribute of a bag table, or else from the numeric attributes
 * of any table; attributes named {@code file} and {@code subject} never reach the {@link
 * emotiontransfer.pathnet.PathNetLearner}. The defaults are the paper's.
 */
public class PathNetClassifier extends AbstractSegmentClassifier<PathNetSegmentModel>
    implements IterativeClassifier {

  private static final long serialVersionUID = 1L;

  private int generations = 200;
  private File[] sources = new File[0];
  private SourceUse sourceUse = SourceUse.FROZEN;
  private int layers = 3;
  private int modules = 20;
  private int neurons = 20;
  private int maxActive = 4;
  private String module = "linear";
  private int population = 20;
  private double mutation = 0;
  private int shift = 2;
  private Boundary boundary = Boundary.WRAP;
  private EvolutionKind evolution = EvolutionKind.TOURNAMENT;
  private double stopFitness = 1.1;
  private Standardization standardize = Standardization.ATTRIBUTE;
  private boolean resume;
  private File checkpoint = new File("");
  private int checkpointEvery = 10;

  public PathNetClassifier() {
    super(PathNetSegmentModel.KIND, 0.02, 64);
  }

  @Override
  protected PathNetTraining begin(SegmentTable table, PathNetSegmentModel built) throws Exception {
    double rate = mutation == 0 ? Mutation.paperProbability(maxActive, layers) : mutation;
    Mutation mutating = new Mutation(rate, shift, boundary);
    LearnerSettings learner =
        new LearnerSettings(
            ModuleKind.ofKeyword(module),
            new EvolutionSettings(population, generations, mutating, evolution, stopFitness),
            new TrainerSettings(getLearningRate(), getMiniBatch()),
            standardize,
            sourceUse,
            getSeed(),
            threads(),
            resume || !checkpoint.getPath().isEmpty());
    PathNetShape shape =
        new PathNetShape(table.inputs(), layers, modules, neurons, maxActive, table.classes());
    PathNetTraining.Settings settings =
        new PathNetTraining.Settings(
            shape, learner, List.of(sources), resume, checkpoint, checkpointEvery);
    return new PathNetTraining(settings, saved(), table, built, getLog());
  }

  public PathNetModel model() {
    return trained().model();
  }

  @Override
  public Set<String> sourceSubjects() throws Exception {
    Set<String> subjects = new LinkedHashSet<>();
    for (File source : sources) {
      subjects.addAll(ModelFile.pathNetSource(source).provenance().allSubjects());
    }
    return subjects;
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
      displayName = "sources",
      description = "Model file whose best pathway is taken over; repeatable, oldest first.",
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
          "Use of the source's modules: frozen (never change, always active), reusable (active"
              + " where the genotype picks them), fine-tune (always active, trained on).",
      displayOrder = 3)
  public SourceUse getSourceUse() {
    return sourceUse;
  }

  public void setSourceUse(SourceUse value) {
    sourceUse = value;
  }

  @OptionMetadata(
      displayName = "layers",
      description = "Number of layers of the module grid.",
      commandLineParamName = "L",
      category = "Grid")
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
      category = "Grid")
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
      category = "Grid")
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
      category = "Grid")
  public int getMaxActive() {
    return maxActive;
  }

  public void setMaxActive(int value) {
    maxActive = value;
  }

  @OptionMetadata(displayName = "module", description = "Kind of module.", category = "Grid")
  public String getModule() {
    return module;
  }

  public void setModule(String value) {
    module = value;
  }

  @OptionMetadata(
      displayName = "population",
      description = "Number of pathways in the population.",
      commandLineParamName = "P",
      category = "Evolution")
  public int getPopulation() {
    return population;
  }

  public void setPopulation(int value) {
    population = value;
  }

  @OptionMetadata(
      displayName = "mutation",
      description = "Probability that a gene mutates; 0 for the paper's 1/(N L).",
      category = "Evolution")
  public double getMutation() {
    return mutation;
  }

  public void setMutation(double value) {
    mutation = value;
  }

  @OptionMetadata(
      displayName = "shift",
      description = "Largest distance by which a mutating gene moves.",
      category = "Evolution")
  public int getShift() {
    return shift;
  }

  public void setShift(int value) {
    shift = value;
  }

  @OptionMetadata(
      displayName = "boundary",
      description = "What happens to a gene that leaves the range of modules.",
      category = "Evolution")
  public Boundary getBoundary() {
    return boundary;
  }

  public void setBoundary(Boundary value) {
    boundary = value;
  }

  @OptionMetadata(
      displayName = "evolution",
      description = "How a pathway is found; fixed, the control, is one random pathway.",
      category = "Evolution")
  public EvolutionKind getEvolution() {
    return evolution;
  }

  public void setEvolution(EvolutionKind value) {
    evolution = value;
  }

  @OptionMetadata(
      displayName = "stopFitness",
      description = "Ends the evolution when a winner's fitness reaches it; above 1 for never.",
      category = "Evolution")
  public double getStopFitness() {
    return stopFitness;
  }

  public void setStopFitness(double value) {
    stopFitness = value;
  }

  @OptionMetadata(
      displayName = "standardize",
      description = "Standardisation of the inputs, fitted on the training data only.",
      category = "Training")
  public Standardization getStandardize() {
    return standardize;
  }

  public void setStandardize(Standardization value) {
    standardize = value;
  }

  @OptionMetadata(
      displayName = "resume",
      description = "Makes larger models that can be evolved further (-continue-iterating).",
      category = "Continuing")
  public boolean getResume() {
    return resume;
  }

  public void setResume(boolean value) {
    resume = value;
  }

  @OptionMetadata(
      displayName = "checkpoint",
      description = "File for the state of a running evolution, which is continued if it exists.",
      category = "Continuing")
  public File getCheckpoint() {
    return checkpoint;
  }

  public void setCheckpoint(File value) {
    checkpoint = value;
  }

  @OptionMetadata(
      displayName = "checkpointEvery",
      description = "Number of generations between two states in the checkpoint file.",
      category = "Continuing")
  public int getCheckpointEvery() {
    return checkpointEvery;
  }

  public void setCheckpointEvery(int value) {
    checkpointEvery = SchemeOptions.atLeast(1, value, "checkpoint-every");
  }

  private void readObject(ObjectInputStream in) throws IOException {
    readFormer(in, PathNetSegmentModel.KIND);
  }

  /** Runs the scheme with Weka's evaluation options and its own. */
  public static void main(String[] arguments) {
    runClassifier(new PathNetClassifier(), arguments);
  }
}
