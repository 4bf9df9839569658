/**
 * The binary tournament of pathways: genotypes, population, mutation, history (paper, section
 * 3.3.2). Read {@link emotiontransfer.pathnet.evolution.Genotype} first, then {@link
 * emotiontransfer.pathnet.evolution.Evolution}, and {@link
 * emotiontransfer.pathnet.evolution.ClassEvolution} for a pathway of each class.
 */
package emotiontransfer.pathnet.evolution;
