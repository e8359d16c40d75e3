package org.esquive.console.change;

import java.time.InstantSource;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.esquive.alert.Watch;
import org.esquive.console.Desk;
import org.esquive.console.Surroundings;
import org.esquive.console.Surroundings.ChannelState;
import org.esquive.ledger.AuditLog;
import org.esquive.ledger.Figures;
import org.esquive.settings.Secret;
import org.springframework.context.MessageSource;

/// The pages of the settings, each with what it may know. They share one memory for what was typed and not yet saved.
public final class Changing {
    private final Turn turn;

    /// @param desk where settings are changed
    /// @param messages all words
    public Changing(Desk desk, MessageSource messages, InstantSource clock) {
        this.turn = new Turn(new Editor(desk, clock), messages, clock);
    }

    /// Where every setting is found.
    ///
    /// @param channels how they are doing
    public Hub hub(Supplier<List<ChannelState>> channels) {
        return new Hub(turn, channels);
    }

    /// The lines.
    public LinePages lines(LinePages.Shipped shipped, Figures figures, TestTexts texts) {
        return new LinePages(turn, shipped, figures, texts);
    }

    /// The channels.
    ///
    /// @param surroundings how they are doing
    public ChannelPages channels(Kinds kinds, Surroundings surroundings) {
        return new ChannelPages(turn, kinds, surroundings);
    }

    /// Who is told.
    public WhomPages whom(Kinds kinds, Watch watch) {
        return new WhomPages(turn, kinds, watch);
    }

    /// The phones of keepers.
    ///
    /// @param codes whether a code is one that an app with a secret shows now
    public PhonePages phones(BiPredicate<Secret, String> codes) {
        return new PhonePages(turn, codes);
    }

    /// The first steps.
    ///
    /// @param isNew whether the settings are still those that a new installation begins with
    public Welcome welcome(Kinds kinds, LinePages.Shipped shipped, BooleanSupplier isNew) {
        return new Welcome(turn, kinds, new Steps(turn, kinds, shipped, isNew));
    }

    /// The versions, and the whole document.
    public VersionPages versions(AuditLog audit) {
        return new VersionPages(turn, audit);
    }
}
