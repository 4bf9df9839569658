package emotiontransfer.weka.options;

import emotiontransfer.data.Keyword;
import java.io.File;
import java.io.InvalidObjectException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.lang3.function.Failable;
import org.apache.commons.lang3.function.FailableConsumer;
import weka.core.Option;
import weka.core.OptionMetadata;
import weka.core.Utils;

/**
 * The options of a scheme, read from its annotated getters. An option is a property:
 *
 * <pre>{@code
 * @OptionMetadata(displayName = "miniBatch", description = "Number of segments in a mini-batch.")
 * public int getMiniBatch() {
 *   return miniBatch;
 * }
 *
 * public void setMiniBatch(int value) {
 *   miniBatch = atLeast(1, value, "mini-batch");
 * }
 * }</pre>
 *
 * <p>It is called {@code -mini-batch}, if the annotation gives no {@code commandLineParamName}. The
 * type is {@code int}, {@code long}, {@code double}, {@code String}, {@link File}, an enumeration,
 * an array of the latter three (repeatable), or {@code boolean} (a flag). The help shows the
 * keywords of an enumeration, and the default, which is the value in a new scheme. {@code
 * listOptions}, {@code getOptions} and {@code setOptions} of a scheme call {@link #list}, {@link
 * #get} and {@link #set}.
 *
 * <p>Weka's own {@link Option#setOptions} prints a stack trace for a value that is rejected, and
 * goes on with the old one; a study would then run with settings that nobody asked for.
 */
public final class SchemeOptions {

  private static final Set<Class<?>> TYPES =
      Set.of(boolean.class, int.class, long.class, double.class, String.class, File.class);

  /** One annotated property of a scheme, with the value that it has in a new one. */
  private record Declared(
      String name, OptionMetadata text, Method getter, Method setter, Object scheme, Object initial)
      implements Comparable<Declared> {

    /** Sorts by display order, then by name. */
    @Override
    public int compareTo(Declared other) {
      int order = Integer.compare(text.displayOrder(), other.text.displayOrder());
      return order == 0 ? setter.getName().compareTo(other.setter.getName()) : order;
    }

    /** Returns the type of one value. */
    Class<?> type() {
      Class<?> type = setter.getParameterTypes()[0];
      return type.isArray() ? type.getComponentType() : type;
    }

    boolean flag() {
      return type() == boolean.class;
    }

    List<String> keywords() {
      return texts(type().getEnumConstants());
    }

    Option help() {
      String kind = type() == File.class ? "file" : type().isPrimitive() ? "num" : "text";
      String values = type().isEnum() ? String.join("|", keywords()) : kind;
      String start = String.join(" ", texts(initial));
      if (initial instanceof Double && start.endsWith(".0")) {
        start = start.substring(0, start.length() - 2);
      }
      boolean silent = flag() || start.isEmpty();
      String end = silent ? "" : "\n(default: " + start + ")";
      String description = (text.description() + end).trim().replace("\n", "\n\t");
      String synopsis = "-" + name + (flag() ? "" : " <" + values + ">");
      return new Option("\t" + description, name, flag() ? 0 : 1, synopsis);
    }

    /** Reads the value when it is asked for: a scheme that is being restored may have none yet. */
    Object value() {
      return Failable.call(() -> getter.invoke(scheme));
    }

    boolean isInitial() {
      return texts(value()).equals(texts(initial));
    }

    List<String> commandLine() {
      if (flag()) {
        return value().equals(true) ? List.of("-" + name) : List.of();
      }
      boolean emptyIsInitial = texts(initial).contains("");
      return texts(value()).stream()
          .filter(text -> !text.isEmpty() || !emptyIsInitial)
          .flatMap(text -> Stream.of("-" + name, text))
          .toList();
    }

    void write(Object value) throws Exception {
      try {
        setter.invoke(scheme, value);
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof IllegalArgumentException cause) {
          String why = cause.getMessage();
          String prefix = why.startsWith("Option -") ? "" : "Option -" + name + ": ";
          throw new IllegalArgumentException(prefix + why, cause);
        }
        throw e;
      }
    }

    Object parse(String[] options) throws Exception {
      if (flag()) {
        return Utils.getFlag(name, options);
      }
      List<Object> values = new ArrayList<>(List.of(initial));
      while (Utils.getOptionPos(name, options) >= 0) {
        values.add(parse(Utils.getOption(name, options)));
      }
      return initial instanceof Object[] && values.size() > 1
          ? values.subList(1, values.size()).toArray((Object[]) Array.newInstance(type(), 0))
          : values.get(values.size() - 1);
    }

