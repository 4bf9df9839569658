import java.util.Enumeration;
import java.util.Properties;
import weka.classifiers.Classifier;
import weka.classifiers.evaluation.EvaluationMetricHelper;
import weka.core.Instances;
import weka.core.WekaPackageClassLoaderManager;
import weka.core.WekaPackageManager;
import weka.core.converters.ConverterUtils;
import weka.core.converters.ConverterUtils.DataSource;
import weka.gui.GenericPropertiesCreator;

/**
 * What Weka's windows offer with the packages of WEKA_HOME, a line {@code kind=class,class,...}
 * each; then the packages' loader opens a corpus and PathNetClassifier learns from the data file
 * named second, and the last line tells whether the context class loader is as before. Started as
 * {@code java -cp WEKA Choosers.java BAGS CORPUS}.
 */
public final class Choosers {

  private Choosers() {}

  /** Prints the lines. */
  public static void main(String[] args) throws Exception {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    WekaPackageManager.loadPackages(false);
    GenericPropertiesCreator creator = new GenericPropertiesCreator();
    creator.execute(false);
    Properties offered = creator.getOutputProperties();
    for (Enumeration<?> kinds = offered.propertyNames(); kinds.hasMoreElements(); ) {
      String kind = kinds.nextElement().toString();
      System.out.println(kind + "=" + offered.getProperty(kind));
    }
    System.out.println("metrics=" + EvaluationMetricHelper.getAllMetricNames());
    System.out.println("file loaders=" + ConverterUtils.getFileLoaders());
    System.out.println("clips=" + DataSource.read(args[1]).numInstances());

    Instances bags = DataSource.read(args[0]);
    bags.setClassIndex(bags.numAttributes() - 1);
    Classifier classifier =
        (Classifier)
            WekaPackageClassLoaderManager.objectForName(
                "weka.classifiers.functions.PathNetClassifier");
    ((weka.core.OptionHandler) classifier).setOptions(new String[] {"-G", "1", "-P", "2"});
    classifier.buildClassifier(bags);
    System.out.println("decision=" + classifier.classifyInstance(bags.instance(0)));
    boolean kept = Thread.currentThread().getContextClassLoader() == before;
    System.out.println("context class loader kept=" + kept);
  }
}
