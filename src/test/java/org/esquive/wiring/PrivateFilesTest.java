package org.esquive.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.esquive.message.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The files that must stay between the program and its owner.
class PrivateFilesTest {
    @TempDir
    Path folder;

    private Path key() {
        return folder.resolve("data").resolve("instance.key");
    }

    @Test
    void theFirstStartMakesAKeyAndTheNextUsesIt() {
        PhoneNumber number = new PhoneNumber("+33639980001");
        byte[] sealed = InstanceKey.load(key(), false).keyring().seal(number);
        assertThat(InstanceKey.load(key(), true).keyring().openNumber(sealed)).isEqualTo(number);
    }

    @Test
    void aKeyThatOthersCanReadIsRefused() throws Exception {
        var _ = InstanceKey.load(key(), false);
        Files.setPosixFilePermissions(key(), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> InstanceKey.load(key(), true))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("can be read by other accounts")
                .hasMessageEndingWith("chmod 600 " + key());
    }

    @Test
    void aKeyOfTheWrongLengthIsRefusedWithoutRepeatingIt() throws Exception {
        new PrivateFile(key(), "The instance key").write("c0ffee");
        assertThatThrownBy(() -> InstanceKey.load(key(), true))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("expected 64 hexadecimal digits")
                .message()
                .doesNotContain("c0ffee");
    }

    @Test
    void aMissingKeyIsNotReplacedBesideADatabase() {
        assertThatThrownBy(() -> InstanceKey.load(key(), true))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is missing, and the database needs it");
        assertThat(key()).doesNotExist();
    }
}
