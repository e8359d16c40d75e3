package org.esquive.settings;

import java.util.Map;
import java.util.Optional;

/// One configured way to the phone network. Which options and secrets it takes is the affair of its kind,
/// documented on the kind's page in `docs/channels/`.
///
/// @param id the short name of the channel
/// @param kind the folder that knows it, such as `android`
/// @param options what may be shown
/// @param secrets what may not
/// @param caps how much all its lines together say, where that differs from what the kind bears
/// @param prices what it charges
public record ChannelSettings(
        String id, String kind, Map<String, String> options, Map<String, Secret> secrets, Caps caps, Prices prices) {

    /// A channel with the caps of its kind, and without prices.
    public ChannelSettings(String id, String kind, Map<String, String> options, Map<String, Secret> secrets) {
        this(id, kind, options, secrets, Caps.NONE, Prices.NONE);
    }

    public ChannelSettings {
        options = Map.copyOf(options);
        secrets = Map.copyOf(secrets);
    }

    /// The option of that name, if it is set.
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /// The secret of that name, if it is set.
    public Optional<Secret> secret(String name) {
        return Optional.ofNullable(secrets.get(name));
    }
}
