package org.esquive.lab.smsc;

import java.util.concurrent.TimeUnit;

/// One load after the other over the same links: each begins when all of the one before is answered.
public final class Phases implements Traffic {
    private static final int QUIET_MILLIS = 1_000;
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(1);

    private volatile Traffic now = new Nothing();

    /// Has a load flow, and waits for its end.
    public Load.Result run(Load.Plan plan, long mostSeconds) throws InterruptedException {
        Load load = new Load(plan);
        now = load;
        return load.start().await(mostSeconds, TimeUnit.SECONDS, QUIET_MILLIS);
    }

    @Override
    public long fill(Link link, Bytes out, long time) {
        return Math.min(TICK, now.fill(link, out, time));
    }

    @Override
    public void beforeLeaving() {
        now.beforeLeaving();
    }

    @Override
    public void acknowledged(Link link, int sequence, int status, long time) {
        now.acknowledged(link, sequence, status, time);
    }

    @Override
    public void submitted(Link link, Submission submission, long time) {
        now.submitted(link, submission, time);
    }

    @Override
    public void lost(Link link, String why) {
        now.lost(link, why);
    }

    /// Before the first load.
    private static final class Nothing implements Traffic {
        @Override
        public long fill(Link link, Bytes out, long time) {
            return TICK;
        }

        @Override
        public void beforeLeaving() {}

        @Override
        public void acknowledged(Link link, int sequence, int status, long time) {}

        @Override
        public void submitted(Link link, Submission submission, long time) {}

        @Override
        public void lost(Link link, String why) {}
    }
}
