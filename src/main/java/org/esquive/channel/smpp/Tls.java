package org.esquive.channel.smpp;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.esquive.settings.Secret;
import org.jspecify.annotations.Nullable;

/// TLS 1.2 or later towards one host, whose certificate must be trusted and must name it. There is no way to
/// trust everybody.
final class Tls {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final String PEM = "-----BEGIN";
    private static final int MOST_BYTES_OF_A_STORE = 1 << 20;

    private final SSLContext context;

    private Tls(SSLContext context) {
        this.context = context;
    }

    /// TLS with the authorities that Java trusts, and without a certificate of our own.
    static Tls plain() throws GeneralSecurityException {
        return of(null, null);
    }

    /// TLS with authorities or a certificate of one's own.
    ///
    /// @param authorities the only ones to be trusted, see [#authorities(Path)]; null for those of Java
    /// @param identity our key and certificate, see [#identity(Path, Secret)]; null for none
    static Tls of(TrustManager @Nullable [] authorities, KeyManager @Nullable [] identity)
            throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(identity, authorities, null);
        return new Tls(context);
    }

    /// The authorities in a file: certificates in PEM, or a PKCS#12 or JKS store without a password.
    static TrustManager[] authorities(Path file) throws GeneralSecurityException, IOException {
        byte[] bytes = read(file);
        KeyStore store = new String(bytes, StandardCharsets.ISO_8859_1).contains(PEM)
                ? storeOf(certificates(file))
                : KeyStore.getInstance(file.toFile(), (char[]) null);
        if (store.size() == 0) {
            throw new GeneralSecurityException("no certificate");
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    /// Our key and certificate in a PKCS#12 store.
    static KeyManager[] identity(Path file, Secret password) throws GeneralSecurityException, IOException {
        char[] clear = password.reveal().toCharArray();
        try {
            KeyStore store = KeyStore.getInstance(file.toFile(), clear);
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, clear);
            return factory.getKeyManagers();
        } finally {
            Arrays.fill(clear, ' ');
        }
    }

    /// Shakes hands over an open connection.
    ///
    /// @throws IOException if the other side cannot be trusted, is somebody else, or speaks no TLS
    SSLSocket over(Socket raw, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(raw, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(PROTOCOLS);
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_BYTES_OF_A_STORE);
        }
    }

    private static Collection<? extends Certificate> certificates(Path file)
            throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        }
    }

    private static KeyStore storeOf(Collection<? extends Certificate> certificates)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        int number = 0;
        for (Certificate certificate : certificates) {
            store.setCertificateEntry("authority-" + number++, certificate);
        }
        return store;
    }
}
