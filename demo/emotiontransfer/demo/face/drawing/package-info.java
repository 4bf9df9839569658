/**
 * Draws one frame: backdrop, head, hair, eyes, brows, nose, mouth, and the camera's noise. Read
 * {@link emotiontransfer.demo.face.drawing.Portrait} first, then {@link
 * emotiontransfer.demo.face.drawing.FaceCanvas} and {@link
 * emotiontransfer.demo.face.drawing.MouthDrawing}.
 */
package emotiontransfer.demo.face.drawing;
