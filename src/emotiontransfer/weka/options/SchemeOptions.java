package emotiontransfer.weka.options;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.io.File;
import java.io.InvalidObjectException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import weka.core.Option;
import weka.core.OptionMetadata;
import weka.core.SelectedTag;
import weka.core.Tag;
import weka.core.Utils;

/**
 * The options of a scheme, read from its annotated getters. An option is a property:
 *
 * <pre>{@code
 * @OptionMetadata(
 *     displayName = "miniBatch",
 *     description = "Number of segments in a mini-batch.",
 *     commandLineParamName = "mini-batch",
 *     displayOrder = 33)
 * public int getMiniBatch() {
 *   return miniBatch;
 * }
 *
 * public void setMiniBatch(int value) {
 *   miniBatch = atLeast(1, value, "mini-batch");
 * }
 * }</pre>
 *
 * <p>The type gives the rest: {@code int}, {@code long}, {@code double}, {@code String}, {@link
 * File}, an enumeration or {@link SelectedTag}, arrays of these (repeatable), or {@code boolean}
 * with {@code commandLineParamIsFlag}. The help shows {@code -mini-batch <num>}, {@code -pool
 * <mean|product|vote>}, and the default, which is the value in a new scheme. The scheme has a
 * constructor without arguments, and three methods:
 *
 * <pre>{@code
 * public Enumeration<Option> listOptions() {
 *   return options().list(super.listOptions());
 * }
 * public String[] getOptions() {
 *   return options().get(super.getOptions());
 * }
 * public void setOptions(String[] options) throws Exception {
 *   options().set(options, super::setOptions);
 * }
 * private SchemeOptions options() {
 *   return SchemeOptions.of(this, RandomizableClassifier.class, "G", "source");
 * }
 * }</pre>
 *
 * <p>Weka's own {@link Option#setOptions} is not used: it prints a stack trace for a value that it
 * cannot read or a setter rejects, and goes on with the old value; a study would then run with
 * settings that nobody asked for.
 */
public final class SchemeOptions {

  /** Takes the options that a superclass declares in its own way. */
  @FunctionalInterface
  public interface Inherited {

    /** Sets options as {@link weka.core.OptionHandler#setOptions} does. */
    void setOptions(String[] options) throws Exception;
  }

  /** One annotated property, with the value that it has in a new scheme. */
  private record Declared(OptionMetadata text, PropertyDescriptor property, Object initial) {

    String name() {
      return text.commandLineParamName();
    }

    boolean flag() {
      return text.commandLineParamIsFlag();
    }
  }

  private final Object scheme;
  private final List<Declared> declared;
  private final List<String> first;

  private SchemeOptions(Object scheme, List<Declared> declared, List<String> first) {
    this.scheme = scheme;
    this.declared = declared;
    this.first = first;
  }

  /**
   * Returns the options that the class of a scheme and its superclasses declare, in display order.
   *
   * @param oldestAncestor superclass whose own options are left alone
   * @param first names of the options that tell one scheme from another; {@link #get} puts them in
   *     front, in this order
   */
  public static SchemeOptions of(Object scheme, Class<?> oldestAncestor, String... first) {
    try {
      Object initial = scheme.getClass().getDeclaredConstructor().newInstance();
      List<Declared> declared = new ArrayList<>();
      for (PropertyDescriptor property :
          Introspector.getBeanInfo(scheme.getClass(), oldestAncestor).getPropertyDescriptors()) {
        Optional<OptionMetadata> text = text(property);
        if (text.isPresent()) {
          Object value = property.getReadMethod().invoke(initial);
          declared.add(new Declared(text.get(), property, value));
        }
      }
      declared.sort(Comparator.comparingInt(option -> option.text().displayOrder()));
      return new SchemeOptions(scheme, declared, List.of(first));
    } catch (ReflectiveOperationException | IntrospectionException e) {
      throw new IllegalStateException(
          scheme.getClass() + " needs a public constructor without arguments", e);
    }
  }

  private static Optional<OptionMetadata> text(PropertyDescriptor property) {
    Method getter = property.getReadMethod();
    return Optional.ofNullable(getter)
        .filter(method -> property.getWriteMethod() != null)
        .map(method -> method.getAnnotation(OptionMetadata.class))
        .filter(text -> !text.commandLineParamName().isEmpty());
  }

