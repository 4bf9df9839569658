package weka.classifiers.functions;

import emotiontransfer.weka.gui.sources.SourcesEditor;
import java.beans.BeanInfo;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.beans.SimpleBeanInfo;

/**
 * Tells Weka's dialogs of options, which find this class by its name, that the sources have an
 * editor of their own. All else is as Java finds it.
 */
public class PathNetClassifierBeanInfo extends SimpleBeanInfo {

  @Override
  public PropertyDescriptor[] getPropertyDescriptors() {
    try {
      BeanInfo found =
          Introspector.getBeanInfo(PathNetClassifier.class, Introspector.IGNORE_ALL_BEANINFO);
      PropertyDescriptor[] properties = found.getPropertyDescriptors();
      for (PropertyDescriptor property : properties) {
        if (property.getName().equals("sources")) {
          property.setPropertyEditorClass(SourcesEditor.class);
        }
      }
      return properties;
    } catch (IntrospectionException e) {
      throw new IllegalStateException("PathNetClassifier is no bean: " + e.getMessage(), e);
    }
  }
}
