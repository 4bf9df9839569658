package emotiontransfer.embedding;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.nd4j.shade.protobuf.CodedInputStream;

/**
 * Finds out if the weights of a model in ONNX's format (a protocol buffer) stand in other files,
 * without keeping anything of it in memory.
 */
final class ExternalData {

  private static final int LENGTH_DELIMITED = 2;
  private static final int DATA_LOCATION = 14;
  private static final int EXTERNAL = 1;

  /** The messages that lead to tensors, and the numbers of their fields in onnx.proto. */
  private enum Message {
    MODEL,
    GRAPH,
    NODE,
    ATTRIBUTE,
    TENSOR;

    private Message field(int number) {
      return switch (this) {
        case MODEL -> Map.of(7, GRAPH).get(number);
        case GRAPH -> Map.of(1, NODE, 5, TENSOR).get(number);
        case NODE -> Map.of(5, ATTRIBUTE).get(number);
        case ATTRIBUTE -> Map.of(5, TENSOR, 6, GRAPH, 10, TENSOR, 11, GRAPH).get(number);
        case TENSOR -> null;
      };
    }
  }

  private ExternalData() {}

  /** Returns whether a tensor names another file; an IOException says that this is no model. */
  static boolean isNamedIn(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return isNamedIn(CodedInputStream.newInstance(in), Message.MODEL);
    }
  }

  private static boolean isNamedIn(CodedInputStream in, Message message) throws IOException {
    boolean found = false;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      int number = tag >>> 3;
      Message inner = message.field(number);
      if (inner != null && (tag & 7) == LENGTH_DELIMITED) {
        int limit = in.pushLimit(in.readRawVarint32());
        found |= isNamedIn(in, inner);
        in.popLimit(limit);
      } else if (message == Message.TENSOR && number == DATA_LOCATION) {
        found |= in.readEnum() == EXTERNAL;
      } else if (!in.skipField(tag)) {
        return found;
      }
    }
    return found;
  }
}
