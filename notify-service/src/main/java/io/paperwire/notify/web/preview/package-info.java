/**
 * What interests would have caught of late, before anybody saves them: {@link
 * io.paperwire.notify.web.preview.Preview} asks the catalogue, which judges papers with the code
 * that judges alerts. However many interests somebody types, it looks at so many papers and no
 * more.
 */
@NullMarked
package io.paperwire.notify.web.preview;

import org.jspecify.annotations.NullMarked;
