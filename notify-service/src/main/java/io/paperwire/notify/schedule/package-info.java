/**
 * When a digest is due.
 *
 * <p>A {@link io.paperwire.notify.schedule.Schedule} is a rule that gives due times: at once, each
 * day, or each week, in the subscriber's own time zone. It is asked two questions, both answered
 * from the rule alone and never from what was sent before: which due time comes first after a
 * moment, and which was the last one up to a moment. So a missed due time is found after any
 * downtime, and it is one, however many were missed.
 *
 * <p>Clocks change. A due time that the zone's clocks skip is moved on by the length of the gap;
 * one that they show twice is taken the first time. Each day therefore has exactly one due time.
 * The package is pure: it knows no clock.
 */
@NullMarked
package io.paperwire.notify.schedule;

import org.jspecify.annotations.NullMarked;
