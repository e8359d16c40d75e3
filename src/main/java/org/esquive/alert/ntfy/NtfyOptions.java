package org.esquive.alert.ntfy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.esquive.alert.Options;
import org.esquive.settings.AlertSettings;
import org.esquive.settings.Secret;

/// Where push messages are published.
///
/// @param server the address of the server
/// @param topic who is subscribed: whoever knows the name
/// @param priority 1 to 5 for urgent notices; the others have one less
/// @param token what the server asks for, if it does
record NtfyOptions(URI server, String topic, int priority, Optional<Secret> token) {
    private static final Pattern TOPIC = Pattern.compile("(.*)/([A-Za-z0-9_-]{1,64})");
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");
    private static final String HINT = "the address of your topic, such as https://ntfy.sh/a-name-nobody-guesses.";
    private static final int USUAL_PRIORITY = 4;
    private static final int HIGHEST = 5;

    static NtfyOptions read(Options options) {
        options.know(Questions.ALL);
        URI url = options.web("url", HINT);
        Matcher topic = TOPIC.matcher(String.valueOf(url.getRawPath()));
        boolean known = topic.matches() && url.getRawQuery() == null;
        if (!known && options.given("url").isPresent()) {
            options.problem("url", "is expected to end with one topic: " + HINT);
        }
        Optional<Secret> token = options.secret("token");
        if (token.filter(secret -> !TOKEN.matcher(secret.reveal()).matches()).isPresent()) {
            options.problem("token", "is expected to be one word, such as tk_ and 29 letters.");
        }
        return new NtfyOptions(
                known ? url.resolve(topic.group(1) + "/") : url,
                known ? topic.group(2) : "",
                options.number("priority", USUAL_PRIORITY, 1, HIGHEST),
                token);
    }

    /// What is wrong with some settings.
    static List<String> problems(AlertSettings settings) {
        Options options = new Options(settings, "an ntfy topic");
        NtfyOptions _ = read(options);
        return options.problems();
    }
}
