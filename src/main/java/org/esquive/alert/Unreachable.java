package org.esquive.alert;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// Says of a connection that failed, in a sentence, what is wrong and what to do. What the other side or the
/// library said is left out: it may quote what is secret.
public final class Unreachable {
    private static final int DEPTH = 10;

    private Unreachable() {}

    /// What became of it.
    ///
    /// @param host as a keeper wrote it
    public static Telling because(Exception failure, String host) {
        return new Telling.Failed(sentence(failure, host), true);
    }

    private static String sentence(Exception failure, String host) {
        if (isIn(failure, UnknownHostException.class)) {
            return "The name " + host + " is not known here: see that it is spelled right and the network works.";
        }
        if (isIn(failure, SSLException.class)) {
            return "The certificate of " + host
                    + " is not trusted, or it speaks no TLS on that port: compare name, port" + " and the option tls.";
        }
        if (isIn(failure, ConnectException.class)) {
            return host + " takes no connection: see that it runs, and that the port is right.";
        }
        if (isIn(failure, SocketTimeoutException.class) || isIn(failure, HttpTimeoutException.class)) {
            return host + " does not answer in time.";
        }
        return "The connection to " + host + " broke (" + kind(failure) + ").";
    }

    private static boolean isIn(Throwable failure, Class<? extends IOException> kind) {
        return causes(failure).anyMatch(kind::isInstance);
    }

    private static String kind(Throwable failure) {
        return causes(failure)
                .reduce((_, deeper) -> deeper)
                .orElse(failure)
                .getClass()
                .getSimpleName();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEPTH);
    }
}
