package org.esquive.lab.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.esquive.lab.checker.Verdict;
import org.esquive.lab.smsc.Script;
import org.esquive.lab.smsc.Script.Break;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What carriers do to a link, judged by the checker.
@Tag("slow")
class TroubleTest {
    private static final int TEXTS = 800;

    @TempDir
    Path folder;

    /// Texts of 200 senders, four of each.
    private static Texts texts() {
        return new Texts(200, 4, 7);
    }

    private static void assertKept(Verdict verdict) {
        assertThat(verdict.broken()).isEmpty();
        assertThat(verdict.acked()).isEqualTo(TEXTS);
        assertThat(verdict.stored()).isEqualTo(TEXTS);
    }

    @Test
    void aLinkThatHoldsLosesNothing() throws IOException {
        try (var run = new Trouble(folder, texts(), Map.of())) {
            run.begin();
            Verdict verdict = run.verdict();
            assertKept(verdict);
            assertThat(verdict.unknown()).isZero();
        }
    }

    /// A half-open link is noticed by enquire_link before the answers are given up, so nothing more is sent into it.
    @ParameterizedTest
    @EnumSource(Break.class)
    void aLinkLostAmidTheWindowCostsAWindowOfUnknownRepliesAtMost(Break how) throws IOException {
        try (var run = new Trouble(folder, texts(), Map.of("enquire-link", "5"))) {
            run.history.fault("F7", true, how.name());
            run.script.breakAfter(37, how);
            run.begin();
            Trouble.waitFor("a second bind", () -> run.smsc.binds() > 1);
            run.history.fault("F7", false, how.name());
            Verdict verdict = run.verdict();
            assertKept(verdict);
            assertThat(verdict.unknown()).isLessThanOrEqualTo(Subject.WINDOW);
        }
    }

    @Test
    void anEnquiryLeftUnansweredEndsTheLinkAndNothingElse() throws IOException {
        try (var run = new Trouble(folder, texts(), Map.of("enquire-link", "5"))) {
            run.begin();
            run.history.fault("F7", true, "enquire_link unanswered");
            run.script.mute(true);
            Trouble.waitFor("a second bind", () -> run.smsc.binds() > 1);
            run.script.mute(false);
            assertKept(run.verdict());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x58, 0x14})
    void aCarrierThatThrottlesGetsTheSameRepliesLater(int status) throws IOException {
        try (var run = new Trouble(folder, texts(), Map.of())) {
            run.history.fault("F8", true, "status " + status);
            run.script.refuse(status, 2_000);
            run.begin();
            Verdict verdict = run.verdict();
            assertKept(verdict);
            assertThat(verdict.unknown()).isZero();
            assertThat(verdict.replied()).isPositive();
        }
    }

    @Test
    void aRefusalForGoodIsNeverTriedAgain() throws IOException {
        try (var run = new Trouble(folder, texts(), Map.of())) {
            run.script.refuse(0x0b, Script.FOR_EVER);
            run.begin();
            Verdict verdict = run.verdict();
            assertKept(verdict);
            assertThat(verdict.replied()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Script.Receipts.class)
    void receiptsInEitherOrderAndEitherWritingFindTheirReply(Script.Receipts how) throws IOException {
        try (var run = new Trouble(folder, texts(), Map.of())) {
            run.script
                    .receipts(how, how == Script.Receipts.TEXT, true)
                    .delay(2, 20)
                    .doubled(9);
            run.begin();
            assertKept(run.verdict());
        }
    }

    @Test
    void answersThatNeverComeLeaveRepliesUnknown() throws IOException {
        try (var run = new Trouble(folder, texts(), Map.of("answer-timeout", "1"))) {
            run.history.fault("F7", true, "answers withheld");
            run.script.withhold(90);
            run.begin();
            Verdict verdict = run.verdict();
            assertKept(verdict);
            assertThat(verdict.unknown()).isPositive();
        }
    }

    @Test
    void aTextDeliveredTwiceBeforeItsAnswerCountsOnce() throws IOException {
        try (var run = new Trouble(folder, texts(), Map.of())) {
            run.carrier.twice(5);
            run.begin();
            assertKept(run.verdict());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n", // another protocol
                "\177\377\377\360\0\0\0\5\0\0\0\0\0\0\0\1", // two gigabytes announced
                "\0\0\0\22\0\0\0\5\0\0\0\0\0\0\0\1\1\1", // a deliver_sm that stops at its second byte
                "\0\0\0\20\0\0\7\7\0\0\0\0\0\0\0\1" // a command that is none
            })
    void nonsenseAmidTheTextsHarmsNoText(String nonsense) throws IOException {
        try (var run = new Trouble(folder, texts(), Map.of())) {
            run.begin();
            Trouble.waitFor("some replies", () -> run.carrier.replies() > 50);
            run.history.fault("F7", true, "nonsense");
            run.smsc.links().forEach(link -> link.raw(nonsense.getBytes(StandardCharsets.ISO_8859_1)));
            assertKept(run.verdict());
        }
    }

    @Test
    void severalBindsAreOneLine() throws IOException {
        try (var run = new Trouble(folder, texts(), Map.of("binds", "2", "bind", "transmitter-receiver"))) {
            run.carrier.twice(3);
            run.history.fault("F7", true, "RESET");
            run.begin();
            Trouble.waitFor("some replies", () -> run.carrier.replies() > 50);
            run.smsc.breakLinks(Break.RESET);
            for (int other = 0; other < 3; other++) {
                run.history.fault("F7", true, "RESET of another bind");
            }
            assertKept(run.verdict());
        }
    }
}
