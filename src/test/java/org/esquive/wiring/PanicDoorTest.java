package org.esquive.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.esquive.lab.Desk;
import org.esquive.lab.Fixtures;
import org.esquive.lab.SteppingClock;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.sqlite.SqliteLedger;
import org.esquive.settings.Caps;
import org.esquive.settings.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A request in the data folder is fulfilled and taken away.
class PanicDoorTest {
    private static final String SETTINGS = """
            lines: [{id: demo, number: "+33639980010", country: FR, channel: phone}]
            channels: [{id: phone, kind: loopback}]
            """;

    @TempDir
    Path folder;

    private final List<Problem> objections = new ArrayList<>();
    private Ledger ledger;
    private SettingsDesk desk;
    private PanicRequest request;
    private PanicDoor door;

    @BeforeEach
    void open() {
        ledger = SqliteLedger.open(folder.resolve("esquive.db"), Fixtures.keyring());
        SealedArchive archive =
                new SealedArchive(ledger.settings(), Fixtures.keyring(), new SteppingClock(Desk.EVENING));
        desk = SettingsDesk.open(archive, new SettingsDesk.Kinds(_ -> objections, _ -> Caps.NONE), SETTINGS);
        request = PanicRequest.in(folder);
        door = new PanicDoor(request, desk);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void whatIsAskedIsDoneOnce() {
        request.leave(true);
        door.look();
        assertThat(desk.current().panic()).isTrue();
        assertThat(request.isThere()).isFalse();
        door.look();
        request.leave(false);
        door.look();
        assertThat(desk.current().panic()).isFalse();
        assertThat(desk.version()).isEqualTo(3);
    }

    @Test
    void aRequestThatOthersMayHaveWrittenStaysAndDoesNothing() throws Exception {
        request.leave(true);
        Files.setPosixFilePermissions(request.path(), PosixFilePermissions.fromString("rw-rw-rw-"));
        door.look();
        assertThat(desk.current().panic()).isFalse();
        assertThat(request.isThere()).isTrue();
    }

    @Test
    void anEmptyRequestIsNotFinishedYet() throws Exception {
        Files.createFile(
                request.path(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        door.look();
        assertThat(request.isThere()).isTrue();
        assertThat(desk.version()).isEqualTo(1);
    }

    @Test
    void aRequestThatCannotBeFulfilledNowIsFulfilledLater() {
        objections.add(new Problem("panic", "true", "another moment"));
        request.leave(true);
        door.look();
        assertThat(request.isThere()).isTrue();
        objections.clear();
        door.look();
        assertThat(desk.current().panic()).isTrue();
        assertThat(request.isThere()).isFalse();
    }
}
