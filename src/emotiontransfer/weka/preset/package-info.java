/**
 * What the options of PathNetClassifier stand for: presets of them, and what those that are text
 * mean. Read {@link emotiontransfer.weka.preset.Preset} first.
 */
package emotiontransfer.weka.preset;
