package org.esquive.lab.faults.rig;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The settings that the program starts with: two lines that answer at once and are stopped by nothing, one reached
/// over SMPP and one over webhooks.
///
/// @param carrier options of the SMPP channel, beside those that reach the carrier
/// @param limits of the first line, beside those that the rule of five needs
/// @param keeps whether the first line keeps what people write
public record Setup(Map<String, String> carrier, Map<String, String> limits, boolean keeps) {
    /// As most faults want it.
    public static final Setup USUAL = new Setup(Map.of(), Map.of(), false);

    static final String SYSTEM_ID = "esquive";
    static final String PASSWORD = "lab";
    static final String TOKEN = "fault-fault-fault-fault";
    static final String SIGNING_KEY = "lab-signing-key";

    /// The line of the carrier, and that of the phone.
    public static final String LINE = "+33639980010";

    public static final String PHONE_LINE = "+33639980011";

    /// Replies without an answer, as the history is told.
    static final int WINDOW = 20;

    private static final int UNLIMITED = 100_000_000;

    public Setup {
        carrier = Map.copyOf(carrier);
        limits = Map.copyOf(limits);
    }

    /// With one more option of the SMPP channel.
    public Setup and(String option, String value) {
        Map<String, String> more = new HashMap<>(carrier);
        more.put(option, value);
        return new Setup(more, limits, keeps);
    }

    /// With one more limit of the first line.
    public Setup limited(String limit, String value) {
        Map<String, String> more = new HashMap<>(limits);
        more.put(limit, value);
        return new Setup(carrier, more, keeps);
    }

    /// With a line that keeps numbers and texts.
    public Setup keeping() {
        return new Setup(carrier, limits, true);
    }

    /// The document.
    String yaml(int port, URI phone) {
        return "lines:\n" + line("demo", LINE, "carrier", limits)
                + (keeps ? "    keep: numbers-and-texts\n" : "")
                + line("phone", PHONE_LINE, "phone", Map.of())
                + """
                channels:
                  - id: carrier
                    kind: smpp
                    options:
                %s
                    secrets: {password: %s}
                    limits: %s
                  - id: phone
                    kind: android
                    options: {url: "%s", username: phone, per-minute: 600}
                    secrets: {password: "correct horse", token: %s, signing-key: %s}
                    limits: %s
                texts:
                  fr:
                    ladder: ["Reponse une", "Reponse deux", "Reponse trois", "Reponse quatre", "Reponse cinq"]
                    help: Voici de l'aide
                    stop: Plus rien ne viendra
                    start: Vous aurez de nouveau une reponse
                """.formatted(options(port), PASSWORD, caps(Map.of()), phone, TOKEN, SIGNING_KEY, caps(Map.of()));
    }

    private String options(int port) {
        Map<String, String> all = new TreeMap<>(Map.of(
                "host",
                "127.0.0.1",
                "port",
                Integer.toString(port),
                "system-id",
                SYSTEM_ID,
                "window",
                Integer.toString(WINDOW),
                "per-second",
                "100000"));
        all.putAll(carrier);
        return all.entrySet().stream()
                .map(option -> "      " + option.getKey() + ": \"" + option.getValue() + "\"")
                .collect(Collectors.joining("\n"));
    }

    private static String line(String id, String number, String channel, Map<String, String> limits) {
        return """
                  - id: %s
                    number: "%s"
                    country: FR
                    channel: %s
                    delay: none
                    limits: %s
                    flood: {senders-per-minute: 0, texts-per-minute: 0, neighbours: 0}
                """.formatted(id, number, channel, caps(limits).replace("{", "{gap: none, "));
    }

    private static String caps(Map<String, String> own) {
        Map<String, String> all = new TreeMap<>();
        for (String cap : new String[] {
            "replies-per-minute",
            "replies-per-day",
            "recipients-per-month",
            "new-recipients-per-hour",
            "new-recipients-per-day"
        }) {
            all.put(cap, Integer.toString(UNLIMITED));
        }
        all.putAll(own);
        return all.entrySet().stream()
                .map(cap -> cap.getKey() + ": " + cap.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
