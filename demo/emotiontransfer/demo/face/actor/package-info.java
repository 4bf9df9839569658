/**
 * Actors, the muscles of their faces, and where they are recorded. Read {@link
 * emotiontransfer.demo.face.actor.Actor} first, then {@link
 * emotiontransfer.demo.face.actor.FacialActions} and {@link
 * emotiontransfer.demo.face.actor.Moment}.
 */
package emotiontransfer.demo.face.actor;
