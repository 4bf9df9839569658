/**
 * The paper's experiments and their figures: pictures of pathways and confusion matrices as PNG and
 * SVG, drawn by the same code.
 */
package emotiontransfer.study;
