package org.esquive.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.esquive.alert.Notice;
import org.esquive.alert.Words;
import org.esquive.ledger.AlertBook;
import org.esquive.ledger.AlertKind;

/// Something a keeper should see.
///
/// @param id its place: rises with each alert that is written
/// @param at when it was raised
/// @param sender the fingerprint of the sender it is about, if it is about one
/// @param facts figures and names by a word for each
/// @param urgent whether a keeper should look now rather than tonight
/// @param title what happened, in a few words
/// @param text the same with its figures
/// @param advice what to do
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record AlertView(
        String id,
        String line,
        Instant at,
        AlertKind kind,
        Optional<String> sender,
        Map<String, String> facts,
        boolean urgent,
        String title,
        String text,
        String advice) {

    public AlertView {
        facts = Map.copyOf(facts);
    }

    /// An alert in the words of a language.
    public static AlertView of(AlertBook.Written written, Locale language) {
        var alert = written.alert();
        Notice.Item item = Words.in(language.getLanguage(), ZoneOffset.UTC)
                .read(List.of(alert))
                .getFirst();
        return new AlertView(
                String.valueOf(written.place()),
                alert.line().value(),
                alert.at(),
                alert.kind(),
                alert.sender().map(DecisionView::written),
                alert.facts(),
                item.isUrgent(),
                item.title(),
                item.says(),
                item.advice());
    }
}
