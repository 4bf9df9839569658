/**
 * Pictures of pathways, confusion matrices and curves as PNG and SVG. Read {@link
 * emotiontransfer.figure.Figure} first, then {@link emotiontransfer.figure.PathwayView}, {@link
 * emotiontransfer.figure.PathwayDrawing} and {@link emotiontransfer.figure.LineChart}.
 */
package emotiontransfer.figure;
