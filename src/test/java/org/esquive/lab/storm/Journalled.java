package org.esquive.lab.storm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.esquive.ledger.AlertBook;
import org.esquive.ledger.Arrival;
import org.esquive.ledger.Figures;
import org.esquive.ledger.Judge;
import org.esquive.ledger.KeptTexts;
import org.esquive.ledger.Ledger;
import org.esquive.ledger.Nodes;
import org.esquive.ledger.Office;
import org.esquive.ledger.Outcome;
import org.esquive.ledger.Owed;
import org.esquive.ledger.SettingsArchive;
import org.esquive.ledger.Settlement;
import org.esquive.message.LineId;
import org.esquive.policy.Decision;
import org.esquive.policy.Rules;
import org.esquive.policy.Standing;
import org.esquive.settings.Line;

/// A real ledger under the profile of the lab: each reply begins with the first word of the text it answers, and
/// a journal says which text was given which id, since the ledger keeps no words. The journal is written before
/// the commit, so it knows every text that is stored and perhaps some that are not.
public final class Journalled implements Ledger {
    private final Ledger real;
    private final FileChannel journal;
    private final String poison;

    /// The texts that failed: their words are in the journal, and may be left out when they come once more.
    private final Set<Long> known = ConcurrentHashMap.newKeySet();

    /// @param real the ledger
    /// @param file the journal, which is added to
    public Journalled(Ledger real, Path file) {
        this(real, file, "");
    }

    /// The same, and a text that ends with a certain word cannot be stored, by a mistake that is made on purpose.
    ///
    /// @param poison the word; empty for none
    public Journalled(Ledger real, Path file, String poison) {
        this.real = real;
        this.poison = poison;
        try {
            journal = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The first word of a text.
    static String firstWord(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space);
    }

    @Override
    public List<Outcome> commit(List<Arrival> batch, Judge judge) {
        note(batch);
        List<Arrival> failing = batch.stream().filter(this::isPoison).toList();
        if (!failing.isEmpty()) {
            failing.forEach(text -> known.add(((Arrival.Text) text).id()));
            throw new IllegalStateException("a mistake on purpose");
        }
        return real.commit(batch, new Marking(judge));
    }

    private boolean isPoison(Arrival arrival) {
        return !poison.isEmpty()
                && arrival instanceof Arrival.Text text
                && text.inbound().text().endsWith(poison);
    }

    private void note(List<Arrival> batch) {
        StringBuilder lines = new StringBuilder();
        for (Arrival arrival : batch) {
            if (arrival instanceof Arrival.Text text && !known.contains(text.id())) {
                lines.append(text.id())
                        .append(' ')
                        .append(firstWord(text.inbound().text()))
                        .append('\n');
            }
        }
        try {
            int _ = journal.write(ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Marks each reply with the text it answers.
    private record Marking(Judge judge) implements Judge {
        @Override
        public Rules rules(LineId line) {
            return judge.rules(line);
        }

        @Override
        public Crowd crowd(Arrival.Text text, boolean newcomer) {
            return judge.crowd(text, newcomer);
        }

        @Override
        public long coverId() {
            return judge.coverId();
        }

        @Override
        public void again() {
            judge.again();
        }

        @Override
        public boolean leavesNow(LineId line) {
            return judge.leavesNow(line);
        }

        @Override
        public Decision decide(Arrival.Text text, Standing standing) {
            return switch (judge.decide(text, standing)) {
                case Decision.Reply(var answer, var language, var words, var dueAt, var expiresAt, var cover) ->
                    new Decision.Reply(
                            answer, language, firstWord(text.inbound().text()) + " " + words, dueAt, expiresAt, cover);
                case Decision.Silence silence -> silence;
            };
        }
    }

    @Override
    public List<Owed> claim(LineId line, Instant now, int most) {
        return real.claim(line, now, most);
    }

    @Override
    public void settle(List<Settlement> settlements) {
        real.settle(settlements);
    }

    @Override
    public Optional<Instant> nextDue(LineId line) {
        return real.nextDue(line);
    }

    @Override
    public int abandonSending(Instant now) {
        return real.abandonSending(now);
    }

    @Override
    public int forget(Line line, Instant now) {
        return real.forget(line, now);
    }

    @Override
    public List<Recent> recent(Instant since, int most) {
        return real.recent(since, most);
    }

    @Override
    public Figures figures() {
        return real.figures();
    }

    @Override
    public KeptTexts kept() {
        return real.kept();
    }

    @Override
    public AlertBook alerts() {
        return real.alerts();
    }

    @Override
    public SettingsArchive settings() {
        return real.settings();
    }

    @Override
    public Office office() {
        return real.office();
    }

    @Override
    public Nodes nodes() {
        return real.nodes();
    }

    @Override
    public void close() {
        real.close();
        try {
            journal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
