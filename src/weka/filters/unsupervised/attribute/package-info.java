/**
 * The filters that Weka finds by name: from clips to bags of spectrogram segments or faces, or to
 * what a model from elsewhere makes of them, from bags to rows of functionals or of a trained
 * network's features, and the standardisation of each subject. Read {@link
 * weka.filters.unsupervised.attribute.MelDeltaSpectrogram} first, then {@link
 * weka.filters.unsupervised.attribute.FaceCrop}, {@link
 * weka.filters.unsupervised.attribute.OnnxEmbedding}, {@link
 * weka.filters.unsupervised.attribute.BagFunctionals}, {@link
 * weka.filters.unsupervised.attribute.PathNetFeatures} and {@link
 * weka.filters.unsupervised.attribute.SubjectStandardize}.
 */
package weka.filters.unsupervised.attribute;
