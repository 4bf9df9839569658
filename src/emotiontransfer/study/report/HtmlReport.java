package emotiontransfer.study.report;

import emotiontransfer.study.result.Cell;
import emotiontransfer.study.result.ResultTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** A report as one HTML file that needs nothing else: style and pictures are in it. */
public final class HtmlReport {

  private final Path figures;

  /** Makes a writer that finds the pictures as SVG in a folder. */
  public HtmlReport(Path figures) {
    this.figures = figures;
  }

  /**
   * Returns a page of blocks.
   *
   * @throws IOException if a picture cannot be read
   */
  public String of(String title, List<Block> blocks) throws IOException {
    StringBuilder html = new StringBuilder();
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
    // A page without an icon makes browsers ask for one.
    html.append("<link rel=\"icon\" href=\"data:,\">\n");
    html.append("<title>").append(escape(title)).append("</title>\n<style>\n");
    html.append(style()).append("</style>\n</head>\n<body>\n<main>\n");
    for (Block block : blocks) {
      html.append(block(block)).append('\n');
    }
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private static String style() throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream("/emotiontransfer/report.css")) {
      if (in == null) {
        throw new IOException("The package lacks its report.css; install it again.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String block(Block block) throws IOException {
    if (block instanceof Block.Heading heading) {
      return "<h%1$d id=\"%2$s\">%3$s</h%1$d>"
          .formatted(heading.level(), escape(heading.anchor()), text(heading.text()));
    }
    if (block instanceof Block.Paragraph paragraph) {
      return "<p>" + text(paragraph.text()) + "</p>";
    }
    if (block instanceof Block.Items items) {
      StringBuilder html = new StringBuilder("<ul>\n");
      items.items().forEach(item -> html.append("<li>").append(text(item)).append("</li>\n"));
      return html.append("</ul>").toString();
    }
    if (block instanceof Block.Table table) {
      return table(table.table(), table.caption());
    }
    StringBuilder html = new StringBuilder("<div class=\"pictures\">\n");
    for (Block.Picture picture : ((Block.Pictures) block).pictures()) {
      html.append(picture(picture));
    }
    return html.append("</div>").toString();
  }

  private static String table(ResultTable table, String caption) {
    StringBuilder html = new StringBuilder("<div class=\"table\" id=\"");
    html.append(escape(table.id())).append("\">\n<table>\n<caption>");
    html.append(text(table.title())).append("</caption>\n<thead><tr>");
    table.columns().forEach(c -> html.append("<th>").append(text(c)).append("</th>"));
    html.append("</tr></thead>\n<tbody>\n");
    for (List<Cell> row : table.rows()) {
      html.append("<tr>");
      for (Cell cell : row) {
        html.append(cell instanceof Cell.Words ? "<td>" : "<td class=\"number\">");
        html.append(text(cell.toString())).append("</td>");
      }
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n</div>");
    return caption.isEmpty()
        ? html.toString()
        : html + "\n<p class=\"note\">" + text(caption) + "</p>";
  }

  private String picture(Block.Picture picture) throws IOException {
    byte[] svg = Files.readAllBytes(figures.resolve(picture.name() + ".svg"));
    return "<figure id=\"%s\"><img src=\"data:image/svg+xml;base64,%s\" alt=\"%s\"><figcaption>%s</figcaption></figure>\n"
        .formatted(
            escape(picture.name()),
            Base64.getEncoder().encodeToString(svg),
            escape(picture.caption()),
            text(picture.caption()));
  }

  /** Escapes a text and makes links of what looks like one. */
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
