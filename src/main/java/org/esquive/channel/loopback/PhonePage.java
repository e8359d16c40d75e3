package org.esquive.channel.loopback;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.esquive.channel.Listener.Taken;
import org.esquive.channel.loopback.PhoneThread.Explained;
import org.esquive.channel.loopback.PhoneThread.Shown;
import org.esquive.message.LineId;
import org.esquive.message.Numbering;
import org.esquive.message.Sender;
import org.esquive.settings.Line;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// An imagined phone in the browser, and the same for commands: text the line, watch the answers come. It exists
/// for requests of this very machine only, and only while a loopback channel is open.
@Controller
public final class PhonePage {
    /// A header that a page of another site cannot send.
    static final String OURS = "X-Esquive";

    private static final int LARGEST_BODY = 16 * 1024;
    private static final int LONGEST_NUMBER = 64;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final LoopbackChannelKind kind;
    private final Verdicts verdicts;
    private final MessageSource messages;
    private final JsonMapper json;

    /// A text, as it is posted.
    ///
    /// @param from who writes, in any form a network might show; empty for a withheld number
    record Typed(String from, String text) {}

    /// @param verdicts what the core decided
    public PhonePage(LoopbackChannelKind kind, Verdicts verdicts, MessageSource messages, JsonMapper json) {
        this.kind = kind;
        this.verdicts = verdicts;
        this.messages = messages;
        this.json = json;
    }

    @GetMapping("/phone")
    String phone(HttpServletRequest request, Model model) {
        refuseStrangers(request);
        Line line = channel().lines().getFirst();
        model.addAttribute("number", Numbering.national(line.number()));
        return "loopback/phone";
    }

    /// Texts the line and answers once the text is on disk.
    @PostMapping("/loopback/texts")
    @ResponseBody
    ResponseEntity<Map<String, String>> text(HttpServletRequest request, @RequestHeader(OURS) String ours)
            throws IOException, InterruptedException {
        refuseStrangers(request);
        Typed typed = typed(request.getInputStream().readNBytes(LARGEST_BODY + 1));
        Taken taken = channel().text(typed.from(), typed.text());
        HttpStatus status = taken == Taken.COMMITTED ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE;
        return ResponseEntity.status(status).body(Map.of("taken", taken.name()));
    }

    /// Has imagined people flood the line; 409 if they do already.
    @PostMapping("/loopback/flood")
    @ResponseBody
    ResponseEntity<Void> flood(HttpServletRequest request, @RequestHeader(OURS) String ours) {
        refuseStrangers(request);
        LoopbackChannel channel = channel();
        boolean begun = channel.crowd().start(channel.lines().getFirst().id());
        return ResponseEntity.status(begun ? HttpStatus.ACCEPTED : HttpStatus.CONFLICT)
                .build();
    }

    @GetMapping("/loopback/thread")
    @ResponseBody
    PhoneThread thread(
            HttpServletRequest request, @RequestHeader(OURS) String ours, @RequestParam String from, Locale locale) {
        refuseStrangers(request);
        return thread(from, locale);
    }

    /// What a phone shows now.
    public PhoneThread thread(String from) {
        return thread(from, Locale.ENGLISH);
    }

    /// A proxy on this machine passes strangers on, and says so; a name that leads here by a trick of DNS is not
    /// ours.
    ///
    /// @throws ResponseStatusException 404 if the request is not of this machine, or no loopback channel is open
    public void refuseStrangers(HttpServletRequest request) {
        boolean passedOn = Stream.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via")
                .anyMatch(header -> request.getHeader(header) != null);
        if (passedOn
                || !THIS_MACHINE.contains(request.getServerName().toLowerCase(Locale.ROOT))
                || !InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        LoopbackChannel _ = channel();
    }

    private LoopbackChannel channel() {
        return kind.channels().stream()
                .flatMap(id -> kind.channel(id).stream())
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Typed typed(byte[] body) {
        if (body.length > LARGEST_BODY) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        try {
            Typed typed = json.readValue(body, Typed.class);
            if (typed.from() != null && typed.text() != null && !typed.text().isBlank()) {
                return typed;
            }
        } catch (JacksonException _) {
            // Told below; the exception would repeat what was written.
        }
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }

    private PhoneThread thread(String from, Locale locale) {
        LoopbackChannel channel = channel();
        Line line = channel.lines().getFirst();
        String cut = from.length() <= LONGEST_NUMBER ? from : from.substring(0, LONGEST_NUMBER);
        Sender sender = Numbering.sender(cut, line.country());
        List<Shown> bubbles = channel.thread(cut).stream()
                .map(bubble -> shown(bubble, locale))
                .toList();
        List<Explained> explained = verdicts.of(line.id(), sender).stream()
                .map(verdict -> explained(verdict, line, locale))
                .toList();
        return new PhoneThread(bubbles, explained, story(channel, line.id(), locale));
    }

    private PhoneThread.Story story(LoopbackChannel channel, LineId line, Locale locale) {
        Crowd.Progress crowd = channel.crowd().progress();
        Optional<Verdicts.Quiet> quiet = verdicts.quiet(line);
        String held = quiet.map(each -> held(each, locale)).orElse("");
        Object[] figures = {crowd.sent(), Crowd.TEXTS, crowd.people(), crowd.answers(), held};
        String sentence = plot(crowd, quiet.isPresent())
                .map(key -> messages.getMessage(key, figures, locale))
                .orElse("");
        return new PhoneThread.Story(crowd.running(), quiet.isPresent(), sentence);
    }

    /// The message that tells where the story is, if there is one.
    private static Optional<String> plot(Crowd.Progress crowd, boolean quiet) {
        if (crowd.sent() == 0) {
            return quiet ? Optional.of("phone.quiet") : Optional.empty();
        }
        String end = quiet ? "quiet" : "answers";
        return Optional.of("phone.flood." + (crowd.running() ? "running." : "over.") + end);
    }

    private String held(Verdicts.Quiet quiet, Locale locale) {
        String end = quiet.until().isEmpty()
                ? word("hold.keeper", locale)
                : messages.getMessage("hold.until", new Object[] {quiet.until()}, locale);
        return word("hold." + quiet.cause(), locale) + ", " + end;
    }

    private Shown shown(Bubble bubble, Locale locale) {
        String tick = switch (bubble.state()) {
            case SENDING -> "";
            case SENT -> bubble.direction() == Bubble.Direction.WRITTEN ? "phone.arrived" : "";
            case NOT_TAKEN -> "phone.failed";
            case DELIVERED -> "phone.delivered";
        };
        return new Shown(
                bubble.id(),
                bubble.direction().name(),
                bubble.text(),
                bubble.state().name(),
                tick.isEmpty() ? "" : word(tick, locale));
    }

    private Explained explained(Verdicts.Verdict verdict, Line line, Locale locale) {
        boolean silence = !verdict.reason().isEmpty();
        Object[] limit = {line.limits().textsPerSender()};
        return new Explained(
                verdict.n(),
                silence,
                word(silence ? "console.silence" : "console.reply", locale),
                messages.getMessage(
                        silence ? "reason." + verdict.reason() : "answer." + verdict.answer(), limit, locale),
                verdict.state().isEmpty() ? "" : word("state." + verdict.state(), locale));
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
