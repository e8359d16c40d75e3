package org.esquive.alert;

/// One open way to a keeper.
@FunctionalInterface
public interface Alarm {

    /// Tells a notice, once. Blocks until it is as clear as it will get whether it arrived; within a minute.
    /// Never throws for what the other side does.
    ///
    /// @throws InterruptedException if the program is stopping
    Telling tell(Notice notice) throws InterruptedException;
}
