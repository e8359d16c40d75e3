package org.esquive.lab.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.esquive.lab.faults.rig.Machine;
import org.esquive.lab.faults.rig.Node;
import org.esquive.lab.faults.rig.Patience;
import org.esquive.lab.faults.rig.Rig;

/// F18: texts for a long time, of the same people again and again. What the process holds must not grow, and the
/// ledger no faster than the texts.
record Soak(Duration time) implements Fault {
    private static final int PER_SECOND = 250;
    private static final int PEOPLE = 2_000;
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final double MORE = 1.25;
    private static final long A_FEW = 12;

    /// What a process holds.
    private record Held(long heap, long handles, long threads, long bytes, long texts) {}

    @Override
    public String number() {
        return "F18";
    }

    @Override
    public String what() {
        return PER_SECOND + " texts/s of the same " + PEOPLE + " people for " + time.toSeconds() + " s";
    }

    @Override
    public void strike(Rig rig) {
        Node node = rig.start();
        rig.carrier.offerPerSecond(PER_SECOND);
        int each = Math.toIntExact(time.toSeconds() * PER_SECOND / PEOPLE) + 1;
        List<String> people = rig.text(PEOPLE, each);
        Patience.pass(time.dividedBy(3));
        Held first = held(rig, node);
        var _ = Patience.comes(time, () -> rig.carrier.open() < PER_SECOND);
        Held last = held(rig, node);
        rig.expect(
                String.format(Locale.ROOT, "heap in use %.1f MB, then %.1f MB", first.heap / 1e3, last.heap / 1e3),
                last.heap < first.heap * MORE);
        rig.expect("handles " + first.handles + ", then " + last.handles, last.handles <= first.handles + A_FEW);
        rig.expect("threads " + first.threads + ", then " + last.threads, last.threads <= first.threads + A_FEW);
        double grown = (last.bytes - first.bytes) / (double) Math.max(1, last.texts - first.texts);
        rig.expect(
                String.format(Locale.ROOT, "%.0f bytes a text in the ledger of %d people", grown, people.size()),
                grown < 600);
    }

    private static Held held(Rig rig, Node node) {
        Path process = Path.of("/proc", Long.toString(node.pid()));
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        boolean _ = Machine.run(List.of(jcmd, Long.toString(node.pid()), "GC.run"));
        Matcher used = USED.matcher(said(jcmd, Long.toString(node.pid()), "GC.heap_info"));
        long heap = used.find() ? Long.parseLong(used.group(1)) : 0;
        return new Held(
                heap,
                count(process.resolve("fd")),
                count(process.resolve("task")),
                size(rig.data()),
                rig.carrier.acknowledged());
    }

    private static String said(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long count(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path folder) {
        return folder.resolve("esquive.db").toFile().length();
    }
}
