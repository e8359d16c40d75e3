/// What the public sees: the page a number is given out from, in ten languages, with what belongs to it (cards and
/// poster, contact, counter, a small page for partners, the whole as files), and the route through which networks
/// hand over texts. No session, no cookie, nothing that needs a script, nothing that tells one visitor from another;
/// figures are rounded and a day late. Start with [org.esquive.site.GiveOutPage]; the words are in the messages
/// `site`, the templates in the folder `site`.
@NullMarked
package org.esquive.site;

import org.jspecify.annotations.NullMarked;
