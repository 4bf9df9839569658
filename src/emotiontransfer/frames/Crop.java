package emotiontransfer.frames;

/** Neighbouring frames of a clip, from {@code first} on. */
public record Crop(int first, int count) {}
