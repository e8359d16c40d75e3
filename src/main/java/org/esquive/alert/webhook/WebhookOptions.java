package org.esquive.alert.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.esquive.alert.Options;
import org.esquive.settings.AlertSettings;
import org.esquive.settings.Secret;

/// Which program is called.
///
/// @param url where it listens
/// @param door which machines may be called
/// @param secrets the keys it may know us by, at least one
record WebhookOptions(URI url, Door door, List<Secret> secrets) {
    private static final String FIRST = "signing-secret";
    private static final String SECOND = "signing-secret-2";
    private static final String HINT = "where your program listens, such as https://example.org/esquive.";

    static WebhookOptions read(Options options) {
        options.know(Questions.ALL);
        return new WebhookOptions(
                options.web("url", HINT),
                new Door(InetAddress::getAllByName, options.isTrue("allow-private")),
                secrets(options));
    }

    /// What is wrong with some settings. The name of the machine is looked up, so that what must not be called is
    /// refused before it ever is.
    static List<String> problems(AlertSettings settings) {
        Options options = new Options(settings, "a webhook");
        WebhookOptions read = read(options);
        if (options.problems().isEmpty()) {
            read.door().objection(read.url()).ifPresent(objection -> options.problem("url", objection));
        }
        return options.problems();
    }

    private static List<Secret> secrets(Options options) {
        List<Secret> secrets = new ArrayList<>();
        options.secret(FIRST).ifPresent(secrets::add);
        if (secrets.isEmpty()) {
            options.problem(
                    FIRST, "is missing: whsec_ and 24 to 64 random bytes in base 64, which your program knows too.");
        }
        options.secret(SECOND).ifPresent(secrets::add);
        if (!secrets.stream().allMatch(Signature::isWellFormed)) {
            options.problem(FIRST, "and the second one are expected to be whsec_ and 24 to 64 bytes in base 64.");
        }
        return secrets;
    }
}
