package emotiontransfer.figure;

import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.transfer.SourceUse;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/**
 * The module grid with its pathways, after the paper's Figures 19 to 23: the input below, a row of
 * modules per layer, the head above.
 *
 * <p>One pathway is drawn in the destination's colour, modules of a source in the source's; a
 * single pathway without any source is a source itself and has its colour (Figure 20). A population
 * is drawn by use: the more pathways go through a module or a link, the darker it is.
 */
public final class PathwayDrawing {

  private static final int WIDTH = 504;
  private static final int MARGIN = 10;
  private static final int LEFT = 52;

  private final PathwayView view;
  private final PathNetModel model;
  private final PathNetShape shape;
  private final double pitch;
  private final int gridWidth;
  private final int width;
  private final int inputTop;
  private final int gridBottom;
  private final Color own;

  // From top to bottom.
  private static final int TITLE_HEIGHT = 46;
  private static final int BAR_HEIGHT = 18;
  private static final int LAYER_PITCH = 62;
  private static final int LEGEND_HEIGHT = 30;
  private static final int CURVE_HEIGHT = 150;

  /** Side of a square in the legend. */
  private static final double KEY = 9;

  private double legendEnd;

  private PathwayDrawing(PathwayView view) {
    this.view = view;
    this.model = view.model();
    this.shape = model.shape();
    this.pitch = Math.max(15, Math.min(30, (double) (WIDTH - LEFT - MARGIN) / shape.modules()));
    this.gridWidth = (int) Math.ceil(pitch * shape.modules());
    this.width = Math.max(LEFT + gridWidth + MARGIN, WIDTH);
    this.inputTop = TITLE_HEIGHT + BAR_HEIGHT + shape.layers() * LAYER_PITCH + LAYER_PITCH / 2;
    this.gridBottom = inputTop + BAR_HEIGHT;
    boolean source = !view.hasSource() && !view.isPopulation();
    this.own = source ? Palette.SOURCE : Palette.DESTINATION;
  }

  public static Figure of(PathwayView view) {
    PathwayDrawing drawing = new PathwayDrawing(view);
    int curve = view.curve() ? CURVE_HEIGHT : 0;
    return new Figure(drawing.width, drawing.gridBottom + LEGEND_HEIGHT + curve, drawing::draw);
  }

  private double x(int module) {
    return LEFT + (module + 0.5) * pitch;
  }

  private double y(int layer) {
    return inputTop - (layer + 0.75) * LAYER_PITCH;
  }

  private void draw(Graphics2D g) {
    String subtitle =
        String.format(
            Locale.ROOT,
            "%s layers of %s modules, %s neurons each; at most %s active modules per layer",
            shape.layers(),
            shape.modules(),
            shape.neurons(),
            shape.maxActive());
    Text.heading(g, view.title(), subtitle, MARGIN);
    boolean population = view.isPopulation();
    g.setColor(own);
    drawLinks(g, population ? Pathway.all(shape) : view.pathways().get(0), 0, population);
    g.setColor(Palette.SOURCE);
    drawLinks(g, view.activeSource(), population ? 0 : 1.6, false);
    drawBars(g);
    for (int layer = 0; layer < shape.layers(); layer++) {
      g.setColor(Palette.INK);
      Text.right(g, "layer " + (layer + 1), Text.TEXT, LEFT - 6, y(layer) + 3);
      for (int module = 0; module < shape.modules(); module++) {
        drawModule(g, layer, module);
      }
    }
    drawLegend(g);
    if (view.curve()) {
      double top = (double) gridBottom + LEGEND_HEIGHT;
      Rectangle2D area =
          new Rectangle2D.Double(MARGIN, top, width - 2.0 * MARGIN, CURVE_HEIGHT - 6);
      LineChart.fitness(g, model.trace().history(), view.marked(), own, area);
    }
  }

  private void drawBars(Graphics2D g) {
    String labels = String.join(", ", model.provenance().classLabels());
    String head = "softmax head: " + labels;
    if (labels.isEmpty() || Text.widthOf(head, Text.TEXT) > gridWidth - 2 * MARGIN) {
      head = "softmax head, " + shape.classes() + " classes";
    }
    drawBar(g, TITLE_HEIGHT, head);
    drawBar(g, inputTop, String.format(Locale.ROOT, "input, %,d values", shape.inputs()));
  }

  private void drawBar(Graphics2D g, double top, String text) {
    Rectangle2D bar = new Rectangle2D.Double(LEFT, top, gridWidth, BAR_HEIGHT);
    fill(g, bar, new Color(0xF0F0F0));
    frame(g, bar, Palette.LINE, false);
    g.setColor(Palette.INK);
    Text.centred(g, text, Text.TEXT, LEFT + gridWidth / 2.0, top + 12.5);
  }

  private static void fill(Graphics2D g, Shape area, Color colour) {
    g.setColor(colour);
    g.fill(area);
  }

  /** Draws an outline, which is wider around modules of a source. */
  private static void frame(Graphics2D g, Shape area, Color colour, boolean source) {
    g.setStroke(new BasicStroke(source ? 1.5f : 0.75f));
    g.setColor(colour);
    g.draw(area);
  }

