package org.esquive.wiring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.esquive.console.Surroundings.Stop;
import org.esquive.console.door.Totp;
import org.esquive.ledger.LedgerUnavailable;
import org.esquive.ledger.SettingsArchive.Version;
import org.esquive.settings.yaml.Reading;

/// Who stopped all replies, and when, as the stored versions of the settings tell it.
final class PanicHistory {
    /// How many versions are looked through.
    private static final int MOST = 1_000;

    /// No code of an authenticator app works for longer.
    private static final Duration LIFE_OF_A_CODE = Totp.STEP.multipliedBy(2L * Totp.TOLERANCE + 1);

    private final SettingsDesk desk;
    private final SealedArchive archive;
    private volatile Known known = new Known(0, Optional.empty());

    /// What was found for a version in force.
    private record Known(int version, Optional<Stop> stop) {}

    PanicHistory(SettingsDesk desk, SealedArchive archive) {
        this.desk = desk;
        this.archive = archive;
    }

    /// Who stopped all replies, if they are stopped and it is known.
    Optional<Stop> stop() {
        int version = desk.version();
        if (!desk.current().panic()) {
            return Optional.empty();
        }
        if (known.version() != version) {
            known = new Known(version, found(version));
        }
        return known.stop();
    }

    /// When a keeper's phone was obeyed, if a code used then could still be right: orders are the only changes whose
    /// author is a phone.
    Instant lastOrder(InstantSource clock) {
        Instant oldest = clock.instant().minus(LIFE_OF_A_CODE);
        Optional<Version> version = archive.latest();
        while (version.filter(each -> each.at().isAfter(oldest)).isPresent()) {
            if (version.get().author().startsWith(KeeperOrders.AUTHOR)) {
                return version.get().at();
            }
            version = archive.version(version.get().number() - 1);
        }
        return Instant.EPOCH;
    }

    /// The first of the versions up to this one that all say so.
    private Optional<Stop> found(int latest) {
        try {
            Optional<Version> stopping = Optional.empty();
            for (int number = latest; number > Math.max(0, latest - MOST); number--) {
                Optional<Version> version = archive.version(number).filter(this::isStopped);
                if (version.isEmpty()) {
                    break;
                }
                stopping = version;
            }
            return stopping.map(version -> new Stop(version.author(), version.at()));
        } catch (LedgerUnavailable _) {
            return Optional.empty();
        }
    }

    private boolean isStopped(Version version) {
        return archive.open(version) instanceof Reading.Valid(var settings, var _) && settings.panic();
    }
}
