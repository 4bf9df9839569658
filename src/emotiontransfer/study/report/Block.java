package emotiontransfer.study.report;

import emotiontransfer.study.result.ResultTable;
import java.util.List;

/** A part of a report, the same for every format. Texts may have links {@code [words](#anchor)}. */
public sealed interface Block {

  /**
   * A heading.
   *
   * @param level 1 to 4
   * @param anchor to link to; letters, digits and hyphens
   */
  record Heading(int level, String text, String anchor) implements Block {}

  record Paragraph(String text) implements Block {}

  /** A list, a line each. */
  record Items(List<String> items) implements Block {}

  /**
   * A table.
   *
   * @param caption what to know about it; may be empty
   */
  record Table(ResultTable table, String caption) implements Block {}

  /** Pictures, at least one, that stand side by side where there is room. */
  record Pictures(List<Picture> pictures) implements Block {}

  /**
   * A picture.
   *
   * @param name of its files below {@code figures}, without extension
   * @param caption what it shows
   */
  record Picture(String name, String caption) {}
}
