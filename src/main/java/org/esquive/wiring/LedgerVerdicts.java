package org.esquive.wiring;

import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.esquive.channel.loopback.Verdicts;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Keyring;
import org.esquive.message.Fingerprint;
import org.esquive.message.LineId;
import org.esquive.message.Sender;
import org.esquive.policy.Hold;
import org.esquive.policy.Rulebook;
import org.esquive.policy.Rules;
import org.esquive.policy.Spending;
import org.esquive.settings.Line;

/// What the ledger says of the texts of an imagined phone.
///
/// @param rulebook what keepers decided, as it is now
record LedgerVerdicts(Figures figures, Keyring keyring, Supplier<Rulebook> rulebook, InstantSource clock)
        implements Verdicts {
    private static final int LOOKED_THROUGH = 500;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    @Override
    public Optional<Quiet> quiet(LineId line) {
        return rulebook.get().of(line).flatMap(rules -> quiet(line, rules));
    }

    private Optional<Quiet> quiet(LineId line, Rules rules) {
        Spending channel = figures.channel(rules.channel().id());
        return rules.holds(figures.line(line), channel, clock.instant()).stream()
                .filter(Hold::pauses)
                .map(hold -> new Quiet(hold.cause().name(), written(hold.until(), rules.line())))
                .findFirst();
    }

    private static String written(Optional<Instant> moment, Line line) {
        return moment.map(at -> TIME.format(at.atZone(line.zone()))).orElse("");
    }

    @Override
    public List<Verdict> of(LineId line, Sender sender) {
        Fingerprint fingerprint = keyring.sender(sender);
        return figures.latest(line, 0, LOOKED_THROUGH).stream()
                .filter(entry -> entry.sender().equals(fingerprint))
                .map(entry -> new Verdict(
                        entry.n(),
                        entry.reason().map(Enum::name).orElse(""),
                        entry.reply().map(reply -> reply.answer().name()).orElse(""),
                        entry.reply().map(reply -> reply.state().name()).orElse("")))
                .toList();
    }
}
