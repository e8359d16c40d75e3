package org.esquive.channel.android;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.esquive.channel.Pace;
import org.esquive.message.LineId;
import org.esquive.settings.Secret;

/// The options of an Android channel, checked. `docs/channels/android.md` explains each.
///
/// @param url where the app or its server listens, without a slash at the end
/// @param username of the app
/// @param password of the app
/// @param token the last part of our webhook's path
/// @param signingKeys what webhooks may be signed with: one, or two while a key is changed
/// @param sims the SIM of every line that names one
/// @param sim the SIM of the other lines
/// @param pace how fast the phone may send
/// @param ttl after how long the phone gives up a text that it could not send
record AndroidOptions(
        URI url,
        String username,
        Secret password,
        Secret token,
        List<Secret> signingKeys,
        Map<LineId, Integer> sims,
        Optional<Integer> sim,
        Pace pace,
        Duration ttl) {

    AndroidOptions {
        signingKeys = List.copyOf(signingKeys);
        sims = Map.copyOf(sims);
    }

    /// The SIM that a line's texts come and go by, if it is laid down.
    Optional<Integer> simOf(LineId line) {
        return Optional.ofNullable(sims.get(line)).or(() -> sim);
    }
}
