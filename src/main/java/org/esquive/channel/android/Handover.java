package org.esquive.channel.android;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import org.esquive.channel.Listener;
import org.esquive.channel.Listener.Taken;
import org.esquive.message.Inbound;
import org.esquive.message.Numbering;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Receipt;
import org.esquive.message.Reference;
import org.esquive.message.Sender;
import org.esquive.settings.Line;
import org.jspecify.annotations.Nullable;

/// Translates events into texts and receipts, finds their line, and hands them to the core.
final class Handover {
    private static final String UNPLACED = "A text came whose line is not known: the phone does not say its own number."
            + " Name the SIM of each line in the options, such as sim.paris.";
    private static final CompletableFuture<Taken> NOTHING_TO_TAKE = CompletableFuture.completedFuture(Taken.COMMITTED);
    private static final CompletableFuture<Taken> LATER = CompletableFuture.completedFuture(Taken.LATER);

    private final AndroidOptions options;
    private final List<Line> lines;
    private final Listener listener;
    private final InstantSource clock;
    private final LongAdder foreign = new LongAdder();
    private volatile @Nullable String trouble;

    Handover(AndroidOptions options, List<Line> lines, Listener listener, InstantSource clock) {
        this.options = options;
        this.lines = List.copyOf(lines);
        this.listener = listener;
        this.clock = clock;
    }

    /// Hands over what a webhook told.
    ///
    /// @return the answers, each complete in its time
    List<CompletableFuture<Taken>> handOver(List<AndroidEvent> events) {
        List<CompletableFuture<Taken>> answers = new ArrayList<>();
        for (AndroidEvent event : events) {
            answers.add(
                    switch (event) {
                        case AndroidEvent.Arrived arrived -> arrived(arrived);
                        case AndroidEvent.News news -> news(news);
                        case AndroidEvent.Ping _ -> NOTHING_TO_TAKE;
                        case AndroidEvent.Foreign _ -> notForUs();
                    });
        }
        return answers;
    }

    /// How many events were not for us: of another SIM, of a text somebody else sent, of a kind unknown.
    long foreign() {
        return foreign.sum();
    }

    /// What a keeper should do so that texts find their line.
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    private CompletableFuture<Taken> arrived(AndroidEvent.Arrived event) {
        if (isOfAnotherSim(event)) {
            return notForUs();
        }
        Optional<Line> line = lineOf(event);
        trouble = line.isPresent() ? null : UNPLACED;
        return line.map(found -> handOver(event, found)).orElse(LATER);
    }

    private CompletableFuture<Taken> handOver(AndroidEvent.Arrived event, Line line) {
        Inbound inbound = new Inbound(
                line.id(),
                Numbering.sender(event.sender(), line.country()),
                event.kind(),
                event.text(),
                event.receivedAt(),
                event.identity());
        CompletableFuture<Taken> answer = new CompletableFuture<>();
        listener.received(inbound, answer::complete);
        return answer;
    }

    private CompletableFuture<Taken> news(AndroidEvent.News event) {
        Optional<Reference> ours = Reference.parse(event.messageId())
                .filter(reference -> lines.stream().anyMatch(line -> line.id().equals(reference.line())));
        return ours.map(reference -> handOver(event, reference)).orElseGet(this::notForUs);
    }

    private CompletableFuture<Taken> handOver(AndroidEvent.News event, Reference reference) {
        Receipt receipt = new Receipt(
                reference.line(),
                new Receipt.Match.ByReply(reference.id()),
                event.state(),
                event.at().orElseGet(clock::instant));
        CompletableFuture<Taken> answer = new CompletableFuture<>();
        listener.received(receipt, answer::complete);
        return answer;
    }

    private CompletableFuture<Taken> notForUs() {
        foreign.increment();
        return NOTHING_TO_TAKE;
    }

    /// A phone with two SIMs tells of both. When every line names its SIM, a text of another SIM is private.
    private boolean isOfAnotherSim(AndroidEvent.Arrived event) {
        return event.sim().isPresent()
                && lines.stream().allMatch(line -> {
                    Optional<Integer> sim = options.simOf(line.id());
                    return sim.isPresent() && !sim.equals(event.sim());
                });
    }

    private Optional<Line> lineOf(AndroidEvent.Arrived event) {
        return lineWithSim(event).or(() -> lineWithNumber(event)).or(this::onlyLine);
    }

    private Optional<Line> lineWithSim(AndroidEvent.Arrived event) {
        List<Line> fitting = lines.stream()
                .filter(line ->
                        event.sim().isPresent() && options.simOf(line.id()).equals(event.sim()))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private Optional<Line> lineWithNumber(AndroidEvent.Arrived event) {
        return event.recipient()
                .flatMap(raw -> lines.stream()
                        .filter(line -> line.number().equals(numberOf(Numbering.sender(raw, line.country()))))
                        .findFirst());
    }

    private Optional<Line> onlyLine() {
        return lines.size() == 1 ? Optional.of(lines.getFirst()) : Optional.empty();
    }

    private static @Nullable PhoneNumber numberOf(Sender sender) {
        return switch (sender) {
            case Sender.Mobile mobile -> mobile.number();
            case Sender.OtherNumber other -> other.number();
            case Sender.ShortCode _, Sender.Named _, Sender.Withheld _ -> null;
        };
    }
}
