package emotiontransfer.alexnet;

/**
 * A trained network with all that predictions need, but for the support vector machine behind a
 * pyramid.
 *
 * @param lineage which data, options and weights made it
 * @param network the network
 * @param pyramid of the clips' features; null where clips are decided on by averaging
 */
public record TrainedAlexNet(Lineage lineage, AlexNetModel network, TemporalPyramid pyramid) {}
