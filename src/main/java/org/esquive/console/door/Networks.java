package org.esquive.console.door;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/// The networks from which the keepers' listener may be reached: nobody else even sees the login page.
///
/// What counts is the address at the other end of the connection. What a header claims does not: whoever connects
/// could claim anything.
public final class Networks {
    /// What to tell whoever comes from elsewhere.
    public static final String REFUSAL = """
            This door is closed to the network you come from.
            Whoever runs this machine opens it with esquive.keepers.networks, or ESQUIVE_KEEPERS_NETWORKS (docs/operations.md).
            """;

    private static final Logger LOG = LoggerFactory.getLogger(Networks.class);
    private static final Duration BETWEEN_LINES = Duration.ofHours(1);
    private static final Pattern CIDR =
            Pattern.compile("([0-9]+(\\.[0-9]+){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(/[0-9]{1,3})?");

    private final List<Network> allowed;
    private final InstantSource clock;
    private final AtomicReference<Instant> told = new AtomicReference<>(Instant.EPOCH);

    /// A network of one of the two kinds; the matcher takes all of the other kind for its own if it has no bits.
    private record Network(IpAddressMatcher matcher, boolean six) {
        boolean holds(InetAddress address) {
            return address instanceof Inet6Address == six && matcher.matches(address.getHostAddress());
        }
    }

    private Networks(List<Network> allowed, InstantSource clock) {
        this.allowed = allowed;
        this.clock = clock;
    }

    /// The networks that a list names.
    ///
    /// @param list such as `127.0.0.0/8, ::1, 192.168.1.0/24`
    /// @throws IllegalArgumentException if one is none; the message is a sentence that says which, and what is
    /// expected
    public static Networks of(String list, InstantSource clock) {
        List<Network> allowed = Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(Networks::network)
                .toList();
        if (allowed.isEmpty()) {
            throw new IllegalArgumentException("esquive.keepers.networks is empty, so that nobody could reach the"
                    + " console; expected networks such as 127.0.0.0/8, ::1");
        }
        return new Networks(allowed, clock);
    }

    /// Whether somebody may knock.
    ///
    /// @param address of the other end of the connection
    public boolean allow(String address) {
        InetAddress from = address(address);
        boolean allow = allowed.stream().anyMatch(network -> network.holds(from));
        if (!allow) {
            tellNowAndThen();
        }
        return allow;
    }

    /// An address as it is written, without the interface it came in by.
    static InetAddress address(String written) {
        int interfaceFrom = written.indexOf('%');
        return InetAddress.ofLiteral(interfaceFrom < 0 ? written : written.substring(0, interfaceFrom));
    }

    private static Network network(String network) {
        try {
            if (CIDR.matcher(network).matches()) {
                return new Network(new IpAddressMatcher(network), network.contains(":"));
            }
        } catch (IllegalArgumentException _) {
            // Told below, in our words.
        }
        throw new IllegalArgumentException(
                "esquive.keepers.networks names \"%s\", which is no network; expected addresses such as 192.168.1.20,"
                                .formatted(network)
                        + " or networks such as 192.168.1.0/24 or fd00::/8, with commas between them");
    }

    /// Without the address: who knocks at the wrong door is nobody's business.
    private void tellNowAndThen() {
        Instant now = clock.instant();
        Instant last = told.get();
        if (!now.isBefore(last.plus(BETWEEN_LINES)) && told.compareAndSet(last, now)) {
            LOG.warn("event=refused-network do=\"if it was a keeper, add their network to esquive.keepers.networks\"");
        }
    }
}