  private void drawModule(Graphics2D g, int layer, int module) {
    boolean fromSource = model.sourcePathway().contains(layer, module);
    int uses = view.uses(layer, module);
    double side = pitch * 0.72;
    Rectangle2D box = new Rectangle2D.Double(x(module) - side / 2, y(layer) - side / 2, side, side);
    Color fill = fill(layer, module, uses);
    fill(g, box, fill);
    if (fromSource && uses > 0 && !view.isPopulation()) {
      fill(g, lowerRight(box), own);
    }
    frame(g, box, fromSource ? Palette.SOURCE : uses > 0 ? own : Palette.LINE, fromSource);
    String label = String.valueOf(view.isPopulation() ? uses : module);
    g.setColor(fill.equals(Color.WHITE) ? Palette.FAINT : Palette.textOn(fill));
    Text.centred(g, label, Text.SMALL, x(module), y(layer) + 2.6);
  }

  private Color fill(int layer, int module, int uses) {
    if (view.isPopulation()) {
      return uses == 0 ? Color.WHITE : Palette.amount(0.15 + 0.75 * uses / view.pathways().size());
    }
    if (view.activeSource().contains(layer, module)) {
      return Palette.SOURCE;
    }
    return uses > 0 ? own : Color.WHITE;
  }

  private static Path2D lowerRight(Rectangle2D box) {
    Path2D triangle = new Path2D.Double();
    triangle.moveTo(box.getMaxX(), box.getY());
    triangle.lineTo(box.getMaxX(), box.getMaxY());
    triangle.lineTo(box.getX(), box.getMaxY());
    triangle.closePath();
    return triangle;
  }

  /** Draws the links of a pathway: from the input, between its layers, to the head. */
  private void drawLinks(Graphics2D g, Pathway pathway, double shift, boolean byUse) {
    g.setStroke(new BasicStroke(1.1f));
    int last = shape.layers() - 1;
    for (int layer = -1; layer <= last; layer++) {
      boolean end = layer < 0 || layer == last;
      for (int from : pathway.modules(Math.max(0, layer))) {
        for (int to : end ? List.of(from) : pathway.modules(layer + 1)) {
          int uses = end ? view.uses(Math.max(0, layer), from) : view.uses(layer, from, to);
          if (byUse) {
            double fraction = (double) uses / view.pathways().size();
            g.setStroke(new BasicStroke((float) (0.35 + 2.2 * fraction)));
            g.setColor(Palette.amount(0.25 + 0.75 * fraction));
          }
          if (!byUse || uses > 0) {
            double bottom = layer < 0 ? inputTop : y(layer);
            double top = layer == last ? TITLE_HEIGHT + BAR_HEIGHT : y(layer + 1);
            g.draw(new Line2D.Double(x(from) + shift, bottom, x(to) + shift, top));
          }
        }
      }
    }
  }

  /** Explains the colours and counts the modules of each kind. */
  private void drawLegend(Graphics2D g) {
    legendEnd = LEFT;
    Pathway source = model.sourcePathway();
    if (view.isPopulation()) {
      String many = "many of the " + view.pathways().size() + " pathways (count in box)";
      key(g, Palette.amount(0.3), false, "few");
      key(g, Palette.amount(0.9), false, many);
      if (view.hasSource()) {
        key(g, Color.WHITE, true, word() + " (" + source.size() + ")");
      }
      return;
    }
    Pathway best = view.pathways().get(0);
    int reused = best.intersection(source).size();
    if (view.hasSource()) {
      Color fill = model.sourceUse() == SourceUse.REUSABLE ? Color.WHITE : Palette.SOURCE;
      key(g, fill, true, word() + " (" + (source.size() - reused) + ")");
    }
    if (reused > 0) {
      Rectangle2D box = key(g, Palette.SOURCE, true, "also picked here (" + reused + ")");
      fill(g, lowerRight(box), own);
    }
    String trained = view.hasSource() ? "trained here" : "best pathway";
    key(g, own, false, trained + " (" + (best.size() - reused) + ")");
    int idle = shape.layers() * shape.modules() - best.union(source).size();
    key(g, Color.WHITE, false, "idle (" + idle + ")");
  }

  private String word() {
    return switch (model.sourceUse()) {
      case FROZEN -> "source, frozen";
      case REUSABLE -> view.isPopulation() ? "source, frozen" : "source, not picked";
      case FINE_TUNE, INITIALIZE -> "source, trained on";
    };
  }

  /** Draws a square and its meaning behind it. */
  private Rectangle2D key(Graphics2D g, Color fill, boolean frozen, String text) {
    double baseline = gridBottom + 19.0;
    Rectangle2D box = new Rectangle2D.Double(legendEnd, baseline - KEY + 1, KEY, KEY);
    fill(g, box, fill);
    Color plain = fill.equals(Color.WHITE) ? Palette.LINE : fill;
    frame(g, box, frozen ? Palette.SOURCE : plain, frozen);
    g.setColor(Palette.INK);
    Text.left(g, text, Text.TEXT, legendEnd + KEY + 4, baseline);
    legendEnd += KEY + 4 + Text.widthOf(text, Text.TEXT) + 14;
    return box;
  }
}
