package org.esquive.console.change;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.esquive.alert.AlarmKind;
import org.esquive.channel.ChannelKind;
import org.esquive.channel.Checkup;
import org.esquive.settings.ChannelSettings;

/// The kinds of channels and alerts there are, and what the pages ask of them.
///
/// @param channels the kinds of channels
/// @param alarms the kinds of alerts
/// @param trying how many channels may be tried at once: each may take a minute
public record Kinds(List<ChannelKind> channels, List<AlarmKind> alarms, Semaphore trying) {
    private static final int MOST_TRIED = 2;

    /// Every kind, by name.
    public static Kinds of(List<ChannelKind> channels, List<AlarmKind> alarms) {
        return new Kinds(
                channels.stream()
                        .sorted(Comparator.comparing(ChannelKind::name))
                        .toList(),
                alarms.stream().sorted(Comparator.comparing(AlarmKind::name)).toList(),
                new Semaphore(MOST_TRIED));
    }

    /// A kind of channel, if there is one of that name.
    Optional<ChannelKind> channel(String name) {
        return channels.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    /// A kind of alert, if there is one of that name.
    Optional<AlarmKind> alarm(String name) {
        return alarms.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    /// What came of trying a channel, for a page.
    ///
    /// @param tone how it is shown: `good`, `bad`, or empty
    /// @param words what was seen, or what is wrong and what to do
    public record Tried(String tone, String words) {}

    /// Tries a channel; blocks for as long as its kind takes.
    ///
    /// @param phrases for what the kind does not say
    Tried examine(ChannelSettings settings, Phrases phrases) throws InterruptedException {
        Optional<ChannelKind> kind = channel(settings.kind());
        if (kind.isEmpty() || !kind.get().problems(settings).isEmpty()) {
            return new Tried("bad", phrases.say("settings.channel.test.wrong"));
        }
        if (!trying.tryAcquire()) {
            return new Tried("", phrases.say("settings.channel.test.busy"));
        }
        try {
            Checkup checkup = kind.get().examine(settings);
            String tone = switch (checkup) {
                case Checkup.Well _ -> "good";
                case Checkup.Trouble _ -> "bad";
                case Checkup.Untried _ -> "";
            };
            return new Tried(tone, checkup.sentence());
        } finally {
            trying.release();
        }
    }
}
