package org.esquive.wiring;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;
import org.apache.catalina.connector.Connector;
import org.esquive.wiring.EsquiveProperties.Listening;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/// What the program says once it is ready: where its pages are, who may come in, how to stop it. A new password is
/// said here, straight to the terminal and never to a log; a service, whose output is a log, leaves it in a private
/// file.
///
/// @param properties where it listens
/// @param account whose password may be new
/// @param channels whether there is a phone to play with
record Greeting(EsquiveProperties properties, KeeperAccount account, Channels channels) {

    void print(ApplicationContext context, PrintStream out) {
        int publicPort = Optional.ofNullable(((WebServerApplicationContext) context).getWebServer())
                .orElseThrow()
                .getPort();
        int keepersPort = context.getBean(Connector.class).getLocalPort();
        String password = password();
        String page = url(properties.everybody(), publicPort);
        boolean phone =
                channels.states().stream().anyMatch(state -> state.kind().equals("loopback"));
        out.println(properties.demo() ? "Esquive is running, as a demonstration." : "Esquive is running.");
        out.println("  page      " + page);
        if (phone) {
            out.println("  phone     " + page + "phone  (from this machine only: text the line, watch the answers)");
        }
        out.println("  console   " + url(properties.keepers().listening(), keepersPort));
        out.println("  sign in   " + KeeperAccount.NAME + " / " + password);
        out.println("  stop      Ctrl-C");
        out.flush();
    }

    private String password() {
        return account.fresh()
                .map(this::fresh)
                .orElse("the password of the first start (lost? esquive people reset %s)"
                        .formatted(KeeperAccount.NAME));
    }

    private String fresh(String password) {
        if (properties.demo()) {
            return password;
        }
        if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()) {
            return password + "  (said once: write it down)";
        }
        new PrivateFile(properties.firstPasswordFile(), "The first password").write(password);
        return "the password in %s (read it, then delete it)".formatted(properties.firstPasswordFile());
    }

    private static String url(Listening listening, int port) {
        String host = listening.address().equals("0.0.0.0") ? "127.0.0.1" : listening.address();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/";
    }
}
