/**
 * Finds the corpora of a study and turns them into tables of clips and bags. Read {@link
 * emotiontransfer.study.data.SettingCorpora} first, then {@link
 * emotiontransfer.study.data.CorpusCatalog} and {@link emotiontransfer.study.data.ClipSet}.
 */
package emotiontransfer.study.data;
