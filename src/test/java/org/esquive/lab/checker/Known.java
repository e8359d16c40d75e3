package org.esquive.lab.checker;

/// The names of a history and their numbers.
///
/// @param ids of logical inbounds
/// @param lines their numbers
/// @param senders their numbers
/// @param mts the simulator's numbers of outbounds
record Known(Names ids, Names lines, Names senders, Names mts) {
    Known() {
        this(new Names(), new Names(), new Names(), new Names());
    }
}
