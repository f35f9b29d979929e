package io.paperwire.notify.match;

/**
 * What a task has to do.
 *
 * @param subscribers it matches papers for
 * @param interests that these have, all together
 * @param backlog papers of the past that wait to be matched
 */
record TaskLoad(long subscribers, long interests, long backlog) {}
