package emotiontransfer.pathnet.evolution;

import emotiontransfer.pathnet.network.Pathway;
import java.util.ArrayList;
import java.util.List;

/**
 * A pathway for each class (paper, section 4, future work): each class has a population of its own,
 * all on one grid.
 *
 * <p>A generation is a tournament of each class in the order of the classes, and then two passes of
 * the best pathways of all classes together, trained on all classes: as many as the head of one
 * pathway gets. The fitness of these passes is the generation's, the union of these pathways is
 * what is found.
 */
public final class ClassEvolution implements PathwaySearch {

  private final EvolutionSettings settings;
  private final List<Integer> labels;
  private final List<Evolution> classes;
  private final Evolution.Contest together;
  private final List<GenerationRecord> history;
  private Pathway best;
  private double bestFitness;

  /**
   * Begins or continues an evolution of each class of a trace.
   *
   * @param classes evolutions in the order of the trace's classes
   * @param together trains and rates the pathways of all classes at once
   */
  public ClassEvolution(
      EvolutionSettings settings,
      List<Evolution> classes,
      Evolution.Contest together,
      EvolutionTrace trace) {
    this.settings = settings;
    this.labels = trace.classes().stream().map(ClassTrace::label).toList();
    this.classes = List.copyOf(classes);
    this.together = together;
    this.history = new ArrayList<>(trace.history());
    this.best = trace.best();
    this.bestFitness = trace.bestFitness();
  }

  @Override
  public boolean isDone() {
    return settings.isOver(trace(0));
  }

  @Override
  public GenerationRecord next() throws InterruptedException {
    for (Evolution evolution : classes) {
      evolution.next();
    }
    Pathway union = classes.stream().map(Evolution::best).reduce(Pathway::union).orElseThrow();
    double first = rate(union);
    double second = rate(union);
    GenerationRecord record = new GenerationRecord(generation(), 0, 0, first, second, union, union);
    history.add(record);
    return record;
  }

  private double rate(Pathway union) throws InterruptedException {
    double fitness = together.fitness(union);
    if (fitness >= bestFitness) {
      best = union;
      bestFitness = fitness;
      together.keepBest(union);
    }
    return fitness;
  }

  @Override
  public int generation() {
    return history.size() + 1;
  }

  @Override
  public Pathway best() {
    return best;
  }

  @Override
  public List<Genotype> population() {
    return classes.stream().flatMap(evolution -> evolution.population().stream()).toList();
  }

  /** Returns the one pathway that the last generation trained for all classes. */
  @Override
  public List<Pathway> ranked(int most) {
    return List.of(history.get(history.size() - 1).winner());
  }

  @Override
  public EvolutionTrace trace(double seconds) {
    List<ClassTrace> traces = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      traces.add(new ClassTrace(labels.get(i), classes.get(i).trace(seconds)));
    }
    return EvolutionTrace.ofClasses(best, bestFitness, history, seconds, traces);
  }
}
