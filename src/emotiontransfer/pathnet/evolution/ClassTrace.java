package emotiontransfer.pathnet.evolution;

/**
 * The course of the evolution of one class against the rest.
 *
 * @param label index of the class
 */
public record ClassTrace(int label, EvolutionTrace trace) {}
