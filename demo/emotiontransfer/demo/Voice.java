package emotiontransfer.demo;

/**
 * How the vocal folds vibrate at an instant.
 *
 * @param f0 fundamental frequency, Hz
 * @param openQuotient fraction of a period in which the glottis is open, 0.3 (tense) to 0.9 (lax)
 * @param tilt extra attenuation at 3 kHz, dB, 0 (pressed) to 30 (soft)
 * @param breath aspiration noise relative to voicing, dB
 * @param jitter standard deviation of a period's length, fraction of the period
 * @param shimmer standard deviation of a period's strength, fraction
 */
record Voice(
    double f0, double openQuotient, double tilt, double breath, double jitter, double shimmer) {}
