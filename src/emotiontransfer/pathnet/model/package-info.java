/** The bytes of a model file. Read {@link emotiontransfer.pathnet.model.ModelFormat}. */
package emotiontransfer.pathnet.model;
