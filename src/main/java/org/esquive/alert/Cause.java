package org.esquive.alert;

import org.esquive.ledger.AlertKind;
import org.esquive.ledger.Figures;
import org.esquive.message.LineId;

/// What makes two alerts the same to a keeper: they are told of both together. There are few: lines by kinds by
/// caps or channels.
///
/// @param about the cap or channel it is about; empty if it is about the line
record Cause(LineId line, AlertKind kind, String about) {

    static Cause of(Figures.Alert alert) {
        String about = alert.facts().getOrDefault("channel", alert.facts().getOrDefault("cap", ""));
        return new Cause(alert.line(), alert.kind(), about);
    }
}