  /**
   * Returns an option's value if it is large enough, for use in a setter.
   *
   * @throws IllegalArgumentException if it is smaller, naming option and value
   */
  public static int atLeast(int least, int value, String option) {
    if (value < least) {
      throw new IllegalArgumentException(
          "Option -" + option + " must be at least " + least + ", but is " + value + ".");
    }
    return value;
  }

  /**
   * Returns what ends the reading of a saved scheme whose options an earlier version kept in
   * classes that are gone, so that they are not among what was read.
   */
  public static InvalidObjectException lost(Object scheme) {
    return new InvalidObjectException(
        "The options of this "
            + scheme.getClass().getSimpleName()
            + " were saved in a form that this version does not read; set them anew, or save the"
            + " experiment as .xml with the version that wrote it.");
  }

  /** Returns the help of the options, with no others. */
  public Enumeration<Option> list() {
    return list(Collections.emptyEnumeration());
  }

  /** Returns the help of the options and behind them, of those inherited, what is not declared. */
  public Enumeration<Option> list(Enumeration<Option> inherited) {
    List<Option> all = new ArrayList<>();
    for (Declared option : declared) {
      String description = "\t" + (option.text().description() + initial(option)).trim();
      all.add(
          new Option(
              description.replace("\n", "\n\t"),
              option.name(),
              option.flag() ? 0 : 1,
              ("-" + option.name() + " " + synopsis(option)).trim()));
    }
    for (Option option : Collections.list(inherited)) {
      if (find(option.name()).isEmpty()) {
        all.add(option);
      }
    }
    return Collections.enumeration(all);
  }

  private static String initial(Declared option) {
    String value = String.join(" ", texts(option.initial()));
    if (option.flag() || value.isEmpty()) {
      return "";
    }
    boolean whole = option.initial() instanceof Double && value.endsWith(".0");
    return "\n(default: " + (whole ? value.substring(0, value.length() - 2) : value) + ")";
  }

  private static String synopsis(Declared option) {
    Class<?> type = option.property().getPropertyType();
    Class<?> single = type.isArray() ? type.getComponentType() : type;
    if (option.flag()) {
      return "";
    } else if (single.isEnum() || option.initial() instanceof SelectedTag) {
      return "<" + String.join("|", keywords(single, option.initial())) + ">";
    } else if (single == File.class) {
      return "<file>";
    }
    return single.isPrimitive() ? "<num>" : "<text>";
  }

  /** Returns the values of an enumeration, or of the tags of a value. */
  private static List<String> keywords(Class<?> type, Object value) {
    return value instanceof SelectedTag tag
        ? Arrays.stream(tag.getTags()).map(Tag::getReadable).toList()
        : Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
  }

  /** Returns the values of all options, with no others. */
  public String[] get() {
    return get(new String[0]);
  }

  /**
   * Returns the values of all options: those that tell schemes apart, then those that differ from
   * their defaults, those inherited, and the rest, so that the start of a long command line says
   * most.
   *
   * @param inherited of a superclass; options that are declared here are left out of it
   */
  public String[] get(String[] inherited) {
    List<String> front = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    for (String name : first) {
      front.addAll(commandLine(find("-" + name).orElseThrow()));
    }
    for (Declared option : declared) {
      if (!first.contains(option.name())) {
        boolean initial = texts(value(option)).equals(texts(option.initial()));
        (initial ? rest : changed).addAll(commandLine(option));
      }
    }
    for (int i = 0; i < inherited.length; i++) {
      Optional<Declared> option = find(inherited[i]);
      if (option.isEmpty()) {
        changed.add(inherited[i]);
      } else if (!option.get().flag()) {
        i++;
      }
    }
    front.addAll(changed);
    front.addAll(rest);
    return front.toArray(String[]::new);
  }

  private Optional<Declared> find(String name) {
    String bare = name.startsWith("-") ? name.substring(1) : name;
    return declared.stream().filter(option -> option.name().equals(bare)).findFirst();
  }

