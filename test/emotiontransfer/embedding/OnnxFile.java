package emotiontransfer.embedding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.AttributeProto.AttributeType;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.StringStringEntryProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;

/** A small model that a test writes in ONNX's format. A dimension of -1 is left open. */
public final class OnnxFile {

  public static final int FLOAT = TensorProto.DataType.FLOAT_VALUE;
  public static final int DOUBLE = TensorProto.DataType.DOUBLE_VALUE;
  public static final int LONG = TensorProto.DataType.INT64_VALUE;

  private final ModelProto.Builder model = ModelProto.newBuilder().setIrVersion(7);
  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("test");

  /** Begins a model without anything. */
  public OnnxFile() {
    model.addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(11));
  }

  /** Sound {@code [batch, samples]} to the means of samples and squares, and to the largest. */
  public static OnnxFile vector() {
    return new OnnxFile()
        .input("signal", FLOAT, -1, -1)
        .node("Mul", "square", "signal", "signal")
        .node("ReduceMean", "mean", ints("axes", 1), "signal")
        .node("ReduceMean", "power", ints("axes", 1), "square")
        .node("Concat", "hidden_states", one("axis", 1), "mean", "power")
        .node("ReduceMax", "logits", ints("axes", 1), "signal")
        .output("hidden_states", FLOAT, -1, 2)
        .output("logits", FLOAT, -1, 1);
  }

  /** Sound to a frame for each four samples: their mean, and the first of them. */
  public static OnnxFile sequence() {
    return new OnnxFile()
        .input("input_values", FLOAT, -1, -1)
        .weights("w", new long[] {2, 1, 4}, 0.25, 0.25, 0.25, 0.25, 1, 0, 0, 0)
        .node("Unsqueeze", "channel", ints("axes", 1), "input_values")
        .node("Conv", "frames", ints("strides", 4), "channel", "w")
        .node("Transpose", "last_hidden_state", ints("perm", 0, 2, 1), "frames")
        .output("last_hidden_state", FLOAT, -1, -1, 2);
  }

  /** Pictures to the means of their planes. */
  public static OnnxFile picture(int planes, int height, int width) {
    return new OnnxFile()
        .input("image", FLOAT, -1, planes, height, width)
        .node("ReduceMean", "embedding", List.of(ints("axes", 2, 3), one("keepdims", 0)), "image")
        .output("embedding", FLOAT, -1, planes);
  }

  public OnnxFile input(String name, int type, long... shape) {
    graph.addInput(value(name, type, shape));
    return this;
  }

  public OnnxFile output(String name, int type, long... shape) {
    graph.addOutput(value(name, type, shape));
    return this;
  }

  private static ValueInfoProto value(String name, int type, long... shape) {
    TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
    for (long size : shape) {
      TensorShapeProto.Dimension.Builder dimension = dimensions.addDimBuilder();
      if (size < 0) {
        dimension.setDimParam("open" + dimensions.getDimCount());
      } else {
        dimension.setDimValue(size);
      }
    }
    TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder();
    tensor.setElemType(type).setShape(dimensions);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }

  public OnnxFile node(String operation, String output, String... inputs) {
    return node(operation, output, List.of(), inputs);
  }

  public OnnxFile node(
      String operation, String output, AttributeProto attribute, String... inputs) {
    return node(operation, output, List.of(attribute), inputs);
  }

  private OnnxFile node(
      String operation, String output, List<AttributeProto> attributes, String... inputs) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operation)
            .addOutput(output)
            .addAllInput(List.of(inputs))
            .addAllAttribute(attributes));
    return this;
  }

  /** Adds an operation that no runtime knows. */
  public OnnxFile ownOperation() {
    model.addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("com.own").setVersion(1));
    graph.addNode(
        NodeProto.newBuilder().setOpType("Own").setDomain("com.own").addInput("a").addOutput("b"));
    return this;
  }

  public OnnxFile weights(String name, long[] shape, double... values) {
    TensorProto.Builder tensor = tensor(name, shape);
    DoubleStream.of(values).forEach(value -> tensor.addFloatData((float) value));
    graph.addInitializer(tensor);
    return this;
  }

  /** Adds weights that stand in another file. */
  public OnnxFile externalWeights(String name, String file) {
    StringStringEntryProto.Builder location = StringStringEntryProto.newBuilder();
    graph.addInitializer(
        tensor(name, new long[] {2})
            .setDataLocation(TensorProto.DataLocation.EXTERNAL)
            .addExternalData(location.setKey("location").setValue(file)));
    return this;
  }

  private static TensorProto.Builder tensor(String name, long[] shape) {
    TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(FLOAT);
    LongStream.of(shape).forEach(tensor::addDims);
    return tensor;
  }

  public OnnxFile metadata(String key, String value) {
    model.addMetadataProps(StringStringEntryProto.newBuilder().setKey(key).setValue(value));
    return this;
  }

  public static AttributeProto ints(String name, long... values) {
    AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name);
    LongStream.of(values).forEach(attribute::addInts);
    return attribute.setType(AttributeType.INTS).build();
  }

  public static AttributeProto one(String name, long value) {
    return AttributeProto.newBuilder().setName(name).setI(value).setType(AttributeType.INT).build();
  }

  public Path write(Path file) throws IOException {
    return Files.write(file, model.setGraph(graph).build().toByteArray());
  }
}
