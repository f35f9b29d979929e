/**
 * The web pages: what a reader and a subscriber see in a browser.
 *
 * <p>Pages are made on the server from JTE templates ({@code src/main/jte/web}), with one style
 * sheet and nothing from elsewhere. They work without JavaScript; a small script only guesses the
 * time zone and filters the list of topics. Controllers read a request, ask the catalogue or the
 * account service, and choose a template; views such as {@link
 * io.paperwire.notify.web.page.PaperCard} decide what is shown of a thing, and templates only how.
 *
 * <p><b>A GET changes nothing.</b> Mail scanners open every link, so the links of mails lead to
 * pages with a button that posts. <b>A token is a key.</b> Pages whose address holds one are never
 * stored, send no referrer and link to nobody else's site. All pages have a content security policy
 * without exceptions for inline code ({@link io.paperwire.notify.web.page.SecurityHeaders}), and
 * forms are taken only from our own pages ({@link io.paperwire.notify.web.page.FormOrigin}).
 */
@NullMarked
package io.paperwire.notify.web.page;

import org.jspecify.annotations.NullMarked;
