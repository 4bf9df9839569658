package emotiontransfer.study;

import emotiontransfer.pathnet.Pathway;
import java.awt.BasicStroke;
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

  /**
   * Draws the legend.
   *
   * @param g where to draw
   * @param left first key's left edge
   * @param baseline of the texts
   */
  void draw(Graphics2D g, double left, double baseline) {
    x = left;
    if (view.isPopulation()) {
      int all = view.pathways().size();
      key(g, baseline, Palette.amount(0.3), false, "few");
      key(
          g,
          baseline,
          Palette.amount(0.9),
          false,
          "many of the " + all + " pathways (number in box)");
      if (view.hasSource()) {
        key(g, baseline, null, true, "frozen, from the source (" + view.frozen().size() + ")");
      }
      return;
    }
    Pathway best = view.pathways().get(0);
    int reused = best.intersection(view.frozen()).size();
    if (view.hasSource()) {
      int only = view.frozen().size() - reused;
      key(g, baseline, Palette.SOURCE, true, "frozen, from the source (" + only + ")");
      if (reused > 0) {
        Color half = Palette.SOURCE;
        double at = x;
        key(g, baseline, half, true, "frozen and picked again (" + reused + ")");
        g.setColor(own);
        g.fill(PathwayDrawing.lowerRight(at, baseline - SIDE + 1, SIDE));
      }
      key(g, baseline, own, false, "trained here (" + (best.size() - reused) + ")");
    } else {
      key(g, baseline, own, false, "best pathway (" + best.size() + ")");
    }
    int idle = view.shape().layers() * view.shape().modules() - best.union(view.frozen()).size();
    key(g, baseline, null, false, "idle (" + idle + ")");
  }

  private void key(Graphics2D g, double baseline, Color fill, boolean frozen, String text) {
    Rectangle2D box = new Rectangle2D.Double(x, baseline - SIDE + 1, SIDE, SIDE);
    g.setColor(fill == null ? Color.WHITE : fill);
    g.fill(box);
    g.setStroke(new BasicStroke(frozen ? 1.5f : 0.75f));
    g.setColor(frozen ? Palette.SOURCE : fill == null ? Palette.LINE : fill);
    g.draw(box);
    g.setColor(Palette.INK);
    Lettering.left(g, text, Lettering.TEXT, x + SIDE + 4, baseline);
    x += SIDE + 4 + Lettering.widthOf(text, Lettering.TEXT) + GAP;
  }
}
