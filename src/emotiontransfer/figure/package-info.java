/**
 * Pictures of pathways, confusion matrices and curves as PNG and SVG. Read {@link
 * emotiontransfer.figure.Figure} first, then {@link emotiontransfer.figure.PathwayDrawing}.
 */
package emotiontransfer.figure;
