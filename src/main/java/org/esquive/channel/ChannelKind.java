package org.esquive.channel;

import java.util.List;
import org.esquive.settings.Caps;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Line;
import org.esquive.settings.Option;

/// A kind of channel: what its folder offers to the program. The one bean of the folder implements it, and is
/// found by its being there.
public interface ChannelKind {

    /// The name in the settings, the same as the folder's: `android`, `loopback`.
    String name();

    /// What it wants to know, in the order in which a form asks. Labels and hints are words of its folder, see
    /// [Option].
    List<Option> options();

    /// What is wrong with some settings of this kind: one sentence each, naming the option and what is expected;
    /// none if a channel can be opened with them.
    List<String> problems(ChannelSettings settings);

    /// Opens a channel. Returns at once; connections are made in the background and show in [Channel#health()].
    ///
    /// @param lines the lines it serves, at least one
    Channel open(ChannelSettings settings, List<Line> lines, Listener listener);

    /// How much a channel of this kind bears unless its settings say otherwise: an ordinary SIM, unless the kind knows
    /// better.
    default Caps usualCaps() {
        return Caps.CONSUMER_SIM;
    }

    /// Tries what the settings ask for, once, and ends it again: the way there, who answers, what they say. Blocks
    /// for as long as that takes, within a minute or two; nothing is sent and nothing taken.
    ///
    /// @param settings without [#problems(ChannelSettings)]
    default Checkup examine(ChannelSettings settings) throws InterruptedException {
        return new Checkup.Untried("its options are good; there is no connection to try from here");
    }
}
