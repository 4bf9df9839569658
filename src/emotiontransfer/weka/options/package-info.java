/**
 * Options that are declared by annotations. Read {@link
 * emotiontransfer.weka.options.AnnotatedOptions}.
 */
package emotiontransfer.weka.options;
