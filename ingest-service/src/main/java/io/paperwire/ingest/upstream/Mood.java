package io.paperwire.ingest.upstream;

import java.time.Duration;

/**
 * How an upstream is left by who asked it, for whoever asks it next.
 *
 * @param interval least time between the starts of two requests that the upstream asked for with
 *     its last answer; zero where it did not
 * @param failures how many requests failed in a row
 * @param pause how long it is to be left alone from now on; zero if it may be asked
 * @param reason why it is to be left alone; empty if it is not
 */
public record Mood(Duration interval, int failures, Duration pause, String reason) {}
