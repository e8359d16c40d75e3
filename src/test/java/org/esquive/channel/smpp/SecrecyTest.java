package org.esquive.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.esquive.channel.Listener.Taken;
import org.esquive.channel.smpp.ScriptedSmsc.Call;
import org.esquive.channel.smpp.pdu.Pdu;
import org.junit.jupiter.api.Test;

/// What a log tells: links and causes, and neither numbers nor texts nor secrets.
class SecrecyTest {
    private static final Logger LOG = Logger.getLogger("org.esquive.channel.smpp");

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord event) {
            lines.add(new SimpleFormatter().format(event));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @Test
    void aLogNamesNobody() throws Exception {
        LOG.addHandler(handler);
        try (ScriptedSmsc smsc = new ScriptedSmsc()) {
            Rig rig = Rig.towards(smsc);
            Call call = smsc.bound();
            call.say(ScriptedSmsc.text(1, "33639980001", "canary in"));
            rig.text().answer().accept(Taken.COMMITTED);
            call.expect(Pdu.MessageResponse.class);
            var result = rig.send(1, "canary out");
            call.submit();
            call.bytes(new byte[] {0, 0, 0, 1, 'c', 'a', 'n', 'a', 'r', 'y', 0, 0, 0, 0, 0, 0});
            assertThat(Rig.await(result).toString()).doesNotContain("canary", "3363998");
            smsc.bound().drop();
            smsc.hangUp();
            rig.close();
        } finally {
            LOG.removeHandler(handler);
        }
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .doesNotContain("canary", "3363998", "s3cr3t")
                        .contains("link=smpp-carrier-1"));
    }
}
