package org.bytedeco.dnnl.presets;

/**
 * Stands in for the class of this name in JavaCPP's presets of oneDNN. ONNX Runtime's presets name
 * it as one whose libraries are loaded first: oneDNN and OpenCL, 30 MB, which ONNX Runtime computes
 * without. This one has none.
 */
public final class dnnl {

  private dnnl() {}
}
