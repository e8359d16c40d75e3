package org.esquive.console.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.esquive.lab.Desk;
import org.esquive.lab.SteppingClock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// From where one may knock.
class NetworksTest {
    private final SteppingClock clock = new SteppingClock(Desk.EVENING);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.0/8, ::1 | 127.0.0.1 | true",
                "127.0.0.0/8, ::1 | 127.8.9.1 | true",
                "127.0.0.0/8, ::1 | ::1 | true",
                "127.0.0.0/8, ::1 | 0:0:0:0:0:0:0:1%0 | true",
                "127.0.0.0/8, ::1 | ::ffff:127.0.0.1 | true",
                "127.0.0.0/8, ::1 | 192.168.1.20 | false",
                "127.0.0.0/8, ::1 | fe80::1%eth0 | false",
                "127.0.0.0/8, ::1 | ::ffff:192.168.1.20 | false",
                "192.168.1.0/24 | 192.168.1.255 | true",
                "192.168.1.0/24 | 192.168.2.0 | false",
                "192.168.1.20 | 192.168.1.20 | true",
                "192.168.1.20 | 192.168.1.21 | false",
                "fd00::/8,10.0.0.0/8 | fd12:3456::7 | true",
                "fd00::/8,10.0.0.0/8 | 10.1.2.3 | true",
                "fd00::/8,10.0.0.0/8 | 2001:db8::1 | false",
                "0.0.0.0/0 | 203.0.113.9 | true",
                "0.0.0.0/0 | 2001:db8::1 | false"
            })
    void onlyTheNetworksOfTheListMayKnock(String list, String address, boolean may) {
        assertThat(Networks.of(list, clock).allow(address)).isEqualTo(may);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "192.168.1.0/33",
                "192.168.1.0/",
                "192.168.1/24",
                "::1/129",
                "127.0.0.1; ::1",
                "10.0.0.0/8 192.168.0.0/16",
                "example.org/8",
                "1:2",
                "...",
                "/8"
            })
    void whatIsNoNetworkIsNamedInASentence(String list) {
        assertThatThrownBy(() -> Networks.of(list, clock))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("esquive.keepers.networks")
                .hasMessageContaining("expected addresses such as 192.168.1.20")
                .hasMessageContaining('"' + list + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " , "})
    void nobodyAtAllIsAMistake(String list) {
        assertThatThrownBy(() -> Networks.of(list, clock)).hasMessageContaining("nobody could reach the console");
    }
}
