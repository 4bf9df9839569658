package weka.classifiers.functions;

import emotiontransfer.data.Standardization;
import emotiontransfer.layers.Optimizer;
import emotiontransfer.layers.Schedule;
import emotiontransfer.pathnet.LearnerSettings;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.Pooling;
import emotiontransfer.pathnet.evolution.Boundary;
import emotiontransfer.pathnet.evolution.EvolutionKind;
import emotiontransfer.pathnet.evolution.EvolutionSettings;
import emotiontransfer.pathnet.evolution.Mutation;
import emotiontransfer.pathnet.evolution.Pathways;
import emotiontransfer.pathnet.network.ModuleKind;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.sequence.FitnessMeasure;
import emotiontransfer.pathnet.sequence.SequenceSettings;
import emotiontransfer.pathnet.sequence.Summary;
import emotiontransfer.pathnet.training.TrainerSettings;
import emotiontransfer.pathnet.transfer.SourceUse;
import emotiontransfer.pathnet.transfer.SourceWeight;
import emotiontransfer.weka.classify.AbstractSegmentClassifier;
import emotiontransfer.weka.classify.ModelFile;
import emotiontransfer.weka.classify.PathNetSegmentModel;
import emotiontransfer.weka.classify.PathNetTraining;
import emotiontransfer.weka.classify.SegmentTable;
import emotiontransfer.weka.command.ClassifierCommand;
import emotiontransfer.weka.command.CommandFiles;
import emotiontransfer.weka.options.SchemeOptions;
import emotiontransfer.weka.preset.NetworkOptions;
import emotiontransfer.weka.preset.NetworkOptions.ClassWeights;
import emotiontransfer.weka.preset.NetworkOptions.YesNo;
import emotiontransfer.weka.preset.Preset;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import weka.classifiers.IterativeClassifier;
import weka.classifiers.RandomizableClassifier;
import weka.core.OptionMetadata;
import weka.core.Utils;

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

  private Preset preset = Preset.PAPER;
  private int generations = 200;
  private File[] sources = new File[0];
  private SourceUse sourceUse = SourceUse.FROZEN;
  private SourceWeight sourceWeight = SourceWeight.MEAN;
  private int layers = 3;
  private int modules = 20;
  private int neurons = 20;
  private int maxActive = 4;
  private String module = "linear";
  private String width = "5,3,3";
  private String dilation = "1,2,3";
  private YesNo skipStatistics = YesNo.NO;
  private Pathways pathways = Pathways.ONE;
  private int population = 20;
  private double mutation = 0;
  private int shift = 2;
  private Boundary boundary = Boundary.WRAP;
  private EvolutionKind evolution = EvolutionKind.TOURNAMENT;
  private double stopFitness = 1.1;
  private int patience;
  private FitnessMeasure fitness = FitnessMeasure.TRAINING;
  private int ensemble = 1;
  private Standardization standardize = Standardization.ATTRIBUTE;
  private Optimizer optimizer = Optimizer.SGD;
  private double weightDecay;
  private Schedule schedule = Schedule.CONSTANT;
  private double dropout;
  private double labelSmoothing;
  private String augmentation = "none";
  private ClassWeights classWeights = ClassWeights.NONE;
  private boolean resume;
  private File checkpoint = new File("");
  private int checkpointEvery = 10;
  private File export = new File("");

  public PathNetClassifier() {
    super(PathNetSegmentModel.KIND, 0.02, 64);
  }

  @Override
  protected PathNetTraining begin(SegmentTable table, PathNetSegmentModel built) throws Exception {
    if (isExported()) {
      new CommandFiles().output("export", export.getPath());
    }
    ModuleKind kind = NetworkOptions.kind(module, width, dilation, layers, table.frameShape());
    boolean framed = getPool() == Pooling.STATISTICS || NetworkOptions.isFramed(kind, layers);
    int inputs = framed ? table.frameShape().size() : table.inputs();
    PathNetTraining.Settings settings =
        new PathNetTraining.Settings(
            new PathNetShape(inputs, layers, modules, neurons, maxActive, table.classes()),
            learner(kind, framed),
            List.of(sources),
            resume,
            checkpoint,
            checkpointEvery,
            framed,
            classWeights == ClassWeights.BALANCED);
    return new PathNetTraining(settings, saved(), table, built, getLog());
  }

  private boolean isExported() {
    return !export.getPath().isEmpty();
  }

  @Override
  public void done() throws Exception {
    super.done();
    if (isExported()) {
      ModelFile.write(model(), export);
    }
  }

  private LearnerSettings learner(ModuleKind kind, boolean framed) {
    SequenceSettings own = sequences(framed);
    boolean paper = NetworkOptions.isPaper(own) && !framed && classWeights == ClassWeights.NONE;
    return new LearnerSettings(
        kind,
        evolutionSettings(),
        pathways,
        new TrainerSettings(getLearningRate(), getMiniBatch()),
        paper ? Optional.empty() : Optional.of(own),
        standardize,
        sourceUse,
        getSeed(),
        threads(),
        resume || !checkpoint.getPath().isEmpty());
  }

  private EvolutionSettings evolutionSettings() {
    double rate = mutation == 0 ? Mutation.paperProbability(maxActive, layers) : mutation;
    return new EvolutionSettings(
        population,
        generations,
        new Mutation(rate, shift, boundary),
        evolution,
        stopFitness,
        patience);
  }

  private SequenceSettings sequences(boolean framed) {
    boolean whole = getPool() == Pooling.STATISTICS;
    return new SequenceSettings(
        new Summary(whole, whole, skipStatistics == YesNo.YES, framed),
        dropout,
        labelSmoothing,
        optimizer,
        weightDecay,
        schedule,
        NetworkOptions.augmentation(augmentation),
        fitness,
        sourceWeight,
        ensemble);
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

  @Override
  protected SchemeOptions options() {
    PathNetClassifier initial = new PathNetClassifier();
    if (preset != Preset.PAPER) {
      initial.setPreset(preset);
    }
    return SchemeOptions.of(
        this, initial, RandomizableClassifier.class, PathNetSegmentModel.KIND.firstOptions());
  }

  @Override
  public void setOptions(String[] options) throws Exception {
    int at = Utils.getOptionPos("preset", options);
    String word = at >= 0 && at + 1 < options.length ? options[at + 1] : "";
    // What is not given has the value of the preset that is; a wrong word is rejected below.
    preset =
        Stream.of(Preset.values())
            .filter(one -> one.keyword().equals(word))
            .findFirst()
            .orElse(Preset.PAPER);
    super.setOptions(options);
  }

  @OptionMetadata(
      displayName = "preset",
      description =
          "Values of other options that belong together: paper, or speech (what recognises"
              + " emotions best, on tables of MelDeltaSpectrogram). Options given beside it count"
              + " instead of its own.",
      displayOrder = 0)
  public Preset getPreset() {
    return preset;
  }

  public void setPreset(Preset value) {
    preset = value;
    try {
      SchemeOptions.of(this, RandomizableClassifier.class)
          .setGiven(Utils.splitOptions(value.options()));
    } catch (Exception e) {
      throw new IllegalStateException("Preset " + value.keyword() + ": " + e.getMessage(), e);
    }
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
      description =
          "Model file (.model or .pathnet) whose best pathway is taken over; repeatable, oldest"
              + " first.",
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
              + " where the genotype picks them), fine-tune (always active, trained on),"
              + " initialize (all modules and one pathway begin as the source's, all"
              + " are trained).",
      displayOrder = 3)
  public SourceUse getSourceUse() {
    return sourceUse;
  }

  public void setSourceUse(SourceUse value) {
    sourceUse = value;
  }

  @OptionMetadata(
      displayName = "sourceWeight",
      description = "Weight of a frozen module in its layer's mean: one, or learned.",
      displayOrder = 3)
  public SourceWeight getSourceWeight() {
    return sourceWeight;
  }

  public void setSourceWeight(SourceWeight value) {
    sourceWeight = value;
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

  @OptionMetadata(
      displayName = "module",
      description =
          "Kind of module: linear, conv (a convolution along time), conv2d (over the pixels of"
              + " faces), or one for each layer, separated by commas.",
      category = "Grid")
  public String getModule() {
    return module;
  }

  public void setModule(String value) {
    module = value;
  }

  @OptionMetadata(
      displayName = "width",
      description = "Frames that a window of a conv module sees, for each layer; odd.",
      category = "Grid")
  public String getWidth() {
    return width;
  }

  public void setWidth(String value) {
    width = value;
  }

  @OptionMetadata(
      displayName = "dilation",
      description = "Distance between the frames of a window, for each layer.",
      category = "Grid")
  public String getDilation() {
    return dilation;
  }

  public void setDilation(String value) {
    dilation = value;
  }

  @OptionMetadata(
      displayName = "skipStatistics",
      description = "Whether the head sees the statistics of the inputs beside the last layer's.",
      category = "Grid")
  public YesNo getSkipStatistics() {
    return skipStatistics;
  }

  public void setSkipStatistics(YesNo value) {
    skipStatistics = value;
  }

  @OptionMetadata(
      displayName = "pathways",
      description =
          "One pathway for all classes, or per-class: one for each class against the rest, each"
              + " with a population of its own, which are trained and transferred together.",
      category = "Evolution")
  public Pathways getPathways() {
    return pathways;
  }

  public void setPathways(Pathways value) {
    pathways = value;
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
      displayName = "patience",
      description = "Ends the evolution after so many generations without a better one; 0: never.",
      category = "Evolution")
  public int getPatience() {
    return patience;
  }

  public void setPatience(int value) {
    patience = SchemeOptions.atLeast(0, value, "patience");
  }

  @OptionMetadata(
      displayName = "fitness",
      description =
          "What the fitness is measured on: training (the data of the pass) or holdout (every fifth"
              + " training subject, which does not train).",
      category = "Evolution")
  public FitnessMeasure getFitness() {
    return fitness;
  }

  public void setFitness(FitnessMeasure value) {
    fitness = value;
  }

  @OptionMetadata(
      displayName = "ensemble",
      description = "Number of pathways of the last population whose decisions are averaged.",
      category = "Evolution")
  public int getEnsemble() {
    return ensemble;
  }

  public void setEnsemble(int value) {
    ensemble = SchemeOptions.atLeast(1, value, "ensemble");
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
      displayName = "optimizer",
      description = "Stochastic gradient descent, or Adam with decoupled weight decay.",
      category = "Training")
  public Optimizer getOptimizer() {
    return optimizer;
  }

  public void setOptimizer(Optimizer value) {
    optimizer = value;
  }

  @OptionMetadata(
      displayName = "weightDecay",
      description = "Decay of the weights, decoupled from their derivatives.",
      category = "Training")
  public double getWeightDecay() {
    return weightDecay;
  }

  public void setWeightDecay(double value) {
    weightDecay = value;
  }

  @OptionMetadata(
      displayName = "schedule",
      description =
          "Learning rate over the generations: constant, or cosine (a rise, then a fall to 0).",
      category = "Training")
  public Schedule getSchedule() {
    return schedule;
  }

  public void setSchedule(Schedule value) {
    schedule = value;
  }

  @OptionMetadata(
      displayName = "dropout",
      description = "Fraction of the head's inputs that is left out in training.",
      category = "Training")
  public double getDropout() {
    return dropout;
  }

  public void setDropout(double value) {
    dropout = value;
  }

  @OptionMetadata(
      displayName = "labelSmoothing",
      description = "Probability that training gives to all classes alike.",
      category = "Training")
  public double getLabelSmoothing() {
    return labelSmoothing;
  }

  public void setLabelSmoothing(double value) {
    labelSmoothing = value;
  }

  @OptionMetadata(
      displayName = "augmentation",
      description =
          "Random changes of the clips in training: none, or some of crop=least-most (frames),"
              + " band-mask=n, time-mask=n, band-shift=n, gain=x, noise=x, mirror=1, pixel-shift=n,"
              + " separated by commas.",
      category = "Training")
  public String getAugmentation() {
    return augmentation;
  }

  public void setAugmentation(String value) {
    NetworkOptions.augmentation(value);
    augmentation = value;
  }

  @OptionMetadata(
      displayName = "classWeights",
      description = "Weights of the classes: none, or balanced (all classes count alike).",
      category = "Training")
  public ClassWeights getClassWeights() {
    return classWeights;
  }

  public void setClassWeights(ClassWeights value) {
    classWeights = value;
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

  @OptionMetadata(
      displayName = "export",
      description =
          "File NAME.pathnet that the model is written to after the training, for others to read"
              + " without Java's serialization. Copies for the folds of an evaluation write none.",
      category = "Continuing")
  public File getExport() {
    return export;
  }

  public void setExport(File value) {
    export = value;
  }

  private void readObject(ObjectInputStream in) throws IOException {
    readFormer(in, PathNetSegmentModel.KIND);
  }

  @Override
  public void run(Object toRun, String[] options) throws Exception {
    ClassifierCommand.run(this, options);
  }

  /** Runs the scheme with Weka's evaluation options and its own. */
  public static void main(String[] arguments) throws Exception {
    ClassifierCommand.run(new PathNetClassifier(), arguments);
  }
}
