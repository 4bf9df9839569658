package emotiontransfer.embedding;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * An input beside that of the clip, as exports of speech models have them: a mask that says which
 * samples are the clip's (all of them), or the number of samples.
 */
record Companion(TensorInfo info, Meaning meaning) {

  private enum Meaning {
    /** 1 for each sample. */
    MASK,
    /** 0 for each sample. */
    PADDING,
    LENGTH
  }

  private static final Map<OnnxJavaType, Class<?>> TYPES =
      Map.of(
          OnnxJavaType.INT64, long.class,
          OnnxJavaType.INT32, int.class,
          OnnxJavaType.BOOL, boolean.class,
          OnnxJavaType.FLOAT, float.class);

  /** Makes the sentence on an input that cannot be given. */
  interface Unfit {
    IllegalArgumentException sentence(String why, Object... values);
  }

  static Companion of(NodeInfo node, Unfit unfit) {
    String name = node.getName().toLowerCase(Locale.ROOT);
    boolean mask = name.contains("mask");
    boolean length = name.matches(".*len(s|gths?)?");
    boolean known =
        (mask || length)
            && node.getInfo() instanceof TensorInfo tensor
            && TYPES.containsKey(tensor.type)
            && tensor.getShape().length <= 2;
    if (!known) {
      throw unfit.sentence(
          "needs the input '%s' as well; only masks and lengths can be given beside the clip.",
          node.getName());
    }
    Meaning meaning =
        mask ? name.contains("padding") ? Meaning.PADDING : Meaning.MASK : Meaning.LENGTH;
    return new Companion((TensorInfo) node.getInfo(), meaning);
  }

  OnnxTensor tensor(OrtEnvironment environment, int length) throws OrtException {
    int count = meaning == Meaning.LENGTH ? 1 : length;
    int[] shape = new int[Math.max(1, info.getShape().length)];
    Arrays.fill(shape, 1);
    shape[shape.length - 1] = count;
    Object values = Array.newInstance(TYPES.get(info.type), shape);
    Object last = shape.length == 1 ? values : Array.get(values, 0);
    for (int i = 0; i < count && meaning != Meaning.PADDING; i++) {
      set(last, i, meaning == Meaning.LENGTH ? length : 1);
    }
    return OnnxTensor.createTensor(environment, values);
  }

  private static void set(Object array, int index, int value) {
    if (array instanceof boolean[] flags) {
      flags[index] = value != 0;
    } else if (array instanceof long[] numbers) {
      numbers[index] = value;
    } else if (array instanceof int[] numbers) {
      numbers[index] = value;
    } else if (array instanceof float[] numbers) {
      numbers[index] = value;
    }
  }
}
