package emotiontransfer.pathnet.sequence;

/** Neighbouring frames of a clip, from {@code first} on. */
public record Crop(int first, int count) {}
