/**
 * The command line. {@link io.paperwire.standalone.cli.Paperwire} is the root command; each command
 * is one class that reads its options, calls the module that does the work, and prints. Results go
 * to standard output, one JSON object a line where a program may read them; progress and errors go
 * to standard error. Exit codes: 0 all is well, 1 the work failed, 2 the command was not
 * understood.
 */
@NullMarked
package io.paperwire.standalone.cli;

import org.jspecify.annotations.NullMarked;
