package org.esquive.wiring;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Constants;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/// HTTP whose patience ends: a request whose header or body is not there after a while loses its connection. Tomcat's
/// own
/// limit begins anew with each byte, so a visitor who sends one now and then would keep a connection for ever.
///
/// A request that is there, and a stream that is open on purpose, are left alone. The body of a request that does not
/// say
/// how long it is has only the limit of Tomcat.
public final class PatientProtocol extends Http11NioProtocol {
    private static final Patience USUAL =
            new Patience(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(1));

    private final Patience patience;

    /// Tomcat keeps those it may need again, and drops the others.
    private final Set<Watched> processors = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private @Nullable ScheduledFuture<?> looking;

    /// How long something may take, from the first byte of the request.
    ///
    /// @param header until the header is there
    /// @param body until the body is
    /// @param look how often that is looked at
    record Patience(Duration header, Duration body, Duration look) {}

    /// With the usual patience; made by Tomcat, by the name of the class.
    public PatientProtocol() {
        this(USUAL);
    }

    PatientProtocol(Patience patience) {
        this.patience = patience;
    }

    @Override
    public void start() throws Exception {
        super.start();
        long every = patience.look().toMillis();
        looking = getUtilityExecutor().scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (looking != null) {
            boolean _ = looking.cancel(false);
        }
        super.stop();
    }

    @Override
    protected Processor createProcessor() {
        Watched processor = new Watched(this);
        processors.add(processor);
        return processor;
    }

    private void look() {
        long now = System.nanoTime();
        List<Watched> all;
        synchronized (processors) {
            all = List.copyOf(processors);
        }
        all.forEach(each -> each.closeIfLate(patience, now));
    }

    /// What serves one connection after another, and knows which it is at.
    private static final class Watched extends Http11Processor {
        Watched(PatientProtocol protocol) {
            super(protocol, protocol.getAdapter());
        }

        /// The connection is looked up first: if it is done with meanwhile, the next one is not late.
        void closeIfLate(Patience patience, long now) {
            SocketWrapperBase<?> connection = getSocketWrapper();
            if (connection != null && isLate(patience, now)) {
                connection.close();
            }
        }

        private boolean isLate(Patience patience, long now) {
            long began = request.getStartTimeNanos();
            if (began <= 0 || isAsync() || isUpgrade()) {
                return false;
            }
            return switch (request.getRequestProcessor().getStage()) {
                // Between two parts of a header it waits, and serves nothing.
                case Constants.STAGE_ENDED -> now - began > patience.header().toNanos();
                case Constants.STAGE_SERVICE, Constants.STAGE_ENDINPUT ->
                    request.getContentLengthLong() > request.getBytesRead()
                            && now - began > patience.body().toNanos();
                default -> false;
            };
        }
    }
}
