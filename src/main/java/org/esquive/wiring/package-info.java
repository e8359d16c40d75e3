/// Where the parts are put together: the one place that knows every other package, so that no other has to. What
/// is here joins parts and decides nothing of the product. Start with [org.esquive.wiring.SettingsDesk].
@NullMarked
package org.esquive.wiring;

import org.jspecify.annotations.NullMarked;
