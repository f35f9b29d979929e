/**
 * The JSON API of the web role. A thin layer: it reads requests, calls the same services as the
 * pages, and words their outcomes as JSON. Whole-request errors are problem details (RFC 9457). A
 * subscriber is known by the token of a mailed link, given as a bearer token (RFC 6750), a mail
 * server that hands in what came back by an API key.
 */
@NullMarked
package io.paperwire.notify.web.api;

import org.jspecify.annotations.NullMarked;
