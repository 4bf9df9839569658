/**
 * Two small corpora of drawn faces that act emotions: the demonstration's videos.
 *
 * <p>From inside out: facial actions and the emotions made of them, actors, a performance that
 * moves an actor's face and head, the drawing of one frame, and the corpus of clips.
 */
package emotiontransfer.demo.face;
