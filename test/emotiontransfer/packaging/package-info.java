/** Tests of what the build makes: the zips, and a zip installed in Weka and used from there. */
package emotiontransfer.packaging;
