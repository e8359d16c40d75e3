package org.esquive.policy;

import java.time.ZoneId;
import org.esquive.message.LineId;
import org.esquive.settings.Caps;
import org.esquive.settings.Prices;

/// What the lines of a channel share.
///
/// @param id the channel
/// @param home the line beside which its spending is kept: the first of its lines by name
/// @param caps how much they say together
/// @param prices what it costs
/// @param zone whose calendar its days are of: that of the first of its lines
public record ChannelRules(String id, LineId home, Caps caps, Prices prices, ZoneId zone) {

    /// Its budget, of which some is spent.
    public Budget budget(Spending spending) {
        return new Budget(Hold.Scope.CHANNEL, caps, spending, zone);
    }
}
