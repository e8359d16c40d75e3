package org.esquive.lab.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.esquive.lab.faults.rig.Node;
import org.esquive.lab.faults.rig.Rig;

/// F4: the files of the ledger were damaged while the program was down. It must say so in one sentence and touch
/// nothing; once the files of before are put back, it must go on as if nothing had been.
record Damaged(How how) implements Fault {
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final List<String> FILES = List.of("esquive.db", "esquive.db-wal");
    private static final int PAGE = 4_096;

    /// What is done to them.
    enum How {
        /// Bytes of many pages are other bytes.
        FLIPPED("bytes flipped in pages of the database", false),
        /// The file is another file.
        NO_LEDGER("the database is another file", false),
        /// The end of the file is missing.
        CUT("the database lost its second half", false),
        /// The write-ahead log that a kill left ends earlier than it did.
        CUT_LOG("the write-ahead log lost its second half after a kill -9", true);

        private final String what;
        private final boolean afterKill;

        How(String what, boolean afterKill) {
            this.what = what;
            this.afterKill = afterKill;
        }
    }

    @Override
    public String number() {
        return "F4";
    }

    @Override
    public String what() {
        return how.what + ", at the start";
    }

    @Override
    public void strike(Rig rig) throws IOException {
        Node node = rig.start();
        var _ = rig.text(300, 4);
        rig.awaitRest();
        if (how.afterKill) {
            rig.kill(node, "F1");
        } else {
            rig.stop(node);
        }
        Path good = Files.createDirectories(rig.folder().resolve("good"));
        copy(rig.data(), good);
        rig.history.fault("F4", true, how.name());
        damage(rig.data());
        Path bad = Files.createDirectories(rig.folder().resolve("bad"));
        copy(rig.data(), bad);
        Node damaged = rig.launch(0);
        Optional<String> sentence = damaged.refusal(ANSWER);
        rig.expect(
                sentence.map(said -> "refuses in a sentence: \"" + said.replace(rig.data() + "/", "") + "\"")
                        .orElse("starts, or says more than a sentence"),
                sentence.isPresent());
        if (damaged.isAlive()) {
            rig.stop(damaged);
        } else {
            rig.gone(damaged);
        }
        rig.expect(
                "repairs nothing",
                FILES.stream()
                        .allMatch(name -> same(bad.resolve(name), rig.data().resolve(name))));
        copy(good, rig.data());
        rig.history.fault("F4", false, "restored");
        var _ = rig.start();
        var _ = rig.text(50, 2);
    }

    private void damage(Path data) throws IOException {
        Path file = data.resolve(FILES.get(how.afterKill ? 1 : 0));
        long size = Files.size(file);
        switch (how) {
            case FLIPPED -> {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                    for (long page = 2; page < size / PAGE; page += 3) {
                        var bytes = ByteBuffer.wrap(new byte[] {85, -1, 85, -1, 85, -1, 85, -1});
                        int _ = channel.write(bytes, page * PAGE);
                    }
                }
            }
            case NO_LEDGER ->
                Files.write(
                        file, "This is a letter, and no database. ".repeat(200).getBytes(StandardCharsets.US_ASCII));
            case CUT, CUT_LOG -> {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    var _ = channel.truncate(size / 2 + 100);
                }
            }
        }
    }

    /// The files of the ledger and no others; what was not there is not there afterwards.
    private static void copy(Path from, Path to) throws IOException {
        Files.deleteIfExists(to.resolve("esquive.db-shm"));
        for (String name : List.of("esquive.db", "esquive.db-wal", "esquive.db-shm")) {
            Files.deleteIfExists(to.resolve(name));
            if (Files.exists(from.resolve(name))) {
                Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static boolean same(Path one, Path other) {
        try {
            boolean there = Files.exists(one);
            return there == Files.exists(other)
                    && (!there || Arrays.equals(Files.readAllBytes(one), Files.readAllBytes(other)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
