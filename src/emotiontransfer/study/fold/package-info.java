/**
 * What a study keeps of each fold, and its file. Read {@link emotiontransfer.study.fold.FoldRecord}
 * first, then {@link emotiontransfer.study.fold.FoldStore}.
 */
package emotiontransfer.study.fold;
