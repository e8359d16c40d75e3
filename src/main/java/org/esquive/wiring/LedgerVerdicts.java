package org.esquive.wiring;

import java.util.List;
import org.esquive.channel.loopback.Verdicts;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Keyring;
import org.esquive.message.Fingerprint;
import org.esquive.message.LineId;
import org.esquive.message.Sender;

/// What the ledger says of the texts of an imagined phone.
record LedgerVerdicts(Figures figures, Keyring keyring) implements Verdicts {
    private static final int LOOKED_THROUGH = 200;

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
