/** Tests of what the documents say. */
package emotiontransfer.guide;
