/**
 * Two small corpora of drawn faces that act emotions: the demonstration's videos. Read {@link
 * emotiontransfer.demo.face.FaceCorpus} first, then {@link emotiontransfer.demo.face.Performance},
 * which moves an actor's face and head; rooms below hold the actors and the drawing of one frame.
 */
package emotiontransfer.demo.face;
