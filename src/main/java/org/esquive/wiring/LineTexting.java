package org.esquive.wiring;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.esquive.alert.Telling;
import org.esquive.alert.Texting;
import org.esquive.channel.Channel;
import org.esquive.channel.SendResult;
import org.esquive.ledger.Ids;
import org.esquive.message.LineId;
import org.esquive.message.Outbound;
import org.esquive.message.PhoneNumber;
import org.esquive.settings.Line;
import org.esquive.settings.Settings;

/// Texts a keeper's phone from a line, past the ledger: it is no reply, and no sender asked for it.
///
/// @param channels the channel of a line, if it is open
record LineTexting(Supplier<Settings> settings, Function<LineId, Optional<Channel>> channels, Ids ids)
        implements Texting {

    @Override
    public Telling send(LineId id, PhoneNumber to, String words) throws InterruptedException {
        Optional<Line> line = settings.get().line(id);
        Optional<Channel> channel = channels.apply(id);
        if (line.isEmpty() || channel.isEmpty()) {
            return new Telling.Failed(
                    "There is no line " + id + " with an open channel: compare the option line.", true);
        }
        Outbound text = new Outbound(ids.next(), id, line.get().number(), to, words);
        return told(channel.get().send(text));
    }

    private static Telling told(SendResult result) {
        return switch (result) {
            case SendResult.Accepted _, SendResult.Unknown _ -> new Telling.Told();
            case SendResult.Deferred(var _, var cause) -> new Telling.Failed(cause, true);
            case SendResult.Refused(var code) ->
                new Telling.Failed("The network refused the text (" + code + "): is the number right?", false);
        };
    }
}
