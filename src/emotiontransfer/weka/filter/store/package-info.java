/**
 * The store of decoded clips as filters are told to use it. Read {@link
 * emotiontransfer.weka.filter.store.StoreChoice}.
 */
package emotiontransfer.weka.filter.store;
