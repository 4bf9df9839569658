package emotiontransfer.study.report;

import emotiontransfer.study.result.Cell;
import emotiontransfer.study.result.ResultTable;
import java.util.List;
import java.util.stream.Collectors;

/** A report as Markdown, with its pictures as files beside it. */
public final class MarkdownReport {

  private MarkdownReport() {}

  /** Returns the blocks as Markdown. */
  public static String of(List<Block> blocks) {
    return blocks.stream().map(MarkdownReport::block).collect(Collectors.joining("\n")) + "\n";
  }

  private static String block(Block block) {
    if (block instanceof Block.Heading heading) {
      return "<a id=\"%s\"></a>\n\n%s %s\n"
          .formatted(heading.anchor(), "#".repeat(heading.level()), escape(heading.text()));
    }
    if (block instanceof Block.Paragraph paragraph) {
      return escape(paragraph.text()) + "\n";
    }
    if (block instanceof Block.Items items) {
      return items.items().stream()
          .map(item -> "- " + escape(item) + "\n")
          .collect(Collectors.joining());
    }
    if (block instanceof Block.Table table) {
      return table(table.table())
          + (table.caption().isEmpty() ? "" : "\n" + escape(table.caption()) + "\n");
    }
    Block.Pictures pictures = (Block.Pictures) block;
    return pictures.pictures().stream()
        .map(
            picture ->
                "![%s](figures/%s.png)\n\n%s\n"
                    .formatted(
                        picture.caption().replaceAll("[\\[\\]]", ""),
                        picture.name(),
                        escape(picture.caption())))
        .collect(Collectors.joining("\n"));
  }

  private static String table(ResultTable table) {
    StringBuilder text = new StringBuilder("**" + escape(table.title()) + "**\n\n");
    text.append("| ").append(join(table.columns())).append(" |\n");
    text.append("|---".repeat(table.columns().size())).append("|\n");
    for (List<Cell> row : table.rows()) {
      text.append("| ").append(join(row.stream().map(Cell::toString).toList())).append(" |\n");
    }
    return text.toString();
  }

  private static String join(List<String> cells) {
    return cells.stream().map(MarkdownReport::escape).collect(Collectors.joining(" | "));
  }

  private static String escape(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace("_", "\\_").replace("*", "\\*");
  }
}
