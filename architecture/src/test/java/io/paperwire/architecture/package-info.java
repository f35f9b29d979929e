/**
 * Rules over the project as a whole.
 *
 * <p>Its classes: who may know whom, checked on the compiled code of every module. Its containers:
 * {@code docker-compose.yml} follows the specification of such files, and the rules of this project
 * that the specification cannot know: secrets come from outside, what is started finds what it
 * needs, and each setting is one that the service reads.
 */
@NullMarked
package io.paperwire.architecture;

import org.jspecify.annotations.NullMarked;