  private List<String> commandLine(Declared option) {
    List<String> line = new ArrayList<>();
    for (String text : texts(value(option))) {
      if (option.flag()) {
        return Boolean.parseBoolean(text) ? List.of("-" + option.name()) : List.of();
      } else if (!text.isEmpty() || !texts(option.initial()).contains("")) {
        Collections.addAll(line, "-" + option.name(), text);
      }
    }
    return line;
  }

  private Object value(Declared option) {
    try {
      return option.property().getReadMethod().invoke(scheme);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Option -" + option.name() + " cannot be read", e);
    }
  }

  private static List<String> texts(Object value) {
    if (value.getClass().isArray()) {
      return IntStream.range(0, Array.getLength(value))
          .mapToObj(i -> Array.get(value, i).toString())
          .toList();
    }
    return List.of(
        value instanceof SelectedTag tag ? tag.getSelectedTag().getReadable() : value.toString());
  }

  /** Sets all options, with no others. */
  public void set(String[] options) throws Exception {
    set(options, rest -> {});
  }

  /**
   * Sets all options; one that is not given returns to its default.
   *
   * @param options command line; what is used is blanked out
   * @param inherited takes what is left, usually {@code super::setOptions}
   * @throws IllegalArgumentException if a value is wrong, naming option and value
   * @throws Exception if a value is missing
   */
  public void set(String[] options, Inherited inherited) throws Exception {
    List<Declared> given = new ArrayList<>();
    for (Declared option : declared) {
      if (!option.flag()) {
        write(option, parse(option, options));
      } else if (Utils.getFlag(option.name(), options)) {
        given.add(option);
      }
    }
    inherited.setOptions(options);
    // afterwards, because Weka clears each annotated flag that it does not find
    for (Declared option : declared) {
      if (option.flag()) {
        write(option, given.contains(option));
      }
    }
  }

  private void write(Declared option, Object value) throws Exception {
    try {
      option.property().getWriteMethod().invoke(scheme, value);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException cause) {
        String prefix = "Option -" + option.name();
        String why = cause.getMessage();
        throw new IllegalArgumentException(
            why.startsWith(prefix + " ") ? why : prefix + ": " + why, cause);
      }
      throw e;
    }
  }

  private static Object parse(Declared option, String[] options) throws Exception {
    Class<?> type = option.property().getPropertyType();
    List<Object> values = new ArrayList<>();
    while (Utils.getOptionPos(option.name(), options) >= 0
        && (type.isArray() || values.isEmpty())) {
      String text = Utils.getOption(option.name(), options);
      Class<?> single = type.isArray() ? type.getComponentType() : type;
      values.add(parse(option, single, text));
    }
    if (values.isEmpty()) {
      return option.initial();
    } else if (!type.isArray()) {
      return values.get(0);
    }
    Object array = Array.newInstance(type.getComponentType(), values.size());
    for (int i = 0; i < values.size(); i++) {
      Array.set(array, i, values.get(i));
    }
    return array;
  }

  private static Object parse(Declared option, Class<?> type, String text) {
    String word = text.trim();
    try {
      if (type == int.class) {
        return Integer.valueOf(word);
      } else if (type == long.class) {
        return Long.valueOf(word);
      } else if (type == double.class) {
        return Double.valueOf(word);
      }
    } catch (NumberFormatException e) {
      throw wrong(option, "needs a " + (type == double.class ? "number" : "whole number"), text);
    }
    if (type == String.class) {
      return text;
    } else if (type == File.class) {
      return new File(text);
    }
    List<String> keywords = keywords(type, option.initial());
    int index = keywords.indexOf(word);
    if (index < 0) {
      throw wrong(
          option, keywords.stream().collect(Collectors.joining(", ", "must be one of ", "")), text);
    }
    return option.initial() instanceof SelectedTag tag
        ? new SelectedTag(tag.getTags()[index].getID(), tag.getTags())
        : type.getEnumConstants()[index];
  }

  private static IllegalArgumentException wrong(Declared option, String rule, String text) {
    return new IllegalArgumentException(
        "Option -" + option.name() + " " + rule + ", but was given '" + text + "'.");
  }
}
