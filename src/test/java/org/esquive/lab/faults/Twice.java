package org.esquive.lab.faults;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.esquive.lab.faults.rig.Node;
import org.esquive.lab.faults.rig.Patience;
import org.esquive.lab.faults.rig.Phone;
import org.esquive.lab.faults.rig.Rig;
import org.esquive.lab.faults.rig.Setup;
import org.esquive.lab.smsc.Offered;
import org.esquive.lab.smsc.Script;

/// F9: the network delivers twice: before our answer, after a break, on two binds, over another bind while we still
/// believe in the first, a webhook fifty times at once; and one person really texts the same words twice.
record Twice() implements Fault {
    private static final int BINDS = 2;
    private static final int AT_ONCE = 50;
    private static final int PRESS_TWICE = 20;
    private static final int OK = 200;

    @Override
    public String number() {
        return "F9";
    }

    @Override
    public String what() {
        return "texts delivered twice at once, after a break, on two binds, one of them half open; webhooks " + AT_ONCE
                + " times in parallel; the same words twice";
    }

    @Override
    public Setup setup() {
        return Setup.USUAL.and("binds", Integer.toString(BINDS)).and("enquire-link", "5");
    }

    @Override
    public void strike(Rig rig) throws Exception {
        Node node = rig.start();
        rig.carrier.twice(3);
        List<String> people = rig.text(400, 5);
        var _ = rig.awaitAcknowledged(500);
        for (int link = 0; link < BINDS; link++) {
            rig.history.fault("F7", true, "RESET");
        }
        rig.smsc.breakLinks(Script.Break.RESET);
        var _ = rig.awaitAcknowledged(500);
        halfOpen(rig);
        rig.awaitRest();
        rig.carrier.twice(0);
        webhooks(rig, node);
        sameWords(rig, people.subList(0, PRESS_TWICE));
    }

    /// One link stays open and is read no more: the carrier delivers over the other what we answered, and we learn of
    /// it late.
    private static void halfOpen(Rig rig) {
        var _ = Patience.waitFor("both binds", () -> rig.smsc.links().size() == BINDS || rig.carrier.open() == 0);
        rig.history.fault("F7", true, "HALF_OPEN");
        rig.smsc.links().getFirst().breakNow(Script.Break.HALF_OPEN);
    }

    private static void webhooks(Rig rig, Node node) throws Exception {
        int answered = 0;
        int all = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String sender : rig.crowd.newcomers(5)) {
                Phone.Text text = rig.phone.text(sender);
                List<Future<Integer>> calls = IntStream.range(0, AT_ONCE)
                        .mapToObj(_ -> threads.submit(() -> rig.phone.deliver(node, text)))
                        .toList();
                for (Future<Integer> call : calls) {
                    answered += call.get() == OK ? 1 : 0;
                    all++;
                }
            }
        }
        rig.expect(answered + " of " + all + " webhooks answered 200", answered == all);
    }

    /// The same words once more after they were acknowledged, over an unbroken link: another text. By people who get
    /// no more replies, since a reply to either would name the same text.
    private static void sameWords(Rig rig, List<String> senders) {
        List<Offered> first = rig.crowd.texts(senders, 1);
        first.forEach(rig::text);
        rig.awaitRest();
        for (Offered text : first) {
            String again = rig.crowd.again(text.id());
            rig.text(new Offered(again, text.line(), text.sender(), text.text()));
        }
        rig.awaitRest();
    }
}
