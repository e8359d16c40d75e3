package org.esquive.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

/// A phone to play with: runs a [FakeAndroidGateway] and texts a running Esquive for whoever sits at the terminal. A
/// line of input such as `+33639980001 slt toi` is a text; what Esquive sends is printed, and reported as delivered.
public final class AndroidLab {
    private static final Duration GLANCE = Duration.ofMillis(300);
    private static final String SIGNING_KEY = "lab-signing-key";

    /// Where the phone is, and the webhook it calls unless it is told another.
    private static final int PORT = 8090;

    private static final String WEBHOOK = "http://127.0.0.1:8080/hook/phone/try-try-try-try-try";

    private final FakeAndroidGateway phone;
    private final AppWebhooks app;
    private final URI webhook;
    private final PrintStream out;

    private AndroidLab(FakeAndroidGateway phone, URI webhook, PrintStream out) {
        this.phone = phone;
        this.app = new AppWebhooks(SIGNING_KEY, InstantSource.system());
        this.webhook = webhook;
        this.out = out;
    }

    /// @param args the address of the channel's webhook, if it is not the one that the README tries
    public static void main(String[] args) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        if (args.length > 1 || (args.length == 1 && !args[0].startsWith("http"))) {
            System.err.println(
                    "usage: esquive phone [webhook]   the address of the channel's webhook, if not " + WEBHOOK);
            System.exit(2);
        }
        URI webhook = URI.create(args.length == 0 ? WEBHOOK : args[0]);
        try (FakeAndroidGateway phone = new FakeAndroidGateway(PORT)) {
            phone.register("sms:received", webhook);
            out.printf(
                    "A phone is at %s, username %s, password %s, signing key %s.%nIt calls %s%n",
                    phone.url(), FakeAndroidGateway.USERNAME, FakeAndroidGateway.PASSWORD, SIGNING_KEY, webhook);
            out.println("Text like this: +33639980001 slt toi");
            new AndroidLab(phone, webhook, out).run();
        }
    }

    private void run() throws IOException, InterruptedException {
        Thread screen = Thread.ofVirtual().start(this::showWhatIsSent);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] text = line.strip().split(" ", 2);
            if (text.length == 2) {
                call(app.received(text[0], text[1], InstantSource.system().instant()));
            }
        }
        screen.interrupt();
    }

    private void showWhatIsSent() {
        int shown = 0;
        try {
            while (!Thread.interrupted()) {
                for (FakeAndroidGateway.Sms sms :
                        phone.taken().subList(shown, phone.taken().size())) {
                    shown++;
                    out.println("-> " + sms.to() + " " + sms.text());
                    call(app.news("sms:delivered", sms.id()));
                }
                Thread.sleep(GLANCE);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void call(String body) throws InterruptedException {
        try {
            out.println("   webhook: HTTP " + app.post(webhook, body));
        } catch (IOException unreachable) {
            out.println("   webhook: nobody answers there");
        }
    }
}
