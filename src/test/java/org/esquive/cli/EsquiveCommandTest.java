package org.esquive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.esquive.lab.FakeAndroidGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// What a person at the terminal gets to read.
class EsquiveCommandTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"esquive", "demo", "run", "text", "rehearse", "settings", "doctor", "panic", "people", "database"
            })
    void theHelpIsAsReviewed(String command) throws IOException {
        String[] arguments = command.equals("esquive") ? new String[] {"--help"} : new String[] {command, "--help"};
        assertThat(run(arguments)).isZero();
        Path golden = GOLDEN.resolve("help-" + command + ".txt");
        if ("write".equals(System.getProperty("esquive.golden"))) {
            Files.writeString(golden, out.toString());
        }
        assertThat(out).hasToString(Files.readString(golden));
    }

    @Test
    void theSampleIsGoodAndBecomesTheSettingsOfANewInstallation() throws IOException {
        assertThat(run("settings", "sample")).isZero();
        Path sample = Files.writeString(folder.resolve("settings.yaml"), out.toString());
        int status = run("settings", "check", sample.toString());
        assertThat(err.toString()).isEmpty();
        assertThat(status).isZero();
        assertThat(out.toString()).endsWith("is good.\n");
        String data = folder.resolve("data").toString();
        assertThat(run("settings", "import", "--data", data, sample.toString())).isZero();
        assertThat(out.toString()).contains("Version 1 is in force.");
        assertThat(run("settings", "import", "--data", data, sample.toString())).isZero();
        assertThat(out.toString()).contains("Version 1 is in force.");
    }

    @Test
    void whatIsExportedHidesSecretsAndCanBeImportedAgain() throws IOException {
        Path yaml =
                Files.writeString(folder.resolve("settings.yaml"), ANDROID.replace("SECRET", "a-long-enough-secret"));
        String data = folder.resolve("data").toString();
        assertThat(run("settings", "import", "--data", data, yaml.toString()))
                .as(err.toString())
                .isZero();
        assertThat(run("settings", "export", "--data", data)).isZero();
        String exported = out.toString();
        assertThat(exported).contains("***").doesNotContain("a-long-enough-secret");
        Path again = Files.writeString(folder.resolve("again.yaml"), exported.replace("40m", "50m"));
        assertThat(run("settings", "import", "--data", data, again.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("Version 2 is in force.");
    }

    @Test
    void everyProblemOfADocumentIsNamedWithItsField() throws IOException {
        Path yaml = Files.writeString(folder.resolve("bad.yaml"), """
                lines:
                  - id: Paris
                    number: "06"
                    country: FRANCE
                    channel: nowhere
                    colour: blue
                """);
        assertThat(run("settings", "check", yaml.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains(
                        "lines[0].id", "lines[0].number", "lines[0].country", "lines[0].colour", "nothing was changed");
    }

    @Test
    void whatCannotBeDoneIsOneSentence() {
        assertThat(run("settings", "check", folder.resolve("missing.yaml").toString()))
                .isEqualTo(1);
        assertThat(err.toString())
                .startsWith("esquive: ")
                .contains("is not there")
                .hasLineCount(1);
        assertThat(run("settings", "export", "--data", folder.resolve("none").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("there is no Esquive in");
        assertThat(run("text", "--at", "http://127.0.0.1:9", "+33639980001", "slt"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("start the demo first").doesNotContain("+33639980001");
        assertThat(run("rehearse", "november-2017")).isEqualTo(2);
        assertThat(err.toString()).contains("october-2017");
    }

    @Test
    void theScenariosAreListed() {
        assertThat(run("rehearse", "--list")).isZero();
        assertThat(out.toString())
                .contains("october-2017 ", "one-victim ", "ordinary ")
                .hasLineCount(9);
    }

    @Test
    void aRehearsalWithOwnSettingsTakesAMaskedDocument() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine.yaml"), ANDROID.replace("\"SECRET\"", "\"***\""));
        assertThat(run("rehearse", "ordinary", "--settings", mine.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("as in 2017", "your line", "genuine people answered, of 28");
        assertThat(run("rehearse", "ordinary", "--settings", mine.toString(), "--line", "none"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("no line of that id");
    }

    @Test
    void theDoctorSaysWhatIsWrongWithABindAndWhatToDo() throws IOException {
        Path yaml = Files.writeString(folder.resolve("carrier.yaml"), SMPP);
        assertThat(run("doctor", yaml.toString())).isEqualTo(1);
        assertThat(out.toString())
                .startsWith("carrier: The name smsc.example.invalid is unknown")
                .hasLineCount(1)
                .doesNotContain("s3cr3t");
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), SMPP.replace("system-id", "sistem-id"));
        assertThat(run("doctor", wrong.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("sistem-id is not an option of an SMPP channel");
        assertThat(run("doctor", "--data", folder.resolve("none").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("there is no Esquive in");
    }

    @Test
    void theDoctorAsksThePhone() throws IOException {
        try (FakeAndroidGateway gateway = new FakeAndroidGateway()) {
            String wrong = ANDROID.replace("SECRET", "a-long-enough-secret")
                    .replace("http://192.168.1.20:8080", gateway.url().toString());
            String right = wrong.replace("username: sms", "username: " + FakeAndroidGateway.USERNAME)
                    .replaceFirst("password: \"[^\"]*\"", "password: \"" + FakeAndroidGateway.PASSWORD + "\"");
            Path phone = Files.writeString(folder.resolve("phone.yaml"), wrong);
            assertThat(run("doctor", phone.toString())).isEqualTo(1);
            assertThat(out.toString())
                    .startsWith("phone: The phone or its server refuses username and password")
                    .doesNotContain("a-long-enough-secret");
            var _ = Files.writeString(phone, right);
            assertThat(run("doctor", phone.toString())).as(out.toString()).isZero();
            assertThat(out.toString()).startsWith("phone: The phone or its server answers");
        }
    }

    @Test
    void panicChangesTheSettingsOfAProgramThatDoesNotRun() throws IOException {
        Path yaml = Files.writeString(folder.resolve("s.yaml"), ANDROID.replace("SECRET", "a-long-enough-secret"));
        String data = folder.resolve("data").toString();
        assertThat(run("panic", "--data", data)).isEqualTo(1);
        assertThat(err.toString()).contains("there is no Esquive in");
        assertThat(run("settings", "import", "--data", data, yaml.toString())).isZero();
        assertThat(run("panic", "--data", data)).isZero();
        assertThat(out.toString()).contains("does not run", "All replies are stopped, on every line.");
        assertThat(run("settings", "export", "--data", data)).isZero();
        assertThat(out.toString()).contains("panic: true");
        assertThat(run("panic", "off", "--data", data)).isZero();
        assertThat(out.toString()).contains("Replies leave again.");
        assertThat(run("panic", "maybe", "--data", data)).isEqualTo(2);
    }

    @Test
    void whoeverOwnsTheMachineComesInAgain() throws IOException {
        Path yaml = Files.writeString(folder.resolve("s.yaml"), ANDROID.replace("SECRET", "a-long-enough-secret"));
        String data = folder.resolve("data").toString();
        assertThat(run("people", "list", "--data", data)).isEqualTo(1);
        assertThat(err.toString()).contains("there is no Esquive in");
        assertThat(run("settings", "import", "--data", data, yaml.toString())).isZero();
        assertThat(run("people", "list", "--data", data)).isZero();
        assertThat(out.toString()).contains("Nobody yet");
        assertThat(run("people", "add", "nina", "--watcher", "--data", data)).isZero();
        assertThat(out.toString())
                .containsPattern("New password of nina: ([a-z2-9]{4}-){4}[a-z2-9]{4}")
                .contains("nina is a watcher.");
        assertThat(run("people", "add", "nina", "--data", data)).isEqualTo(1);
        assertThat(err.toString()).contains("there is a nina already").hasLineCount(1);
        assertThat(run("people", "add", "<script>", "--data", data)).isEqualTo(1);
        assertThat(err.toString()).contains("2 to 32 letters").doesNotContain("script");
        assertThat(run("people", "reset", "Nina", "--data", data)).isZero();
        assertThat(out.toString()).contains("New password of nina: ", "every session of nina is ended");
        assertThat(run("people", "reset", "eve", "--data", data)).isEqualTo(1);
        assertThat(err.toString()).contains("there is nobody called eve");
        assertThat(run("people", "list", "--data", data)).isZero();
        assertThat(out.toString()).contains("nina", "watcher", "since 20").hasLineCount(1);
    }

    @Test
    void aLedgerIsCopiedAndPutBack() throws IOException {
        Path yaml = Files.writeString(folder.resolve("s.yaml"), ANDROID.replace("SECRET", "a-long-enough-secret"));
        String data = folder.resolve("data").toString();
        String copy = folder.resolve("copy").toString();
        assertThat(run("database", "backup", copy, "--data", data)).isEqualTo(1);
        assertThat(err.toString()).contains("There is no ledger in").hasLineCount(1);
        assertThat(run("settings", "import", "--data", data, yaml.toString())).isZero();
        assertThat(run("database", "backup", copy, "--data", data))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("the copy is whole");
        assertThat(run("database", "restore", copy, "--data", data)).isEqualTo(1);
        assertThat(err.toString()).contains("give --replace").hasLineCount(1);
        assertThat(run("database", "restore", copy, "--data", data, "--replace"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("esquive.db.replaced-1", "UNKNOWN and never sent", "esquive run");
        assertThat(run("settings", "export", "--data", data)).isZero();
        assertThat(out.toString()).contains("id: paris");
    }

    @Test
    void aDatabaseIsNamedAndAPasswordIsNeverAnArgument() throws IOException {
        String data = folder.resolve("data").toString();
        assertThat(run("database", "move", "--data", data)).isEqualTo(1);
        assertThat(err.toString())
                .contains("no database is named: give --database-url")
                .hasLineCount(1);
        assertThat(run("database", "distribute", "--database-url", "postgres://db1/esquive"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("begins with jdbc:postgresql://").hasLineCount(1);
        assertThat(run("database", "distribute", "--password", "s3cr3t")).isEqualTo(2);
        Path open = Files.writeString(folder.resolve("password"), "s3cr3t");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(run(
                        "database",
                        "distribute",
                        "--database-url",
                        "jdbc:postgresql://127.0.0.1:9/x",
                        "--password-file",
                        open.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("can be read by other accounts").doesNotContain("s3cr3t");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-------"));
        assertThat(run(
                        "database",
                        "distribute",
                        "--database-url",
                        "jdbc:postgresql://127.0.0.1:9/x",
                        "--password-file",
                        open.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("The database cannot be reached").hasLineCount(1);
    }

    private static final String SMPP = """
            lines:
              - id: paris
                number: "+33639980010"
                country: FR
                channel: carrier
            channels:
              - id: carrier
                kind: smpp
                options: {host: smsc.example.invalid, system-id: esquive, tls: on, port: 3550}
                secrets: {password: "s3cr3t"}
            """;

    private static final String ANDROID = """
            lines:
              - id: paris
                number: "+33639980010"
                country: FR
                channel: phone
                delay: 20m to 40m
            channels:
              - id: phone
                kind: android
                options: {url: "http://192.168.1.20:8080", username: sms}
                secrets: {password: "SECRET", token: "SECRET-0123456789", signing-key: "SECRET"}
            """;

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine commands = EsquiveCommand.commands();
        commands.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        commands.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        return commands.execute(arguments);
    }
}
