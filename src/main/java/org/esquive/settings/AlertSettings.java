package org.esquive.settings;

import java.util.Map;
import java.util.Optional;

/// One way in which a keeper is told of trouble. Which options and secrets it takes is the affair of its kind,
/// documented in `docs/alerts.md`.
///
/// @param id the short name of the way
/// @param kind the folder that knows it, such as `mail`
/// @param options what may be shown
/// @param secrets what may not
public record AlertSettings(String id, String kind, Map<String, String> options, Map<String, Secret> secrets) {

    public AlertSettings {
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
