package weka.core.converters;

import weka.core.Instances;
import weka.experiment.CrossValidationResultProducer;

/** A result producer that keeps the data which the Experimenter hands to it. */
public class SeenData extends CrossValidationResultProducer {

  private static final long serialVersionUID = 6118237412097756423L;

  /** The data set of the last run. */
  transient Instances data;

  @Override
  public void setInstances(Instances instances) {
    data = instances;
    super.setInstances(instances);
  }

  @Override
  public void doRun(int run) {}

  @Override
  public void preProcess() {}
}
