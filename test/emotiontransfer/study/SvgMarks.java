package emotiontransfer.study;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads the marks of an SVG picture, with an XML parser that rejects what is not well-formed. */
public final class SvgMarks {

  private SvgMarks() {}

  public static Document parse(File file) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    // The document type names a DTD on the web, which a test must not fetch.
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    DocumentBuilder builder = factory.newDocumentBuilder();
    return builder.parse(file);
  }

  private static List<Element> elements(Document svg, String name) {
    NodeList nodes = svg.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  /** Returns the filled squares of a side, in the order they were drawn. */
  private static List<Element> squares(Document svg, double side) {
    return elements(svg, "rect").stream()
        .filter(e -> Math.abs(Double.parseDouble(e.getAttribute("width")) - side) < 1e-3)
        .filter(e -> Math.abs(Double.parseDouble(e.getAttribute("height")) - side) < 1e-3)
        .filter(e -> !e.getAttribute("style").contains("fill:none"))
        .toList();
  }

  /** Returns the number of filled squares of a side. */
  public static int rectangles(Document svg, double side) {
    return squares(svg, side).size();
  }

  /** Returns the number of filled squares of a side that have a colour, {@code rgb(r,g,b)}. */
  public static int rectangles(Document svg, double side, java.awt.Color colour) {
    String rgb = "rgb(" + colour.getRed() + "," + colour.getGreen() + "," + colour.getBlue() + ")";
    return (int)
        squares(svg, side).stream()
            .filter(e -> e.getAttribute("style").replace(" ", "").contains("fill:" + rgb))
            .count();
  }

  /** Returns the number of straight lines of a colour. */
  public static int lines(Document svg, java.awt.Color colour) {
    String rgb = "rgb(" + colour.getRed() + "," + colour.getGreen() + "," + colour.getBlue() + ")";
    return (int)
        elements(svg, "line").stream()
            .filter(e -> e.getAttribute("style").replace(" ", "").contains("stroke:" + rgb))
            .count();
  }

  /** Returns x and y of the upper left corner of the n-th square of a side. */
  public static int[] corner(Document svg, double side, int n) {
    Element square = squares(svg, side).get(n);
    return new int[] {
      (int) Double.parseDouble(square.getAttribute("x")),
      (int) Double.parseDouble(square.getAttribute("y"))
    };
  }

  public static List<String> texts(Document svg) {
    return elements(svg, "text").stream().map(Element::getTextContent).toList();
  }
}
