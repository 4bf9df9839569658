/**
 * The bytes of a model file, and of what continues its evolution. Read {@link
 * emotiontransfer.pathnet.model.ModelFormat} first, then {@link
 * emotiontransfer.pathnet.model.ModelHeader} and {@link
 * emotiontransfer.pathnet.model.ResumeFormat}.
 */
package emotiontransfer.pathnet.model;
