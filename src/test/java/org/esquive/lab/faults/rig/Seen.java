package org.esquive.lab.faults.rig;

/// Something that a fault asks for beside the seven numbers.
///
/// @param what it is, with the figure that was measured
/// @param kept whether it was so
public record Seen(String what, boolean kept) {
    @Override
    public String toString() {
        return kept ? what : "**not kept: " + what + "**";
    }
}
