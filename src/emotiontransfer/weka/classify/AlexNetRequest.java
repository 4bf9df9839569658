package emotiontransfer.weka.classify;

import emotiontransfer.alexnet.Decision;
import emotiontransfer.alexnet.TrainingSettings;
import java.io.File;

/**
 * What the options of FineTunedAlexNet ask for.
 *
 * @param settings of the training
 * @param inputSize rows and columns of the images
 * @param width fraction of AlexNet's filters and neurons
 * @param decision how a clip is decided on
 * @param weights file with initial weights; an empty path for none
 * @param source model file with initial weights; an empty path for none
 * @param options command line of the scheme, for the model's lineage
 */
public record AlexNetRequest(
    TrainingSettings settings,
    int inputSize,
    double width,
    Decision decision,
    File weights,
    File source,
    String[] options) {}
