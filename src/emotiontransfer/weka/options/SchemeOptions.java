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
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.function.Failable;
import org.apache.commons.lang3.function.FailableConsumer;
import weka.core.Option;
import weka.core.OptionMetadata;
import weka.core.Utils;

/**
 * The options of a scheme, read from its annotated getters. An option is a property:
 *
 * <pre>{@code
 * @OptionMetadata(
 *     displayName = "miniBatch",
 *     description = "Number of segments in a mini-batch.",
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
 * <p>It is the option {@code -mini-batch}, unless {@code commandLineParamName} gives another name.
 * The type gives the rest: {@code int}, {@code long}, {@code double}, {@code String}, {@link File},
 * an enumeration, an array of the latter three (repeatable), or {@code boolean}, a flag. The help
 * shows {@code -mini-batch <num>}, {@code -pool <mean|product|vote>}, and the default, which is the
 * value in a new scheme. The scheme has a constructor without arguments, and three methods:
 *
 * <pre>{@code
 * listOptions() { return options().list(super.listOptions()); }
 * getOptions() { return options().get(super.getOptions()); }
 * setOptions(String[] options) { options().set(options, super::setOptions); }
 *
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

  /** One annotated property, with the value that it has in a new scheme. */
  private record Declared(OptionMetadata text, PropertyDescriptor property, Object initial) {

    String name() {
      String words = text.displayName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      return StringUtils.defaultIfEmpty(text.commandLineParamName(), words);
    }

    boolean flag() {
      return property.getPropertyType() == boolean.class;
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
   * @param first names of the options that distinguish schemes; {@link #get} puts them in front, in
   *     this order
   */
  public static SchemeOptions of(Object scheme, Class<?> oldestAncestor, String... first) {
    try {
      Object initial = scheme.getClass().getDeclaredConstructor().newInstance();
      List<Declared> declared = new ArrayList<>();
      for (PropertyDescriptor property :
          Introspector.getBeanInfo(scheme.getClass(), oldestAncestor).getPropertyDescriptors()) {
        Method getter = property.getReadMethod();
        OptionMetadata text = getter == null ? null : getter.getAnnotation(OptionMetadata.class);
        if (text != null && isOption(property.getPropertyType())) {
          declared.add(new Declared(text, property, getter.invoke(initial)));
        }
      }
      declared.sort(Comparator.comparingInt(option -> option.text().displayOrder()));
      return new SchemeOptions(scheme, declared, List.of(first));
    } catch (ReflectiveOperationException | IntrospectionException e) {
      throw new IllegalStateException(
          scheme.getClass() + " needs a public constructor without arguments", e);
    }
  }

  /** Other properties, such as parts of the scheme, have options of their own. */
  private static boolean isOption(Class<?> type) {
    Class<?> single = type.isArray() ? type.getComponentType() : type;
    return single.isPrimitive()
        || single.isEnum()
        || single == String.class
        || single == File.class;
  }

  /** Returns a value for use in a setter; rejects one that is too small. */
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
    Collections.list(inherited).stream()
        .filter(option -> find(option.name()).isEmpty())
        .forEach(all::add);
    return Collections.enumeration(all);
  }

  private static String initial(Declared option) {
    String value = String.join(" ", texts(option.initial()));
    if (option.flag() || value.isEmpty()) {
      return "";
    }
    String end = option.initial() instanceof Double ? ".0" : "";
    return "\n(default: " + StringUtils.removeEnd(value, end) + ")";
  }

  private static String synopsis(Declared option) {
    Class<?> type = option.property().getPropertyType();
    Class<?> single = type.isArray() ? type.getComponentType() : type;
    String kind =
        single.isEnum()
            ? String.join("|", keywords(single))
            : single == File.class ? "file" : single.isPrimitive() ? "num" : "text";
    return option.flag() ? "" : "<" + kind + ">";
  }

  private static List<String> keywords(Class<?> enumeration) {
    return Arrays.stream(enumeration.getEnumConstants()).map(Object::toString).toList();
  }

  /** Returns the values of all options, with no others. */
  public String[] get() {
    return get(new String[0]);
  }

  /**
   * Returns the values of all options: those that distinguish schemes, then those that differ from
   * their defaults, those inherited, and the rest, so that the start of a long line says most.
   */
  public String[] get(String[] inherited) {
    List<String> front = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    first.forEach(name -> front.addAll(commandLine(find(name).orElseThrow())));
    for (Declared option : declared) {
      if (!first.contains(option.name())) {
        boolean initial = texts(value(option)).equals(texts(option.initial()));
        (initial ? rest : changed).addAll(commandLine(option));
      }
    }
    for (int i = 0; i < inherited.length; i++) {
      String name = inherited[i];
      Optional<Declared> option = find(name.startsWith("-") ? name.substring(1) : "");
      if (option.isEmpty()) {
        changed.add(name);
      } else if (!option.get().flag()) {
        i++;
      }
    }
    return Stream.of(front, changed, rest).flatMap(List::stream).toArray(String[]::new);
  }

  private Optional<Declared> find(String name) {
    return declared.stream().filter(option -> option.name().equals(name)).findFirst();
  }

  private List<String> commandLine(Declared option) {
    List<String> values = texts(value(option));
    if (option.flag()) {
      return values.contains("true") ? List.of("-" + option.name()) : List.of();
    }
    boolean emptyIsInitial = texts(option.initial()).contains("");
    return values.stream()
        .filter(text -> !text.isEmpty() || !emptyIsInitial)
        .flatMap(text -> Stream.of("-" + option.name(), text))
        .toList();
  }

  private Object value(Declared option) {
    return Failable.call(() -> option.property().getReadMethod().invoke(scheme));
  }

  private static List<String> texts(Object value) {
    return value instanceof Object[] array
        ? Arrays.stream(array).map(Object::toString).toList()
        : List.of(value.toString());
  }

  /** Sets all options, with no others. */
  public void set(String[] options) throws Exception {
    set(options, rest -> {});
  }

  /**
   * Sets all options; one that is not given returns to its default.
   *
   * @param options command line; what is used is blanked out
   * @throws IllegalArgumentException if a value is wrong, naming option and value
   * @throws Exception if a value is missing
   */
  public void set(String[] options, FailableConsumer<String[], Exception> inherited)
      throws Exception {
    List<Declared> given = new ArrayList<>();
    for (Declared option : declared) {
      if (!option.flag()) {
        write(option, parse(option, options));
      } else if (Utils.getFlag(option.name(), options)) {
        given.add(option);
      }
    }
    inherited.accept(options);
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
        String why = cause.getMessage();
        String prefix = why.startsWith("Option -") ? "" : "Option -" + option.name() + ": ";
        throw new IllegalArgumentException(prefix + why, cause);
      }
      throw e;
    }
  }

  private static Object parse(Declared option, String[] options) throws Exception {
    Class<?> type = option.property().getPropertyType();
    Class<?> single = type.isArray() ? type.getComponentType() : type;
    List<Object> values = new ArrayList<>();
    while (Utils.getOptionPos(option.name(), options) >= 0
        && (type.isArray() || values.isEmpty())) {
      values.add(parse(option, single, Utils.getOption(option.name(), options)));
    }
    if (values.isEmpty()) {
      return option.initial();
    }
    return type.isArray() ? values.toArray((Object[]) Array.newInstance(single, 0)) : values.get(0);
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
      throw wrong(option, type == double.class ? "needs a number" : "needs a whole number", text);
    }
    if (type == String.class) {
      return text;
    } else if (type == File.class) {
      return new File(text);
    }
    List<String> keywords = keywords(type);
    if (!keywords.contains(word)) {
      throw wrong(option, "must be one of " + String.join(", ", keywords), text);
    }
    return type.getEnumConstants()[keywords.indexOf(word)];
  }

  private static IllegalArgumentException wrong(Declared option, String rule, String text) {
    return new IllegalArgumentException(
        "Option -" + option.name() + " " + rule + ", but was given '" + text + "'.");
  }
}
