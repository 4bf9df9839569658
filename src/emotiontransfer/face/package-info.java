/**
 * Crops of the face in the frames of a clip (section 3.1 of Nguyen et al., "Meta Transfer Learning
 * for Emotion Recognition"). Read {@link emotiontransfer.face.FaceSegments} first, then {@link
 * emotiontransfer.face.FaceTrack}, {@link emotiontransfer.face.FaceSearch} and {@link
 * emotiontransfer.face.FaceCropper}; {@link emotiontransfer.face.FaceSurvey} decides for {@link
 * emotiontransfer.face.WholePictures}.
 */
package emotiontransfer.face;