    private Object parse(String word) {
      Class<?> type = type();
      String rule = type == double.class ? "needs a number" : "needs a whole number";
      try {
        if (type.isEnum()) {
          rule = "must be one of " + String.join(", ", keywords());
          return type.getEnumConstants()[keywords().indexOf(word.trim())];
        } else if (type == int.class) {
          return Integer.valueOf(word.trim());
        } else if (type == long.class) {
          return Long.valueOf(word.trim());
        } else if (type == double.class) {
          return Double.valueOf(word);
        }
        return type == File.class ? new File(word) : word;
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
        throw new IllegalArgumentException(
            "Option -" + name + " " + rule + ", but was given '" + word + "'.");
      }
    }
  }

  private final List<Declared> declared;
  private final List<String> first;

  private SchemeOptions(List<Declared> declared, List<String> first) {
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
      return of(scheme, initial, oldestAncestor, first);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          scheme.getClass() + " needs a constructor without arguments", e);
    }
  }

  /** Returns the options of a scheme whose defaults are the values of another, initial one. */
  public static SchemeOptions of(
      Object scheme, Object initial, Class<?> oldestAncestor, String... first) {
    try {
      List<Declared> declared = new ArrayList<>();
      for (Method getter : scheme.getClass().getMethods()) {
        Class<?> owner = getter.getDeclaringClass();
        boolean own = owner != oldestAncestor && oldestAncestor.isAssignableFrom(owner);
        OptionMetadata text = own ? getter.getAnnotation(OptionMetadata.class) : null;
        if (text != null && !getter.isBridge()) {
          String setterName = "s" + getter.getName().substring(1);
          Method setter = scheme.getClass().getMethod(setterName, getter.getReturnType());
          Object value = getter.invoke(initial);
          Declared option = new Declared(name(text), text, getter, setter, scheme, value);
          if (option.type().isEnum() || TYPES.contains(option.type())) {
            declared.add(option);
          }
        }
      }
      Collections.sort(declared);
      return new SchemeOptions(declared, List.of(first));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(scheme.getClass() + " needs a setter for each getter", e);
    }
  }

  /** Returns the name of an option: as it says, or else that of its property, with hyphens. */
  private static String name(OptionMetadata text) {
    StringBuilder words = new StringBuilder(text.commandLineParamName());
    for (char letter : words.isEmpty() ? text.displayName().toCharArray() : new char[0]) {
      words.append(Character.isUpperCase(letter) ? "-" : "").append(Character.toLowerCase(letter));
    }
    return words.toString();
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
        ("The options of this %s were saved in a form that this version does not read; set them"
                + " anew, or save the experiment as .xml with the version that wrote it.")
            .formatted(scheme.getClass().getSimpleName()));
  }

  /** Returns the help of the options and, behind them, that of the inherited ones. */
  public Enumeration<Option> list(Enumeration<Option> inherited) {
    List<Option> all = new ArrayList<>();
    // No lambda on the way to the help: the first one costs a start of Weka milliseconds.
    for (Declared option : declared) {
      all.add(option.help());
    }
    for (Option option : Collections.list(inherited)) {
      if (find(option.name()).isEmpty()) {
        all.add(option);
      }
    }
    return Collections.enumeration(all);
  }

  /**
   * Returns the values of all options: those that distinguish schemes, then those that differ from
   * their defaults, those inherited, and the rest, so that the start of a long line says most.
   *
   * @param inherited of a superclass; options that are declared here are left out of it
   */
  public String[] get(String... inherited) {
    List<String> changed = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    first.forEach(name -> changed.addAll(find(name).orElseThrow().commandLine()));
    for (Declared option : declared) {
      if (!first.contains(option.name())) {
        (option.isInitial() ? rest : changed).addAll(option.commandLine());
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
    changed.addAll(rest);
    return changed.toArray(new String[0]);
  }

  private Optional<Declared> find(String name) {
    for (Declared option : declared) {
      if (option.name().equals(name)) {
        return Optional.of(option);
      }
    }
    return Optional.empty();
  }

  private static List<String> texts(Object value) {
    List<String> texts = new ArrayList<>();
    for (Object one : value instanceof Object[] array ? array : new Object[] {value}) {
      texts.add(one instanceof Keyword word ? word.keyword() : one.toString());
    }
    return texts;
  }

  /** Sets only those options that are given. */
  public void setGiven(String... options) throws Exception {
    for (Declared option : declared) {
      if (Utils.getOptionPos(option.name(), options) >= 0) {
        option.write(option.parse(options));
      }
    }
    Utils.checkForRemainingOptions(options);
  }

  /**
   * Sets all options; one that is not given returns to its default, of several the last counts.
   * Weka's own {@code setOptions} would clear a flag that has a {@code commandLineParamName}.
   *
   * @param options command line; what is used is blanked out
   * @param inherited takes what is left, usually {@code super::setOptions}
   * @throws IllegalArgumentException if a value is wrong, naming option and value
   * @throws Exception if a value is missing
   */
  public void set(String[] options, FailableConsumer<String[], Exception> inherited)
      throws Exception {
    for (Declared option : declared) {
      option.write(option.parse(options));
    }
    inherited.accept(options);
  }
}
