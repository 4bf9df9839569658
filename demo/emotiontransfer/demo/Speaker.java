package emotiontransfer.demo;

/**
 * A speaker: what stays the same from clip to clip.
 *
 * @param name becomes the folder's name, for example {@code velua-f01}
 * @param f0 fundamental frequency in neutral speech, Hz
 * @param formantScale formants relative to an adult male's, about 1.17 for women
 * @param openQuotient of neutral speech
 * @param tilt spectral tilt of neutral speech, dB at 3 kHz
 * @param breath aspiration noise of neutral speech, dB
 * @param rate speaking rate relative to the ordinary
 * @param gain level relative to the ordinary, dB: how near the microphone stands
 * @param expressiveness how far emotion moves this speaker's voice, 1 for the styles as they stand
 */
record Speaker(
    String name,
    double f0,
    double formantScale,
    double openQuotient,
    double tilt,
    double breath,
    double rate,
    double gain,
    double expressiveness) {}
