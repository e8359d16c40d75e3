package org.esquive.channel.android;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.esquive.lab.FakeAndroidGateway;
import org.esquive.lab.Fixtures;
import org.esquive.message.LineId;
import org.esquive.message.Outbound;
import org.esquive.message.PhoneNumber;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Line;
import org.esquive.settings.Secret;

/// Settings of phones, and what goes over them, for the tests of this package.
final class Phones {
    static final String TOKEN = "a-token-nobody-can-guess";
    static final String SIGNING_KEY = "signing key of the app";
    static final Line DEMO = Fixtures.demo(200);
    static final Line OTHER = line("other", "+33639980020");

    private Phones() {}

    static ChannelSettings settings(URI url, String... more) {
        Map<String, String> options = new HashMap<>();
        options.put("url", url.toString());
        options.put("username", FakeAndroidGateway.USERNAME);
        for (int i = 0; i < more.length; i += 2) {
            options.put(more[i], more[i + 1]);
        }
        return new ChannelSettings("phone", "android", options, secrets());
    }

    static Map<String, Secret> secrets() {
        return Map.of(
                "password", new Secret(FakeAndroidGateway.PASSWORD),
                "token", new Secret(TOKEN),
                "signing-key", new Secret(SIGNING_KEY));
    }

    static AndroidOptions options(URI url, String... more) {
        return new OptionReader(settings(url, more)).options();
    }

    static Outbound reply(long id) {
        return new Outbound(
                id, Fixtures.DEMO, Fixtures.DEMO_NUMBER, new PhoneNumber("+33639980001"), "Ce numéro a été donné 😶");
    }

    private static Line line(String id, String number) {
        Line demo = Fixtures.demo(200);
        return new Line(
                new LineId(id),
                new PhoneNumber(number),
                demo.country(),
                Set.of(),
                demo.zone(),
                demo.language(),
                demo.channel(),
                demo.status(),
                demo.timing(),
                demo.limits(),
                List.of());
    }
}
