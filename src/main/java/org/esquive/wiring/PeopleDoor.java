package org.esquive.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.esquive.console.door.Staff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers requests of `esquive people` in the data folder: the way in for a keeper who has lost everything but the
/// machine.
final class PeopleDoor {
    private static final Logger LOG = LoggerFactory.getLogger(PeopleDoor.class);

    private final PeopleRequest request;
    private final Staff staff;

    PeopleDoor(Path data, Staff staff) {
        this.request = PeopleRequest.in(data);
        this.staff = staff;
    }

    /// Forgets what was left for a program that is gone.
    void clear() throws IOException {
        request.clear();
    }

    /// Answers a request that is there. One that cannot be read, or not be answered, is left for its command to take
    /// back.
    void look() {
        if (!request.isThere()) {
            return;
        }
        try {
            Optional<List<String>> words = request.read();
            if (words.isPresent()) {
                PeopleOrder.Answer answer = PeopleOrder.obey(staff, words.get());
                request.answer(answer);
                LOG.warn(
                        "event=people-request order={} result={}",
                        words.get().getFirst(),
                        answer.done() ? "done" : "not-done");
            }
        } catch (CannotStart | IOException failure) {
            LOG.error("event=people-request result=not-done cause=\"{}\"", failure.getMessage());
        }
    }
}
