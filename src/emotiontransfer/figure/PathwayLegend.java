package emotiontransfer.figure;

import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.transfer.SourceUse;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** The line below a module grid that explains its colours and counts the modules of each kind. */
final class PathwayLegend {

  private static final double SIDE = 9;
  private static final double GAP = 14;

  private final PathwayView view;
  private final Color own;
  private double x;

  PathwayLegend(PathwayView view, Color own) {
    this.view = view;
    this.own = own;
  }

  /** Draws the legend from a point that is its first key's left edge, and the texts' baseline. */
  void draw(Graphics2D g, double left, double baseline) {
    x = left;
    Pathway source = view.source();
    if (view.isPopulation()) {
      String many = "many of the " + view.pathways().size() + " pathways (count in box)";
      key(g, baseline, Palette.amount(0.3), false, "few");
      key(g, baseline, Palette.amount(0.9), false, many);
      if (view.hasSource()) {
        key(g, baseline, Color.WHITE, true, word() + " (" + source.size() + ")");
      }
      return;
    }
    Pathway best = view.pathways().get(0);
    int reused = best.intersection(source).size();
    if (view.hasSource()) {
      Color fill = view.sourceUse() == SourceUse.REUSABLE ? Color.WHITE : Palette.SOURCE;
      key(g, baseline, fill, true, word() + " (" + (source.size() - reused) + ")");
    }
    if (reused > 0) {
      Rectangle2D box = key(g, baseline, Palette.SOURCE, true, "also picked here (" + reused + ")");
      PathwayDrawing.fill(g, PathwayDrawing.lowerRight(box), own);
    }
    String trained = view.hasSource() ? "trained here" : "best pathway";
    key(g, baseline, own, false, trained + " (" + (best.size() - reused) + ")");
    int idle = view.shape().layers() * view.shape().modules() - best.union(source).size();
    key(g, baseline, Color.WHITE, false, "idle (" + idle + ")");
  }

  private String word() {
    return switch (view.sourceUse()) {
      case FROZEN -> "source, frozen";
      case REUSABLE -> view.isPopulation() ? "source, frozen" : "source, not picked";
      case FINE_TUNE -> "source, trained on";
    };
  }

  /** Draws a square and its meaning behind it. */
  private Rectangle2D key(Graphics2D g, double baseline, Color fill, boolean frozen, String text) {
    Rectangle2D box = new Rectangle2D.Double(x, baseline - SIDE + 1, SIDE, SIDE);
    PathwayDrawing.fill(g, box, fill);
    Color plain = fill.equals(Color.WHITE) ? Palette.LINE : fill;
    PathwayDrawing.frame(g, box, frozen ? Palette.SOURCE : plain, frozen);
    g.setColor(Palette.INK);
    Text.left(g, text, Text.TEXT, x + SIDE + 4, baseline);
    x += SIDE + 4 + Text.widthOf(text, Text.TEXT) + GAP;
    return box;
  }
}
