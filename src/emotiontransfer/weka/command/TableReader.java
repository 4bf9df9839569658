package emotiontransfer.weka.command;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;
import weka.core.converters.ConverterUtils.DataSource;

/**
 * The rows of a table, one after the other where its loader can. Weka's {@link DataSource} prints
 * the stack trace of a row that cannot be read and ends the table there; this ends in an exception.
 */
final class TableReader {

  private final String name;
  private final DataSource source;
  private final Instances structure;

  private TableReader(String name, DataSource source, Instances structure) {
    this.name = name;
    this.source = source;
    this.structure = structure;
  }

  /**
   * Opens a table.
   *
   * @param file or address of a table; standard input, in ARFF, where there is none
   * @param classColumn {@code first}, {@code last} or a number from 1
   */
  static TableReader of(Optional<String> file, Optional<String> classColumn) throws Exception {
    String name = file.orElse("standard input");
    try {
      DataSource source = file.isEmpty() ? new DataSource(System.in) : new DataSource(file.get());
      Instances structure = source.getStructure();
      classColumn.ifPresent(column -> structure.setClassIndex(index(column, structure)));
      return new TableReader(name, source, structure);
    } catch (IOException unreadable) {
      throw unreadable(name, unreadable);
    }
  }

  /** Returns whether Weka opens a name over the network. */
  static boolean isAddress(String name) {
    return name.toLowerCase(Locale.ROOT).matches("(https?|ftp|file)://.*");
  }

  private static int index(String column, Instances structure) {
    return switch (column) {
      case "first" -> 0;
      case "last" -> structure.numAttributes() - 1;
      default -> {
        int number = StringUtils.isNumeric(column) ? Integer.parseInt(column) : 0;
        if (number < 1 || number > structure.numAttributes()) {
          throw new IllegalArgumentException(
              "Option -c must be first, last or 1 to %s, but is '%s'."
                  .formatted(structure.numAttributes(), column));
        }
        yield number - 1;
      }
    };
  }

  Instances structure() {
    return structure;
  }

  /** Returns the next row, none behind the last one. */
  Optional<Instance> next() throws Exception {
    if (!source.isIncremental()) {
      return source.hasMoreElements(structure)
          ? Optional.of(source.nextElement(structure))
          : Optional.empty();
    }
    try {
      Optional<Instance> row = Optional.ofNullable(source.getLoader().getNextInstance(structure));
      row.ifPresent(one -> one.setDataset(structure));
      return row;
    } catch (IOException unreadable) {
      throw unreadable(name, unreadable);
    }
  }

  private static WekaException unreadable(String name, IOException e) {
    return new WekaException("Table '%s' cannot be read: %s".formatted(name, e.getMessage()), e);
  }
}
