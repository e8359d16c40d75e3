package org.esquive.alert.webhook;

import java.net.InetAddress;
import java.util.List;

/// Which addresses are somebody's on the internet. All that is set apart for other uses is not: loopback,
/// private, link-local, documentation, multicast, and forms that carry another address inside
/// ([IPv4](https://www.iana.org/assignments/iana-ipv4-special-registry/),
/// [IPv6](https://www.iana.org/assignments/iana-ipv6-special-registry/), read in November 2026).
final class PublicAddress {
    private static final List<Block> SET_APART = List.of(
            block("0.0.0.0", 8),
            block("10.0.0.0", 8),
            block("100.64.0.0", 10),
            block("127.0.0.0", 8),
            block("169.254.0.0", 16),
            block("172.16.0.0", 12),
            block("192.0.0.0", 24),
            block("192.0.2.0", 24),
            block("192.31.196.0", 24),
            block("192.52.193.0", 24),
            block("192.88.99.0", 24),
            block("192.168.0.0", 16),
            block("192.175.48.0", 24),
            block("198.18.0.0", 15),
            block("198.51.100.0", 24),
            block("203.0.113.0", 24),
            block("224.0.0.0", 4),
            block("240.0.0.0", 4),
            // Unspecified, loopback, and forms with IPv4 inside.
            block("::", 16),
            block("64:ff9b::", 96),
            block("64:ff9b:1::", 48),
            block("100::", 64),
            block("100:0:0:1::", 64),
            block("2001::", 23),
            block("2001:db8::", 32),
            block("2002::", 16),
            block("3fff::", 20),
            block("5f00::", 16),
            block("fc00::", 7),
            block("fe80::", 10),
            block("fec0::", 10),
            block("ff00::", 8));

    private PublicAddress() {}

    /// Addresses that begin with the same bits.
    private record Block(InetAddress first, int bits) {
        boolean holds(byte[] address) {
            byte[] start = first.getAddress();
            if (address.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if (((address[bit / Byte.SIZE] ^ start[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /// Whether an address is somebody's on the internet.
    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        return SET_APART.stream().noneMatch(block -> block.holds(bytes));
    }

    private static Block block(String start, int bits) {
        return new Block(InetAddress.ofLiteral(start), bits);
    }
}
