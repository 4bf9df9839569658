/**
 * The filters that Weka finds by name: from clips to bags of spectrogram segments or faces, and
 * from bags to rows of functionals. Read {@link
 * weka.filters.unsupervised.attribute.MelDeltaSpectrogram} first, then {@link
 * weka.filters.unsupervised.attribute.FaceCrop} and {@link
 * weka.filters.unsupervised.attribute.BagFunctionals}.
 */
package weka.filters.unsupervised.attribute;
