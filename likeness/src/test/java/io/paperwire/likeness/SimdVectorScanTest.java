package io.paperwire.likeness;

final class SimdVectorScanTest extends VectorScanContract {

  SimdVectorScanTest() {
    super(new SimdKernel());
  }
}
