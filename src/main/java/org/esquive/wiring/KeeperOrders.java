package org.esquive.wiring;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.esquive.console.door.Totp;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.Outcome;
import org.esquive.message.Inbound;
import org.esquive.message.PhoneNumber;
import org.esquive.message.Sender;
import org.esquive.policy.Decision;
import org.esquive.policy.Reason;
import org.esquive.settings.Change;
import org.esquive.settings.KeeperPhone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes orders from keepers' phones: `PANIC 123456` stops all replies, `PANIC OFF 123456` lets them leave again. The
/// digits are the code of the keeper's authenticator app; each works once.
///
/// Nothing is answered, since the number may be forged: the console and the alerts say what happened. After five
/// wrong codes within an hour a phone is not believed for an hour.
final class KeeperOrders implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeeperOrders.class);

    /// Who changes the settings, before the redacted number.
    static final String AUTHOR = "keeper ";

    /// Texts of keepers' numbers that may wait; whoever forges more of them loses the rest.
    private static final int MOST_WAITING = 64;

    private static final int LONGEST = 40;
    private static final Pattern ORDER = Pattern.compile(
            "\\s*PANIC\\s*(?<word>ON|OFF)?\\s*(?<first>[0-9]{3})\\s*(?<second>[0-9]{3})\\s*", Pattern.CASE_INSENSITIVE);

    private final SettingsDesk desk;
    private final InstantSource clock;
    private final long usedBefore;
    private final Totp totp = new Totp();
    private final Map<PhoneNumber, Trust> trusts = new HashMap<>();
    private final ExecutorService thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("orders").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    /// What a keeper wants.
    ///
    /// @param stop whether to stop all replies, else to let them leave again
    /// @param code the six digits that prove it
    record Order(boolean stop, String code) {

        /// The order in some words, if it is one.
        static Optional<Order> of(String text) {
            Matcher words = ORDER.matcher(text.substring(0, Math.min(text.length(), LONGEST)));
            return words.matches()
                    ? Optional.of(new Order(
                            !"OFF".equalsIgnoreCase(words.group("word")), words.group("first") + words.group("second")))
                    : Optional.empty();
        }

        /// Without the code.
        @Override
        public String toString() {
            return stop ? "stop" : "resume";
        }
    }

    /// @param lastOrder when the latest order was obeyed, as far as is known: its code is not taken again
    KeeperOrders(SettingsDesk desk, InstantSource clock, Instant lastOrder) {
        this.desk = desk;
        this.clock = clock;
        this.usedBefore = Totp.step(lastOrder) + Totp.TOLERANCE;
    }

    /// Hears what was committed. Returns at once.
    void hear(List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Decided(var text, var _, Decision.Silence(var reason, var _), var _)
                    && reason == Reason.KEEPER) {
                thread.execute(() -> take(text.inbound()));
            }
        }
    }

    /// Takes an order, if it is one and comes with a code that is right and new.
    ///
    /// @return whether it was obeyed
    synchronized boolean take(Inbound inbound) {
        Optional<Order> order = inbound.isPiece() ? Optional.empty() : Order.of(inbound.text());
        Optional<KeeperPhone> keeper = keeper(inbound.sender());
        if (order.isEmpty() || keeper.isEmpty()) {
            return false;
        }
        boolean right = isRight(order.get(), keeper.get());
        boolean obeyed = right && obey(order.get(), keeper.get());
        String result = obeyed ? "done" : right ? "not-done" : "refused";
        LOG.warn("event=keeper-order line={} order={} result={}", inbound.line(), order.get(), result);
        return obeyed;
    }

    private boolean isRight(Order order, KeeperPhone keeper) {
        Instant now = clock.instant();
        Trust trust = trusts.getOrDefault(keeper.number(), Trust.since(usedBefore));
        if (trust.isDeaf(now)) {
            return false;
        }
        OptionalLong step = totp.stepOf(order.code(), keeper.secret(), now);
        boolean right = step.isPresent() && step.getAsLong() > trust.lastStep();
        trusts.put(keeper.number(), right ? trust.afterRight(step.getAsLong()) : trust.afterWrong(now));
        return right;
    }

    private boolean obey(Order order, KeeperPhone keeper) {
        try {
            return desk.panic(AUTHOR + keeper.number(), order.stop()) instanceof Change.Made;
        } catch (LedgerUnavailable _) {
            return false;
        }
    }

    private Optional<KeeperPhone> keeper(Sender sender) {
        Optional<PhoneNumber> number = switch (sender) {
            case Sender.Mobile(var mobile, var _) -> Optional.of(mobile);
            case Sender.OtherNumber(var other, var _) -> Optional.of(other);
            case Sender.Named _, Sender.ShortCode _, Sender.Withheld _ -> Optional.empty();
        };
        return desk.current().keepers().stream()
                .filter(keeper -> number.filter(keeper.number()::equals).isPresent())
                .findFirst();
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
