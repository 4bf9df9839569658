package emotiontransfer.figure;

import emotiontransfer.pathnet.evolution.GenerationRecord;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalInt;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The fitness of the contestants over the generations. */
final class FitnessCurve {

  private static final int WINNER = 0;
  private static final int LOSER = 1;
  private static final double DOT = 2;

  private FitnessCurve() {}

  /**
   * Draws the curve: a line through the winners' fitness, a dot for each loser.
   *
   * @param history the evolution in order, at least one generation; fitness is the fraction of
   *     segments that a contestant got right while it was trained
   * @param marked generation that a vertical line points out, if any
   */
  static void draw(
      Graphics2D g,
      List<GenerationRecord> history,
      OptionalInt marked,
      Color colour,
      Rectangle2D area) {
    XYSeries winners = new XYSeries("winner");
    XYSeries losers = new XYSeries("loser");
    for (GenerationRecord record : history) {
      winners.add(record.generation(), Math.max(record.fitnessA(), record.fitnessB()));
      losers.add(record.generation(), Math.min(record.fitnessA(), record.fitnessB()));
    }
    XYSeriesCollection data = new XYSeriesCollection();
    data.addSeries(winners);
    data.addSeries(losers);
    XYPlot plot = new XYPlot(data, axis("generation"), axis("fitness"), renderer(colour));
    int generations = history.get(history.size() - 1).generation();
    plot.getDomainAxis().setRange(0, generations + 1);
    plot.getDomainAxis().setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    marked.ifPresent(
        generation ->
            plot.addDomainMarker(
                new ValueMarker(generation, Palette.INK, new BasicStroke(1.2f)), Layer.FOREGROUND));
    plot.setInsets(new RectangleInsets(4, 2, 2, 4));
    JFreeChart chart = LineChart.chart(plot, RectangleEdge.RIGHT);
    chart.draw(g, area);
  }

  private static NumberAxis axis(String label) {
    NumberAxis axis = LineChart.axis(label, Text.SMALL);
    axis.setAxisLinePaint(Palette.LINE);
    return axis;
  }

  private static XYLineAndShapeRenderer renderer(Color colour) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
    renderer.setSeriesLinesVisible(WINNER, true);
    renderer.setSeriesShapesVisible(WINNER, false);
    renderer.setSeriesPaint(WINNER, colour);
    renderer.setSeriesStroke(WINNER, new BasicStroke(1.2f));
    renderer.setSeriesLinesVisible(LOSER, false);
    renderer.setSeriesShapesVisible(LOSER, true);
    renderer.setSeriesShape(LOSER, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
    renderer.setSeriesPaint(LOSER, Palette.FAINT);
    return renderer;
  }
}
