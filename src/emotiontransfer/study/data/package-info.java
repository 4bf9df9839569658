/** Finds the corpora of a study and turns them into tables of clips and bags. */
package emotiontransfer.study.data;
