package emotiontransfer.figure;

import emotiontransfer.pathnet.evolution.GenerationRecord;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalInt;
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
      winners.add(record.generation(), record.winnerFitness());
      losers.add(record.generation(), Math.min(record.fitnessA(), record.fitnessB()));
    }
    XYSeriesCollection data = new XYSeriesCollection(winners);
    data.addSeries(losers);
    BasicStroke stroke = new BasicStroke(1.2f);
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
    renderer.setSeriesShapesVisible(0, false);
    renderer.setSeriesPaint(0, colour);
    renderer.setSeriesStroke(0, stroke);
    renderer.setSeriesLinesVisible(1, false);
    renderer.setSeriesShape(1, new Ellipse2D.Double(-1, -1, 2, 2));
    renderer.setSeriesPaint(1, Palette.FAINT);
    XYPlot plot = new XYPlot(data, axis("generation"), axis("fitness"), renderer);
    plot.getDomainAxis().setRange(0, history.get(history.size() - 1).generation() + 1);
    plot.getDomainAxis().setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    marked.ifPresent(
        generation ->
            plot.addDomainMarker(
                new ValueMarker(generation, Palette.INK, stroke), Layer.FOREGROUND));
    plot.setInsets(new RectangleInsets(4, 2, 2, 4));
    LineChart.chart(plot, RectangleEdge.RIGHT).draw(g, area);
  }

  private static NumberAxis axis(String label) {
    NumberAxis axis = LineChart.axis(label, Text.SMALL);
    axis.setAxisLinePaint(Palette.LINE);
    return axis;
  }
}
