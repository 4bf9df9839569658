/**
 * Options that are declared by annotations. Read {@link
 * emotiontransfer.weka.options.SchemeOptions}.
 */
package emotiontransfer.weka.options;
