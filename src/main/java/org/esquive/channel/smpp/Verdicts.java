package org.esquive.channel.smpp;

import java.time.Duration;
import org.esquive.channel.SendResult;
import org.esquive.channel.smpp.pdu.Status;

/// What a status other than ESME_ROK means for a reply. Any such answer proves that the reply was not sent; the
/// question is only whether it may be tried again.
///
/// | status | result |
/// |---|---|
/// | 0x58 throttled, 0x14 queue full | deferred, 1 second; the bind halves its rate |
/// | 0x08 system error, 0x64 temporary application error | deferred, 10 seconds |
/// | 0x04 wrong bind state | deferred, 10 seconds |
/// | 0x45 submit failed | refused, or deferred for a minute, as the option `submit-failed` says |
/// | 0x400 to 0x4FF, the carriers' own | the same, as the option `vendor-status` says |
/// | all others: addresses, types, times | refused |
final class Verdicts {
    static final Duration TOO_FAST = Duration.ofSeconds(1);
    static final Duration TEMPORARY = Duration.ofSeconds(10);
    static final Duration SUBMIT_FAILED = Duration.ofMinutes(1);
    static final Duration NOT_BOUND = Duration.ofSeconds(3);

    /// No byte was written.
    static final SendResult NO_LINK = new SendResult.Deferred(NOT_BOUND, "not bound to the carrier");

    private static final int FIRST_VENDOR = 0x400;
    private static final int LAST_VENDOR = 0x4ff;

    private final Finality finality;

    /// Which of the statuses that carriers use each in their way refuse for good.
    record Finality(boolean submitFailed, boolean vendor) {}

    Verdicts(Finality finality) {
        this.finality = finality;
    }

    /// What becomes of the reply.
    ///
    /// @param status not ESME_ROK
    SendResult of(int status) {
        return switch (status) {
            case Status.ESME_RTHROTTLED, Status.ESME_RMSGQFUL -> deferred(TOO_FAST, status);
            case Status.ESME_RSYSERR, Status.ESME_RX_T_APPN, Status.ESME_RINVBNDSTS -> deferred(TEMPORARY, status);
            default -> isFinal(status) ? new SendResult.Refused(Status.name(status)) : deferred(SUBMIT_FAILED, status);
        };
    }

    private boolean isFinal(int status) {
        boolean vendor = status >= FIRST_VENDOR && status <= LAST_VENDOR;
        return vendor ? finality.vendor() : status != Status.ESME_RSUBMITFAIL || finality.submitFailed();
    }

    /// Whether the carrier says that we are too fast.
    static boolean isTooFast(int status) {
        return status == Status.ESME_RTHROTTLED || status == Status.ESME_RMSGQFUL;
    }

    private static SendResult deferred(Duration pause, int status) {
        return new SendResult.Deferred(pause, "the carrier said " + Status.name(status));
    }
}
