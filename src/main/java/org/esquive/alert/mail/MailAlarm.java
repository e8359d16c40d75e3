package org.esquive.alert.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import org.esquive.alert.Alarm;
import org.esquive.alert.Notice;
import org.esquive.alert.Telling;
import org.esquive.alert.Unreachable;

/// Sends a notice as one plain mail to all recipients, over a connection of its own.
final class MailAlarm implements Alarm {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final MailOptions options;
    private final Session session;

    MailAlarm(MailOptions options) {
        this.options = options;
        this.session = Session.getInstance(properties(options));
    }

    @Override
    public Telling tell(Notice notice) {
        try (Transport transport = session.getTransport("smtp")) {
            connect(transport);
            MimeMessage mail = mail(notice);
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Telling.Told();
        } catch (AuthenticationFailedException refused) {
            return new Telling.Failed(
                    options.host() + " does not accept the username or password: put them right in the settings.",
                    false);
        } catch (SendFailedException refused) {
            return new Telling.Failed(
                    options.host() + " refuses the mail: see that it knows the addresses in from and to.", true);
        } catch (MessagingException failure) {
            return because(failure);
        }
    }

    private void connect(Transport transport) throws MessagingException {
        if (options.login().isPresent()) {
            MailOptions.Login login = options.login().get();
            transport.connect(login.name(), login.password().reveal());
        } else {
            transport.connect();
        }
    }

    private Telling because(MessagingException failure) {
        String said = String.valueOf(failure.getMessage());
        if (said.contains("STARTTLS is required")) {
            return new Telling.Failed(
                    options.host() + " offers no STARTTLS on that port: compare the options port and tls.", false);
        }
        return Unreachable.because(failure, options.host());
    }

    private MimeMessage mail(Notice notice) throws MessagingException {
        MimeMessage mail = new Anonymous(session, "<" + notice.id() + "@" + options.domain() + ">");
        mail.setFrom(options.from());
        mail.setRecipients(Message.RecipientType.TO, options.to().toArray(InternetAddress[]::new));
        mail.setSubject(notice.subject(), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(notice.at()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("Content-Language", notice.language().getLanguage());
        mail.setText(notice.text(), StandardCharsets.UTF_8.name());
        mail.saveChanges();
        return mail;
    }

    /// A mail whose id names the notice; the usual one would name the user and the machine.
    private static final class Anonymous extends MimeMessage {
        private final String id;

        Anonymous(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    private static Properties properties(MailOptions options) {
        String patience = String.valueOf(PATIENCE.toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", options.host());
        properties.setProperty("mail.smtp.port", String.valueOf(options.port()));
        properties.setProperty("mail.smtp.auth", String.valueOf(options.login().isPresent()));
        properties.setProperty("mail.smtp.connectiontimeout", patience);
        properties.setProperty("mail.smtp.timeout", patience);
        properties.setProperty("mail.smtp.writetimeout", patience);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        // How we greet and where bounces go: neither names the machine.
        properties.setProperty("mail.smtp.localhost", options.domain());
        properties.setProperty("mail.smtp.from", options.from().getAddress());
        switch (options.tls()) {
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case NONE -> {}
        }
        return properties;
    }
}
