package org.esquive.lab;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.esquive.ledger.Keyring;
import org.esquive.message.Country;
import org.esquive.message.LineId;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Sender;
import org.esquive.policy.Rulebook;
import org.esquive.settings.Cap;
import org.esquive.settings.Caps;
import org.esquive.settings.Delay;
import org.esquive.settings.FloodLimits;
import org.esquive.settings.Keep;
import org.esquive.settings.Limits;
import org.esquive.settings.Line;
import org.esquive.settings.ReplyTexts;
import org.esquive.settings.Settings;
import org.esquive.settings.Timing;
import org.esquive.settings.yaml.ShippedCountries;

/// One French line that answers at once, its texts, and senders with reserved numbers.
public final class Fixtures {
    public static final LineId DEMO = new LineId("demo");
    public static final PhoneNumber DEMO_NUMBER = new PhoneNumber("+33639980010");
    public static final Country FRANCE = new Country("FR");
    public static final ReplyTexts FRENCH = new ReplyTexts(
            List.of("Reponse une", "Reponse deux", "Reponse trois", "Reponse quatre", "Reponse cinq"),
            "Voici de l'aide",
            "Plus rien ne viendra",
            "Vous aurez de nouveau une reponse");

    private static final Delay AT_ONCE = new Delay(Duration.ZERO, Duration.ZERO);

    private Fixtures() {}

    /// The demo line: no delay, the rule of five, and so many replies a day.
    public static Line demo(int repliesPerDay) {
        return demo(Limits.FIVE_ONLY.with(Caps.NONE.with(Cap.REPLIES_PER_DAY, repliesPerDay)));
    }

    /// The demo line, keeping something of what is written to it.
    public static Line keeping(Keep keep) {
        return demo(demo(200).limits(), keep);
    }

    private static Line demo(Limits limits) {
        return demo(limits, Keep.NOTHING);
    }

    private static Line demo(Limits limits, Keep keep) {
        return new Line(
                DEMO,
                DEMO_NUMBER,
                FRANCE,
                Set.of(),
                ZoneId.of("Europe/Paris"),
                "fr",
                "none",
                Line.Status.OPEN,
                Timing.after(AT_ONCE),
                limits,
                List.of(),
                keep);
    }

    /// A line like the demo line, with a number of its own.
    public static Line line(LineId id, PhoneNumber number) {
        Line demo = demo(200);
        return new Line(
                id,
                number,
                demo.country(),
                demo.alsoAnswered(),
                demo.zone(),
                demo.language(),
                demo.channel(),
                demo.status(),
                demo.timing(),
                demo.limits(),
                demo.denied());
    }

    /// The demo line with every guard on and none that stops anything: for measuring what they cost.
    public static Line guarded() {
        Caps caps = Caps.NONE;
        for (Cap cap : Cap.values()) {
            caps = caps.with(cap, Caps.MOST - 1);
        }
        return demo(Limits.FIVE_ONLY
                .with(caps)
                .with(new FloodLimits(
                        FloodLimits.MOST_SENDERS,
                        FloodLimits.MOST_TEXTS,
                        FloodLimits.MOST_NEIGHBOURS,
                        Duration.ofMinutes(15),
                        0)));
    }

    public static Rulebook rulebook(Line... lines) {
        return Rulebook.of(
                new Settings(List.of(lines), List.of(), Map.of("fr", FRENCH)), Map.of(), ShippedCountries.load());
    }

    /// A French mobile by the last four digits of its number.
    public static Sender mobile(int lastFour) {
        return new Sender.Mobile(new PhoneNumber("+3363998%04d".formatted(lastFour)), FRANCE);
    }

    /// Always the same keys.
    public static Keyring keyring() {
        return new Keyring(key());
    }

    /// The instance key they are made of.
    public static byte[] key() {
        byte[] key = new byte[Keyring.KEY_LENGTH];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (7 * i + 1);
        }
        return key;
    }
}
