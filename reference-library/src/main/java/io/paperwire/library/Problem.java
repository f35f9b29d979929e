package io.paperwire.library;

/**
 * An entry that cannot be read.
 *
 * @param line where, from 1
 * @param what what is wrong, as one sentence without a full stop
 */
public record Problem(int line, String what) {}
