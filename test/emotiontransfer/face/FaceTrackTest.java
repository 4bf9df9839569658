package emotiontransfer.face;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import emotiontransfer.face.FaceSettings.SeveralFaces;
import java.awt.Rectangle;
import java.util.List;
import org.junit.Test;

public class FaceTrackTest {

  private static final Rectangle LEFT = new Rectangle(10, 20, 40, 40);
  private static final Rectangle LEFT_LATER = new Rectangle(14, 20, 42, 42);
  private static final Rectangle RIGHT = new Rectangle(200, 20, 50, 50);

  @Test
  public void noFaceOrMoreThanOneKeepsThePreviousLocation() {
    FaceTrack track = new FaceTrack(SeveralFaces.PREVIOUS);
    track.accept(List.of(LEFT));
    track.accept(List.of());
    assertEquals(LEFT, track.location());
    track.accept(List.of(LEFT_LATER, RIGHT));
    assertEquals(LEFT, track.location());
    track.accept(List.of(RIGHT));
    assertEquals(RIGHT, track.location());
    assertEquals(LEFT, track.first());
    assertEquals(List.of(true, false, false, true), track.detected());
    assertEquals(new FaceTrack.Counts(2, 1, 1), track.counts());
    assertEquals(
        "frames: 4 read, 2 detected, 2 fallen back (1 without a face, 1 with several)",
        track.counts().toString());
  }

  @Test
  public void nearestOfSeveralFacesIsTakenIfAskedAndAPreviousOneIsKnown() {
    FaceTrack track = new FaceTrack(SeveralFaces.NEAREST);
    track.accept(List.of(LEFT, RIGHT));
    assertNull("none is known", track.location());
    track.accept(List.of(LEFT));
    track.accept(List.of(RIGHT, LEFT_LATER));
    assertEquals(LEFT_LATER, track.location());
    track.accept(List.of());
    assertEquals(LEFT_LATER, track.location());
    assertEquals(List.of(false, true, true, false), track.detected());
  }

  @Test
  public void overlapIsIntersectionOverUnion() {
    Rectangle box = new Rectangle(0, 0, 10, 10);
    assertEquals(1, Overlap.of(box, box), 0);
    assertEquals(50 / 150.0, Overlap.of(box, new Rectangle(5, 0, 10, 10)), 1e-12);
    assertEquals(0, Overlap.of(box, new Rectangle(10, 0, 10, 10)), 0);
  }
}
