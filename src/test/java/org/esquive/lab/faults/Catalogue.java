package org.esquive.lab.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.esquive.lab.faults.rig.Disk.Trouble;
import org.esquive.lab.faults.rig.Target;
import org.esquive.lab.smsc.Script.Break;

/// Every fault there is, in the order of `docs/faults.md`.
///
/// @param thorough whether each may take its time
record Catalogue(boolean thorough) {
    /// How long a start may take, to its first acknowledgement.
    private static final Duration START = Duration.ofSeconds(5);

    /// What is done to a target.
    List<Fault> of(Target target) {
        List<Fault> all = new ArrayList<>();
        switch (target) {
            case Target.Sqlite _ -> {
                all.addAll(ofTheProcessAndItsDisk());
                all.addAll(ofTheNetwork());
                all.addAll(ofFloods());
                all.addAll(ofWhatComesIn());
                all.add(new Poison());
                all.addAll(ofTime());
            }
            case Target.Postgres(int nodes) -> {
                all.addAll(ofTheDatabase());
                all.addAll(ofTheNetwork());
                all.addAll(ofWhatComesIn());
                all.addAll(nodes == 1 ? ofOneNode() : ofTwoNodes());
            }
        }
        return all.stream().sorted((one, other) -> rank(one) - rank(other)).toList();
    }

    private List<Fault> ofTheDatabase() {
        Duration away = Duration.ofSeconds(thorough ? 60 : 5);
        return Stream.<Fault>concat(
                        Stream.of(
                                new DatabaseGone(DatabaseGone.How.STOPPED, away),
                                new DatabaseGone(DatabaseGone.How.KILLED, away),
                                new DatabaseGone(DatabaseGone.How.PAUSED, Duration.ofSeconds(thorough ? 60 : 20)),
                                new CommitsCut(thorough ? 100 : 20)),
                        Arrays.stream(DatabaseRefuses.How.values()).map(DatabaseRefuses::new))
                .toList();
    }

    private List<Fault> ofOneNode() {
        return List.of(
                new KillUnderLoad(thorough ? 50 : 6, START),
                new Paused(Duration.ofSeconds(thorough ? 60 : 6)),
                new NewerSchema());
    }

    private List<Fault> ofTwoNodes() {
        Duration paused = Duration.ofSeconds(thorough ? 60 : 12);
        return List.of(
                new KillOneOfTwo(thorough ? 20 : 6, TakeOver.PROMISED, Spreading.PROMISED),
                new NodePaused(paused, false),
                new NodePaused(paused, true),
                new NodeCutOff(paused),
                new NodeCutOff(Duration.ofSeconds(thorough ? 90 : 20)));
    }

    private static int rank(Fault fault) {
        return Integer.parseInt(fault.number().substring(1));
    }

    private List<Fault> ofTheProcessAndItsDisk() {
        return Stream.<Fault>concat(
                        Stream.of(
                                new KillUnderLoad(thorough ? 50 : 6, START),
                                new PowerFails(thorough ? 20 : 4, thorough ? 20 : 6),
                                new DiskFull(64),
                                new DiskTrouble(Trouble.ENOSPC, false),
                                new DiskTrouble(Trouble.EROFS, false),
                                new DiskTrouble(Trouble.EIO, true),
                                new SlowDisk(Duration.ofMillis(300)),
                                new ReadOnlyFolder()),
                        Arrays.stream(Damaged.How.values()).map(Damaged::new))
                .toList();
    }

    private List<Fault> ofTheNetwork() {
        Duration refused = Duration.ofSeconds(thorough ? 30 : 4);
        return List.of(
                new LinkLost(Break.CLOSE, 4),
                new LinkLost(Break.RESET, 4),
                new LinkLost(Break.HALF_OPEN, 1),
                new LinkLost(Break.UNBIND, 4),
                new EnquiryUnanswered(),
                new Refused(0x58, refused),
                new Refused(0x14, refused),
                new Refused(0x0b, Duration.ZERO),
                new Twice());
    }

    private List<Fault> ofFloods() {
        return List.of(
                new SlowPeers(),
                new HttpFlood(Duration.ofSeconds(thorough ? 20 : 5)),
                new Paused(Duration.ofSeconds(thorough ? 60 : 6)));
    }

    private List<Fault> ofWhatComesIn() {
        return List.of(new Garbage(thorough ? 200 : 14), new BadTexts(), new Segments(thorough ? 65_536 : 3_000));
    }

    private List<Fault> ofTime() {
        return Stream.<Fault>concat(
                        ClockJump.all().stream(),
                        Stream.of(
                                new KilledUpgrade(thorough ? 12 : 5),
                                new NewerSchema(),
                                new Soak(Duration.ofSeconds(thorough ? 1_200 : 40))))
                .toList();
    }
}
