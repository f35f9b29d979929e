package io.paperwire.embedded.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends a child process when this process is gone, even by SIGKILL: a shell that waits for the end
 * of its standard input, whose other end this process holds, then asks the child to stop, and kills
 * it if it is still there after ten seconds. Before each signal it makes sure that the id is still
 * the child's and not that of another process which got it since.
 */
public final class Lifeline implements AutoCloseable {

  /**
   * What all lifelines do. {@code child} prints the child's id, and nothing once the child is gone;
   * {@code await_child} waits for one that is only being started.
   */
  private static final String AWAIT_END_OF_PARENT =
      """
      trap '' INT HUP TERM
      cat > /dev/null
      await_child
      pid=$(child)
      [ -n "$pid" ] || exit 0
      kill -"$signal" "$pid"
      for second in 1 2 3 4 5 6 7 8 9 10; do
        sleep 1
        [ "$(child)" = "$pid" ] || exit 0
      done
      kill -KILL "$pid"
      """;

  /**
   * The child is this shell's own parent. When it ends, the shell is given another parent: a
   * process that gets the child's id later is never that.
   */
  private static final String PARENT_OF_THE_SHELL =
      """
      signal=TERM
      await_child() { :; }
      child() {
        if [ -r "/proc/$$/stat" ]; then
          read -r _ _ _ parent _ < "/proc/$$/stat"
        else
          parent=$(ps -o ppid= -p $$)
        fi
        [ "${parent:-0}" -eq "$PPID" ] && echo "$PPID"
      }
      """
          + AWAIT_END_OF_PARENT;

  /**
   * The child writes its id into a file, $0, and works in the folder of that file; the file stays
   * if the child crashes. The mark names the newest lifeline: what starts when there is a newer one
   * is for that one to stop.
   */
  private static final String NAMED_BY_A_FILE =
      """
      signal=$1
      name=$2
      mark=$3
      echo $$ > "$mark"
      await_child() {
        for second in 1 2 3 4 5 6 7 8 9 10; do
          [ -s "$0" ] && return
          sleep 1
          read -r newest < "$mark" && [ "$newest" = $$ ] || exit 0
        done
      }
      child() {
        [ -f "$0" ] && read -r pid < "$0" || return
        if [ -d /proc/self ]; then
          read -r comm < "/proc/$pid/comm"
          [ "$(readlink "/proc/$pid/cwd")" = "$(dirname "$(readlink -f "$0")")" ] || return
        else
          comm=$(ps -p "$pid" -o comm=)
        fi
        case $comm in *"$name"*) echo "$pid" ;; esac
      }
      """
          + AWAIT_END_OF_PARENT;

  /**
   * Starts the lifeline as a child of this shell, and becomes the program. Ctrl-C reaches every
   * process of a terminal at once. A child does not listen to it, nor to the terminal's end: its
   * parent hears them and stops its children in order.
   */
  private static final String PROGRAM_WITH_A_LIFELINE =
      """
      trap '' INT HUP
      exec 3<&0
      /bin/sh -c "$0" <&3 > /dev/null 2>&1 &
      exec "$@" 3<&- < /dev/null
      """;

  /**
   * Who kills all processes of a group at once reaches no other session. A child that detaches is
   * in one of its own and outlives that; so must its lifeline.
   */
  private static final String IN_A_SESSION_OF_ITS_OWN =
      """
      command -v setsid > /dev/null && exec setsid /bin/sh -c "$0" "$@"
      exec /bin/sh -c "$0" "$@"
      """;

  private final Process shell;

  private Lifeline(Process shell) {
    this.shell = shell;
  }

  /**
   * Starts a program which ends with this process, and leaves Ctrl-C to it.
   *
   * @param program where its output goes is as it says; its standard input is empty
   * @throws IOException if it cannot be started
   */
  public static Process start(ProcessBuilder program) throws IOException {
    return program.command(holding(program.command())).redirectInput(Redirect.PIPE).start();
  }

  /**
   * The command that runs a program which ends with this process, and leaves Ctrl-C to it. The
   * lifeline is in place before the program begins, and needs no closing.
   *
   * @param program to be started with a pipe as its standard input; it will see none
   */
  static List<String> holding(List<String> program) {
    List<String> command =
        new ArrayList<>(List.of("/bin/sh", "-c", PROGRAM_WITH_A_LIFELINE, PARENT_OF_THE_SHELL));
    command.addAll(program);
    return command;
  }

  /**
   * A lifeline for a process that detaches from whoever starts it. It works too if this process is
   * killed together with all others of its group, where the system has {@code setsid}, and if it is
   * killed just before the process has written its id.
   *
   * @param pidFile holds the id of the process while there is one, in the folder that it works in
   * @param mark a file that lifelines of this process, and those of later ones, tell each other by;
   *     in a folder that is there
   * @param name part of the name of its program
   * @param signal the name of the signal that makes it stop
   */
  public static Lifeline of(Path pidFile, Path mark, String name, String signal) {
    try {
      return new Lifeline(
          new ProcessBuilder(watching(pidFile, mark, name, signal))
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run /bin/sh", e);
    }
  }

  /** The command of such a lifeline. */
  static List<String> watching(Path pidFile, Path mark, String name, String signal) {
    return List.of(
        "/bin/sh",
        "-c",
        IN_A_SESSION_OF_ITS_OWN,
        NAMED_BY_A_FILE,
        pidFile.toString(),
        signal,
        name,
        mark.toString());
  }

  /** Lets go of the process, and leaves it as it is. */
  @Override
  public void close() {
    shell.children().forEach(ProcessHandle::destroyForcibly);
    shell.destroyForcibly();
  }
}
