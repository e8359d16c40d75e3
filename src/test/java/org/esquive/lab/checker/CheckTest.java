package org.esquive.lab.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The checker is checked: it names what a history breaks, that alone, and calls nothing good that it cannot read.
class CheckTest {
    private static final int MUTATIONS = 400;

    @TempDir
    Path folder;

    private record Told(int status, String text) {}

    private Told check(Written history) throws IOException {
        return check(history.saved(folder));
    }

    private static Told check(Path... files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        int status = Check.run(List.of(files), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return new Told(status, bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aCleanHistoryIsKept() throws IOException {
        Told told = check(Written.clean());
        assertThat(told.text)
                .isEqualTo("{\"lost\":0,\"unexpected\":0,\"duplicates\":0,\"inbound_over\":0,\"sender_over\":0,"
                        + "\"page_mismatch\":0,\"budget_mismatch\":0,\"seed\":42,\"acked\":7,\"stored\":7,\"replied\":6,"
                        + "\"unknown\":1,\"also\":[],\"ok\":true}" + System.lineSeparator());
        assertThat(told.status).isEqualTo(Check.KEPT);
    }

    private static ArgumentSet breaks(Rule rule, Written history) {
        return Arguments.argumentSet(rule.toString(), rule, history);
    }

    /// Each breaks one of the seven numbers, once, and nothing else.
    static Stream<ArgumentSet> oneNumberBroken() {
        return Stream.of(
                breaks(
                        Rule.LOST,
                        Written.clean()
                                .without("final.in", "\"m6\"")
                                .with(
                                        "\"received\":7,\"answered\":5,\"silenced\":1",
                                        "\"received\":6,\"answered\":5,\"silenced\":0")),
                breaks(Rule.UNEXPECTED, Written.clean().without("\"ev\":\"in.", "\"m6\"")),
                breaks(Rule.DUPLICATES, storedTwice()),
                breaks(Rule.INBOUND_OVER, twice()),
                breaks(Rule.SENDER_OVER, sixth()),
                breaks(Rule.PAGE_MISMATCH, Written.clean().with("\"silenced\":1", "\"silenced\":2")),
                breaks(Rule.BUDGET_MISMATCH, Written.clean().with("\"segments\":6", "\"segments\":5")));
    }

    /// An inbound that is replied to twice, of a sender far from the limit.
    private static Written twice() {
        return Written.begun()
                .text(1, "m1")
                .reply(1, "m1")
                .reply(1, "m1")
                .stored(1, "m1", 1, true)
                .row(1, "m1", "SENT")
                .page(1, 1, 0, 0)
                .budget(1)
                .end();
    }

    /// A sixth reply, to a text for which silence was decided, and charged.
    private static Written sixth() {
        Written history = Written.begun();
        for (int n = 1; n <= 6; n++) {
            history.text(1, "m" + n).reply(1, "m" + n);
        }
        for (int n = 1; n <= 6; n++) {
            history.stored(1, "m" + n, n, n <= 5);
        }
        for (int n = 1; n <= 5; n++) {
            history.row(1, "m" + n, "SENT");
        }
        return history.page(6, 5, 1, 0).budget(6).end();
    }

    @ParameterizedTest
    @MethodSource
    void oneNumberBroken(Rule rule, Written history) throws IOException {
        Told told = check(history);
        assertThat(told.status).isEqualTo(Check.BROKEN);
        assertThat(Check.judge(List.of(history.saved(folder))).broken()).containsOnly(Map.entry(rule, 1L));
        assertThat(told.text).contains("\"" + rule + "\":1", "\"also\":[]", "\"ok\":false");
    }

    private static Written storedTwice() {
        Written history = Written.clean().without("run.end");
        return history.stored(1, "m6", 7, false).end();
    }

    @Test
    void whoBreaksANumberIsNamedWithTheRecords() throws IOException {
        assertThat(check(twice()).text).contains("inbound_over m1: records 1, 2, 3, 4, 5, 6, 7, 8");
        assertThat(check(Written.clean().with("\"silenced\":1", "\"silenced\":2")).text)
                .contains("page_mismatch " + Written.LINE + ": records ");
    }

    static Stream<ArgumentSet> alsoBroken() {
        return Stream.of(
                breaks(Rule.COUNTS, Written.clean().with("\"n\":6", "\"n\":7")),
                breaks(Rule.DECIDED_OVER, decidedOver()),
                breaks(Rule.UNKNOWN_OVER, Written.clean().without("\"fault\"")),
                breaks(Rule.LEFT_OPEN, leftOpen("DUE")),
                breaks(Rule.LEFT_OPEN, leftOpen("SENDING")),
                breaks(Rule.UNSENT, unsent()),
                breaks(Rule.AFTER_REFUSAL, refused(0x0b)),
                breaks(Rule.STRANGER, strangerTold()),
                breaks(Rule.AFTER_OPT_OUT, optedOut()),
                breaks(Rule.OTHER_LINE, otherLine()));
    }

    private static Written decidedOver() {
        Written history = Written.clean().with("\"silence\",\"reason\":\"SENDER_LIMIT\"", "\"reply\"");
        return history.with("\"silenced\":1", "\"silenced\":0");
    }

    private static Written leftOpen(String state) {
        return Written.begun()
                .text(1, "m1")
                .stored(1, "m1", 1, true)
                .row(1, "m1", state)
                .page(1, 0, 0, 0)
                .budget(0)
                .end();
    }

    private static Written unsent() {
        return leftOpen("SENT").with("\"answered\":0", "\"answered\":1");
    }

    private static Written refused(int status) {
        return Written.begun()
                .text(1, "m1")
                .received(1, "m1")
                .answered("\"status\":" + status + ",\"ok\":false")
                .reply(1, "m1")
                .stored(1, "m1", 1, true)
                .row(1, "m1", "SENT")
                .page(1, 1, 0, 0)
                .budget(1)
                .end();
    }

    private static Written strangerTold() {
        Written history = Written.clean();
        history.records.replaceAll(record ->
                record.contains("out.recv") && record.contains("\"k1\"") ? record.replace("0002", "0003") : record);
        return history;
    }

    private static Written optedOut() {
        return Written.begun()
                .text(1, "m1")
                .with("m1 slt", "m1 stop")
                .reply(1, "m1")
                .text(1, "m2")
                .reply(1, "m2")
                .stored(1, "m1", 1, true)
                .stored(1, "m2", 2, true)
                .row(1, "m1", "SENT")
                .row(1, "m2", "SENT")
                .page(2, 2, 0, 0)
                .budget(2)
                .end();
    }

    private static Written otherLine() {
        Written history = Written.clean();
        history.records.replaceAll(record -> record.contains("out.recv") && record.contains("\"k1\"")
                ? record.replace(Written.LINE, "+33639980011")
                : record);
        return history;
    }

    @ParameterizedTest
    @MethodSource
    void alsoBroken(Rule rule, Written history) throws IOException {
        assertThat(Check.judge(List.of(history.saved(folder))).broken()).containsOnlyKeys(rule);
        Told told = check(history);
        assertThat(told.status).isEqualTo(Check.BROKEN);
        assertThat(told.text).contains("\"also\":[\"" + rule + "\"]");
    }

    @Test
    void whatWasRefusedForNowMayComeAgain() throws IOException {
        assertThat(check(refused(0x58)).status).isEqualTo(Check.KEPT);
    }

    /// Five replies, then a wait of some days and a jump of the clock, then five more.
    private static Written tenReplies(int days, Duration jump) {
        Written history = Written.begun();
        for (int n = 1; n <= 10; n++) {
            if (n == 6) {
                history.add("clock", "\"jump_ms\":" + jump.toMillis()).pause(Duration.ofDays(days));
            }
            history.text(1, "m" + n).reply(1, "m" + n);
        }
        for (int n = 1; n <= 10; n++) {
            history.stored(1, "m" + n, (n - 1) % 5 + 1, true).row(1, "m" + n, "SENT");
        }
        return history.page(10, 10, 0, 0).budget(10).end();
    }

    @Test
    void aSenderIsSomebodyNewThirtyDaysAfterTheirLastText() throws IOException {
        assertThat(check(tenReplies(31, Duration.ZERO)).text).contains("\"ok\":true");
        assertThat(check(tenReplies(29, Duration.ZERO)).text).contains("\"sender_over\":1", "\"counts\"");
    }

    @Test
    void aJumpOfTheClockForgetsNobodyEarly() throws IOException {
        Duration years = Duration.ofDays(3_650);
        assertThat(check(tenReplies(0, years)).text).contains("\"sender_over\":1");
        assertThat(check(tenReplies(2, years)).text)
                .as("after a day it is believed")
                .contains("\"ok\":true");
    }

    @Test
    void aLongTextIsAcknowledgedOnceEveryPieceIs() throws IOException {
        String both = Written.who(1) + ",\"id\":\"m1\",\"try\":1,\"segs\":2,\"seg\":";
        Written history = Written.begun()
                .add("in.send", both + 1)
                .add("in.send", both + 2)
                .add("in.ack", both + "1,\"ok\":true")
                .add("in.lost", both + "2,\"why\":\"closed\"")
                .page(0, 0, 0, 0)
                .budget(0)
                .end();
        assertThat(check(history).text).contains("\"acked\":0", "\"ok\":true");
        history.with("2,\"why\":\"closed\"", "2,\"ok\":true").with("in.lost", "in.ack");
        assertThat(check(history).text).contains("\"acked\":1", "\"lost\":1");
    }

    @Test
    void severalFilesAreOneHistory() throws IOException {
        List<String> lines = Files.readAllLines(Written.clean().saved(folder));
        Path first = Files.write(folder.resolve("1.jsonl"), lines.subList(0, 9));
        Path second = Files.write(folder.resolve("2.jsonl"), lines.subList(9, lines.size()));
        assertThat(check(first, second).status).isEqualTo(Check.KEPT);
        assertThat(check(second, first).status).isEqualTo(Check.UNUSABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gap", "torn", "event", "end", "empty", "prose", "after"})
    void aHistoryThatProvesNothingIsUnusable(String how) throws IOException {
        Path file = Written.clean().saved(folder);
        String all = Files.readString(file);
        String spoilt = switch (how) {
            case "gap" -> all.replaceFirst("(?m)^\\{\"i\":7,.*\\R", "");
            case "torn" -> all.substring(0, all.length() - 12);
            case "event" -> all.replace("\"fault\"", "\"accident\"");
            case "end" -> all.replaceFirst("(?m)^.*run.end.*\\R", "");
            case "empty" -> "";
            case "prose" -> "Once upon a time\n";
            default -> all + "{\"i\":" + all.lines().count() + ",\"t\":1,\"ev\":\"run.end\",\"quiet_s\":1}\n";
        };
        Files.writeString(file, spoilt);
        assertThat(check(file).status).isEqualTo(Check.UNUSABLE);
    }

    /// Drops, doubles or swaps records of the clean history and numbers them anew, so that no gap gives it away.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aChangeOfMeaningIsNeverJudgedKept(long seed) throws IOException {
        SplittableRandom chance = new SplittableRandom(seed);
        int changed = 0;
        for (int round = 0; round < MUTATIONS; round++) {
            Written history = Written.clean();
            String what = Mutation.apply(history.records, chance);
            boolean same = Meaning.of(history.records).equals(Meaning.of(Written.clean().records));
            changed += same ? 0 : 1;
            assertThat(same || check(history).status != Check.KEPT)
                    .as("seed %d, round %d: %s", seed, round, what)
                    .isTrue();
        }
        assertThat(changed).isGreaterThan(MUTATIONS / 2);
    }
}
