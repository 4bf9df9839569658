package emotiontransfer.figure;

import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.transfer.SourceUse;
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
          "many of the " + all + " pathways (count in box)");
      if (view.hasSource()) {
        key(g, baseline, null, true, word() + " (" + view.source().size() + ")");
      }
      return;
    }
    Pathway best = view.pathways().get(0);
    int reused = best.intersection(view.source()).size();
    if (view.hasSource()) {
      int only = view.source().size() - reused;
      Color fill = view.sourceUse() == SourceUse.REUSABLE ? null : Palette.SOURCE;
      key(g, baseline, fill, true, word() + " (" + only + ")");
    }
    if (reused > 0) {
      double at = x;
      key(g, baseline, Palette.SOURCE, true, "also picked here (" + reused + ")");
      g.setColor(own);
      g.fill(PathwayDrawing.lowerRight(at, baseline - SIDE + 1, SIDE));
    }
    String trained = view.hasSource() ? "trained here" : "best pathway";
    key(g, baseline, own, false, trained + " (" + (best.size() - reused) + ")");
    int idle = view.shape().layers() * view.shape().modules() - best.union(view.source()).size();
    key(g, baseline, null, false, "idle (" + idle + ")");
  }

  private String word() {
    return switch (view.sourceUse()) {
      case FROZEN -> "source, frozen";
      case REUSABLE -> view.isPopulation() ? "source, frozen" : "source, not picked";
      case FINE_TUNE -> "source, trained on";
    };
  }

  private void key(Graphics2D g, double baseline, Color fill, boolean frozen, String text) {
    Rectangle2D box = new Rectangle2D.Double(x, baseline - SIDE + 1, SIDE, SIDE);
    g.setColor(fill == null ? Color.WHITE : fill);
    g.fill(box);
    g.setStroke(new BasicStroke(frozen ? 1.5f : 0.75f));
    g.setColor(frozen ? Palette.SOURCE : fill == null ? Palette.LINE : fill);
    g.draw(box);
    g.setColor(Palette.INK);
    Text.left(g, text, Text.TEXT, x + SIDE + 4, baseline);
    x += SIDE + 4 + Text.widthOf(text, Text.TEXT) + GAP;
  }
}
