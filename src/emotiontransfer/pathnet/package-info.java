/**
 * PathNet with transfer (paper, section 3.3): the learner evolves a pathway on one corpus, the
 * model predicts and is the source of the next evolution. Read {@link
 * emotiontransfer.pathnet.PathNetLearner} first, then {@link
 * emotiontransfer.pathnet.evolution.Evolution} (the tournament), {@link
 * emotiontransfer.pathnet.training.PathwayTrainer} (the training loop), {@link
 * emotiontransfer.pathnet.transfer.SourceMerge} and {@link
 * emotiontransfer.pathnet.transfer.SourceModules} (freezing), and {@link
 * emotiontransfer.pathnet.network.ModuleKind}.
 */
package emotiontransfer.pathnet;
