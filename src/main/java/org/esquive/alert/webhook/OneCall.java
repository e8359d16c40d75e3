package org.esquive.alert.webhook;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// One POST over HTTP/1.1 to one address that was looked at before, whatever the name means a moment later: the
/// usual clients look the name up again when they connect. Only the status of the answer is read; a redirect is
/// an answer.
final class OneCall {
    private static final int CONNECT_MILLIS = (int) Duration.ofSeconds(10).toMillis();
    private static final int ANSWER_MILLIS = (int) Duration.ofSeconds(20).toMillis();
    private static final int LONGEST_STATUS_LINE = 1_024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");
    private static final int FIRST_FINAL_STATUS = 200;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final URI url;
    private final InetAddress address;

    /// @param url where
    /// @param address the machine that is called
    OneCall(URI url, InetAddress address) {
        this.url = url;
        this.address = address;
    }

    /// The status of the answer.
    ///
    /// @throws IOException if there is none
    int post(Map<String, String> headers, byte[] body) throws IOException {
        try (Socket plain = new Socket()) {
            plain.setSoTimeout(ANSWER_MILLIS);
            plain.connect(new InetSocketAddress(address, port()), CONNECT_MILLIS);
            try (Socket socket = isPrivate() ? wrapped(plain) : plain) {
                write(socket.getOutputStream(), headers, body);
                return status(socket.getInputStream());
            }
        }
    }

    private boolean isPrivate() {
        return url.getScheme().equalsIgnoreCase("https");
    }

    private int port() {
        return url.getPort() >= 0 ? url.getPort() : isPrivate() ? HTTPS : HTTP;
    }

    /// The certificate must be that of the name, although an address is called.
    private Socket wrapped(Socket plain) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, url.getHost(), port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private void write(OutputStream out, Map<String, String> headers, byte[] body) throws IOException {
        StringBuilder head = new StringBuilder();
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        head.append("POST ").append(path).append(query).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(url.getRawAuthority()).append("\r\n");
        head.append("Content-Length: ").append(body.length).append("\r\n");
        head.append("Connection: close\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("\r\n");
        OutputStream buffered = new BufferedOutputStream(out);
        buffered.write(head.toString().getBytes(StandardCharsets.US_ASCII));
        buffered.write(body);
        buffered.flush();
    }

    /// The first status that is not an interim one; what stands between is skipped within the same bounds.
    private static int status(InputStream in) throws IOException {
        long end = System.nanoTime() + Duration.ofMillis(ANSWER_MILLIS).toNanos();
        while (true) {
            Matcher line = STATUS.matcher(line(in, end));
            if (line.matches() && Integer.parseInt(line.group(1)) >= FIRST_FINAL_STATUS) {
                return Integer.parseInt(line.group(1));
            }
        }
    }

    private static String line(InputStream in, long end) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (System.nanoTime() > end) {
                throw new SocketTimeoutException("no status in time");
            }
            if (next < 0 || line.length() >= LONGEST_STATUS_LINE) {
                throw new IOException("not an answer");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }
}
