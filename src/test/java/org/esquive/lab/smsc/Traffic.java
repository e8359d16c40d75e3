package org.esquive.lab.smsc;

/// What goes over the links of the simulator: which texts are delivered, and what becomes of replies. Every method
/// is called by the two threads of a link.
public interface Traffic {

    /// Adds the deliveries that are due to a batch.
    ///
    /// @return how many nanoseconds until there may be more; less if something comes in before
    long fill(Link link, Bytes out, long now);

    /// Whether links look for work so often of themselves that what comes in need not wake them: a wake for each small
    /// batch costs more than all the rest.
    default boolean ticks() {
        return false;
    }

    /// Called when a batch is about to leave: what is recorded of it must be written now.
    void beforeLeaving();

    /// A delivery was answered.
    void acknowledged(Link link, int sequence, int status, long now);

    /// A reply came; whoever takes it answers with [Link#answer(int, int, String)] or not at all.
    void submitted(Link link, Submission submission, long now);

    /// What was delivered over the link and not answered will not be.
    ///
    /// @param why closed, reset or timeout
    void lost(Link link, String why);
}
