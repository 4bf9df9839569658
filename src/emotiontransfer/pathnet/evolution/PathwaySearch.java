package emotiontransfer.pathnet.evolution;

import emotiontransfer.pathnet.network.Pathway;
import java.util.List;

/** What finds the pathway of a model, generation by generation. */
public interface PathwaySearch {

  /** Returns whether the generations are used up or the wanted fitness is reached. */
  boolean isDone();

  /** Runs one generation. */
  GenerationRecord next() throws InterruptedException;

  /** Returns the number of the generation that runs or comes next, from 1. */
  int generation();

  /** Returns the pathway with the highest fitness; of equals the latest, which learnt longest. */
  Pathway best();

  /** Returns the genotypes, population by population. */
  List<Genotype> population();

  /** Returns different pathways of the last generation, the fittest first, at most so many. */
  List<Pathway> ranked(int most);

  /** Returns the course so far, of which the wall time is the caller's. */
  EvolutionTrace trace(double seconds);
}
