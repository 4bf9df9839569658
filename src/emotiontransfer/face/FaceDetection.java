package emotiontransfer.face;

import emotiontransfer.data.Keyword;

/** Where the face is in a frame. */
public enum FaceDetection implements Keyword {
  /** Where the cascade finds it. */
  CASCADE,
  /** All of the frame is the face: pictures that were cropped before. */
  NONE,
  /**
   * One of both for all clips, by a {@link FaceSurvey} of them. Where faces are searched, a clip
   * without one is searched again with fewer neighbours.
   */
  AUTO;
}
