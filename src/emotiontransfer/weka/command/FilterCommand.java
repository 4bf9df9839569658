package emotiontransfer.weka.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.Validate;
import org.apache.commons.lang3.function.Failable;
import weka.core.Instance;
import weka.core.Utils;
import weka.filters.Filter;

/**
 * The command line of a filter, with the options that {@link Filter#filterFile} and {@link
 * Filter#batchFilterFile} have.
 *
 * <p>Weka's own prints a table while it filters, and passes over what fails: a row that cannot be
 * read ends the table as if the file ended there, and so does a full disk. Here a table is written
 * whole, after all its rows were filtered.
 */
public final class FilterCommand extends AbstractCommand {

  private final Filter filter;

  private FilterCommand(Filter filter) {
    this.filter = filter;
  }

  /** Runs a filter on the tables that the options name. */
  public static void run(Filter filter, String[] options) throws Exception {
    if (Utils.getOptionPos('h', options) >= 0) {
      Filter.runFilter(filter, options);
    } else {
      new FilterCommand(filter).run((Object) filter, options);
    }
  }

  /** Runs a filter for its main method, which in a process of others prints how it failed. */
  public static void main(Filter filter, String[] options) {
    try {
      filter.run(filter, options);
    } catch (Exception failure) {
      System.err.println(failure.getMessage());
    }
  }

  @Override
  protected void execute(CommandLine line) throws Exception {
    CommandFiles files = new CommandFiles();
    boolean batch = line.flag("b");
    line.flag("d");
    Optional<String> in = input(line, "i", files);
    Optional<Path> out = output(line, "o", files);
    Optional<String> later = batch ? input(line, "r", files) : Optional.empty();
    Optional<Path> laterOut = batch ? output(line, "s", files) : Optional.empty();
    Validate.isTrue(
        !batch || in.isPresent() && later.isPresent(), "-b needs the two tables -i and -r.");
    Optional<String> classColumn = line.option("c");
    int decimals = line.number("decimal", 6, 0);
    filter.setOptions(line.options());
    line.finish();

    TableReader first = TableReader.of(in, classColumn);
    boolean hasHeader = filter.setInputFormat(first.structure());
    Table table = filtered(first, hasHeader);
    if (batch) {
      TableReader second = TableReader.of(later, classColumn);
      Validate.isTrue(
          second.structure().equalHeaders(first.structure()),
          "The tables of -i and -r differ: %s",
          second.structure().equalHeadersMsg(first.structure()));
      write(table, out, decimals);
      table = filtered(second, filter.isOutputFormatDefined());
      write(table, laterOut, decimals);
    } else {
      write(table, out, decimals);
    }
  }

  private static Optional<String> input(CommandLine line, String option, CommandFiles files) {
    Optional<String> name = line.option(option);
    name.filter(one -> !TableReader.isAddress(one))
        .ifPresent(Failable.asConsumer(one -> files.input(option, one)));
    return name;
  }

  private static Optional<Path> output(CommandLine line, String option, CommandFiles files) {
    return line.option(option).map(Failable.asFunction(name -> files.output(option, name)));
  }

  /** A table as a filter gives it: the text of the header, as it is before the rows. */
  private record Table(String header, List<Instance> rows) {}

  private Table filtered(TableReader reader, boolean hasHeader) throws Exception {
    // The filters of this package drop what earlier batches left when nobody has asked for it.
    String header = hasHeader ? filter.getOutputFormat().toString() : "";
    List<Instance> rows = new ArrayList<>();
    for (Optional<Instance> row = reader.next(); row.isPresent(); row = reader.next()) {
      if (filter.input(row.get())) {
        rows.add(filter.output());
      }
    }
    if (filter.batchFinished()) {
      header = hasHeader ? header : filter.getOutputFormat().toString();
      while (filter.numPendingOutput() > 0) {
        rows.add(filter.output());
      }
    }
    return new Table(header, rows);
  }

  private static void write(Table table, Optional<Path> file, int decimals) throws Exception {
    ArffOutput.write(
        file,
        out -> {
          out.write(table.header() + System.lineSeparator());
          for (Instance row : table.rows()) {
            out.write(row.toStringMaxDecimalDigits(decimals) + System.lineSeparator());
          }
        });
  }
}
