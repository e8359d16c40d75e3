package org.esquive.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManager;
import org.esquive.channel.Checkup;
import org.esquive.channel.smpp.ScriptedSmsc.Call;
import org.esquive.channel.smpp.pdu.Pdu;
import org.esquive.channel.smpp.pdu.Status;
import org.esquive.channel.smpp.pdu.Tlvs;
import org.esquive.settings.ChannelSettings;
import org.esquive.settings.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// TLS: whom a bind is shown to, and whom not.
class TlsTest {
    private static final String STORE_PASSWORD = "changeit";

    @TempDir
    Path folder;

    @Test
    void theRightHostIsToldThePassword() throws Exception {
        Path server = keys("server", "ip:127.0.0.1");
        try (ScriptedSmsc smsc = smsc(server, false)) {
            CompletableFuture<Checkup> checkup = examine(settings(smsc.port(), certificate(server)));
            Call call = smsc.call();
            Pdu.Bind bind = call.expect(Pdu.Bind.class);
            assertThat(bind.password()).isEqualTo(Rig.PASSWORD);
            call.say(new Pdu.BindResponse(bind.mode(), Status.ESME_ROK, bind.sequence(), "TLS", Tlvs.NONE));
            call.expect(Pdu.Unbind.class);
            call.drop();
            assertThat(of(checkup).sentence()).startsWith("bind accepted by SMSC id=TLS");
        }
    }

    @Test
    void aHostOfAnotherNameIsToldNothing() throws Exception {
        Path server = keys("server", "dns:smsc.example.org");
        try (ScriptedSmsc smsc = smsc(server, false)) {
            CompletableFuture<Checkup> checkup = examine(settings(smsc.port(), certificate(server)));
            talk(smsc);
            assertThat(of(checkup).sentence()).contains("does not name this host");
        }
    }

    @Test
    void anAuthorityThatNobodyKnowsIsNotTrusted() throws Exception {
        Path server = keys("server", "ip:127.0.0.1");
        Path other = keys("other", "ip:127.0.0.1");
        try (ScriptedSmsc smsc = smsc(server, false)) {
            CompletableFuture<Checkup> checkup = examine(settings(smsc.port(), certificate(other)));
            talk(smsc);
            assertThat(of(checkup).sentence()).contains("name the carrier's own in trust-store");
        }
    }

    @Test
    void aPortWithoutTlsIsRecognised() throws Exception {
        Path server = keys("server", "ip:127.0.0.1");
        try (ScriptedSmsc smsc = new ScriptedSmsc()) {
            CompletableFuture<Checkup> checkup = examine(settings(smsc.port(), certificate(server)));
            smsc.call().bytes(new byte[] {0, 0, 0, 16, (byte) 0x80, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0});
            assertThat(of(checkup).sentence()).contains("it may speak no TLS there");
        }
    }

    @Test
    void aCarrierMayAskForOurCertificate() throws Exception {
        Path server = keys("server", "ip:127.0.0.1");
        Path ours = keys("ours", "dns:client.example.org");
        Path both = folder.resolve("both.pem");
        Files.writeString(both, Files.readString(certificate(server)) + Files.readString(certificate(ours)));
        try (ScriptedSmsc smsc = smsc(server, true, Tls.authorities(both))) {
            ChannelSettings plain = settings(smsc.port(), certificate(server));
            Map<String, String> options = new HashMap<>(plain.options());
            options.put("client-certificate", ours.toString());
            Map<String, Secret> secrets = Map.of(
                    "password", new Secret(Rig.PASSWORD), "client-certificate-password", new Secret(STORE_PASSWORD));
            CompletableFuture<Checkup> checkup = examine(new ChannelSettings("carrier", "smpp", options, secrets));
            Call call = smsc.call();
            Pdu.Bind bind = call.expect(Pdu.Bind.class);
            call.say(new Pdu.BindResponse(bind.mode(), Status.ESME_ROK, bind.sequence(), "TLS", Tlvs.NONE));
            assertThat(of(checkup)).isInstanceOf(Checkup.Well.class);
        }
    }

    /// A server that waits for a bind; it gets none.
    private static void talk(ScriptedSmsc smsc) throws Exception {
        Call call = smsc.call();
        try {
            Pdu.Bind _ = call.expect(Pdu.Bind.class);
            throw new IllegalStateException("it got the password");
        } catch (IOException | AssertionError refused) {
            call.drop();
        }
    }

    private static CompletableFuture<Checkup> examine(ChannelSettings settings) {
        SmppChannelKind kind = new SmppChannelKind(InstantSource.system());
        assertThat(kind.problems(settings)).isEmpty();
        CompletableFuture<Checkup> checkup = new CompletableFuture<>();
        Thread _ = Thread.ofVirtual().start(() -> {
            try {
                checkup.complete(kind.examine(settings));
            } catch (InterruptedException stopped) {
                checkup.completeExceptionally(stopped);
            }
        });
        return checkup;
    }

    private static Checkup of(CompletableFuture<Checkup> checkup) throws Exception {
        return checkup.get(ScriptedSmsc.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static ChannelSettings settings(int port, Path trusted) {
        return Rig.settings(port, "tls", "on", "trust-store", trusted.toString());
    }

    private static ScriptedSmsc smsc(Path keys, boolean asks, TrustManager... trusted)
            throws GeneralSecurityException, IOException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store(keys), STORE_PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), trusted.length == 0 ? null : trusted, null);
        SSLServerSocket server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setNeedClientAuth(asks);
        return new ScriptedSmsc(server);
    }

    private Path keys(String name, String alternative) throws IOException {
        Path store = folder.resolve(name + ".p12");
        List<String> arguments = List.of(
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + alternative,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                STORE_PASSWORD,
                "-keypass",
                STORE_PASSWORD);
        keytool(arguments);
        return store;
    }

    /// The tool that comes with Java.
    private static void keytool(List<String> arguments) throws IOException {
        String home = System.getProperty("java.home");
        List<String> command =
                new ArrayList<>(List.of(Path.of(home, "bin", "keytool").toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertThat(process.waitFor()).as(said).isZero();
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    private static Path certificate(Path keys) throws GeneralSecurityException, IOException {
        KeyStore store = store(keys);
        byte[] certificate = store.getCertificate(store.aliases().nextElement()).getEncoded();
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate)
                + "\n-----END CERTIFICATE-----\n";
        return Files.writeString(keys.resolveSibling(keys.getFileName() + ".pem"), pem);
    }

    private static KeyStore store(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, STORE_PASSWORD.toCharArray());
        }
        return store;
    }
}
