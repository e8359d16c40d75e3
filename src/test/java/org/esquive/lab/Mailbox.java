package org.esquive.lab;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;

/// A mailbox on this machine that takes any mail and prints it, to see what keepers get.
///
/// Arguments: the port to listen on, 3025 unless it is said. It runs until it is stopped.
public final class Mailbox {
    private static final int PORT = 3025;

    private Mailbox() {}

    public static void main(String... arguments) throws Exception {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : PORT;
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        System.out.println("Waiting for mail on 127.0.0.1:" + port + ".");
        for (int seen = 1; ; seen++) {
            boolean _ = server.waitForIncomingEmail(Long.MAX_VALUE, seen);
            print(server.getReceivedMessages()[seen - 1]);
        }
    }

    private static void print(MimeMessage mail) throws Exception {
        System.out.println("\n--------------------------------------------------------------------------------");
        System.out.println("To:      " + mail.getHeader("To", ", "));
        System.out.println("Subject: " + mail.getSubject() + "\n");
        System.out.println(mail.getContent());
    }
}
