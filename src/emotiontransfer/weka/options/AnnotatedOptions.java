package emotiontransfer.weka.options;

import java.beans.BeanInfo;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.io.File;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import weka.core.Option;
import weka.core.OptionMetadata;
import weka.core.SelectedTag;
import weka.core.Tag;
import weka.core.Utils;

/**
 * Sets options that are declared by {@link OptionMetadata} and refuses wrong values.
 *
 * <p>Weka's own {@link Option#setOptions} prints a stack trace for a value that it cannot read or a
 * setter refuses, and goes on with the old value; a study would then run with settings that nobody
 * asked for. An option that is not given returns to its default.
 */
public final class AnnotatedOptions {

  private AnnotatedOptions() {}

  /**
   * Sets the declared options of a class and of its superclasses up to, but not including, the
   * oldest ancestor. Call it before {@code super.setOptions}, which then finds flags only: these
   * are left in the array for it, because Weka would clear a flag that it does not find.
   *
   * @param options command line; what is used is blanked out, flags excepted
   * @param target object with the setters; its class has a constructor without arguments that sets
   *     the defaults
   * @param oldestAncestor class whose own options are left alone
   * @throws IllegalArgumentException if a value is wrong, naming option and value
   * @throws Exception if a value is missing, or the defaults cannot be made
   */
  public static void set(String[] options, Object target, Class<?> oldestAncestor)
      throws Exception {
    Object defaults = target.getClass().getDeclaredConstructor().newInstance();
    for (Class<?> type = target.getClass();
        type != null && type != oldestAncestor;
        type = type.getSuperclass()) {
      for (PropertyDescriptor property : properties(type)) {
        OptionMetadata option = declaration(property);
        if (option != null && !option.commandLineParamName().isEmpty()) {
          set(options, target, defaults, property, option);
        }
      }
    }
  }

  private static PropertyDescriptor[] properties(Class<?> type) throws IntrospectionException {
    BeanInfo info = Introspector.getBeanInfo(type, type.getSuperclass());
    return info.getPropertyDescriptors();
  }

  private static OptionMetadata declaration(PropertyDescriptor property) {
    Method getter = property.getReadMethod();
    Method setter = property.getWriteMethod();
    if (getter == null || setter == null) {
      return null;
    }
    OptionMetadata onGetter = getter.getAnnotation(OptionMetadata.class);
    return onGetter != null ? onGetter : setter.getAnnotation(OptionMetadata.class);
  }

  private static void set(
      String[] options,
      Object target,
      Object defaults,
      PropertyDescriptor property,
      OptionMetadata option)
      throws Exception {
    String name = option.commandLineParamName();
    if (option.commandLineParamIsFlag()) {
      boolean given = Utils.getOptionPos(name, options) >= 0;
      invoke(name, target, property.getWriteMethod(), given);
      return;
    }
    Class<?> type = property.getPropertyType();
    Object value = property.getReadMethod().invoke(defaults);
    List<String> texts = texts(options, name, type.isArray());
    if (!texts.isEmpty()) {
      value = type.isArray() ? parseAll(name, texts, type) : parse(name, texts.get(0), type, value);
    }
    invoke(name, target, property.getWriteMethod(), value);
  }

  private static List<String> texts(String[] options, String name, boolean repeatable)
      throws Exception {
    List<String> texts = new ArrayList<>();
    do {
      String text = Utils.getOption(name, options);
      if (text.isEmpty()) {
        break;
      }
      texts.add(text);
    } while (repeatable);
    return texts;
  }

  private static Object parseAll(String name, List<String> texts, Class<?> type) {
    Object values = Array.newInstance(type.getComponentType(), texts.size());
    for (int i = 0; i < texts.size(); i++) {
      Array.set(values, i, parse(name, texts.get(i), type.getComponentType(), null));
    }
    return values;
  }

  private static Object parse(String name, String text, Class<?> type, Object current) {
    try {
      if (type == int.class) {
        return Integer.valueOf(text.trim());
      } else if (type == long.class) {
        return Long.valueOf(text.trim());
      } else if (type == double.class) {
        return Double.valueOf(text.trim());
      }
    } catch (NumberFormatException e) {
      String kind = type == double.class ? "a number" : "a whole number";
      throw new IllegalArgumentException(
          "Option -" + name + " needs " + kind + ", but was given '" + text + "'.", e);
    }
    if (type == String.class) {
      return text;
    } else if (type == File.class) {
      return new File(text);
    } else if (type.isEnum()) {
      return constant(name, text, type);
    } else if (current instanceof SelectedTag tag) {
      return selected(name, text, tag.getTags());
    }
    throw new IllegalArgumentException(
        "Option -" + name + " has a type that cannot be set from text: " + type.getName());
  }

  private static Object constant(String name, String text, Class<?> type) {
    for (Object constant : type.getEnumConstants()) {
      if (constant.toString().equals(text.trim())) {
        return constant;
      }
    }
    String known =
        Arrays.stream(type.getEnumConstants())
            .map(Object::toString)
            .collect(Collectors.joining(", "));
    throw new IllegalArgumentException(
        "Option -" + name + " must be one of " + known + ", but was given '" + text + "'.");
  }

  private static SelectedTag selected(String name, String text, Tag[] tags) {
    for (Tag tag : tags) {
      if (tag.getReadable().equals(text) || tag.getIDStr().equals(text)) {
        return new SelectedTag(tag.getID(), tags);
      }
    }
    String known = Arrays.stream(tags).map(Tag::getReadable).collect(Collectors.joining(", "));
    throw new IllegalArgumentException(
        "Option -" + name + " must be one of " + known + ", but was given '" + text + "'.");
  }

  private static void invoke(String name, Object target, Method setter, Object value)
      throws Exception {
    try {
      setter.invoke(target, value);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException cause) {
        throw new IllegalArgumentException("Option -" + name + ": " + cause.getMessage(), cause);
      }
      throw e;
    }
  }
}
