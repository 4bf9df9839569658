/**
 * Upright pictures of blue, green and red out of decoded frames, by what frames and files say of
 * their colours, shape and way up. Read {@link emotiontransfer.media.picture.PictureConverter}
 * first.
 */
package emotiontransfer.media.picture;
