package org.esquive.lab.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.esquive.lab.faults.rig.Disk.Trouble;
import org.esquive.lab.smsc.Script.Break;

/// Every fault there is, in the order of `docs/faults.md`.
///
/// @param thorough whether each may take its time
record Catalogue(boolean thorough) {

    List<Fault> all() {
        List<Fault> all = new ArrayList<>();
        all.addAll(ofTheProcessAndItsDisk());
        all.addAll(ofTheNetwork());
        all.addAll(ofWhatComesIn());
        all.addAll(ofTime());
        return all.stream().sorted((one, other) -> rank(one) - rank(other)).toList();
    }

    private static int rank(Fault fault) {
        return Integer.parseInt(fault.number().substring(1));
    }

    private List<Fault> ofTheProcessAndItsDisk() {
        return Stream.<Fault>concat(
                        Stream.of(
                                new KillUnderLoad(thorough ? 50 : 6, Duration.ofSeconds(5)),
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
                new NeedsTarget("F5", "the database stops, is paused, fails over", "PostgreSQL, one node"),
                new LinkLost(Break.CLOSE, 4),
                new LinkLost(Break.RESET, 4),
                new LinkLost(Break.HALF_OPEN, 1),
                new LinkLost(Break.UNBIND, 4),
                new EnquiryUnanswered(),
                new Refused(0x58, refused),
                new Refused(0x14, refused),
                new Refused(0x0b, Duration.ZERO),
                new Twice(),
                new SlowPeers(),
                new HttpFlood(Duration.ofSeconds(thorough ? 20 : 5)),
                new Paused(Duration.ofSeconds(thorough ? 60 : 6)),
                new NeedsTarget("F16", "two nodes are cut off from each other", "PostgreSQL, two nodes"));
    }

    private List<Fault> ofWhatComesIn() {
        return List.of(
                new Garbage(thorough ? 200 : 14),
                new BadTexts(),
                new Segments(thorough ? 65_536 : 3_000),
                new Poison());
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
