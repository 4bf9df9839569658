package emotiontransfer.study.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import emotiontransfer.study.result.ResultTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.io.IOUtils;

/**
 * A report, written twice: as Markdown with its pictures as files beside it, and as one HTML file
 * that needs nothing else. Texts may have links {@code [words](#anchor)}.
 */
public final class Report {

  static final String TITLE = "Emotion recognition with PathNet: a study";

  /** A picture, by the name of its files without extension. */
  public record Picture(String name, String caption) {}

  /** A cell of a table that people compare letter by letter, such as a hash. */
  record Code(String text) {

    @Override
    public String toString() {
      return text;
    }
  }

  private final Path figures;
  private final StringBuilder markdown = new StringBuilder();
  private final StringBuilder html = new StringBuilder();

  public Report(Path figures) {
    this.figures = figures;
  }

  /** Adds a heading of level 1 to 4, with an anchor of letters, digits and hyphens to link to. */
  void heading(int level, String text, String anchor) {
    add(
        "<a id=\"%s\"></a>\n\n%s %s\n".formatted(anchor, "#".repeat(level), plain(text)),
        "<h%1$s id=\"%2$s\">%3$s</h%1$s>".formatted(level, escape(anchor), text(text)));
  }

  void paragraph(String text) {
    add(plain(text) + "\n", "<p>" + text(text) + "</p>");
  }

  /** Adds a list, a line each. */
  void items(List<String> items) {
    add(
        join(items, item -> "- " + plain(item) + "\n"),
        "<ul>\n" + join(items, item -> "<li>" + text(item) + "</li>\n") + "</ul>");
  }

  /** Adds a table, and a caption below that may be empty. */
  void table(ResultTable table, String caption) {
    String lines = "**" + plain(table.title()) + "**\n\n" + line(table.columns());
    lines += "|---".repeat(table.columns().size()) + "|\n" + join(table.rows(), Report::line);
    String page =
        """
        <div class="table" id="%s">
        <table>
        <caption>%s</caption>
        <thead><tr>%s</tr></thead>
        <tbody>
        %s</tbody>
        </table>
        </div>\
        """
            .formatted(
                escape(table.id()),
                text(table.title()),
                join(table.columns(), column -> "<th>" + text(column) + "</th>"),
                join(table.rows(), row -> "<tr>" + join(row, Report::cell) + "</tr>\n"));
    if (!caption.isEmpty()) {
      lines += "\n" + plain(caption) + "\n";
      page += "\n<p class=\"note\">" + text(caption) + "</p>";
    }
    add(lines, page);
  }

  private static String line(List<?> cells) {
    return "|" + join(cells, cell -> " " + plain(ResultTable.text(cell)) + " |") + "\n";
  }

  private static String cell(Object cell) {
    if (cell instanceof Code code) {
      return "<td><code>" + escape(code.text()) + "</code></td>";
    }
    String start = ResultTable.isFigure(cell) ? "<td class=\"number\">" : "<td>";
    return start + text(ResultTable.text(cell)) + "</td>";
  }

  private static <T> String join(List<T> parts, Function<? super T, String> text) {
    return parts.stream().map(text).collect(Collectors.joining());
  }

  /** Adds pictures that stand side by side where there is room. */
  void pictures(List<Picture> pictures) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder page = new StringBuilder("<div class=\"pictures\">\n");
    for (Picture picture : pictures) {
      String name = picture.name();
      String caption = picture.caption();
      String alternative = caption.replaceAll("[\\[\\]]", "");
      lines.add("![%s](figures/%s.png)\n\n%s\n".formatted(alternative, name, plain(caption)));
      byte[] svg = Files.readAllBytes(figures.resolve(name + ".svg"));
      String data = Base64.getEncoder().encodeToString(svg);
      page.append(
          """
<figure id="%s"><img src="data:image/svg+xml;base64,%s" alt="%s"><figcaption>%s</figcaption></figure>
"""
              .formatted(escape(name), data, escape(caption), text(caption)));
    }
    add(String.join("\n", lines), page + "</div>");
  }

  private void add(String lines, String page) {
    markdown.append(markdown.isEmpty() ? "" : "\n").append(lines);
    html.append(page).append('\n');
  }

  public String markdown() {
    return markdown + "\n";
  }

  public String html() throws IOException {
    ClassLoader loader = Report.class.getClassLoader();
    String style = IOUtils.resourceToString("emotiontransfer/report.css", UTF_8, loader);
    String page = IOUtils.resourceToString("emotiontransfer/report.html", UTF_8, loader);
    return page.formatted(escape(TITLE), style, html);
  }

  private static String plain(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace("_", "\\_").replace("*", "\\*");
  }

  /** Escapes a text for HTML and makes links of what looks like one. */
  private static String text(String text) {
    return escape(text)
        .replaceAll("\\[([^\\]]+)\\]\\((#[A-Za-z0-9_+.-]+)\\)", "<a href=\"$2\">$1</a>");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
