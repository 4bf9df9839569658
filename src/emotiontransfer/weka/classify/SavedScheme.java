package emotiontransfer.weka.classify;

import emotiontransfer.file.Shown;
import emotiontransfer.layers.Schedule;
import emotiontransfer.pathnet.Pooling;
import emotiontransfer.weka.options.SchemeOptions;
import emotiontransfer.weka.progress.Task;
import java.io.EOFException;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.commons.lang3.ArrayUtils;
import weka.classifiers.rules.ZeroR;
import weka.core.Utils;

/**
 * A scheme as it stands in a file: its class, its options as text, and its model. No field of a
 * scheme is part of the format, so that options and classes can move.
 */
public final class SavedScheme implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Threads and files change nothing about a model. */
  private static final Set<String> UNRECORDED =
      Set.of("-num-slots", "-source", "-weights", "-resume", "-checkpoint", "-checkpoint-every");

  /** When to stop and how to predict, which a continued evolution may change. */
  private static final Set<String> CHANGEABLE =
      Set.of("-G", "-stop-fitness", "-patience", "-pool", "-allow-subject-overlap");

  private final Class<?> type;
  private final String[] options;
  private final ZeroR majority;
  private final transient SegmentModel model;
  private transient AbstractSegmentClassifier<?> restored;

  private SavedScheme(Class<?> type, String[] options, ZeroR majority, SegmentModel model) {
    this.type = type;
    this.options = options;
    this.majority = majority;
    this.model = model;
  }

  /**
   * Returns what of a scheme is saved, without a model. A file that it exports its model to is left
   * out, so that the copies that Weka makes for the folds of an evaluation do not replace it.
   */
  static SavedScheme of(AbstractSegmentClassifier<?> scheme, ZeroR majority) {
    String[] options = scheme.getOptions();
    int export = Utils.getOptionPos("export", options);
    String[] kept = export < 0 ? options : ArrayUtils.removeAll(options, export, export + 1);
    return new SavedScheme(scheme.getClass(), kept, majority, null);
  }

  /** Returns a task as that of this scheme. */
  Task owning(Task task) {
    return task.by(type, Utils.joinOptions(options));
  }

  /** Returns the options that a model records: those that decide what it is. */
  String recorded() {
    return String.join(" ", byName(options).values());
  }

  /**
   * Returns whether the model of some recorded options can be continued with these. Options that a
   * record does not know had their defaults.
   */
  boolean continues(String begun) throws Exception {
    AbstractSegmentClassifier<?> former = create();
    setOptions(former, Utils.splitOptions(begun));
    Map<String, String> before = byName(former.getOptions());
    Map<String, String> after = byName(options);
    Set<String> changeable = new HashSet<>(CHANGEABLE);
    if (after.getOrDefault("-schedule", "").endsWith(Schedule.COSINE.keyword())) {
      // The learning rate has followed the number of generations from the beginning.
      changeable.remove("-G");
    }
    if ((before.get("-pool") + after.get("-pool")).contains(Pooling.STATISTICS.keyword())) {
      changeable.remove("-pool");
    }
    before.keySet().removeAll(changeable);
    after.keySet().removeAll(changeable);
    return before.equals(after);
  }

  /** Returns the text of each recorded option, its name and values. */
  private static Map<String, String> byName(String[] commandLine) {
    Map<String, String> options = new LinkedHashMap<>();
    String name = "";
    for (String word : commandLine) {
      name = word.matches("-[A-Za-z].*") ? word : name;
      options.merge(name, Utils.joinOptions(new String[] {word}).trim(), (a, b) -> a + " " + b);
    }
    options.keySet().removeAll(UNRECORDED);
    return options;
  }

  /** Returns the same scheme with another model. */
  SavedScheme with(SegmentModel other) {
    return new SavedScheme(type, options, majority, other);
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    out.defaultWriteObject();
    out.writeBoolean(model != null);
    if (model != null) {
      model.write(out);
    }
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    try {
      restored = copy();
      restored.restore(majority, in.readBoolean() ? restored.kind().reader().read(in) : null);
    } catch (Exception e) {
      throw unreadable(type, e);
    }
  }

  /** Returns a scheme like the saved one. */
  AbstractSegmentClassifier<?> copy() throws Exception {
    AbstractSegmentClassifier<?> copy = create();
    setOptions(copy, options.clone());
    copy.restore(majority, model);
    return copy;
  }

  private AbstractSegmentClassifier<?> create() throws ReflectiveOperationException {
    return type.asSubclass(AbstractSegmentClassifier.class).getDeclaredConstructor().newInstance();
  }

  private static void setOptions(AbstractSegmentClassifier<?> scheme, String[] options)
      throws IOException {
    String all = Utils.joinOptions(options);
    try {
      scheme.setOptions(options);
    } catch (Exception e) {
      String sentence = "has the options '%s', which this version rejects: %s";
      throw new IOException(Shown.name(sentence.formatted(all, e.getMessage())), e);
    }
  }

  /**
   * Reads the model of a scheme that was saved with its fields, which stood in classes that are
   * gone. Its options become those that the model records.
   *
   * @throws InvalidObjectException if there is no model
   */
  static <M extends SegmentModel> M readFormer(
      ObjectInputStream in, AbstractSegmentClassifier<M> scheme) throws InvalidObjectException {
    M model;
    try {
      in.readFields();
      model = scheme.kind().reader().read(in);
      if (model != null) {
        setOptions(scheme, Utils.splitOptions(model.provenance().options()));
      }
    } catch (Exception e) {
      throw unreadable(scheme.getClass(), e);
    }
    if (model == null) {
      throw SchemeOptions.lost(scheme);
    }
    return model;
  }

  private Object readResolve() {
    return restored;
  }

  private static InvalidObjectException unreadable(Class<?> type, Exception cause) {
    String scheme = type == null ? "scheme" : type.getSimpleName();
    boolean says = cause instanceof IOException && cause.getMessage() != null;
    String end = cause instanceof EOFException ? "is truncated" : "is damaged";
    String why = says ? cause.getMessage() : end;
    InvalidObjectException unreadable =
        new InvalidObjectException("This %s %s.".formatted(scheme, why));
    unreadable.initCause(cause);
    return unreadable;
  }
}
