/**
 * Models from elsewhere in ONNX's format, run by ONNX Runtime: what they make of sound and pictures
 * becomes rows of numbers. Read {@link emotiontransfer.embedding.OnnxModel} first, then {@link
 * emotiontransfer.embedding.Embedding}, {@link emotiontransfer.embedding.SpeechEmbedding} and
 * {@link emotiontransfer.embedding.PictureEmbedding}.
 */
package emotiontransfer.embedding;
