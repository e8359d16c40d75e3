package org.esquive.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.esquive.message.LineId;

/// A program of a keeper's that is told what happens, as it happens. `docs/api.md` says what it is told and
/// how.
///
/// @param id the short name of the program
/// @param events what it is told of, at least one
/// @param lines of which lines; none for all of them
/// @param options where it listens
/// @param secrets the keys that prove a call is ours
public record WebhookSettings(
        String id, Set<Event> events, Set<LineId> lines, Map<String, String> options, Map<String, Secret> secrets) {

    /// What a program can be told of.
    public enum Event {
        /// A text was decided.
        DECISION,
        /// A reply came to stand somewhere: sent, delivered, failed, expired.
        REPLY,
        /// Something a keeper should see.
        ALERT,
        /// A line was opened, muted or retired, replies were stopped, a flood began or ended.
        LINE;

        /// As a keeper writes it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public WebhookSettings {
        events = Set.copyOf(events);
        lines = Set.copyOf(lines);
        options = Map.copyOf(options);
        secrets = Map.copyOf(secrets);
    }

    /// Whether it is told of a line.
    public boolean hears(LineId line) {
        return lines.isEmpty() || lines.contains(line);
    }

    /// The secret of that name, if it is set.
    public Optional<Secret> secret(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    /// The same as a way to tell a keeper, for it is called like one.
    public AlertSettings asAlert() {
        return new AlertSettings(id, "webhook", options, secrets);
    }
}
