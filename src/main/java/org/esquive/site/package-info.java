/// What the public sees: the page a number is given out from, and the route through which networks hand over
/// texts. No session, no cookie, no script, nothing that tells one visitor from another; figures are rounded and
/// late. Start with [org.esquive.site.GiveOutPage].
@NullMarked
package org.esquive.site;

import org.jspecify.annotations.NullMarked;
