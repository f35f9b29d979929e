package io.paperwire.likeness;

final class PlainVectorScanTest extends VectorScanContract {

  PlainVectorScanTest() {
    super(new PlainKernel());
  }
}
