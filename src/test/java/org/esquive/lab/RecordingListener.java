package org.esquive.lab;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.esquive.channel.Listener;
import org.esquive.message.Inbound;
import org.esquive.message.Receipt;

/// A core that writes down what channels hand to it and answers as it is told.
public final class RecordingListener implements Listener {
    public final List<Inbound> texts = new CopyOnWriteArrayList<>();
    public final List<Receipt> receipts = new CopyOnWriteArrayList<>();
    private volatile Taken answer = Taken.COMMITTED;

    /// Answers like this from now on.
    public void answer(Taken wanted) {
        answer = wanted;
    }

    @Override
    public void received(Inbound inbound, Consumer<Taken> callback) {
        texts.add(inbound);
        callback.accept(answer);
    }

    @Override
    public void received(Receipt receipt, Consumer<Taken> callback) {
        receipts.add(receipt);
        callback.accept(answer);
    }
}
