package org.esquive.console.door;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Slows those who guess, and never keeps the real keeper out.
///
/// Browsers that nobody ever signed in with share what attempts there are: a few an address, a few more its
/// neighbourhood, and so many in all, wherever they come from. A browser that was let in before has attempts of its
/// own, whatever the others do
/// ([Slow Down Online Guessing Attacks with Device
/// Cookies](https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies),
/// read November 2026). An attempt that succeeds costs nothing. What is slowed is slowed for minutes, never locked.
///
/// Only attempts that were let through are remembered, and only until their bucket is full again: of unknown browsers
/// about 170 at a time, however many try.
public final class Brake {
    static final Pace BROWSER = new Pace(10, Duration.ofMinutes(1));
    static final Pace ADDRESS = new Pace(10, Duration.ofMinutes(1));
    static final Pace NEIGHBOURHOOD = new Pace(20, Duration.ofSeconds(30));
    static final Pace EVERYWHERE = new Pace(50, Duration.ofSeconds(10));

    /// Codes of an app tried with the right password: a million are possible and three are right.
    static final Pace CODES = new Pace(5, Duration.ofMinutes(10));

    /// Buckets that are remembered. It takes a thousand browsers that were let in before to fill them.
    static final int MOST = 1_000;

    private static final int V4_NEIGHBOURHOOD = 3;
    private static final int V6_ADDRESS = 8;
    private static final int V6_NEIGHBOURHOOD = 6;

    private final InstantSource clock;
    private final Map<Bucket, Instant> fullAt = new HashMap<>();

    /// Whose drops, and how many there are.
    private record Bucket(String whose, Pace pace) {}

    /// Where an attempt comes from.
    public sealed interface From {
        /// A browser that was let in before, by what tells it apart.
        record Known(String browser) implements From {}

        /// Any other, by its address.
        record Unknown(InetAddress address) implements From {}
    }

    public Brake(InstantSource clock) {
        this.clock = clock;
    }

    /// Asks whether an attempt may be made now, and counts it if so.
    ///
    /// @return zero if it may, else how long to wait
    Duration tryFrom(From from) {
        return take(buckets(from));
    }

    /// Takes back the counting of an attempt that succeeded.
    void forgive(From from) {
        giveBack(buckets(from));
    }

    /// The same for the code of somebody whose password was right.
    Duration tryCode(From from, String name) {
        return take(List.of(ofCodes(from, name)));
    }

    /// The same for a code that was right.
    void forgiveCode(From from, String name) {
        giveBack(List.of(ofCodes(from, name)));
    }

    /// How many buckets are not full.
    synchronized int remembered() {
        forgetFull(clock.instant());
        return fullAt.size();
    }

    private synchronized Duration take(List<Bucket> buckets) {
        Instant now = clock.instant();
        Duration wait = buckets.stream()
                .map(bucket -> bucket.pace().untilOne(fullAt(bucket), now))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        if (wait.isZero()) {
            forgetFull(now);
            buckets.forEach(bucket -> fullAt.put(bucket, bucket.pace().afterOne(fullAt(bucket), now)));
        }
        return wait;
    }

    private synchronized void giveBack(List<Bucket> buckets) {
        for (Bucket bucket : buckets) {
            var _ = fullAt.computeIfPresent(
                    bucket, (_, full) -> full.minus(bucket.pace().refill()));
        }
    }

    private void forgetFull(Instant now) {
        boolean _ = fullAt.values().removeIf(full -> !full.isAfter(now));
        if (fullAt.size() >= MOST) {
            fullAt.entrySet().stream()
                    .min(Map.Entry.comparingByValue())
                    .ifPresent(soonest -> fullAt.remove(soonest.getKey()));
        }
    }

    private Instant fullAt(Bucket bucket) {
        return fullAt.getOrDefault(bucket, Instant.EPOCH);
    }

    private static Bucket ofCodes(From from, String name) {
        return switch (from) {
            case From.Known(var browser) -> new Bucket("codes " + browser, CODES);
            case From.Unknown _ -> new Bucket("codes of " + name, CODES);
        };
    }

    private static List<Bucket> buckets(From from) {
        return switch (from) {
            case From.Known(var browser) -> List.of(new Bucket("browser " + browser, BROWSER));
            case From.Unknown(var address) ->
                List.of(
                        new Bucket(first(address, address instanceof Inet4Address ? 4 : V6_ADDRESS), ADDRESS),
                        new Bucket(
                                first(address, address instanceof Inet4Address ? V4_NEIGHBOURHOOD : V6_NEIGHBOURHOOD),
                                NEIGHBOURHOOD),
                        new Bucket("everywhere", EVERYWHERE));
        };
    }

    private static String first(InetAddress address, int bytes) {
        return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), bytes));
    }
}
