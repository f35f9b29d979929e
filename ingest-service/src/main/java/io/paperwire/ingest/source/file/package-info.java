/**
 * Papers from files in a watched folder.
 *
 * <p>{@link io.paperwire.ingest.source.file.FileSource} looks through the folder, woken by the file
 * system and by the clock; a file is read once it has been left alone for a moment. Names that
 * begin with a dot or end in {@code .part}, {@code .tmp} or {@code ~} are left out, so a writer can
 * also rename a file into place. Files stay where they are and are never changed: what has been
 * read is known by content. The position of a file is the SHA-256 of the bytes read so far, with
 * their count, so that a file is recognised after it was appended to, renamed or copied, and one
 * that was replaced is read from its start. Gzipped files ({@code 1f 8b}) are read through; their
 * position is that of the content, so a file and its gzipped copy are the same.
 *
 * <p>The format is told by content ({@link io.paperwire.ingest.source.file.LineFormat}). What
 * cannot be read is rejected line by line with its place, bytes and reason: in the page, from where
 * it goes to the dead-letter topic, and in a report ({@link
 * io.paperwire.ingest.source.file.RejectReport}) for the person who wrote the file.
 */
@NullMarked
package io.paperwire.ingest.source.file;

import org.jspecify.annotations.NullMarked;
