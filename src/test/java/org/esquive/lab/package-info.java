/// The phone-network lab: what the tests, and a curious person, need to play network, carrier and keeper.
@NullMarked
package org.esquive.lab;

import org.jspecify.annotations.NullMarked;
