package emotiontransfer.figure;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.file.WholeFile;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.jfree.svg.SVGGraphics2D;

/** Writes a figure as PNG or SVG, as the file's name says. */
public final class FigureFile {

  /** Dots per inch of a PNG where nothing else is asked for: what journals want. */
  public static final int DEFAULT_DPI = 300;

  private FigureFile() {}

  /** Writes a figure to several files, as {@link #write(Figure, File, int)}. */
  public static void write(Figure figure, List<String> files, int dpi) throws IOException {
    for (String file : files) {
      write(figure, new File(file), dpi);
    }
  }

  /**
   * Writes a figure; its folder is made where absent.
   *
   * @param file ends in {@code .png} or {@code .svg}
   * @param dpi dots per inch of a PNG, 36 to 2400
   * @throws IllegalArgumentException if the name ends otherwise or the resolution is out of range
   */
  public static void write(Figure figure, File file, int dpi) throws IOException {
    isTrue(dpi >= 36 && dpi <= 2400, "-dpi must be 36 to 2400, but is %s.", dpi);
    String name = file.getName().toLowerCase(Locale.ROOT);
    boolean known = name.endsWith(".png") || name.endsWith(".svg");
    isTrue(
        known, "The picture '%s' must end in .png or .svg; change the name given to -out.", file);
    WholeFile.write(
        file.toPath(),
        part -> {
          if (name.endsWith(".png")) {
            writePng(figure, part.toFile(), dpi);
          } else {
            Files.writeString(part, svg(figure, file.getName()));
          }
        });
  }

  private static String svg(Figure figure, String name) {
    SVGGraphics2D g = new SVGGraphics2D(figure.width(), figure.height());
    // By default names inside the drawing begin with the time, and no two files are ever alike.
    g.setDefsKeyPrefix("_" + name.replaceAll("[^A-Za-z0-9]", "_") + "_");
    figure.draw(g);
    return g.getSVGDocument();
  }

  private static void writePng(Figure figure, File file, int dpi) throws IOException {
    // An inch has 72 points.
    double scale = dpi / 72.0;
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(figure.width() * scale),
            (int) Math.ceil(figure.height() * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.scale(scale, scale);
    figure.draw(g);
    g.dispose();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
      if (out == null) {
        throw new IOException("The picture '" + file + "' cannot be written.");
      }
      writer.setOutput(out);
      writer.write(new IIOImage(image, null, resolution(writer, image, dpi)));
    } finally {
      writer.dispose();
    }
  }

  /** The PNG chunk with the size of the picture on paper, in millimetres. */
  private static IIOMetadata resolution(ImageWriter writer, BufferedImage image, int dpi)
      throws IOException {
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
    IIOMetadataNode root = new IIOMetadataNode("javax_imageio_1.0");
    IIOMetadataNode dimension = new IIOMetadataNode("Dimension");
    root.appendChild(dimension);
    for (String direction : List.of("Horizontal", "Vertical")) {
      IIOMetadataNode node = new IIOMetadataNode(direction + "PixelSize");
      node.setAttribute("value", String.valueOf(25.4 / dpi));
      dimension.appendChild(node);
    }
    metadata.mergeTree("javax_imageio_1.0", root);
    return metadata;
  }
}
