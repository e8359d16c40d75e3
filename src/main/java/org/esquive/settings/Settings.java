package org.esquive.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.esquive.message.LineId;

/// Everything a keeper decides, as one immutable document. Two parts that must agree are checked together, by
/// [Validation]; a document that was read is a document that is valid.
///
/// @param lines the lines, 1 to 1,000
/// @param channels the ways to the phone network, each named by an id
/// @param texts reply texts by language tag, such as `fr`; they replace the shipped texts of that language
/// @param alerts the ways in which keepers are told of trouble
/// @param webhooks the programs that are told what happens
/// @param keepers the phones from which a text can stop all replies
/// @param panic whether all replies are stopped, on every line; texts are counted all the same
public record Settings(
        List<Line> lines,
        List<ChannelSettings> channels,
        Map<String, ReplyTexts> texts,
        List<AlertSettings> alerts,
        List<WebhookSettings> webhooks,
        List<KeeperPhone> keepers,
        boolean panic) {

    /// Settings without anybody to tell.
    public Settings(List<Line> lines, List<ChannelSettings> channels, Map<String, ReplyTexts> texts) {
        this(lines, channels, texts, List.of(), List.of(), List.of(), false);
    }

    /// Settings without webhooks.
    public Settings(
            List<Line> lines,
            List<ChannelSettings> channels,
            Map<String, ReplyTexts> texts,
            List<AlertSettings> alerts,
            List<KeeperPhone> keepers,
            boolean panic) {
        this(lines, channels, texts, alerts, List.of(), keepers, panic);
    }

    public Settings {
        lines = List.copyOf(lines);
        channels = List.copyOf(channels);
        texts = Map.copyOf(texts);
        alerts = List.copyOf(alerts);
        webhooks = List.copyOf(webhooks);
        keepers = List.copyOf(keepers);
    }

    /// The line of that id, if there is one.
    public Optional<Line> line(LineId id) {
        return lines.stream().filter(line -> line.id().equals(id)).findFirst();
    }

    /// The channel of that id, if there is one.
    public Optional<ChannelSettings> channel(String id) {
        return channels.stream().filter(channel -> channel.id().equals(id)).findFirst();
    }

    /// A secret by whose it is: of `channels.`, `alerts.` or `webhooks.` and an id by its name, of `keepers` by the
    /// number.
    public Optional<Secret> secret(String owner, String name) {
        Stream<Optional<Secret>> ofChannels = channels.stream()
                .filter(channel -> owner.equals("channels." + channel.id()))
                .map(channel -> channel.secret(name));
        Stream<Optional<Secret>> ofAlerts = alerts.stream()
                .filter(alert -> owner.equals("alerts." + alert.id()))
                .map(alert -> alert.secret(name));
        Stream<Optional<Secret>> ofWebhooks = webhooks.stream()
                .filter(webhook -> owner.equals("webhooks." + webhook.id()))
                .map(webhook -> webhook.secret(name));
        Stream<Optional<Secret>> ofKeepers = keepers.stream()
                .filter(keeper ->
                        owner.equals("keepers") && keeper.number().e164().equals(name))
                .map(keeper -> Optional.of(keeper.secret()));
        return Stream.of(ofChannels, ofAlerts, ofWebhooks, ofKeepers)
                .flatMap(all -> all)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// The same with all replies stopped, or no longer stopped.
    public Settings withPanic(boolean stopped) {
        return new Settings(lines, channels, texts, alerts, webhooks, keepers, stopped);
    }

    /// The same with another line in the place of that of its id.
    public Settings with(Line changed) {
        List<Line> others = lines.stream()
                .map(line -> line.id().equals(changed.id()) ? changed : line)
                .toList();
        return new Settings(others, channels, texts, alerts, webhooks, keepers, panic);
    }

    /// The lines that a channel serves.
    public List<Line> linesOf(String channel) {
        return lines.stream().filter(line -> line.channel().equals(channel)).toList();
    }
}
