/**
 * Faces in the frames of a clip: Viola-Jones detection, the track with its fallback (section 3.2 of
 * Nguyen et al.), and crops of one size.
 */
package emotiontransfer.face;
