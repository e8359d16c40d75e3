package org.esquive.alert.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.esquive.alert.Notices;
import org.esquive.alert.Telling;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Mails arrive, say nothing of the machine, and failures say what to do.
class MailAlarmTest {
    private final MailAlarmKind kind = new MailAlarmKind();
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aNoticeArrivesAsOneMailToEverybody() throws Exception {
        assertThat(tell("to=keeper@example.org, Other <other@example.org>")).isEqualTo(new Telling.Told());
        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails).hasSize(2);
        MimeMessage mail = mails[0];
        assertThat(mail.getSubject()).isEqualTo("Esquive: Ligne demo : vague");
        assertThat(mail.getContent().toString()).contains("31 nouveaux expéditeurs par minute", "arrêtées");
        assertThat(mail.getMessageID()).isEqualTo("<esquive-x-7-7@example.org>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(headers(mail)).noneMatch(header -> header.contains(System.getProperty("user.name") + "@"));
        assertThat(headers(mail).filter(header -> header.startsWith("X-Mailer")))
                .isEmpty();
    }

    @Test
    void aServerThatIsNotThereIsSaid() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThat(told(List.of("to=keeper@example.org", "port=" + port)))
                .isEqualTo(new Telling.Failed(
                        "127.0.0.1 takes no connection: see that it runs, and that the port is right.", true));
    }

    @Test
    void aServerWithoutTlsGetsNoMailUnlessItIsAllowed() throws Exception {
        assertThat(tell("to=keeper@example.org", "tls=starttls"))
                .isEqualTo(new Telling.Failed(
                        "127.0.0.1 offers no STARTTLS on that port: compare the options port and tls.", false));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aWrongPasswordIsSaidAndNeverQuoted() throws Exception {
        server.setUser("esquive@example.org", "esquive", "right");
        assertThat(tell("to=keeper@example.org", "username=esquive", "!password=right"))
                .isEqualTo(new Telling.Told());
        Telling wrong = tell("to=keeper@example.org", "username=esquive", "!password=wr0ng-one");
        assertThat(wrong).isInstanceOf(Telling.Failed.class);
        assertThat(wrong.toString()).contains("does not accept").doesNotContain("wr0ng-one");
    }

    @Test
    void badSettingsAreSaidBeforeAnythingIsSent() {
        assertThat(kind.problems(Notices.settings("mail")))
                .hasSize(3)
                .anySatisfy(problem -> assertThat(problem).startsWith("host is missing"));
        assertThat(problems("from=a@example.org\r\nBcc: b@example.org"))
                .singleElement()
                .asString()
                .startsWith("from");
        assertThat(problems("to=nobody")).singleElement().asString().startsWith("to is expected");
        assertThat(problems("tls=ssl")).singleElement().asString().startsWith("tls is expected");
        assertThat(problems("prot=25")).singleElement().asString().startsWith("prot is not an option of a mail");
        assertThat(problems("window=3s")).singleElement().asString().startsWith("window is expected");
        assertThat(problems("language=de")).singleElement().asString().startsWith("language is expected");
        assertThat(problems("username=me")).singleElement().asString().startsWith("username");
        assertThat(problems("host=mail.example.org", "tls=none", "username=me", "!password=x"))
                .singleElement()
                .asString()
                .contains("in clear");
        assertThat(problems()).isEmpty();
    }

    private List<String> problems(String... more) {
        List<String> values = new ArrayList<>(List.of("host=127.0.0.1", "from=e@example.org", "to=k@example.org"));
        Collections.addAll(values, more);
        return kind.problems(Notices.settings("mail", values.toArray(String[]::new)));
    }

    private Telling tell(String... more) throws InterruptedException {
        List<String> values = new ArrayList<>(List.of("port=" + server.getSmtp().getPort()));
        Collections.addAll(values, more);
        return told(values);
    }

    private Telling told(List<String> more) throws InterruptedException {
        List<String> values = new ArrayList<>(List.of("host=127.0.0.1", "from=esquive@example.org", "tls=none"));
        values.addAll(more);
        var settings = Notices.settings("mail", values.toArray(String[]::new));
        assertThat(kind.problems(settings)).isEmpty();
        return kind.open(settings, Notices.means()).tell(Notices.flood());
    }

    private static Stream<String> headers(MimeMessage mail) throws Exception {
        return Collections.list(mail.getAllHeaderLines()).stream();
    }
}
